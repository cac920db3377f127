/** Every refusal in plain words: what happened, and what can be done about it. */

import {Refusal, Unreachable} from './api/client.js';
import {fill, h} from './dom.js';
import {list, plural, spokenSeconds} from './format.js';
import {signIn} from './session/session.js';

/**
 * @typedef {object} Words
 * @property {string} title
 * @property {string} text
 * @property {'sign-in' | 'again' | 'home'} [action] what helps
 *
 * @typedef {object} Context
 * @property {(seatId: string) => string} [seatName] names a seat of the map that is shown
 * @property {boolean} [inPlace] what was tried can be tried again right here
 */

const declines = {
  insufficient_funds: 'There is not enough money on this card.',
  expired_card: 'This card has expired.',
  authentication_required: 'Your bank did not approve the payment.',
  payment_intent_authentication_failure: 'Your bank did not approve the payment.',
};

const uncancellable = {
  SHOW_OVER: 'The show has begun, so it can no longer be given back.',
  CHECKED_IN: 'A ticket of it has been used at the door.',
  NOT_CONFIRMED: 'It was not paid for, or was cancelled already.',
};

const namesOf = (problem, {seatName}) =>
  seatName && problem.seatIds?.length ? list(problem.seatIds.map(seatName)) : null;

/** @type {Record<string, (problem: Record<string, any>, context: Context) => Words>} */
const WORDS = {
  UNAUTHENTICATED: () => ({
    title: 'Please sign in',
    text: 'This needs to know who you are. Your last sign-in may have ended.',
    action: 'sign-in',
  }),
  FORBIDDEN: () => ({title: 'Not yours to do', text: 'Your account may not do this.', action: 'home'}),
  USER_MISMATCH: () => ({
    title: 'Somebody else is signed in',
    text: 'Sign in again with the account that began this.',
    action: 'sign-in',
  }),
  NOT_FOUND: () => ({title: 'Nothing here', text: 'There is no such page.', action: 'home'}),
  EVENT_NOT_FOUND: () => ({
    title: 'No such event',
    text: 'It may have been taken off the programme.',
    action: 'home',
  }),
  EVENT_CANCELLED: () => ({
    title: 'This event is cancelled',
    text: 'It will not take place. Whoever had tickets gets the money back.',
    action: 'home',
  }),
  SHOW_NOT_FOUND: () => ({
    title: 'No such show',
    text: 'It may not be open yet, or it is not part of this event.',
    action: 'home',
  }),
  HOLD_NOT_FOUND: () => ({
    title: 'Nothing is held for you here',
    text: 'The seats may have gone back on sale, or they are held by another account.',
    action: 'home',
  }),
  BOOKING_NOT_FOUND: () => ({
    title: 'No such booking',
    text: 'There is no booking of yours here. It may belong to another account.',
    action: 'home',
  }),
  TICKET_NOT_FOUND: () => ({
    title: 'No such ticket',
    text: 'It may have been cancelled or passed on.',
    action: 'home',
  }),
  METHOD_NOT_ALLOWED: () => ours(),
  UNSUPPORTED_MEDIA_TYPE: () => ours(),
  NOT_ACCEPTABLE: () => ours(),
  INTERNAL: () => ours(),
  BODY_TOO_LARGE: () => ({title: 'Too much at once', text: 'What was sent is too large.'}),
  VALIDATION_FAILED: (problem) => ({
    title: 'Something is not right',
    text: problem.errors?.length
      ? `${problem.errors.map((error) => `${error.field}: ${error.message}`).join('; ')}.`
      : 'The address or what was entered cannot be understood.',
  }),
  RATE_LIMITED: (_, {retryAfterSeconds}) => ({
    title: 'A little slower, please',
    text: `That was more than one visitor may ask in so short a time. Try again in ${spokenSeconds(retryAfterSeconds || 1)}.`,
    action: 'again',
  }),
  UNAVAILABLE: () => ({
    title: 'Very busy right now',
    text: 'The box office cannot answer at the moment. Nothing was changed; try again shortly.',
    action: 'again',
  }),
  IDEMPOTENCY_KEY_REUSED: () => ours(),
  REQUEST_IN_PROGRESS: () => ({
    title: 'Already on it',
    text: 'The same request is still being worked on. Give it a moment.',
    action: 'again',
  }),
  SHOW_NOT_ON_SALE: () => ({
    title: 'Not on sale now',
    text: 'Sales have not begun yet, or have ended.',
  }),
  TOO_MANY_DEVICES: () => ({
    title: 'Too many devices',
    text: 'Your account is buying from several devices at once. Go on with one of the others.',
  }),
  CHALLENGE_REQUIRED: () => ({
    title: 'A short check',
    text: 'Many requests come from your side, and the check that this is not a robot did not pass. Try again.',
    action: 'again',
  }),
  ADMISSION_REQUIRED: () => ({
    title: 'There is a waiting room',
    text: 'So many people want these seats that they are let in one after another.',
  }),
  QUEUE_NOT_OPEN: (problem) => ({
    title: 'The waiting room is not open yet',
    text: problem.opensAt
      ? `It opens on ${new Date(problem.opensAt).toLocaleString()}.`
      : 'Come back closer to the start of sales.',
  }),
  NOT_IN_QUEUE: () => ({title: 'You are not in the queue', text: 'Join it to be let in.'}),
  SEAT_NOT_FOUND: () => ({
    title: 'This seat is not part of the show',
    text: 'The map may have changed. Load the page again.',
    action: 'again',
  }),
  TICKET_LIMIT_REACHED: (problem) => ({
    title: 'That is more than one person may have',
    text:
      `This show allows ${plural(problem.limit, 'ticket', 'tickets')} a person` +
      (problem.owned > 0 ? `, and you have ${problem.owned} already, held ones included.` : '.'),
  }),
  ORPHAN_SEAT: (problem, context) => {
    const names = namesOf(problem, context);
    return {
      title: names && problem.seatIds.length > 1 ? 'Single seats would be left alone' : 'One seat would be left alone',
      text: `${names ? `This leaves ${names} without a neighbour, and nobody` : 'Nobody'} buys a single seat between others. Take ${names && problem.seatIds.length > 1 ? 'them' : 'it'} too, or move along: nothing is held yet.`,
    };
  },
  SEATS_UNAVAILABLE: (problem, context) => {
    const names = namesOf(problem, context);
    return names
      ? {
          title: 'Somebody was quicker',
          text: `${names} ${problem.seatIds.length === 1 ? 'has' : 'have'} just been taken. Nothing is held yet; choose again.`,
        }
      : {
          title: 'Not enough seats together',
          text: 'There are not that many seats left like this. Try fewer, or another area.',
        };
  },
  HOLD_NOT_EXTENDABLE: () => ({
    title: 'No more time to give',
    text: 'A hold can be made longer twice, while it runs. Please pay before the clock ends.',
  }),
  HOLD_NOT_RELEASABLE: () => ({
    title: 'These seats are being paid for',
    text: 'They cannot be given back in the middle of a payment.',
  }),
  HOLD_BOOKED: () => ({title: 'Already yours', text: 'These seats are paid for. See your bookings.'}),
  HOLD_EXPIRED: () => ({
    title: 'Your time ran out',
    text: 'The seats went back on sale. No money was taken.',
  }),
  PAYMENT_DECLINED: (problem) => ({
    title: 'The payment did not go through',
    text: `${declines[problem.declineCode] ?? 'The card was declined.'} Your seats stay yours while the clock runs: try another card.`,
  }),
  BOOKING_NOT_CANCELLABLE: (problem) => ({
    title: 'This booking cannot be cancelled',
    text: uncancellable[problem.reason] ?? 'It is too late for that.',
  }),
  TRANSFER_FORBIDDEN: () => ({
    title: 'This ticket cannot be passed on',
    text: 'It was used or cancelled, or the show is over.',
  }),
  NOT_CHECKED_IN: () => ({title: 'Not checked in', text: 'This ticket was not used yet.'}),
};

const ours = () => ({
  title: 'That went wrong',
  text: 'It is our fault, not yours. Nothing was charged for it; please try again.',
  action: 'again',
});

/** @param {unknown} failure @param {Context} [context] @returns {Words} */
export const wordsFor = (failure, context = {}) => {
  if (failure instanceof Refusal) {
    const words = WORDS[failure.code];
    const {retryAfterSeconds} = failure;
    return words ? words(failure.problem, {...context, retryAfterSeconds}) : {title: 'That did not work', text: failure.message};
  }
  if (failure instanceof Unreachable) {
    return {
      title: 'No connection',
      text: 'The box office cannot be reached. Check your network and try again.',
      action: 'again',
    };
  }
  console.error(failure);
  return ours();
};

/** A refusal as a part of the page; as all of it, with its title as the page's. */
export const refusalBox = (failure, context = {}, heading = () => h('h2', {})) => {
  const {title, text, action} = wordsFor(failure, context);
  return h(
    'section',
    {class: 'refusal', role: 'alert'},
    fill(heading(), title),
    h('p', {}, text),
    failure?.problem?.traceId && failure.status >= 500
      ? h('p', {class: 'small'}, `If you tell us of it: ${failure.problem.traceId}`)
      : null,
    action === 'again' && context.inPlace ? null : help(action),
  );
};

const help = (action) => {
  switch (action) {
    case 'sign-in':
      return h(
        'button',
        {type: 'button', class: 'primary', onclick: () => void signIn(location.pathname + location.search)},
        'Sign in',
      );
    case 'again':
      return h('button', {type: 'button', onclick: () => location.reload()}, 'Load again');
    case 'home':
      return h('a', {class: 'button', href: '/'}, 'See what’s on');
    default:
      return null;
  }
};
