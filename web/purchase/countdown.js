/**
 * How long a hold lasts. It follows what the server said is left when it answered, not a clock time:
 * the visitor's clock may be wrong. Pure but for the clock it is given.
 */
export class Countdown {
  #now;
  #endsAt;

  /** @param {number} seconds @param {() => number} [now] milliseconds that only ever rise */
  constructor(seconds, now = () => performance.now()) {
    this.#now = now;
    this.restart(seconds);
  }

  restart(seconds) {
    this.total = seconds;
    this.#endsAt = this.#now() + seconds * 1000;
  }

  get secondsLeft() {
    return Math.max(0, Math.ceil((this.#endsAt - this.#now()) / 1000));
  }

  get isOver() {
    return this.#endsAt <= this.#now();
  }
}
