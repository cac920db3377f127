/** The map as a part of a page: a canvas that can be moved, zoomed and picked from. */

import {announce} from '../announce.js';
import {h} from '../dom.js';
import {money, seatName} from '../format.js';
import {gestures} from './gestures.js';
import {firstSeat, keyboard, nextSeat} from './keyboard.js';
import {areaPath} from './lettering.js';
import {STATUS} from './model.js';
import {flagsInWords, Painter} from './painter.js';
import {palette} from './palette.js';
import {Viewport} from './viewport.js';

const STATE_WORDS = ['free', 'held by somebody', 'taken', 'not for sale'];

/** A seat narrower than this is zoomed to rather than guessed at. */
const PICK_FROM_PIXELS = {mouse: 7, finger: 13};
const PICK_PITCH_PIXELS = 26;
const RESTS_AFTER_MILLISECONDS = 140;

/** More changes at once than anybody can follow are not shown one by one. */
const PULSES_MAX = 400;

export class SeatMapView {
  #map;
  #on;
  #view;
  #painter;
  #canvas;
  #tip;
  #scene;
  #frame = 0;
  #restTimer = 0;
  #calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

  /**
   * @param {import('./model.js').SeatMap} map
   * @param {Set<number>} chosen indices, drawn as they are
   * @param {{pick: (index: number) => void, area: (section: object) => void}} on
   * @param {AbortSignal} signal
   */
  constructor(map, chosen, on, signal) {
    this.#map = map;
    this.#on = on;
    this.#view = new Viewport(map.bounds, map.pitch);
    this.#canvas = h('canvas', {
      tabindex: 0,
      role: 'application',
      'aria-label':
        'Seat map. Arrow keys go from seat to seat, Enter chooses, plus and minus zoom, 0 shows all.',
    });
    this.#tip = h('div', {class: 'tip', hidden: true, 'aria-hidden': 'true'});
    this.#scene = {chosen, cursor: -1, pulses: new Map(), now: 0, moving: false};
    this.#painter = new Painter(this.#canvas, map, palette(signal, () => this.redraw()));
    this.element = h(
      'div',
      {class: 'map'},
      this.#canvas,
      this.#tip,
      this.#floorSwitch(),
      h(
        'div',
        {class: 'zoom', role: 'group', 'aria-label': 'Zoom'},
        this.#button('+', 'Closer', () => this.#zoomMiddle(1.6)),
        this.#button('−', 'Further away', () => this.#zoomMiddle(1 / 1.6)),
        this.#button('⤢', 'The whole house', () => this.fit()),
      ),
    );
    this.#listen(signal);
  }

  #button(sign, label, onclick) {
    return h('button', {type: 'button', 'aria-label': label, title: label, onclick}, sign);
  }

  /** Only where floors lie above each other. */
  #floorSwitch() {
    const {floors} = this.#map;
    if (floors.length < 2) return null;
    const buttons = floors.map(({name}, floor) =>
      h('button', {type: 'button', 'aria-pressed': floor === 0, onclick: () => this.#map.lookAt(floor)}, name),
    );
    this.#map.addEventListener('floor', () => {
      buttons.forEach((button, floor) => button.setAttribute('aria-pressed', String(floor === this.#map.floor)));
      this.#scene.cursor = -1;
      this.#scene.pulses.clear();
      this.redraw();
    });
    return h('div', {class: 'floors', role: 'group', 'aria-label': 'Floor'}, buttons);
  }

  #listen(signal) {
    const sized = new ResizeObserver(([{contentRect}]) => {
      this.#view.resize(contentRect.width, contentRect.height);
      this.#painter.resize(contentRect.width, contentRect.height);
      this.#draw();
    });
    sized.observe(this.element);
    signal.addEventListener('abort', () => sized.disconnect());
    this.#map.addEventListener('change', ({detail}) => this.#changed(detail), {signal});
    this.#canvas.addEventListener('blur', () => this.#putCursor(-1), {signal});
    // The letters on the map are of the page's own font, which may come after the map.
    document.fonts.ready.then(() => this.redraw());
    gestures(
      this.#canvas,
      {
        pan: (dx, dy) => this.#move(() => this.#view.panBy(dx, dy)),
        zoom: (x, y, factor) => this.#move(() => this.#view.zoomAt(x, y, factor)),
        tap: (x, y, coarse) => this.#tap(x, y, coarse),
        hover: (x, y) => this.#hover(x, y),
        out: () => this.#hideTip(),
        rest: () => this.#rest(),
      },
      signal,
    );
    keyboard(
      this.#canvas,
      {
        walk: (direction) => this.#walk(direction),
        pick: () => this.#scene.cursor >= 0 && this.#on.pick(this.#scene.cursor),
        zoom: (factor) => this.#zoomMiddle(factor),
        fit: () => this.fit(),
      },
      signal,
    );
  }

  fit() {
    this.#view.fit();
    this.#draw();
  }

  /** Shows a section as large as it goes. */
  showSection(section) {
    this.#map.lookAtFloorOf(section.index);
    const {pitch, x, y} = this.#map;
    const frame = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
    for (let i = section.start; i < section.end; i++) {
      frame.left = Math.min(frame.left, x[i] - pitch * 2);
      frame.right = Math.max(frame.right, x[i] + pitch * 2);
      frame.top = Math.min(frame.top, y[i] - pitch * 2);
      frame.bottom = Math.max(frame.bottom, y[i] + pitch * 2);
    }
    this.#view.frame(frame);
    this.#draw();
  }

  /** Where a seat is on the page, in the canvas' own pixels. */
  placeOf(index) {
    return this.#view.toScreen(this.#map.x[index], this.#map.y[index]);
  }

  /** Brings a seat into sight, large enough to be picked. */
  showSeat(index) {
    this.#map.lookAtFloorOf(this.#map.sectionOf[index]);
    const scale = Math.max(this.#view.scale, PICK_PITCH_PIXELS / this.#map.pitch);
    this.#view.centre(this.#map.x[index], this.#map.y[index], scale);
    this.#draw();
  }

  /** What is chosen or how it looks has changed. */
  redraw() {
    this.#painter.forget();
    this.#draw();
  }

  describe(index) {
    const status = this.#scene.chosen.has(index) ? 'chosen' : STATE_WORDS[this.#map.status[index]];
    const price = money(this.#map.priceOf(index), this.#map.currency);
    return [seatName(this.#map.nameOf(index)), price, status, ...flagsInWords(this.#map.flags[index])].join(', ');
  }

  #changed(indices) {
    if (!this.#calm && indices.length <= PULSES_MAX) {
      const now = performance.now();
      for (const index of indices) {
        const section = this.#map.sectionOf[index];
        const isSeen = !this.#map.sections[section].generalAdmission && this.#map.isShown(section);
        if (isSeen) this.#scene.pulses.set(index, now);
      }
    }
    this.redraw();
  }

  #move(change) {
    change();
    this.#scene.moving = true;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#rest(), RESTS_AFTER_MILLISECONDS);
    this.#draw();
  }

  #rest() {
    this.#scene.moving = false;
    this.#draw();
  }

  #zoomMiddle(factor) {
    this.#move(() => this.#view.zoomAt(this.#view.width / 2, this.#view.height / 2, factor));
  }

  /** At the next frame, once. */
  #draw() {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0;
      this.#scene.now = now;
      this.#painter.paint(this.#view, this.#scene);
      if (this.#scene.pulses.size > 0) this.#draw();
    });
  }

  /** @returns {number} the seat at a point of the screen, or -1 */
  #seatAt(x, y) {
    const at = this.#view.toMap(x, y);
    return this.#map.grid.nearest(at.x, at.y, Math.max(this.#map.pitch * 0.62, 9 / this.#view.scale));
  }

  #areaAt(x, y) {
    const at = this.#view.toMap(x, y);
    const context = this.#canvas.getContext('2d');
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    const found = this.#map.sections.find(
      (section) =>
        section.generalAdmission && section.total > 0 && this.#map.isShown(section.index) && context.isPointInPath(areaPath(this.#map, section), at.x, at.y),
    );
    context.restore();
    return found;
  }

  #tap(x, y, coarse) {
    this.#hideTip();
    const index = this.#seatAt(x, y);
    if (index < 0) {
      const area = this.#areaAt(x, y);
      if (area) this.#on.area(area);
      return;
    }
    const pixels = this.#map.pitch * this.#view.scale;
    if (pixels < PICK_FROM_PIXELS[coarse ? 'finger' : 'mouse']) {
      const at = this.#view.toMap(x, y);
      this.#view.centre(at.x, at.y, PICK_PITCH_PIXELS / this.#map.pitch);
      this.#draw();
      return;
    }
    this.#on.pick(index);
  }

  #hover(x, y) {
    const index = this.#seatAt(x, y);
    this.#canvas.classList.toggle('over-seat', index >= 0 && this.#map.status[index] === STATUS.AVAILABLE);
    if (index < 0 || this.#map.pitch * this.#view.scale < PICK_FROM_PIXELS.mouse) {
      this.#hideTip();
      return;
    }
    this.#tip.textContent = this.describe(index);
    this.#tip.hidden = false;
    const place = this.placeOf(index);
    const left = Math.min(Math.max(place.x, 110), this.#view.width - 110);
    const below = place.y < 90;
    this.#tip.classList.toggle('below', below);
    this.#tip.style.transform =
      `translate(${Math.round(left)}px, ${Math.round(place.y)}px) translate(-50%, ${below ? '20px' : 'calc(-100% - 16px)'})`;
  }

  #hideTip() {
    this.#tip.hidden = true;
  }

  #walk(direction) {
    const {cursor} = this.#scene;
    const next =
      cursor < 0
        ? firstSeat(this.#map, this.#view.toMap(this.#view.width / 2, this.#view.height / 2))
        : nextSeat(this.#map, cursor, direction);
    if (next < 0) return;
    this.#putCursor(next);
    const {x, y} = this.placeOf(next);
    const small = this.#map.pitch * this.#view.scale < PICK_FROM_PIXELS.finger;
    const outside = x < 40 || y < 40 || x > this.#view.width - 40 || y > this.#view.height - 40;
    if (small || outside) this.showSeat(next);
    announce(this.describe(next));
  }

  #putCursor(index) {
    this.#scene.cursor = index;
    this.#draw();
  }
}
