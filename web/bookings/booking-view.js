/** One booking: being paid for, with its tickets, or given back. */

import {announce} from '../announce.js';
import {calendarFile, findBooking, pdfLink, ticketsOf} from '../api/bookings.js';
import {findShow} from '../api/catalogue.js';
import {pause} from '../api/client.js';
import {serverNow} from '../api/server-time.js';
import {fill, h} from '../dom.js';
import {dayAndTime, money, plural} from '../format.js';
import {refusalBox} from '../refusals.js';
import {navigate} from '../router.js';
import {needSignIn} from '../session/need-sign-in.js';
import {session} from '../session/session.js';
import {askToCancel} from './cancel-dialog.js';
import {ticketCard} from './ticket-card.js';

const ASK_AGAIN_MILLISECONDS = [400, 600, 1000, 1500, 2500];

/** Whoever has just come back from the bank is not sent there again before we have heard of it. */
const HEAR_OF_THE_BANK_AFTER = 3;

export default async ({params, query, signal}) => {
  if (!session.current()) return needSignIn('Bookings are shown to those who made them.');
  let booking = await findBooking(params.bookingId, signal);
  if (booking.status === 'PENDING') {
    const element = settling();
    void settle(booking, element, signal);
    return {title: 'Payment', content: element};
  }
  const show = await findShow(booking.showId, signal);
  const content = h('div', {class: 'page'});
  const draw = () => drawBooking(content, booking, show, query.has('new'), signal, again);
  const again = async () => {
    booking = await findBooking(params.bookingId, signal);
    draw();
  };
  draw();
  return {title: show.event.title, content};
};

const settling = () =>
  h(
    'div',
    {class: 'page narrow'},
    h('h1', {tabindex: -1}, 'Your payment is on its way'),
    h('p', {role: 'status'}, 'Your bank and the box office are settling it. This takes a few seconds; you may stay here or come back later.'),
    h('div', {class: 'pulse', 'aria-hidden': 'true'}),
  );

/** Until the payment has an end, good or bad. */
const settle = async (first, element, signal) => {
  let booking = first;
  const bank = h('p', {role: 'status'});
  element.append(bank);
  try {
    for (let asked = 0; booking.status === 'PENDING'; asked++) {
      // A declined payment leaves the booking pending, and gives the hold back to its buyer.
      if (booking.paymentStatus === 'DECLINED') {
        await navigate(`/checkout/${booking.holdId}?refused=bank`, {replace: true});
        return;
      }
      fill(bank, booking.nextAction && asked >= HEAR_OF_THE_BANK_AFTER ? goOnAtTheBank(booking.nextAction) : null);
      await pause(backoff(asked), signal);
      booking = await findBooking(booking.bookingId, signal);
    }
    await navigate(`/bookings/${booking.bookingId}?new`, {replace: true});
  } catch (failure) {
    if (!signal.aborted) element.append(refusalBox(failure));
  }
};

const goOnAtTheBank = ({url}) => ['Your bank has not heard from you yet. ', h('a', {href: url}, 'Go on at your bank')];

const backoff = (asked) => ASK_AGAIN_MILLISECONDS[Math.min(asked, ASK_AGAIN_MILLISECONDS.length - 1)];

const drawBooking = (content, booking, show, isNew, signal, again) => {
  const {event} = show;
  const place = h('div', {class: 'tickets-place'});
  const notice = h('div', {class: 'notice'});
  fill(
    content,
    h('h1', {tabindex: -1}, heading(booking, isNew)),
    h('p', {class: 'lead'}, `${event.title} · ${event.venue.name}, ${event.city} · ${dayAndTime(show.showTime, event.venue.timezone)}`),
    booking.refundAmount !== undefined ? h('p', {class: 'refund'}, refundInWords(booking)) : null,
    place,
    notice,
    booking.status === 'CONFIRMED' ? actions(booking, show, notice, again) : null,
    h('p', {class: 'small'}, `${plural(booking.seats.length, 'seat', 'seats')}, ${money(booking.totalAmount, booking.currency)} · Booking ${booking.bookingId}`),
  );
  if (booking.status === 'CONFIRMED') void showTickets(place, booking, show, signal);
};

const heading = ({status}, isNew) => {
  switch (status) {
    case 'CONFIRMED':
      return isNew ? 'See you there.' : 'Your tickets';
    case 'CANCELLED':
      return 'Cancelled';
    default:
      return 'Not paid for';
  }
};

const refundInWords = ({refundAmount, currency, refundStatus}) => {
  const amount = money(refundAmount, currency);
  switch (refundStatus) {
    case 'SUCCEEDED':
      return `${amount} went back to your card.`;
    case 'FAILED':
      return `${amount} should have gone back to your card, but your bank refused it. We look after it.`;
    case 'PENDING':
      return `${amount} goes back to your card.`;
    default:
      return refundAmount === 0 ? 'There was nothing to pay back.' : `${amount} goes back to your card.`;
  }
};

const showTickets = async (place, booking, show, signal) => {
  fill(place, h('p', {class: 'printing', role: 'status'}, 'Your tickets are being printed …'));
  try {
    let current = booking;
    for (let asked = 0; !current.ticketUrl; asked++) {
      await pause(backoff(asked), signal);
      current = await findBooking(booking.bookingId, signal);
    }
    const {items} = await ticketsOf(booking.bookingId, signal);
    fill(place, h('ul', {class: 'tickets'}, items.map((ticket) => ticketCard(ticket, show, signal))));
    announce(`${plural(items.length, 'ticket', 'tickets')}, with the codes for the door.`);
  } catch (failure) {
    if (!signal.aborted) fill(place, refusalBox(failure));
  }
};

const actions = (booking, show, notice, again) => {
  const attempt = (action) => async () => {
    try {
      await action();
    } catch (failure) {
      fill(notice, refusalBox(failure, {inPlace: true}));
    }
  };
  return h(
    'div',
    {class: 'buttons'},
    h('button', {type: 'button', onclick: attempt(() => openPdf(booking))}, 'Print (PDF)'),
    h('button', {type: 'button', onclick: attempt(() => saveCalendar(booking, show))}, 'Add to calendar'),
    Date.parse(show.showTime) > serverNow()
      ? h('button', {type: 'button', class: 'quiet', onclick: () => askToCancel(booking, () => void again())}, 'Cancel tickets')
      : null,
  );
};

/** The window first, while the click still counts; then where to. */
const openPdf = async (booking) => {
  const opened = window.open('', '_blank');
  try {
    const url = await pdfLink(booking.bookingId);
    if (opened) opened.location = url;
    else location.assign(url);
  } catch (failure) {
    opened?.close();
    throw failure;
  }
};

const saveCalendar = async (booking, show) => {
  const url = URL.createObjectURL(await calendarFile(booking.bookingId));
  const link = h('a', {href: url, download: `${show.event.title}.ics`});
  link.click();
  URL.revokeObjectURL(url);
};
