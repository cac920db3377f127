/** One event and its shows. */

import {findEvent} from '../api/catalogue.js';
import {serverNow} from '../api/server-time.js';
import {h} from '../dom.js';
import {CATEGORIES, count, dayAndTime, dayParts, longDay, money, time} from '../format.js';
import {poster} from './poster.js';

export default async ({params, signal}) => {
  const event = await findEvent(params.eventId, signal);
  const shows = event.shows.filter(({status}) => status !== 'ENDED');
  return {
    title: event.title,
    content: h(
      'article',
      {class: 'page event-page'},
      h(
        'header',
        {class: 'billing'},
        poster(event),
        h(
          'div',
          {class: 'words'},
          h('p', {class: 'kind'}, CATEGORIES[event.category]),
          h('h1', {tabindex: -1}, event.title),
          h('p', {class: 'where'}, `${event.venue.name}, ${event.city}`),
          event.description ? h('p', {class: 'lead'}, event.description) : null,
          event.status === 'CANCELLED' ? h('p', {class: 'tag gone'}, 'Cancelled') : null,
        ),
      ),
      h('h2', {}, 'Dates'),
      shows.length === 0
        ? h('p', {}, 'There are no dates to come.')
        : h('ol', {class: 'shows'}, shows.map((show) => showRow(event, show))),
    ),
  };
};

const showRow = (event, show) => {
  const {timezone} = event.venue;
  const {weekday, day, month} = dayParts(show.showTime, timezone);
  const {text, open} = stateOf(show, timezone);
  return h(
    'li',
    {class: 'show'},
    h('div', {class: 'date', 'aria-hidden': 'true'}, h('span', {}, weekday), h('b', {}, day), h('span', {}, month)),
    h(
      'div',
      {class: 'words'},
      h('p', {class: 'time'}, h('time', {datetime: show.showTime}, `${longDay(show.showTime, timezone)}, `, h('span', {class: 'whole'}, time(show.showTime, timezone)))),
      h('p', {class: 'where'}, `${text}${open ? ` · from ${money(show.priceFrom, show.currency)}` : ''}`),
      show.queue === 'ACTIVE' ? h('p', {class: 'tag few'}, 'Waiting room') : null,
    ),
    open
      ? h('a', {class: 'button primary', href: `/events/${event.eventId}/shows/${show.showId}`}, 'Choose seats', h('span', {class: 'heard'}, ` for ${dayAndTime(show.showTime, timezone)}`))
      : null,
  );
};

const stateOf = (show, timezone) => {
  switch (show.status) {
    case 'PREPARING':
      return {text: 'The seats are being set up', open: false};
    case 'OPEN':
      return show.salesStartAt && Date.parse(show.salesStartAt) > serverNow()
        ? {text: `On sale from ${dayAndTime(show.salesStartAt, timezone)}`, open: true}
        : {text: `${count(show.availableSeats)} of ${count(show.totalSeats)} seats free`, open: true};
    case 'SOLD_OUT':
      return {text: 'Sold out', open: false};
    case 'CANCELLED':
      return {text: 'Cancelled', open: false};
    default:
      return {text: 'Over', open: false};
  }
};
