/** Paying, what was bought, and its tickets. */

import {call, json} from './client.js';

/** 201 and 200 are a booking; 202 one whose payment is not settled. */
export const confirm = (holdId, paymentMethodId, key) =>
  json('POST', '/v1/bookings/confirm', {
    body: {holdId, paymentMethodId},
    repeatable: true,
    headers: {'Idempotency-Key': key},
  });

export const myBookings = (page, signal) => json('GET', `/v1/bookings?page=${page}`, {signal});
export const findBooking = (bookingId, signal) => json('GET', `/v1/bookings/${bookingId}`, {signal});

export const cancel = (bookingId, seatIds, key) =>
  json('DELETE', `/v1/bookings/${bookingId}`, {
    body: seatIds ? {seatIds} : {},
    repeatable: true,
    headers: {'Idempotency-Key': key},
  });

export const ticketsOf = (bookingId, signal) =>
  json('GET', `/v1/bookings/${bookingId}/tickets`, {signal});

/** The code as an image that needs no token any more. */
export const codeImage = async (ticketId, signal) => {
  const response = await call('GET', `/v1/tickets/${ticketId}/qr.svg`, {
    signal,
    headers: {Accept: 'image/svg+xml'},
  });
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await response.text())}`;
};

/** Where the PDF is for a few minutes. */
export const pdfLink = async (bookingId) =>
  (await json('GET', `/v1/bookings/${bookingId}/ticket.pdf?as=link`)).url;

export const calendarFile = async (bookingId) => {
  const response = await call('GET', `/v1/bookings/${bookingId}/ticket.ics`, {
    headers: {Accept: 'text/calendar'},
  });
  return response.blob();
};
