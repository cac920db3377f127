/**
 * Draws a seat map onto a canvas.
 *
 * Seats of one look are drawn together, and how much of a seat is drawn depends on its size on the
 * screen: a dot, a square, a rounded seat, its number. Where a whole picture takes longer than a
 * frame may, moving shows the last picture, moved, and a true one follows when the hand rests.
 */

import {categoryColour} from './palette.js';
import {FLAG, STATUS} from './model.js';
import {drawAreas, drawRowLabels, drawSectionLabels, drawShapes} from './lettering.js';
import {drawChosen, drawCursor, drawNumbers, drawPulses, drawSigns} from './seat-marks.js';

const SEAT_OF_PITCH = 0.78;
const ROUNDED_FROM_PIXELS = 7;
const SIGNS_FROM_PIXELS = 8;
const NUMBERS_FROM_PIXELS = 21;
const ROW_LABELS_FROM_PIXELS = 8;
const SECTION_LABELS_UP_TO_PIXELS = 11;

/** A picture slower than this is not drawn anew in every frame of a movement. */
const FRAME_SHARE_MILLISECONDS = 9;

export class Painter {
  #canvas;
  #context;
  #picture = document.createElement('canvas');
  #pictured = null;
  #cost = 0;
  #ratio = 1;
  #groups = [];

  /** @param {HTMLCanvasElement} canvas @param {import('./model.js').SeatMap} map */
  constructor(canvas, map, colours) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.map = map;
    this.colours = colours;
  }

  resize(width, height) {
    this.#ratio = Math.min(devicePixelRatio || 1, 2);
    for (const canvas of [this.#canvas, this.#picture]) {
      canvas.width = Math.max(1, Math.round(width * this.#ratio));
      canvas.height = Math.max(1, Math.round(height * this.#ratio));
    }
    this.#pictured = null;
  }

  /** The last picture is not true any more. */
  forget() {
    this.#pictured = null;
  }

  /**
   * @param {import('./viewport.js').Viewport} view
   * @param {{chosen: Set<number>, cursor: number, pulses: Map<number, number>, now: number, moving: boolean}} scene
   */
  paint(view, scene) {
    const lazy = scene.moving && this.#pictured && this.#cost > FRAME_SHARE_MILLISECONDS;
    if (!lazy && !this.#isPictured(view)) this.#draw(view);
    this.#show(view);
    this.#over(view, scene);
  }

  #isPictured({scale, x, y}) {
    const last = this.#pictured;
    return last !== null && last.scale === scale && last.x === x && last.y === y;
  }

  /** The last picture, moved to where it would be now. */
  #show(view) {
    const context = this.#context;
    const last = this.#pictured;
    const grown = view.scale / last.scale;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.setTransform(
      grown,
      0,
      0,
      grown,
      (view.x - last.x * grown) * this.#ratio,
      (view.y - last.y * grown) * this.#ratio,
    );
    context.drawImage(this.#picture, 0, 0);
  }

  #draw(view) {
    const since = performance.now();
    const context = this.#picture.getContext('2d');
    const seat = this.map.pitch * view.scale * SEAT_OF_PITCH;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#picture.width, this.#picture.height);
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    drawShapes(context, view, this.map, this.colours);
    drawAreas(context, view, this.map, this.colours);
    const visible = this.#drawSeats(context, view, seat);
    if (seat >= SIGNS_FROM_PIXELS) drawSigns(context, view, this.map, visible, seat, this.colours);
    if (seat >= NUMBERS_FROM_PIXELS) drawNumbers(context, view, this.map, visible, seat, this.colours);
    if (seat >= ROW_LABELS_FROM_PIXELS) drawRowLabels(context, view, this.map, seat, this.colours);
    if (seat <= SECTION_LABELS_UP_TO_PIXELS) drawSectionLabels(context, view, this.map, this.colours);
    this.#pictured = {scale: view.scale, x: view.x, y: view.y};
    this.#cost = performance.now() - since;
  }

  #drawSeats(context, view, seat) {
    const {map, colours} = this;
    const from = view.toMap(0, 0);
    const to = view.toMap(view.width, view.height);
    const margin = map.pitch;
    // One group for each category's free seats, then those that are held, then all others.
    const held = map.categories.length;
    const taken = held + 1;
    const groups = (this.#groups = Array.from({length: taken + 1}, (_, i) => {
      const group = this.#groups[i] ?? [];
      group.length = 0;
      return group;
    }));
    const visible = [];
    map.grid.within(from.x - margin, from.y - margin, to.x + margin, to.y + margin, (index) => {
      const status = map.status[index];
      const group =
        status === STATUS.AVAILABLE
          ? map.sections[map.sectionOf[index]].category
          : status === STATUS.HELD
            ? held
            : taken;
      groups[group].push(index);
      visible.push(index);
    });
    context.globalAlpha = 1;
    groups.forEach((indices, group) => {
      context.fillStyle =
        group < held ? categoryColour(colours, group) : group === held ? colours.held : colours.taken;
      // What is gone is smaller, so that colour is not all that tells.
      const size = Math.max(group < held ? seat : group === held ? seat * 0.8 : seat * 0.55, 0.7);
      this.#fill(context, view, indices, size);
    });
    return visible;
  }

  #fill(context, view, indices, size) {
    const {x: xs, y: ys} = this.map;
    const {scale, x: left, y: top} = view;
    const half = size / 2;
    if (size < ROUNDED_FROM_PIXELS) {
      for (const i of indices) context.fillRect(xs[i] * scale + left - half, ys[i] * scale + top - half, size, size);
      return;
    }
    context.beginPath();
    const radii = [size * 0.28, size * 0.28, size * 0.42, size * 0.42];
    for (const i of indices) {
      context.roundRect(xs[i] * scale + left - half, ys[i] * scale + top - half, size, size, radii);
    }
    context.fill();
  }

  #over(view, {chosen, cursor, pulses, now}) {
    const context = this.#context;
    const seat = Math.max(this.map.pitch * view.scale * SEAT_OF_PITCH, 5);
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    drawPulses(context, view, this.map, pulses, now, seat, this.colours);
    drawChosen(context, view, this.map, chosen, seat, this.colours);
    if (cursor >= 0) drawCursor(context, view, this.map, cursor, seat, this.colours);
  }
}

/** What is special about a seat, in words. */
export const flagsInWords = (flags) =>
  [
    flags & FLAG.ACCESSIBLE ? 'for wheelchairs' : null,
    flags & FLAG.COMPANION ? 'for a companion' : null,
    flags & FLAG.RESTRICTED_VIEW ? 'restricted view' : null,
  ].filter(Boolean);
