/** A grid over points, to find the ones near a place without looking at all of them. */

const POINTS_A_CELL = 4;

export class Grid {
  #x;
  #y;
  #cell;
  #left;
  #top;
  #columns;
  #lines;
  /** Where each cell's points begin in `#order`. */
  #starts;
  #order;

  /**
   * @param {Float32Array} x
   * @param {Float32Array} y
   * @param {(index: number) => boolean} [wanted] which of the points count
   */
  constructor(x, y, wanted = () => true) {
    this.#x = x;
    this.#y = y;
    const chosen = [];
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < x.length; i++) {
      if (!wanted(i)) continue;
      chosen.push(i);
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      top = Math.min(top, y[i]);
      bottom = Math.max(bottom, y[i]);
    }
    this.length = chosen.length;
    this.#left = chosen.length > 0 ? left : 0;
    this.#top = chosen.length > 0 ? top : 0;
    const width = Math.max(right - left, 1);
    const height = Math.max(bottom - top, 1);
    this.#cell = Math.max(Math.sqrt((width * height * POINTS_A_CELL) / Math.max(chosen.length, 1)), 1e-3);
    this.#columns = chosen.length > 0 ? Math.floor(width / this.#cell) + 1 : 1;
    this.#lines = chosen.length > 0 ? Math.floor(height / this.#cell) + 1 : 1;
    this.#sort(chosen);
  }

  #sort(chosen) {
    this.#starts = new Uint32Array(this.#columns * this.#lines + 1);
    for (const i of chosen) this.#starts[this.#cellOf(i) + 1]++;
    for (let c = 0; c < this.#columns * this.#lines; c++) this.#starts[c + 1] += this.#starts[c];
    const next = this.#starts.slice();
    this.#order = new Uint32Array(chosen.length);
    for (const i of chosen) this.#order[next[this.#cellOf(i)]++] = i;
  }

  #column(x) {
    return Math.min(Math.max(Math.floor((x - this.#left) / this.#cell), 0), this.#columns - 1);
  }

  #line(y) {
    return Math.min(Math.max(Math.floor((y - this.#top) / this.#cell), 0), this.#lines - 1);
  }

  #cellOf(i) {
    return this.#line(this.#y[i]) * this.#columns + this.#column(this.#x[i]);
  }

  /** The nth point of the grid. */
  indexAt(n) {
    return this.#order[n];
  }

  /** Visits every point in a rectangle, and some just outside. */
  within(left, top, right, bottom, visit) {
    const [first, last] = [this.#column(left), this.#column(right)];
    for (let line = this.#line(top); line <= this.#line(bottom); line++) {
      const from = this.#starts[line * this.#columns + first];
      const to = this.#starts[line * this.#columns + last + 1];
      for (let n = from; n < to; n++) visit(this.#order[n]);
    }
  }

  /**
   * @param {(index: number) => boolean} [wanted] which points count
   * @returns {number} the nearest point within a distance, or -1
   */
  nearest(x, y, within, wanted = () => true) {
    let best = -1;
    let distance = within;
    const most = Math.max(this.#columns, this.#lines) * this.#cell;
    // Wider and wider, until nothing outside can be nearer.
    for (let reach = Math.min(this.#cell, within); ; reach *= 2) {
      this.within(x - reach, y - reach, x + reach, y + reach, (i) => {
        const away = Math.hypot(this.#x[i] - x, this.#y[i] - y);
        if (away <= distance && wanted(i)) {
          distance = away;
          best = i;
        }
      });
      if ((best >= 0 && distance <= reach) || reach >= within || reach > most) return best;
    }
  }
}
