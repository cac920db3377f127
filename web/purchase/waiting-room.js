/** The place in a waiting room, until it is one's turn. */

import {announce} from '../announce.js';
import {pause, Refusal} from '../api/client.js';
import {join, leave, place} from '../api/queue.js';
import {fill, h} from '../dom.js';
import {count, plural} from '../format.js';
import {refusalBox} from '../refusals.js';
import {rememberAdmission} from './intent.js';

const ASK_AGAIN_MILLISECONDS = 2000;

/**
 * @param {string} showId
 * @param {{admitted: () => void, left: () => void}} on
 * @param {AbortSignal} signal
 * @returns {HTMLElement}
 */
export const waitingRoom = (showId, on, signal) => {
  const state = h('div', {class: 'place'});
  const element = h(
    'section',
    {class: 'waiting-room', 'aria-label': 'Waiting room'},
    h('h2', {}, 'Waiting room'),
    h('p', {}, 'Many people want these seats. You keep your place while this page is open, and it goes on by itself when it is your turn.'),
    state,
    h(
      'button',
      {
        type: 'button',
        onclick: async () => {
          await leave(showId).catch(() => null);
          on.left();
        },
      },
      'Leave the queue',
    ),
  );
  void wait(showId, state, on, signal);
  return element;
};

const wait = async (showId, state, on, signal) => {
  let said = null;
  try {
    for (let entry = await join(showId); ; entry = await nextEntry(showId, signal)) {
      if (signal.aborted || !state.isConnected) return;
      if (entry.status === 'ADMITTED') {
        rememberAdmission(showId, entry);
        announce('It is your turn.');
        on.admitted();
        return;
      }
      if (entry.status === 'EXPIRED') entry = await join(showId);
      fill(state, inWords(entry));
      if (entry.position !== said) announce(entry.position === null ? 'You are in.' : `You are number ${entry.position} in line.`);
      said = entry.position;
      await pause(ASK_AGAIN_MILLISECONDS, signal);
    }
  } catch (failure) {
    if (!signal.aborted) fill(state, refusalBox(failure));
  }
};

const nextEntry = async (showId, signal) => {
  try {
    return await place(showId, signal);
  } catch (failure) {
    if (failure instanceof Refusal && failure.code === 'NOT_IN_QUEUE') return join(showId);
    throw failure;
  }
};

const inWords = (entry) =>
  entry.status === 'LOBBY' || entry.position === null
    ? [
        h('p', {class: 'big'}, 'You are in.'),
        h('p', {}, 'The doors are not open yet. When they open, the order is drawn by lot: being early is no advantage.'),
      ]
    : [
        h('p', {class: 'big'}, h('span', {}, 'Number '), h('b', {}, count(entry.position)), ' in line'),
        h('p', {}, entry.ahead === 0 ? 'You are next.' : `${plural(entry.ahead, 'person is', 'people are')} before you: ${waitInWords(entry)} or so.`),
        h('div', {class: 'pulse', 'aria-hidden': 'true'}),
      ];

const waitInWords = ({estimatedWaitSeconds, estimatedWaitMinutes}) =>
  estimatedWaitSeconds < 60 ? 'a minute' : plural(Math.max(1, estimatedWaitMinutes), 'minute', 'minutes');
