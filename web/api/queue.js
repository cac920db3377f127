/** The waiting room. */

import {json} from './client.js';

export const join = (showId) => json('POST', `/v1/queue/${showId}`, {repeatable: true});
export const place = (showId, signal) => json('GET', `/v1/queue/${showId}`, {signal, fresh: true});
export const leave = (showId) => json('DELETE', `/v1/queue/${showId}`, {repeatable: true});
