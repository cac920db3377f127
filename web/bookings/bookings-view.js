/** What I have bought. */

import {myBookings} from '../api/bookings.js';
import {findShow} from '../api/catalogue.js';
import {serverNow} from '../api/server-time.js';
import {h} from '../dom.js';
import {dayAndTime, dayParts, money, plural} from '../format.js';
import {needSignIn} from '../session/need-sign-in.js';
import {session} from '../session/session.js';

export default async ({query, signal}) => {
  if (!session.current()) return needSignIn('Bookings are shown to those who made them.');
  const page = Math.max(1, Number(query.get('page')) || 1);
  const {items, total, limit} = await myBookings(page, signal);
  const shows = await showsOf(items, signal);
  return {
    title: 'My bookings',
    content: h(
      'div',
      {class: 'page'},
      h('h1', {tabindex: -1}, 'My bookings'),
      items.length === 0
        ? h('p', {class: 'lead'}, 'Nothing yet. ', h('a', {href: '/'}, 'See what’s on'), '.')
        : h('ul', {class: 'bookings'}, items.map((booking) => bookingRow(booking, shows.get(booking.showId)))),
      h(
        'nav',
        {class: 'pages', 'aria-label': 'Pages'},
        page > 1 ? h('a', {href: `/bookings?page=${page - 1}`}, '← Newer') : null,
        page * limit < total ? h('a', {href: `/bookings?page=${page + 1}`}, 'Older →') : null,
      ),
    ),
  };
};

/** Each show once, however many bookings it has; one that cannot be found is left out. */
const showsOf = async (bookings, signal) => {
  const ids = [...new Set(bookings.map(({showId}) => showId).filter(Boolean))];
  const shows = await Promise.all(ids.map((showId) => findShow(showId, signal).catch(() => null)));
  signal.throwIfAborted();
  return new Map(ids.map((showId, i) => [showId, shows[i]]));
};

const bookingRow = (booking, show) => {
  const timezone = show?.event.venue.timezone;
  const parts = booking.showTime ? dayParts(booking.showTime, timezone) : null;
  const live = booking.seats.filter(({cancelled}) => !cancelled).length;
  return h(
    'li',
    {class: `booking ${booking.status.toLowerCase()}`},
    h(
      'a',
      {href: `/bookings/${booking.bookingId}`},
      parts ? h('div', {class: 'date', 'aria-hidden': 'true'}, h('span', {}, parts.weekday), h('b', {}, parts.day), h('span', {}, parts.month)) : h('div', {class: 'date'}),
      h(
        'div',
        {class: 'words'},
        h('h2', {}, show?.event.title ?? 'Payment in progress'),
        h('p', {class: 'where'}, [show ? `${show.event.venue.name}, ${show.event.city}` : null, booking.showTime ? dayAndTime(booking.showTime, timezone) : null].filter(Boolean).join(' · ')),
        h('p', {class: 'small'}, booking.currency ? `${plural(live === 0 ? booking.seats.length : live, 'seat', 'seats')} · ${money(booking.totalAmount, booking.currency)}` : ''),
      ),
      h('span', {class: `tag ${TAGS[booking.status]}`}, wordFor(booking)),
    ),
  );
};

const TAGS = {PENDING: 'few', CONFIRMED: 'good', FAILED: 'gone', CANCELLED: 'gone'};

const wordFor = ({status, showTime}) => {
  switch (status) {
    case 'PENDING':
      return 'Being paid';
    case 'CONFIRMED':
      return Date.parse(showTime) > serverNow() ? 'Tickets' : 'Over';
    case 'CANCELLED':
      return 'Cancelled';
    default:
      return 'Not paid';
  }
};
