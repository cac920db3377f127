/** The map's colours, out of the style sheet's tokens, so that light and dark are decided there. */

const CATEGORY_COLOURS = 8;

const read = () => {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  return {
    categories: Array.from({length: CATEGORY_COLOURS}, (_, i) => token(`--seat-${i + 1}`)),
    onCategory: token('--on-seat'),
    taken: token('--seat-taken'),
    held: token('--seat-held'),
    chosen: token('--seat-chosen'),
    onChosen: token('--on-seat-chosen'),
    shape: token('--map-shape'),
    shapeEdge: token('--map-shape-edge'),
    text: token('--map-text'),
    label: token('--map-label'),
    cursor: token('--focus'),
  };
};

/** @param {AbortSignal} signal @param {() => void} changed */
export const palette = (signal, changed) => {
  const colours = {...read()};
  matchMedia('(prefers-color-scheme: dark)').addEventListener(
    'change',
    () => {
      Object.assign(colours, read());
      changed();
    },
    {signal},
  );
  return colours;
};

/** @param {number} category its place among the prices, the dearest first */
export const categoryColour = (colours, category) => colours.categories[category % CATEGORY_COLOURS];

/** The style sheet's class for the same colour. */
export const categoryClass = (category) => `category-${(category % CATEGORY_COLOURS) + 1}`;
