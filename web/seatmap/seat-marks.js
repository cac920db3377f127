/** What is drawn on and around single seats. */

import {FLAG, STATUS} from './model.js';

const PULSE_MILLISECONDS = 1200;
const FONT = '"Instrument Sans", system-ui, sans-serif';

const at = (view, map, index) => view.toScreen(map.x[index], map.y[index]);

/** A wheel and a head, a letter for companions, a stroke where something is in the way. */
export const drawSigns = (context, view, map, visible, seat, colours) => {
  context.strokeStyle = colours.onCategory;
  context.fillStyle = colours.onCategory;
  context.lineWidth = Math.max(1, seat * 0.09);
  context.beginPath();
  for (const index of visible) {
    const flags = map.flags[index];
    if (flags === 0 || map.status[index] !== STATUS.AVAILABLE) continue;
    const {x, y} = at(view, map, index);
    if (flags & FLAG.ACCESSIBLE) {
      context.moveTo(x + seat * 0.2, y + seat * 0.1);
      context.arc(x, y + seat * 0.1, seat * 0.2, 0, Math.PI * 1.5);
      context.moveTo(x, y - seat * 0.3);
      context.lineTo(x, y + seat * 0.05);
      context.lineTo(x + seat * 0.24, y + seat * 0.05);
    } else if (flags & FLAG.COMPANION) {
      context.moveTo(x + seat * 0.14, y);
      context.arc(x, y, seat * 0.14, 0, Math.PI * 2);
    } else {
      context.moveTo(x - seat * 0.24, y + seat * 0.24);
      context.lineTo(x + seat * 0.24, y - seat * 0.24);
    }
  }
  context.stroke();
};

export const drawNumbers = (context, view, map, visible, seat, colours) => {
  context.font = `600 ${Math.round(Math.min(seat * 0.42, 14))}px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.onCategory;
  for (const index of visible) {
    if (map.flags[index] & FLAG.ACCESSIBLE || map.status[index] !== STATUS.AVAILABLE) continue;
    const {x, y} = at(view, map, index);
    context.fillText(map.numbers[index], x, y + seat * 0.03);
  }
};

export const drawChosen = (context, view, map, chosen, seat, colours) => {
  for (const index of chosen) {
    const section = map.sectionOf[index];
    if (map.sections[section].generalAdmission || !map.isShown(section)) continue;
    const {x, y} = at(view, map, index);
    const size = Math.max(seat * 1.16, 11);
    context.beginPath();
    context.roundRect(x - size / 2, y - size / 2, size, size, size * 0.3);
    context.fillStyle = colours.chosen;
    context.fill();
    context.lineWidth = Math.max(1.5, size * 0.08);
    context.strokeStyle = colours.onChosen;
    context.stroke();
    context.beginPath();
    context.lineWidth = Math.max(1.5, size * 0.12);
    context.moveTo(x - size * 0.2, y + size * 0.02);
    context.lineTo(x - size * 0.05, y + size * 0.18);
    context.lineTo(x + size * 0.22, y - size * 0.16);
    context.stroke();
  }
};

export const drawCursor = (context, view, map, index, seat, colours) => {
  const {x, y} = at(view, map, index);
  const size = Math.max(seat * 1.5, 16);
  context.beginPath();
  context.roundRect(x - size / 2, y - size / 2, size, size, size * 0.3);
  context.lineWidth = 2.5;
  context.strokeStyle = colours.cursor;
  context.stroke();
};

/** A ring around each seat that has just changed hands. Forgets those that have faded. */
export const drawPulses = (context, view, map, pulses, now, seat, colours) => {
  for (const [index, since] of pulses) {
    const age = (now - since) / PULSE_MILLISECONDS;
    if (age >= 1) {
      pulses.delete(index);
      continue;
    }
    const {x, y} = at(view, map, index);
    context.beginPath();
    context.arc(x, y, Math.max(seat, 6) * (0.6 + age * 0.7), 0, Math.PI * 2);
    context.globalAlpha = 1 - age;
    context.lineWidth = 2;
    context.strokeStyle = map.isAvailable(index) ? colours.cursor : colours.held;
    context.stroke();
    context.globalAlpha = 1;
  }
};
