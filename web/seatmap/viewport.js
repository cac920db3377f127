/** Which part of the map is on the screen: map coordinates times scale, plus an offset. */

const LARGEST_PITCH_PIXELS = 46;
const SMALLEST_OF_FIT = 0.85;

export class Viewport {
  /** @param {{left: number, top: number, right: number, bottom: number}} bounds @param {number} pitch */
  constructor(bounds, pitch) {
    this.bounds = bounds;
    this.pitch = pitch;
    this.width = 1;
    this.height = 1;
    this.scale = 1;
    this.x = 0;
    this.y = 0;
    /** Whether all of the map is shown, and is to stay so when the screen changes. */
    this.fitted = true;
  }

  resize(width, height) {
    const wasFit = this.fitted;
    const middle = this.toMap(this.width / 2, this.height / 2);
    this.width = Math.max(width, 1);
    this.height = Math.max(height, 1);
    if (wasFit) this.fit();
    else this.centre(middle.x, middle.y, this.scale);
  }

  get fitScale() {
    const {left, top, right, bottom} = this.bounds;
    return Math.min(this.width / (right - left), this.height / (bottom - top));
  }

  get largestScale() {
    return Math.max(LARGEST_PITCH_PIXELS / this.pitch, this.fitScale);
  }

  fit() {
    const {left, top, right, bottom} = this.bounds;
    this.centre((left + right) / 2, (top + bottom) / 2, this.fitScale);
    this.fitted = true;
  }

  /** Shows a rectangle of the map as large as it goes. */
  frame({left, top, right, bottom}) {
    const scale = Math.min(this.width / (right - left), this.height / (bottom - top));
    this.centre((left + right) / 2, (top + bottom) / 2, scale);
  }

  centre(x, y, scale) {
    this.scale = this.#allowed(scale);
    this.x = this.width / 2 - x * this.scale;
    this.y = this.height / 2 - y * this.scale;
    this.#keepInSight();
  }

  /** Zooms so that what is under a point of the screen stays there. */
  zoomAt(screenX, screenY, factor) {
    const scale = this.#allowed(this.scale * factor);
    this.x = screenX - ((screenX - this.x) * scale) / this.scale;
    this.y = screenY - ((screenY - this.y) * scale) / this.scale;
    this.scale = scale;
    this.#keepInSight();
  }

  panBy(dx, dy) {
    this.x += dx;
    this.y += dy;
    this.#keepInSight();
  }

  toScreen(x, y) {
    return {x: x * this.scale + this.x, y: y * this.scale + this.y};
  }

  toMap(x, y) {
    return {x: (x - this.x) / this.scale, y: (y - this.y) / this.scale};
  }

  #allowed(scale) {
    return Math.min(Math.max(scale, this.fitScale * SMALLEST_OF_FIT), this.largestScale);
  }

  /** At least the middle of the screen shows some of the map. */
  #keepInSight() {
    this.fitted = false;
    const {left, top, right, bottom} = this.bounds;
    const [halfWidth, halfHeight] = [this.width / 2, this.height / 2];
    this.x = Math.min(Math.max(this.x, halfWidth - right * this.scale), halfWidth - left * this.scale);
    this.y = Math.min(Math.max(this.y, halfHeight - bottom * this.scale), halfHeight - top * this.scale);
  }
}
