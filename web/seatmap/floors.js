/**
 * Which parts of a house lie above each other. Plans draw a balcony where it is, over the stalls:
 * both at once cannot be told apart, so each is a floor that is looked at by itself.
 */

const SAMPLES = 4000;

/** Nearer than this part of the usual distance, two seats cannot be on one floor. */
const TOO_NEAR = 0.5;

/** So many of a zone's seats may touch another's, as plans are drawn by hand. */
const CLASHES_ALLOWED = 0.1;

/**
 * @param {import('./model.js').SeatMap} map
 * @param {import('./grid.js').Grid} grid of all its seats
 * @returns {{name: string, sections: Set<number>}[]} at least one
 */
export const floorsOf = (map, grid) => {
  const zones = [...new Set(map.sections.map(zoneOf))];
  const zoneOfSection = map.sections.map((section) => zones.indexOf(zoneOf(section)));
  const clashes = clashesOf(map, grid, zoneOfSection);
  const floors = [];
  zones.forEach((name, zone) => {
    const free = floors.find((floor) => floor.zones.every((other) => !clashes.has(`${other} ${zone}`)));
    if (free) free.zones.push(zone);
    else floors.push({zones: [zone], name});
  });
  return floors.map((floor, i) => ({
    name: floor.zones.length === 1 ? floor.name : `Level ${i + 1}`,
    sections: new Set(map.sections.map((_, index) => index).filter((index) => floor.zones.includes(zoneOfSection[index]))),
  }));
};

const zoneOf = ({zone, name}) => zone ?? name;

/** Pairs of zones, both ways round, of which too many seats are in one place. */
const clashesOf = (map, grid, zoneOfSection) => {
  const near = new Map();
  const sampled = new Map();
  const step = Math.max(1, Math.floor(grid.length / SAMPLES));
  for (let n = 0; n < grid.length; n += step) {
    const seat = grid.indexAt(n);
    const zone = zoneOfSection[map.sectionOf[seat]];
    sampled.set(zone, (sampled.get(zone) ?? 0) + 1);
    const other = grid.nearest(map.x[seat], map.y[seat], map.pitch * TOO_NEAR, (index) => zoneOfSection[map.sectionOf[index]] !== zone);
    if (other < 0) continue;
    const pair = `${zone} ${zoneOfSection[map.sectionOf[other]]}`;
    near.set(pair, (near.get(pair) ?? 0) + 1);
  }
  const clashes = new Set();
  for (const [pair, number] of near) {
    const [zone, other] = pair.split(' ').map(Number);
    if (number < sampled.get(zone) * CLASHES_ALLOWED) continue;
    clashes.add(pair).add(`${other} ${zone}`);
  }
  return clashes;
};
