/** Seats: their map, and holding them. */

import {call, json} from './client.js';

const seats = (eventId, showId) => `/v1/events/${eventId}/shows/${showId}/seats`;

export const seatMap = (eventId, showId, signal) =>
  json('GET', seats(eventId, showId), {signal, shared: true});

/** The sections with how many seats are left, without the seats: small, so it comes first. */
export const sectionsOf = (eventId, showId, signal) =>
  json('GET', `${seats(eventId, showId)}?view=sections`, {signal, shared: true});

/** All statuses as they are now: two bits a seat, in the map's order. */
export const availability = async (showId, signal) => {
  const response = await call('GET', `/v1/shows/${showId}/availability`, {signal, fresh: true});
  return {
    seq: Number(response.headers.get('X-Seq')),
    packed: new Uint8Array(await response.arrayBuffer()),
  };
};

/**
 * @param {{showId: string, seatIds?: string[], bestAvailable?: object}} wanted
 * @param {{admissionToken?: string | null, solution?: string | null, key: string}} options the key
 *     makes a repeat harmless
 */
export const hold = (wanted, {admissionToken, solution, key}) =>
  json('POST', '/v1/bookings/hold', {
    body: wanted,
    repeatable: true,
    headers: {
      'Idempotency-Key': key,
      ...(admissionToken ? {'X-Admission-Token': admissionToken} : {}),
      ...(solution ? {'X-Challenge-Solution': solution} : {}),
    },
  });

export const findHold = (holdId, signal) => json('GET', `/v1/bookings/hold/${holdId}`, {signal});
export const extendHold = (holdId) => json('POST', `/v1/bookings/hold/${holdId}/extend`);
export const releaseHold = (holdId) =>
  json('DELETE', `/v1/bookings/hold/${holdId}`, {repeatable: true});
