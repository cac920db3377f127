/** "Find me seats together": the box office chooses, and holds them at once. */

import {h} from '../dom.js';
import {money} from '../format.js';
import {FLAG} from '../seatmap/model.js';

/**
 * @param {import('../seatmap/model.js').SeatMap} map
 * @param {number} max
 * @param {(bestAvailable: object) => void} find
 */
export const findTogether = (map, max, find) => {
  const accessible = map.flags.some((flags) => flags & FLAG.ACCESSIBLE);
  const seated = map.categories.filter(({name}) =>
    map.sections.some((section) => section.priceCategory === name && !section.generalAdmission),
  );
  if (seated.length === 0) return null;
  return h(
    'form',
    {
      class: 'together',
      'aria-label': 'Find seats together',
      onsubmit: (event) => {
        event.preventDefault();
        const wanted = new FormData(event.target);
        find({
          quantity: Number(wanted.get('quantity')),
          ...(wanted.get('priceCategory') ? {priceCategory: wanted.get('priceCategory')} : {}),
          ...(wanted.has('accessible') ? {accessible: true} : {}),
        });
      },
    },
    h(
      'label',
      {},
      h('span', {}, 'Best seats for'),
      h('select', {name: 'quantity'}, Array.from({length: max}, (_, i) => h('option', {value: i + 1, selected: i === Math.min(1, max - 1)}, String(i + 1)))),
    ),
    h(
      'label',
      {class: 'wide'},
      h('span', {}, 'at'),
      h(
        'select',
        {name: 'priceCategory'},
        h('option', {value: ''}, 'any price'),
        seated.map(({name, priceFrom}) => h('option', {value: name}, `${name}, ${money(priceFrom, map.currency)}`)),
      ),
    ),
    accessible ? h('label', {class: 'check'}, h('input', {type: 'checkbox', name: 'accessible'}), h('span', {}, 'For wheelchairs')) : null,
    h('button', {type: 'submit'}, 'Find together'),
  );
};
