/** When to come back to a stream that ended: at a time of one's own, as everybody else comes too. */

const FIRST_RETRY_MILLISECONDS = 500;
const LAST_RETRY_MILLISECONDS = 15_000;

/** Codes by which a server sends everybody away at once: it restarts, or has no updates to give. */
const SERVICE_RESTART = 1012;
const TRY_AGAIN_LATER = 1013;

/** Over this time those who were sent away together spread. */
const SPREAD_MILLISECONDS = 5_000;

export class ComeBack {
  #retry = FIRST_RETRY_MILLISECONDS;
  #chance;

  /** @param {() => number} chance from 0 to 1 */
  constructor(chance = Math.random) {
    this.#chance = chance;
  }

  /** The stream goes on: the next end begins anew. */
  succeeded() {
    this.#retry = FIRST_RETRY_MILLISECONDS;
  }

  /** @param {number} code with which the socket closed @returns {number} milliseconds */
  waitAfter(code) {
    const own = this.#retry * (0.5 + this.#chance());
    this.#retry = Math.min(this.#retry * 2, LAST_RETRY_MILLISECONDS);
    const together = code === SERVICE_RESTART || code === TRY_AGAIN_LATER;
    return together ? Math.max(own, SPREAD_MILLISECONDS * this.#chance()) : own;
  }
}
