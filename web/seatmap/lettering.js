/** What is drawn under and beside the seats: the house, the areas, and what they are called. */

import {count} from '../format.js';
import {categoryColour} from './palette.js';
import {pathOf} from './shapes.js';

const FONT = '"Instrument Sans", system-ui, sans-serif';
const AREA_RADIUS_PITCHES = 5;

/** How much wider than its section a label may be. */
const LABEL_OF_SECTION = 1.15;

export const drawShapes = (context, view, map, colours) => {
  inMap(context, view, () => {
    context.lineWidth = 1 / view.scale;
    for (const shape of map.shapes) {
      const path = pathOf(shape);
      if (!path) continue;
      context.fillStyle = colours.shape;
      context.strokeStyle = colours.shapeEdge;
      context.fill(path);
      context.stroke(path);
    }
  });
  context.font = `600 13px ${FONT}`;
  centred(context);
  context.fillStyle = colours.text;
  for (const shape of map.shapes) {
    if (shape.kind !== 'text' || !shape.text) continue;
    const {x, y} = view.toScreen(shape.x, shape.y);
    context.fillText(shape.text, x, y);
  }
};

/** Where people stand: a ground of the price's colour, with what is left of it. */
export const drawAreas = (context, view, map, colours) => {
  for (const section of map.sections) {
    if (!section.generalAdmission || section.total === 0 || !map.isShown(section.index)) continue;
    const path = areaPath(map, section);
    const colour = section.available > 0 ? categoryColour(colours, section.category) : colours.taken;
    inMap(context, view, () => {
      context.globalAlpha = section.available > 0 ? 0.85 : 0.5;
      context.fillStyle = colour;
      context.fill(path);
      context.globalAlpha = 1;
    });
    const {x, y} = view.toScreen(map.x[section.start], map.y[section.start]);
    centred(context);
    context.fillStyle = colours.onCategory;
    context.font = `650 14px ${FONT}`;
    if (context.measureText(shortName(section)).width > widthOf(map, section) * view.scale) continue;
    context.fillText(shortName(section), x, y - 9);
    context.font = `500 12px ${FONT}`;
    context.fillText(section.available > 0 ? `${count(section.available)} places` : 'Sold out', x, y + 9);
  }
};

const widthOf = (map, {shape}) =>
  shape?.width ?? (shape?.radius ?? map.pitch * AREA_RADIUS_PITCHES) * 2;

/** The ground of an area, in the map's coordinates. */
export const areaPath = (map, section) => {
  if (section.shape) return pathOf(section.shape);
  const path = new Path2D();
  path.arc(map.x[section.start], map.y[section.start], map.pitch * AREA_RADIUS_PITCHES, 0, Math.PI * 2);
  return path;
};

/** At both ends of each row. */
export const drawRowLabels = (context, view, map, seat, colours) => {
  context.font = `600 ${Math.round(Math.min(Math.max(seat * 0.5, 9), 13))}px ${FONT}`;
  centred(context);
  context.fillStyle = colours.text;
  // Where floors lie above each other their rows' labels do too: once is enough.
  const written = new Set();
  for (const {label, first, last} of map.rows) {
    if (!map.isShown(map.sectionOf[first])) continue;
    const a = view.toScreen(map.x[first], map.y[first]);
    const b = view.toScreen(map.x[last], map.y[last]);
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const reach = (map.pitch * view.scale) / length;
    const [dx, dy] = first === last ? [map.pitch * view.scale, 0] : [(b.x - a.x) * reach, (b.y - a.y) * reach];
    for (const [x, y] of [[a.x - dx, a.y - dy], [b.x + dx, b.y + dy]]) {
      const place = `${label} ${Math.round(x / 9)} ${Math.round(y / 9)}`;
      const isSeen = x > -20 && y > -20 && x < view.width + 20 && y < view.height + 20;
      if (isSeen && !written.has(place)) context.fillText(label, x, y);
      written.add(place);
    }
  }
};

/** The largest sections' names, where they leave something of the section to be seen. */
export const drawSectionLabels = (context, view, map, colours) => {
  if (map.sections.length < 2) return;
  context.font = `600 12px ${FONT}`;
  centred(context);
  const taken = [];
  const bySize = map.sections
    .filter((section) => !section.generalAdmission && map.isShown(section.index))
    .sort((a, b) => b.total - a.total);
  for (const section of bySize) {
    const {middle, across, isCompact} = extentOf(map, section);
    if (!isCompact) continue;
    const {x, y} = view.toScreen(...middle);
    const text = section.available > 0 ? shortName(section) : `${shortName(section)}: sold out`;
    const width = context.measureText(text).width + 14;
    if (width > across * view.scale * LABEL_OF_SECTION) continue;
    const box = {left: x - width / 2, right: x + width / 2, top: y - 11, bottom: y + 11};
    if (x < 0 || y < 0 || x > view.width || y > view.height || taken.some((other) => touch(box, other))) continue;
    taken.push(box);
    context.fillStyle = colours.label;
    context.globalAlpha = 0.88;
    context.beginPath();
    context.roundRect(box.left, box.top, width, 22, 11);
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = colours.text;
    context.fillText(text, x, y + 0.5);
  }
};

/** "Lower 101" of "Lower 101, Corner": the price tells the rest. */
const shortName = ({name, zone, priceCategory}) =>
  zone && name === `${zone}, ${priceCategory}` ? zone : name;

/** Where a section's middle is, how far it goes across, and whether its seats are around that. */
const extentOf = (map, section) => {
  if (!section.extent) {
    let [x, y] = [0, 0];
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = section.start; i < section.end; i++) {
      x += map.x[i];
      y += map.y[i];
      left = Math.min(left, map.x[i]);
      right = Math.max(right, map.x[i]);
      top = Math.min(top, map.y[i]);
      bottom = Math.max(bottom, map.y[i]);
    }
    const middle = [x / section.total, y / section.total];
    const inMiddle = map.grid.nearest(...middle, map.pitch * 3, (index) => map.sectionOf[index] === section.index);
    section.extent = {
      middle,
      across: Math.sqrt((right - left) * (bottom - top)),
      isCompact: inMiddle >= 0,
    };
  }
  return section.extent;
};

const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const centred = (context) => {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
};

const inMap = (context, view, draw) => {
  context.save();
  context.transform(view.scale, 0, 0, view.scale, view.x, view.y);
  draw();
  context.restore();
};
