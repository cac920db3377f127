/** Paying for a hold, while its clock runs. */

import {announce} from '../announce.js';
import {confirm} from '../api/bookings.js';
import {findShow} from '../api/catalogue.js';
import {Refusal} from '../api/client.js';
import {extendHold, findHold, releaseHold} from '../api/seats.js';
import {fill, h} from '../dom.js';
import {dayAndTime, money, plural, seatName} from '../format.js';
import {refusalBox} from '../refusals.js';
import {navigate} from '../router.js';
import {needSignIn} from '../session/need-sign-in.js';
import {session} from '../session/session.js';
import {clock} from './clock.js';
import {forgetHold} from './intent.js';
import {paymentMethods} from './payment-methods.js';

export default async ({params, query, signal}) => {
  if (!session.current()) return needSignIn('These seats are held for the account that chose them.');
  const hold = await findHold(params.holdId, signal);
  const show = await findShow(hold.showId, signal);
  if (hold.status === 'BOOKED') return goTo('/bookings');
  const checkout = new Checkout(hold, show, signal);
  if (query.get('refused') === 'bank') {
    checkout.say('Your bank did not approve the payment', 'Nothing was taken. Your seats stay yours while the clock runs: please take another card.');
    // Said once: whoever comes back to this page later has tried something else meanwhile.
    history.replaceState(null, '', `/checkout/${hold.holdId}`);
  }
  return {title: 'Pay', content: checkout.element};
};

const goTo = async (path) => {
  await navigate(path, {replace: true});
  return null;
};

class Checkout {
  #hold;
  #show;
  #signal;
  #clock;
  #notice = h('div', {class: 'notice'});
  #form;
  #more;
  #busy = false;

  constructor(hold, show, signal) {
    this.#hold = hold;
    this.#show = show;
    this.#signal = signal;
    this.#clock = clock(hold.expiresInSeconds, {over: () => void this.#look()}, signal);
    this.#more = h('button', {type: 'button', class: 'quiet', onclick: () => void this.#extend()}, '5 minutes more');
    this.#form = this.#payForm();
    this.element = h(
      'div',
      {class: 'page checkout'},
      h('h1', {tabindex: -1}, 'Your seats are held'),
      h('div', {class: 'clock-row'}, this.#clock.element, this.#more),
      this.#notice,
      h('div', {class: 'two'}, this.#summary(), this.#form),
    );
    document.addEventListener('visibilitychange', () => !document.hidden && void this.#look(), {signal});
    if (hold.status === 'EXPIRED' || hold.status === 'RELEASED') this.#over();
  }

  #summary() {
    const {event} = this.#show;
    const {currency} = this.#hold;
    return h(
      'section',
      {class: 'summary-card'},
      h('h2', {}, event.title),
      h('p', {class: 'where'}, `${event.venue.name}, ${event.city}`),
      h('p', {class: 'when'}, dayAndTime(this.#show.showTime, event.venue.timezone)),
      h('ul', {class: 'items'}, this.#hold.items.map((item) => h('li', {}, h('span', {}, seatName(item)), h('span', {class: 'price'}, money(item.price, currency))))),
      h('p', {class: 'sum'}, h('span', {}, plural(this.#hold.items.length, 'seat', 'seats')), h('b', {}, money(this.#hold.totalAmount, currency))),
      h('button', {type: 'button', class: 'quiet', onclick: () => void this.#release()}, 'Give the seats back'),
    );
  }

  #payForm() {
    return h(
      'form',
      {
        class: 'pay',
        onsubmit: (event) => {
          event.preventDefault();
          void this.#pay(new FormData(event.target).get('paymentMethodId'));
        },
      },
      paymentMethods(),
      h('button', {type: 'submit', class: 'primary', id: 'pay'}, `Pay ${money(this.#hold.totalAmount, this.#hold.currency)}`),
      h('p', {class: 'small'}, 'No money moves: this is a test provider. Up to 24 hours before the show you get all of it back.'),
    );
  }

  say(title, text) {
    this.#notify(h('section', {class: 'refusal', role: 'alert'}, h('h2', {}, title), h('p', {}, text)));
  }

  /** Where it is seen: on a small screen what was pressed is far below. */
  #notify(box) {
    fill(this.#notice, box);
    this.#notice.scrollIntoView({block: 'center'});
  }

  #setBusy(busy) {
    this.#busy = busy;
    const button = this.#form.querySelector('#pay');
    button.disabled = busy;
    button.textContent = busy ? 'Paying …' : `Pay ${money(this.#hold.totalAmount, this.#hold.currency)}`;
  }

  async #pay(paymentMethodId) {
    if (this.#busy) return;
    this.#setBusy(true);
    fill(this.#notice);
    try {
      const answer = await confirm(this.#hold.holdId, paymentMethodId, crypto.randomUUID());
      if (answer.nextAction) {
        location.assign(answer.nextAction.url);
        return;
      }
      forgetHold();
      await navigate(`/bookings/${answer.bookingId}${answer.status === 'CONFIRMED' ? '?new' : ''}`);
    } catch (failure) {
      this.#setBusy(false);
      if (failure instanceof Refusal && failure.code === 'HOLD_EXPIRED') this.#over();
      else this.#notify(refusalBox(failure, {inPlace: true}));
    }
  }

  async #extend() {
    this.#more.disabled = true;
    try {
      const longer = await extendHold(this.#hold.holdId);
      this.#clock.restart(longer.expiresInSeconds);
      announce('You have five minutes more.');
      this.#more.disabled = false;
    } catch (failure) {
      this.#notify(refusalBox(failure, {inPlace: true}));
    }
  }

  async #release() {
    try {
      await releaseHold(this.#hold.holdId);
      forgetHold();
      await navigate(this.#showPath());
    } catch (failure) {
      this.#notify(refusalBox(failure, {inPlace: true}));
    }
  }

  /** What the server says is left: a browser that slept has missed some of it. */
  async #look() {
    if (this.#busy) return;
    const hold = await findHold(this.#hold.holdId, this.#signal).catch(() => null);
    if (!hold || this.#signal.aborted) return;
    switch (hold.status) {
      case 'ACTIVE':
        this.#clock.restart(Math.max(hold.expiresInSeconds, 1));
        break;
      case 'EXPIRED':
      case 'RELEASED':
        this.#over();
        break;
      case 'BOOKED':
        await navigate('/bookings', {replace: true});
        break;
      default:
        break; // Being paid for: the bank or another tab is at it.
    }
  }

  #over() {
    this.#clock.stop();
    forgetHold();
    const over = h(
      'div',
      {class: 'page narrow'},
      h('h1', {tabindex: -1}, 'Your time ran out'),
      h('section', {class: 'refusal', role: 'alert'}, h('p', {}, 'The seats went back on sale, and no money was taken. With a little luck they are still free.')),
      h('p', {}, h('a', {class: 'button primary', href: this.#showPath()}, 'Choose again')),
    );
    this.element.replaceWith(over);
    this.element = over;
  }

  #showPath() {
    return `/events/${this.#show.event.eventId}/shows/${this.#show.showId}`;
  }
}
