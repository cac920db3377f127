/**
 * What a frame of the seat stream means for a map that has everything up to a number: pure, so that
 * it can be reasoned about. `seq` rises by one a frame; only RESYNC may jump.
 */

/** @typedef {{do: 'apply', changes: [number, number][]} | {do: 'nothing'} | {do: 'resync'}} Verdict */

const NOTHING = Object.freeze({do: 'nothing'});
const RESYNC = Object.freeze({do: 'resync'});

export class StreamState {
  /** @param {number} seq the last frame that the map has */
  constructor(seq) {
    this.seq = seq;
  }

  /** @returns {Verdict} */
  take(frame) {
    switch (frame.type) {
      case 'HELLO':
      case 'BEACON':
        return frame.seq > this.seq ? RESYNC : NOTHING;
      case 'SEAT_UPDATE':
        if (frame.seq <= this.seq) return NOTHING;
        if (frame.seq > this.seq + 1) return RESYNC;
        this.seq = frame.seq;
        return {do: 'apply', changes: frame.seats};
      case 'RESYNC':
        return RESYNC;
      default:
        return NOTHING;
    }
  }
}
