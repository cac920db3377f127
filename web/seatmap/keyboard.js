/** Walking over a map by keyboard: arrows go to the next seat that way. */

const REACH_PITCHES = 12;
const ASIDE_COUNTS = 2.5;

const DIRECTIONS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/**
 * @param {import('./model.js').SeatMap} map
 * @param {number} from the index of a seat
 * @param {[number, number]} direction
 * @returns {number} the seat's index; where there is none that way, the same
 */
export const nextSeat = (map, from, [dx, dy]) => {
  const [x, y] = [map.x[from], map.y[from]];
  const reach = map.pitch * REACH_PITCHES;
  let best = from;
  let least = Infinity;
  map.grid.within(x - reach, y - reach, x + reach, y + reach, (index) => {
    const along = (map.x[index] - x) * dx + (map.y[index] - y) * dy;
    const aside = Math.abs((map.x[index] - x) * dy + (map.y[index] - y) * dx);
    if (index === from || along <= aside * 0.6 || along <= 0) return;
    const cost = along + aside * ASIDE_COUNTS;
    if (cost < least) {
      least = cost;
      best = index;
    }
  });
  return best;
};

/** The free seat nearest to a place of the map, or any seat where none is free. */
export const firstSeat = (map, {x, y}) => {
  let best = -1;
  let least = Infinity;
  for (let n = 0; n < map.grid.length; n++) {
    const index = map.grid.indexAt(n);
    const away = Math.hypot(map.x[index] - x, map.y[index] - y) + (map.isAvailable(index) ? 0 : 1e9);
    if (away < least) {
      least = away;
      best = index;
    }
  }
  return best;
};

/**
 * @param {HTMLElement} element
 * @param {{walk: (direction: [number, number]) => void, pick: () => void, zoom: (factor: number) => void,
 *     fit: () => void}} on
 */
export const keyboard = (element, on, signal) => {
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = DIRECTIONS[event.key];
      if (direction) on.walk(direction);
      else if (event.key === 'Enter' || event.key === ' ') on.pick();
      else if (event.key === '+' || event.key === '=') on.zoom(1.4);
      else if (event.key === '-') on.zoom(1 / 1.4);
      else if (event.key === '0') on.fit();
      else return;
      event.preventDefault();
    },
    {signal},
  );
};
