/** Takes what was chosen, whatever stands between: sign-in, the waiting room, a race. */

import {Refusal} from '../api/client.js';
import {hold} from '../api/seats.js';
import {session, signIn} from '../session/session.js';
import {admission, keepIntent, rememberHold} from './intent.js';
import {solve} from './proof-of-work.js';

/** Places without rows are all alike: losing one is no reason to ask. */
const DRAWS_MAX = 4;

/**
 * @typedef {{done: 'held', holdId: string} | {done: 'away'} | {done: 'queue'} | {done: 'refused', refusal: unknown}} Held
 */

/**
 * @param {string} showId
 * @param {import('./selection.js').Selection} selection
 * @returns {Promise<Held>}
 */
export const holdSelection = async (showId, selection) => {
  const places = [...selection.places].map(([section, number]) => [section.sectionId, number]);
  const seatIds = [...selection.seats].map((index) => selection.map.seatIds[index]);
  const chosen = new Set(seatIds);
  for (let draw = 1; ; draw++) {
    const outcome = await attempt({showId, seatIds: selection.seatIds()}, {showId, seatIds, places});
    const lost = outcome.done === 'refused' ? outcome.refusal?.problem?.seatIds : null;
    const onlyPlaces = lost?.length > 0 && lost.every((seatId) => !chosen.has(seatId));
    if (!onlyPlaces || outcome.refusal.code !== 'SEATS_UNAVAILABLE' || draw >= DRAWS_MAX) return outcome;
  }
};

/** @param {{quantity: number, sectionId?: string, priceCategory?: string, accessible?: boolean}} bestAvailable */
export const holdBest = (showId, bestAvailable) =>
  attempt({showId, bestAvailable}, {showId, bestAvailable});

const attempt = async (wanted, intent) => {
  if (!session.current()) return askToSignIn(intent);
  try {
    const held = await holdAfterProof(wanted);
    rememberHold(held);
    return {done: 'held', holdId: held.holdId};
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) return {done: 'refused', refusal};
    if (refusal.code === 'UNAUTHENTICATED') return askToSignIn(intent);
    if (refusal.code === 'ADMISSION_REQUIRED') {
      keepIntent(intent);
      return {done: 'queue'};
    }
    return {done: 'refused', refusal};
  }
};

/** Holds; where the box office suspects a robot, after a proof of work. */
const holdAfterProof = async (wanted) => {
  const send = (solution) =>
    hold(wanted, {admissionToken: admission(wanted.showId), solution, key: crypto.randomUUID()});
  try {
    return await send(null);
  } catch (refusal) {
    if (refusal.code !== 'CHALLENGE_REQUIRED' || !refusal.problem.challenge) throw refusal;
    return send(await solve(refusal.problem.challenge));
  }
};

const askToSignIn = async (intent) => {
  keepIntent(intent);
  await signIn(location.pathname + location.search);
  return {done: 'away'};
};
