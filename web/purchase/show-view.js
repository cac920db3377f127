/** Choosing seats of one show. */

import {alertAloud, announce} from '../announce.js';
import {findShow} from '../api/catalogue.js';
import {findHold, seatMap, sectionsOf} from '../api/seats.js';
import {serverNow} from '../api/server-time.js';
import {fill, h} from '../dom.js';
import {dayAndTime, list, plural, seatName} from '../format.js';
import {refusalBox} from '../refusals.js';
import {navigate} from '../router.js';
import {LiveSeats} from '../seatmap/live-seats.js';
import {SeatMap} from '../seatmap/model.js';
import {SeatMapView} from '../seatmap/seat-map-view.js';
import {session} from '../session/session.js';
import {basket} from './basket.js';
import {findTogether} from './find-together.js';
import {holdBest, holdSelection} from './hold-seats.js';
import {lastHold, takeIntent} from './intent.js';
import {sectionList} from './section-list.js';
import {Selection} from './selection.js';
import {waitingRoom} from './waiting-room.js';

export default async ({params, signal}) => {
  const [show, sections] = await Promise.all([
    findShow(params.showId, signal),
    sectionsOf(params.eventId, params.showId, signal),
  ]);
  const page = new ShowPage(show, signal);
  page.begin(params.eventId, sections);
  return {title: show.event.title, content: page.element};
};

class ShowPage {
  #show;
  #signal;
  #map = null;
  #mapView = null;
  #selection = null;
  #holding = false;
  #house;
  #panel;
  #notice;
  #basket;

  constructor(show, signal) {
    this.#show = show;
    this.#signal = signal;
    this.#house = h('div', {class: 'house', 'aria-busy': 'true'}, h('p', {class: 'drawing'}, `Drawing ${plural(show.totalSeats, 'seat', 'seats')} …`));
    this.#notice = h('div', {class: 'notice'});
    this.#panel = h('div', {class: 'choices'});
    this.#basket = h('div', {class: 'basket-place'});
    const {event} = show;
    this.element = h(
      'div',
      {class: 'seats-page'},
      this.#house,
      h(
        'aside',
        {class: 'panel', 'aria-label': 'Your seats'},
        h(
          'header',
          {},
          h('p', {class: 'back'}, h('a', {href: `/events/${event.eventId}`}, '← All dates')),
          h('h1', {tabindex: -1}, event.title),
          h('p', {class: 'where'}, `${event.venue.name}, ${event.city}`),
          h('p', {class: 'when'}, h('time', {datetime: show.showTime}, dayAndTime(show.showTime, event.venue.timezone))),
          this.#onSale() ? null : h('p', {class: 'tag few'}, notOnSale(show)),
        ),
        this.#notice,
        this.#panel,
        this.#basket,
      ),
    );
  }

  #onSale() {
    const {status, salesStartAt, showTime} = this.#show;
    const now = serverNow();
    return status === 'OPEN' && (!salesStartAt || Date.parse(salesStartAt) <= now) && Date.parse(showTime) > now;
  }

  /** The sections first, as they are few; the seats when they are there. */
  begin(eventId, sections) {
    fill(this.#panel, sectionList(sections.sections, sections.currency, null));
    void this.#open(eventId);
    void this.#offerHold();
  }

  async #open(eventId) {
    try {
      this.#map = new SeatMap(await seatMap(eventId, this.#show.showId, this.#signal));
    } catch (failure) {
      if (!this.#signal.aborted) fill(this.#house, refusalBox(failure));
      return;
    }
    if (this.#signal.aborted) return;
    this.#selection = new Selection(this.#map, this.#show.seatsPerUserMax);
    this.#mapView = new SeatMapView(
      this.#map,
      this.#selection.seats,
      {pick: (index) => this.#pick(index), area: (section) => this.#pickArea(section)},
      this.#signal,
    );
    const live = h('p', {class: 'live'}, 'Live');
    const stream = new LiveSeats(this.#map, this.#signal);
    stream.addEventListener('state', ({detail}) => {
      live.classList.toggle('away', detail === 'away');
      live.textContent = detail === 'away' ? 'Reconnecting …' : 'Live';
    });
    this.#map.addEventListener('change', () => this.#dropTaken(), {signal: this.#signal});
    this.#selection.addEventListener('change', () => this.#chosen());
    fill(this.#house, this.#mapView.element, live);
    this.#house.removeAttribute('aria-busy');
    // For those who look into the page from outside, such as a story told by a test.
    this.#house.dataset.seats = String(this.#map.length);
    this.element.seatMap = {map: this.#map, view: this.#mapView};
    this.#showChoices();
    await this.#resume();
  }

  #showChoices() {
    fill(
      this.#panel,
      findTogether(this.#map, this.#selection.max, (wanted) => void this.#take(() => holdBest(this.#show.showId, wanted))),
      sectionList(this.#map.sections, this.#map.currency, {
        map: this.#map,
        selection: this.#selection,
        show: (section) => this.#mapView.showSection(section),
        signal: this.#signal,
      }),
    );
    this.#chosen();
  }

  #chosen() {
    this.#mapView.redraw();
    const hadFocus = this.#basket.contains(document.activeElement);
    fill(
      this.#basket,
      basket(this.#map, this.#selection, {
        onSale: this.#onSale(),
        busy: this.#holding,
        hold: () => void this.#take(() => holdSelection(this.#show.showId, this.#selection)),
        show: (index) => this.#mapView.showSeat(index),
      }),
    );
    // What was clicked is gone; whoever uses the keyboard must not be thrown to the page's start.
    if (hadFocus) this.#basket.querySelector('button:not([disabled])')?.focus();
  }

  #pick(index) {
    const name = seatName(this.#map.nameOf(index));
    switch (this.#selection.toggle(index)) {
      case 'added':
        fill(this.#notice);
        announce(`${name} chosen. ${plural(this.#selection.count, 'seat', 'seats')} in all.`);
        break;
      case 'removed':
        announce(`${name} no longer chosen.`);
        break;
      case 'unavailable':
        announce(this.#mapView.describe(index));
        break;
      case 'full':
        this.#say('That is all one person may have', `This show allows ${plural(this.#selection.max, 'seat', 'seats')} a person. Take one away to choose another.`);
        break;
    }
  }

  #pickArea(section) {
    const before = this.#selection.places.get(section) ?? 0;
    const now = this.#selection.ask(section, before + 1);
    announce(`${section.name}: ${plural(now, 'place', 'places')}.`);
  }

  /** Seats that somebody else got while they were only chosen here. */
  #dropTaken() {
    if (this.#holding) return;
    const taken = [...this.#selection.seats].filter((index) => !this.#map.isAvailable(index));
    const dropped = this.#selection.drop(taken);
    for (const [section, number] of this.#selection.places) {
      if (section.available < number) this.#selection.ask(section, number);
    }
    if (dropped.length === 0) return;
    const names = list(dropped.map((index) => seatName(this.#map.nameOf(index))));
    this.#say('Somebody was quicker', `${names} ${dropped.length === 1 ? 'has' : 'have'} just been taken. Choose again.`);
  }

  #say(title, text) {
    fill(this.#notice, h('section', {class: 'refusal'}, h('h2', {}, title), h('p', {}, text)));
    alertAloud(`${title}. ${text}`);
  }

  /** @param {() => Promise<import('./hold-seats.js').Held>} attempt */
  async #take(attempt) {
    if (this.#holding) return;
    this.#holding = true;
    fill(this.#notice);
    this.#chosen();
    const outcome = await attempt();
    if (this.#signal.aborted) return;
    if (outcome.done === 'held') {
      await navigate(`/checkout/${outcome.holdId}`);
      return;
    }
    this.#holding = false;
    this.#chosen();
    switch (outcome.done) {
      case 'refused':
        this.#refused(outcome.refusal);
        break;
      case 'queue':
        this.#queue();
        break;
      case 'away':
        break;
    }
  }

  #refused(refusal) {
    const indices = (refusal?.problem?.seatIds ?? []).map((seatId) => this.#map.indexOf(seatId));
    fill(
      this.#notice,
      refusalBox(refusal, {
        inPlace: true,
        seatName: (seatId) => {
          const index = this.#map.indexOf(seatId);
          return index < 0 ? 'a seat' : seatName(this.#map.nameOf(index));
        },
      }),
    );
    const dropped = this.#selection.drop(indices);
    if (dropped.length > 0) this.#mapView.showSeat(dropped[0]);
    this.#notice.scrollIntoView({block: 'nearest'});
  }

  #queue() {
    const back = () => {
      this.#showChoices();
      void this.#resume();
    };
    fill(this.#basket);
    fill(
      this.#panel,
      waitingRoom(
        this.#show.showId,
        {
          admitted: back,
          left: () => {
            takeIntent(this.#show.showId);
            this.#showChoices();
          },
        },
        this.#signal,
      ),
    );
  }

  /** Goes on with what was begun before signing in or waiting. */
  async #resume() {
    if (!session.current()) return;
    const {showId} = this.#show;
    const intent = takeIntent(showId);
    if (!intent) return;
    if (intent.bestAvailable) {
      await this.#take(() => holdBest(showId, intent.bestAvailable));
      return;
    }
    for (const seatId of intent.seatIds ?? []) {
      const index = this.#map.indexOf(seatId);
      if (index >= 0 && !this.#selection.seats.has(index)) this.#selection.toggle(index);
    }
    for (const [sectionId, number] of intent.places ?? []) {
      const section = this.#map.sections.find((found) => found.sectionId === sectionId);
      if (section) this.#selection.ask(section, number);
    }
    if (this.#selection.count > 0) await this.#take(() => holdSelection(showId, this.#selection));
  }

  /** Somebody who looked at the map again while seats are held for them. */
  async #offerHold() {
    const holdId = session.current() ? lastHold(this.#show.showId) : null;
    if (!holdId) return;
    const held = await findHold(holdId, this.#signal).catch(() => null);
    if (held?.status !== 'ACTIVE' || this.#signal.aborted) return;
    fill(
      this.#notice,
      h(
        'section',
        {class: 'refusal kind-word'},
        h('h2', {}, `You hold ${plural(held.seats.length, 'seat', 'seats')}`),
        h('p', {}, h('a', {class: 'button primary', href: `/checkout/${holdId}`}, 'Go on to pay')),
      ),
    );
  }
}

const notOnSale = ({status, salesStartAt, event}) => {
  switch (status) {
    case 'SOLD_OUT':
      return 'Sold out';
    case 'CANCELLED':
      return 'Cancelled';
    case 'OPEN':
      return salesStartAt && Date.parse(salesStartAt) > serverNow()
        ? `On sale from ${dayAndTime(salesStartAt, event.venue.timezone)}`
        : 'Sales have ended';
    default:
      return 'Not on sale';
  }
};
