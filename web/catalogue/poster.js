/**
 * A poster for every event: the organiser's, where the place allows it, or one that is made from
 * the event itself, always the same for the same event.
 */

import {h, svg} from '../dom.js';
import {config} from '../config.js';

const PALETTES = 6;

/** FNV-1a: enough to tell events apart. */
const hash = (text) => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
};

/** Numbers from 0 up to 1, the same ones for the same seed (xorshift). */
const numbers = (seed) => {
  let state = seed || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

/** @param {{eventId: string, title: string, category: string, posterUrl: string | null}} event */
export const poster = (event) => {
  const place = h('div', {class: 'poster', 'aria-hidden': 'true'}, drawn(event));
  if (event.posterUrl) void replaceBy(place, event.posterUrl);
  return place;
};

const replaceBy = async (place, url) => {
  const {posterOrigins} = await config();
  if (!posterOrigins.includes(new URL(url).origin)) return;
  const image = h('img', {src: url, alt: '', loading: 'lazy'});
  image.addEventListener('load', () => place.replaceChildren(image));
};

const drawn = ({eventId, category}) => {
  const seed = hash(eventId);
  const random = numbers(seed);
  return svg(
    'svg',
    {viewBox: '0 0 320 240', preserveAspectRatio: 'xMidYMid slice', class: `art art-${seed % PALETTES}`},
    svg('rect', {width: 320, height: 240, class: 'ground'}),
    (MOTIFS[category] ?? MOTIFS.theater)(random),
  );
};

const MOTIFS = {
  /** A curtain, opening. */
  theater: (random) => {
    const folds = 7 + Math.floor(random() * 4);
    const opening = 40 + random() * 70;
    const half = (side) =>
      Array.from({length: folds}, (_, i) => {
        const from = (i / folds) * (160 - opening * 0.25);
        const to = ((i + 1) / folds) * (160 - opening * 0.25);
        const [a, b] = side < 0 ? [from, to] : [320 - from, 320 - to];
        const [c, d] = [i, i + 1].map((fold) => side * opening * 0.95 * (fold / folds));
        return svg('path', {
          class: i % 2 ? 'ink-1' : 'ink-2',
          d: `M${a} 0 L${b} 0 C${b} 100 ${b + d} 140 ${b + d} 240 L${a + c} 240 C${a + c} 140 ${a} 100 ${a} 0Z`,
        });
      });
    return [
      svg('ellipse', {cx: 160, cy: 236, rx: 90 + opening * 0.4, ry: 34, class: 'ink-3'}),
      svg('circle', {cx: 160, cy: 140 - random() * 30, r: 22 + random() * 22, class: 'ink-3'}),
      half(1),
      half(-1),
    ];
  },
  /** Rings that spread from a source. */
  concerts: (random) => {
    const [x, y] = [60 + random() * 200, 70 + random() * 120];
    const rings = 9 + Math.floor(random() * 4);
    const gap = 20 + random() * 8;
    return Array.from({length: rings}, (_, i) => {
      const radius = (rings - i) * gap;
      const shift = (i % 2 ? 1 : -1) * random() * 10;
      return svg('circle', {cx: x + shift, cy: y - shift, r: radius, class: `ink-${(i % 3) + 1}`});
    });
  },
  /** The lines of a ground, seen from above and askew. */
  sports: (random) => {
    const turn = -24 + random() * 48;
    return svg(
      'g',
      {transform: `translate(160 120) rotate(${turn}) scale(${1.15 + random() * 0.3})`},
      [-150, -90, -30, 30, 90].map((x, i) =>
        svg('rect', {x, y: -190, width: 60, height: 380, class: i % 2 ? 'ink-1' : 'ink-2'}),
      ),
      svg('g', {class: 'lines'}, [
        svg('circle', {cx: 0, cy: 0, r: 46}),
        svg('line', {x1: 0, y1: -190, x2: 0, y2: 190}),
        svg('rect', {x: -150, y: -62, width: 60, height: 124}),
        svg('rect', {x: 90, y: -62, width: 60, height: 124}),
      ]),
      svg('circle', {cx: -40 + random() * 80, cy: -40 + random() * 80, r: 13, class: 'ink-3'}),
    );
  },
  /** A beam out of the dark. */
  movies: (random) => {
    const [x, y] = [20 + random() * 60, 40 + random() * 60];
    const spread = 60 + random() * 50;
    return [
      svg('path', {d: `M${x} ${y} L340 ${120 - spread} L340 ${150 + spread}Z`, class: 'ink-1'}),
      svg('path', {d: `M${x} ${y} L340 ${130 - spread * 0.5} L340 ${140 + spread * 0.5}Z`, class: 'ink-2'}),
      svg('path', {d: `M${x} ${y} L340 125 L340 ${130 + spread * 0.2}Z`, class: 'ink-3'}),
      svg('circle', {cx: x, cy: y, r: 17, class: 'ink-3'}),
      Array.from({length: 9}, (_, i) => svg('rect', {x: 10 + i * 35, y: 214, width: 18, height: 13, rx: 3, class: 'ink-1'})),
    ];
  },
};
