/** What is on, where and when. */

import {json} from './client.js';

const query = (values) => {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
};

/** @param {{query?: string, city?: string, category?: string, date?: string, page?: number, limit?: number}} wanted */
export const searchEvents = (wanted, signal) => json('GET', `/v1/events?${query(wanted)}`, {signal});

export const findEvent = (eventId, signal) => json('GET', `/v1/events/${eventId}`, {signal});

/** The show with its `event`. */
export const findShow = (showId, signal) => json('GET', `/v1/shows/${showId}`, {signal});
