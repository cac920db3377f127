/**
 * The seats of one show, in arrays by index: fifty thousand objects would be slow to walk and the
 * stream speaks of indices anyway.
 */

import {floorsOf} from './floors.js';
import {Grid} from './grid.js';
import {areaShape, boundsOf} from './shapes.js';

export const STATUS = Object.freeze({AVAILABLE: 0, HELD: 1, BOOKED: 2, BLOCKED: 3});
export const FLAG = Object.freeze({ACCESSIBLE: 1, COMPANION: 2, RESTRICTED_VIEW: 4});

const PITCH_SAMPLES = 200;

export class SeatMap extends EventTarget {
  /** One for each floor. */
  #grids;

  /** @param {any} json as `/seats` answers */
  constructor(json) {
    super();
    this.showId = json.showId;
    this.currency = json.currency;
    this.venueName = json.venue.name;
    this.shapes = json.venue.shapes ?? [];
    this.seq = json.seq;
    this.length = json.sections.reduce((sum, section) => sum + section.seats.length, 0);
    this.x = new Float32Array(this.length);
    this.y = new Float32Array(this.length);
    this.status = new Uint8Array(this.length);
    this.flags = new Uint8Array(this.length);
    this.sectionOf = new Uint16Array(this.length);
    this.seatIds = new Array(this.length);
    this.rowLabels = new Array(this.length);
    this.numbers = new Array(this.length);
    this.ownPrices = new Map();
    /** Runs of seats of one row: where its label goes. @type {{label: string, first: number, last: number}[]} */
    this.rows = [];
    this.sections = [];
    for (const section of json.sections) this.#add(section);
    this.categories = categoriesOf(this.sections);
    for (const section of this.sections) {
      section.category = this.categories.findIndex(({name}) => name === section.priceCategory);
    }
    const all = new Grid(this.x, this.y, (index) => !this.#inArea(index));
    this.pitch = this.#measurePitch(all);
    this.floors = floorsOf(this, all);
    this.floor = 0;
    this.#grids = this.floors.map(({sections}) =>
      this.floors.length === 1
        ? all
        : new Grid(this.x, this.y, (index) => !this.#inArea(index) && sections.has(this.sectionOf[index])),
    );
    this.bounds = boundsOf(this.x, this.y, this.shapes, this.pitch);
  }

  #add(section) {
    const start = this.sections.length === 0 ? 0 : this.sections.at(-1).end;
    const index = this.sections.length;
    let at = start;
    let run = null;
    let block;
    let available = 0;
    for (const seat of section.seats) {
      this.x[at] = seat.x;
      this.y[at] = seat.y;
      this.status[at] = STATUS[seat.status];
      this.flags[at] =
        (seat.accessible ? FLAG.ACCESSIBLE : 0) |
        (seat.companion ? FLAG.COMPANION : 0) |
        (seat.restrictedView ? FLAG.RESTRICTED_VIEW : 0);
      this.sectionOf[at] = index;
      this.seatIds[at] = seat.seatId;
      this.rowLabels[at] = seat.row;
      this.numbers[at] = seat.number;
      if (seat.price !== undefined && seat.price !== section.price) this.ownPrices.set(at, seat.price);
      if (this.status[at] === STATUS.AVAILABLE) available++;
      if (seat.row !== null) {
        if (!run || run.label !== seat.row || block !== seat.block) {
          run = {label: seat.row, first: at, last: at};
          block = seat.block;
          this.rows.push(run);
        }
        run.last = at;
      }
      at++;
    }
    const {seats: _, ...described} = section;
    this.sections.push({
      ...described,
      index,
      start,
      end: at,
      total: at - start,
      available,
      shape: section.generalAdmission && at > start ? areaShape(this.shapes, this.x[start], this.y[start]) : null,
    });
  }

  #inArea(index) {
    return this.sections[this.sectionOf[index]].generalAdmission;
  }

  /** The usual distance between neighbours; what everything on the map is sized by. */
  #measurePitch(grid) {
    const distances = [];
    const step = Math.max(1, Math.floor(grid.length / PITCH_SAMPLES));
    for (let at = 0; at < grid.length; at += step) {
      const seat = grid.indexAt(at);
      const {zone} = this.sections[this.sectionOf[seat]];
      const isBeside = (index) => index !== seat && this.sections[this.sectionOf[index]].zone === zone;
      const other = grid.nearest(this.x[seat], this.y[seat], Infinity, isBeside);
      if (other >= 0) distances.push(Math.hypot(this.x[seat] - this.x[other], this.y[seat] - this.y[other]));
    }
    distances.sort((a, b) => a - b);
    return distances.length === 0 ? 20 : distances[Math.floor(distances.length / 2)];
  }

  /** The seats of the floor that is looked at. */
  get grid() {
    return this.#grids[this.floor];
  }

  /** Whether a section is on the floor that is looked at. */
  isShown(section) {
    return this.floors[this.floor].sections.has(section);
  }

  /** Looks at another floor. */
  lookAt(floor) {
    if (floor === this.floor) return;
    this.floor = floor;
    this.dispatchEvent(new Event('floor'));
  }

  /** Looks at the floor that a section is on. */
  lookAtFloorOf(section) {
    this.lookAt(this.floors.findIndex(({sections}) => sections.has(section)));
  }

  /** @returns {number} the seat's index, or -1 */
  indexOf(seatId) {
    this.indices ??= new Map(this.seatIds.map((id, index) => [id, index]));
    return this.indices.get(seatId) ?? -1;
  }

  priceOf(index) {
    return this.ownPrices.get(index) ?? this.sections[this.sectionOf[index]].price;
  }

  isAvailable(index) {
    return this.status[index] === STATUS.AVAILABLE;
  }

  /** What a seat is called: section, row and number. */
  nameOf(index) {
    const section = this.sections[this.sectionOf[index]];
    return {section: section.name, row: this.rowLabels[index], number: this.numbers[index]};
  }

  /**
   * Takes over new statuses and tells who listens which seats changed.
   *
   * @param {Iterable<[number, number]>} changes seat index and status
   */
  apply(changes) {
    const changed = [];
    for (const [index, status] of changes) {
      if (index >= this.length || this.status[index] === status) continue;
      const section = this.sections[this.sectionOf[index]];
      if (this.status[index] === STATUS.AVAILABLE) section.available--;
      if (status === STATUS.AVAILABLE) section.available++;
      this.status[index] = status;
      changed.push(index);
    }
    if (changed.length > 0) this.dispatchEvent(new CustomEvent('change', {detail: changed}));
  }

  /** @param {Uint8Array} packed two bits a seat, low bits first */
  *unpack(packed) {
    for (let index = 0; index < this.length; index++) {
      yield [index, (packed[index >> 2] >> ((index & 3) * 2)) & 3];
    }
  }
}

/** Price categories, the dearest first: that is also the order of the colours. */
const categoriesOf = (sections) => {
  const byName = new Map();
  for (const {priceCategory, price} of sections) {
    const known = byName.get(priceCategory);
    byName.set(priceCategory, {
      name: priceCategory,
      priceFrom: Math.min(price, known?.priceFrom ?? price),
      priceTo: Math.max(price, known?.priceTo ?? price),
    });
  }
  return [...byName.values()].sort((a, b) => b.priceTo - a.priceTo);
};
