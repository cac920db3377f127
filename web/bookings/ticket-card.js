/** A ticket: a seat and the code that opens the door. */

import {codeImage} from '../api/bookings.js';
import {h} from '../dom.js';
import {dayAndTime} from '../format.js';

const STATUS = {ISSUED: null, CHECKED_IN: 'Used', CANCELLED: 'Cancelled'};

export const ticketCard = (ticket, show, signal) => {
  const {event} = show;
  const code = h('div', {class: 'code'});
  if (ticket.status !== 'CANCELLED') void showCode(code, ticket, signal);
  return h(
    'li',
    {class: `ticket ${ticket.status.toLowerCase()}`, 'data-ticket': ticket.ticketId},
    h(
      'div',
      {class: 'stub'},
      h('p', {class: 'kind'}, dayAndTime(show.showTime, event.venue.timezone)),
      h('h2', {}, event.title),
      h('p', {class: 'where'}, `${event.venue.name}, ${event.city}`),
      h(
        'dl',
        {},
        h('div', {}, h('dt', {}, 'Section'), h('dd', {}, ticket.section)),
        ticket.row === null ? null : h('div', {}, h('dt', {}, 'Row'), h('dd', {}, ticket.row)),
        h('div', {}, h('dt', {}, ticket.row === null ? 'Place' : 'Seat'), h('dd', {}, ticket.number)),
      ),
      STATUS[ticket.status] ? h('p', {class: 'stamp'}, STATUS[ticket.status]) : null,
    ),
    code,
  );
};

const showCode = async (place, ticket, signal) => {
  const seat = ticket.row === null ? ticket.section : `row ${ticket.row}, seat ${ticket.number}`;
  try {
    const image = h('img', {src: await codeImage(ticket.ticketId, signal), alt: `Code for ${seat}`, width: 240, height: 240});
    place.replaceChildren(image);
  } catch {
    if (!signal.aborted) place.replaceChildren(h('p', {}, 'The code cannot be shown now. Load the page again.'));
  }
};
