/**
 * Keeps a seat map true: listens to its stream, takes the statuses anew when something is missing,
 * and comes back after a lost connection.
 */

import {availability} from '../api/seats.js';
import {pause} from '../api/client.js';
import {ComeBack} from './come-back.js';
import {StreamState} from './stream-state.js';

/** Longer than two beacons: then the line is dead, whatever it says. */
const SILENCE_MAX_MILLISECONDS = 25_000;

export class LiveSeats extends EventTarget {
  #map;
  #signal;
  #state;
  /** Frames that come while the statuses are taken anew; null at other times. */
  #waiting = null;
  #socket = null;
  #lastHeard = 0;
  #return = new ComeBack();

  /** @param {import('./model.js').SeatMap} map @param {AbortSignal} signal ends it */
  constructor(map, signal) {
    super();
    this.#map = map;
    this.#signal = signal;
    this.#state = new StreamState(map.seq);
    signal.addEventListener('abort', () => this.#socket?.close());
    addEventListener('online', () => this.#socket?.close(), {signal});
    document.addEventListener('visibilitychange', () => this.#wake(), {signal});
    const watch = setInterval(() => this.#wake(), SILENCE_MAX_MILLISECONDS / 2);
    signal.addEventListener('abort', () => clearInterval(watch));
    this.#connect();
  }

  #wake() {
    const silent = Date.now() - this.#lastHeard > SILENCE_MAX_MILLISECONDS;
    if (!document.hidden && silent && this.#socket?.readyState === WebSocket.OPEN) this.#socket.close();
  }

  #connect() {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const query = `since=${this.#state.seq}&format=compact`;
    const socket = new WebSocket(`${scheme}://${location.host}/v1/shows/${this.#map.showId}/stream?${query}`);
    this.#socket = socket;
    socket.addEventListener('message', ({data}) => {
      this.#lastHeard = Date.now();
      this.#return.succeeded();
      this.#say('live');
      this.#take(JSON.parse(data));
    });
    socket.addEventListener('close', ({code}) => void this.#comeBack(code));
  }

  async #comeBack(code) {
    if (this.#signal.aborted) return;
    this.#say('away');
    try {
      await pause(this.#return.waitAfter(code), this.#signal);
    } catch {
      return; // The visitor has left.
    }
    this.#connect();
  }

  #take(frame) {
    if (this.#waiting) {
      this.#waiting.push(frame);
      return;
    }
    const verdict = this.#state.take(frame);
    switch (verdict.do) {
      case 'apply':
        this.#map.apply(verdict.changes);
        break;
      case 'resync':
        void this.#resync();
        break;
      case 'nothing':
        break;
    }
  }

  async #resync() {
    this.#waiting = [];
    try {
      const {seq, packed} = await availability(this.#map.showId, this.#signal);
      this.#map.apply(this.#map.unpack(packed));
      this.#state = new StreamState(seq);
      const missed = this.#waiting.filter((frame) => frame.type === 'SEAT_UPDATE');
      this.#waiting = null;
      missed.forEach((frame) => this.#take(frame));
    } catch (failure) {
      this.#waiting = null;
      if (this.#signal.aborted) return;
      // A new connection says where it stands, and so begins this again.
      this.#socket?.close();
    }
  }

  #say(state) {
    this.dispatchEvent(new CustomEvent('state', {detail: state}));
  }
}
