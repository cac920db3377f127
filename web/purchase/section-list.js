/** The house by price: the map's legend, and another way to it for those who do not see it. */

import {h} from '../dom.js';
import {count, money} from '../format.js';
import {categoryClass} from '../seatmap/palette.js';

const OPEN_UP_TO = 12;

/**
 * @param {any[]} sections
 * @param {string} currency
 * @param {{map: object, selection: object, show: (section: object) => void, signal: AbortSignal} | null} live null
 *     before the seats are there
 */
export const sectionList = (sections, currency, live) => {
  const groups = new Map();
  for (const section of sections) {
    if (!groups.has(section.priceCategory)) groups.set(section.priceCategory, []);
    groups.get(section.priceCategory).push(section);
  }
  const dearestFirst = [...groups].sort(([, a], [, b]) => dearest(b) - dearest(a));
  return h(
    'section',
    {class: 'legend'},
    h('h2', {}, 'Prices'),
    h('ul', {}, dearestFirst.map(([name, group], category) => groupRow(name, group, category, currency, sections.length, live))),
    h(
      'ul',
      {class: 'signs', 'aria-label': 'What the signs mean'},
      h('li', {}, h('i', {class: 'sign chosen'}), 'yours'),
      h('li', {}, h('i', {class: 'sign held'}), 'held by somebody'),
      h('li', {}, h('i', {class: 'sign taken'}), 'taken'),
      live?.map.flags.some((flags) => flags & 1) ? h('li', {}, h('i', {class: 'sign wheel'}), 'for wheelchairs') : null,
    ),
  );
};

const dearest = (group) => Math.max(...group.map(({price}) => price));

const groupRow = (name, group, category, currency, sectionsInAll, live) => {
  const cheapest = Math.min(...group.map(({price}) => price));
  const [low, high] = [money(cheapest, currency), money(dearest(group), currency)];
  return h(
    'li',
    {},
    h(
      'details',
      {open: sectionsInAll <= OPEN_UP_TO},
      h(
        'summary',
        {},
        h('i', {class: `dot ${categoryClass(category)}`, 'aria-hidden': 'true'}),
        h('span', {class: 'name'}, name),
        h('span', {class: 'price'}, low === high ? low : `${low} to ${high}`),
      ),
      h('ul', {class: 'sections'}, group.map((section) => sectionRow(section, live))),
    ),
  );
};

const sectionRow = (section, live) => {
  const free = h('span', {class: 'free'});
  const write = () => {
    free.textContent = section.available === 0 ? 'sold out' : `${count(section.available)} free`;
  };
  write();
  live?.map.addEventListener('change', write, {signal: live.signal});
  const name = live
    ? h('button', {type: 'button', class: 'link', onclick: () => live.show(section)}, section.name)
    : h('span', {}, section.name);
  return h('li', {}, name, section.generalAdmission && live ? stepper(section, live) : null, free);
};

/** How many places of an area. */
const stepper = (section, {selection, signal}) => {
  const number = h('output', {'aria-live': 'polite'});
  const step = (by) => selection.ask(section, (selection.places.get(section) ?? 0) + by);
  const write = () => {
    number.textContent = String(selection.places.get(section) ?? 0);
  };
  write();
  selection.addEventListener('change', write, {signal});
  return h(
    'span',
    {class: 'stepper', role: 'group', 'aria-label': `Places in ${section.name}`},
    h('button', {type: 'button', 'aria-label': 'One less', onclick: () => step(-1)}, '−'),
    number,
    h('button', {type: 'button', 'aria-label': 'One more', onclick: () => step(1)}, '+'),
  );
};
