/** What somebody is about to hold: seats by their index, and numbers of places without rows. */

/** What one hold may have, whatever the organiser allows. */
const HOLD_MAX = 10;

export class Selection extends EventTarget {
  /** @param {import('../seatmap/model.js').SeatMap} map @param {number} seatsPerUserMax */
  constructor(map, seatsPerUserMax) {
    super();
    this.map = map;
    this.max = Math.min(HOLD_MAX, seatsPerUserMax);
    /** @type {Set<number>} */
    this.seats = new Set();
    /** @type {Map<object, number>} places by section */
    this.places = new Map();
  }

  get count() {
    return this.seats.size + [...this.places.values()].reduce((sum, number) => sum + number, 0);
  }

  get total() {
    let total = 0;
    for (const index of this.seats) total += this.map.priceOf(index);
    for (const [section, number] of this.places) total += section.price * number;
    return total;
  }

  /** @returns {'added' | 'removed' | 'unavailable' | 'full'} */
  toggle(index) {
    if (this.seats.delete(index)) {
      this.#changed();
      return 'removed';
    }
    if (!this.map.isAvailable(index)) return 'unavailable';
    if (this.count >= this.max) return 'full';
    this.seats.add(index);
    this.#changed();
    return 'added';
  }

  /** As many places of an area as may be had of those asked for. */
  ask(section, number) {
    const others = this.count - (this.places.get(section) ?? 0);
    const granted = Math.max(0, Math.min(number, this.max - others, section.available));
    if (granted === 0) this.places.delete(section);
    else this.places.set(section, granted);
    this.#changed();
    return granted;
  }

  /** @param {Iterable<number>} indices @returns {number[]} those that were chosen */
  drop(indices) {
    const dropped = [...indices].filter((index) => this.seats.delete(index));
    if (dropped.length > 0) this.#changed();
    return dropped;
  }

  clear() {
    this.seats.clear();
    this.places.clear();
    this.#changed();
  }

  /** The seats' ids, with places drawn by lot: neighbours in a list would all be wanted at once. */
  seatIds() {
    const drawn = [...this.places].flatMap(([section, number]) => drawPlaces(this.map, section, number));
    return [...this.seats, ...drawn].map((index) => this.map.seatIds[index]);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

const drawPlaces = (map, section, number) => {
  const free = [];
  for (let index = section.start; index < section.end; index++) {
    if (map.isAvailable(index)) free.push(index);
  }
  for (let i = 0; i < Math.min(number, free.length); i++) {
    const other = i + Math.floor(Math.random() * (free.length - i));
    [free[i], free[other]] = [free[other], free[i]];
  }
  return free.slice(0, number);
};
