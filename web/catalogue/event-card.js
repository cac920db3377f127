/** An event in a list. */

import {h} from '../dom.js';
import {CATEGORIES, dayAndTime, money} from '../format.js';
import {poster} from './poster.js';

const AVAILABILITY = {
  AVAILABLE: null,
  FEW_LEFT: h('span', {class: 'tag few'}, 'Few left'),
  SOLD_OUT: h('span', {class: 'tag gone'}, 'Sold out'),
  NONE: h('span', {class: 'tag gone'}, 'Not on sale'),
};

export const eventCard = (event) =>
  h(
    'li',
    {class: 'card'},
    h(
      'a',
      {href: `/events/${event.eventId}`, class: 'event'},
      poster(event),
      h(
        'div',
        {class: 'words'},
        h('p', {class: 'kind'}, CATEGORIES[event.category], AVAILABILITY[event.availability]?.cloneNode(true)),
        h('h2', {}, event.title),
        h('p', {class: 'where'}, `${event.venue.name}, ${event.city}`),
        h(
          'p',
          {class: 'when'},
          event.nextShowTime
            ? h('time', {datetime: event.nextShowTime}, dayAndTime(event.nextShowTime, event.venue.timezone))
            : 'No dates yet',
          event.priceFrom === null
            ? null
            : h('span', {class: 'price'}, `from ${money(event.priceFrom, event.currency)}`),
        ),
      ),
    ),
  );
