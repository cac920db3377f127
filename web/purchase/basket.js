/** What is chosen, what it costs, and the way on. */

import {h} from '../dom.js';
import {money, plural, seatName} from '../format.js';

/**
 * @param {import('../seatmap/model.js').SeatMap} map
 * @param {import('./selection.js').Selection} selection
 * @param {{onSale: boolean, busy: boolean, hold: () => void, show: (index: number) => void}} options
 */
export const basket = (map, selection, {onSale, busy, hold, show}) => {
  const {count, total} = selection;
  return h(
    'section',
    {class: 'basket', 'aria-label': 'Chosen seats'},
    count === 0
      ? h('p', {class: 'empty'}, onSale ? 'Choose seats on the map, or let us find some for you.' : 'You can look around until sales begin.')
      : h(
          'ul',
          {class: 'chosen'},
          [...selection.seats].map((index) => seatRow(map, selection, index, show)),
          [...selection.places].map(([section, number]) => placesRow(map, selection, section, number)),
        ),
    h(
      'div',
      {class: 'way-on'},
      h('p', {class: 'sum'}, h('span', {}, plural(count, 'seat', 'seats')), h('b', {}, money(total, map.currency))),
      h(
        'button',
        {type: 'button', class: 'primary', id: 'hold', disabled: count === 0 || busy || !onSale, onclick: hold},
        busy ? 'Holding …' : 'Hold these seats',
      ),
    ),
  );
};

const seatRow = (map, selection, index, show) => {
  const name = seatName(map.nameOf(index));
  return h(
    'li',
    {},
    h('button', {type: 'button', class: 'link', onclick: () => show(index)}, name),
    h('span', {class: 'price'}, money(map.priceOf(index), map.currency)),
    h('button', {type: 'button', class: 'remove', 'aria-label': `Remove ${name}`, onclick: () => selection.toggle(index)}, '×'),
  );
};

const placesRow = (map, selection, section, number) =>
  h(
    'li',
    {},
    h('span', {}, `${section.name}, ${plural(number, 'place', 'places')}`),
    h('span', {class: 'price'}, money(section.price * number, map.currency)),
    h('button', {type: 'button', class: 'remove', 'aria-label': `Remove ${section.name}`, onclick: () => selection.ask(section, 0)}, '×'),
  );
