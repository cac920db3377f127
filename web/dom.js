/**
 * Making elements. Text is always text: nothing that comes from outside can become markup.
 *
 * @typedef {Node | string | number | null | undefined | false} Child
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} name
 * @param {Record<string, unknown>} [attributes] `on...` are listeners, `class` and the rest
 *     attributes; null and false leave one out
 * @param {...(Child | Child[])} children
 */
export const h = (name, attributes = {}, ...children) =>
  filled(document.createElement(name), attributes, children);

/** The same for SVG. */
export const svg = (name, attributes = {}, ...children) =>
  filled(document.createElementNS(SVG, name), attributes, children);

/** Replaces what is in an element. */
export const fill = (element, ...children) => {
  element.replaceChildren(...nodes(children));
  return element;
};

const filled = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || (value === false && !name.startsWith('aria-'))) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, name.startsWith('aria-') ? 'true' : '');
    else element.setAttribute(name, String(value));
  }
  element.append(...nodes(children));
  return element;
};

const nodes = (children) =>
  children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
