/** Fingers, mouse and wheel on a map: dragging, pinching, wheeling, and a tap that is neither. */

const DRAG_FROM_PIXELS = 7;
const WHEEL_ZOOM = 0.0016;

/**
 * @param {HTMLElement} element
 * @param {{pan: (dx: number, dy: number) => void, zoom: (x: number, y: number, factor: number) => void,
 *     tap: (x: number, y: number, coarse: boolean) => void, hover: (x: number, y: number) => void,
 *     out: () => void, rest: () => void}} on
 */
export const gestures = (element, on, signal) => {
  /** @type {Map<number, {x: number, y: number}>} */
  const fingers = new Map();
  let travelled = 0;

  const place = (event) => {
    const {left, top} = element.getBoundingClientRect();
    return {x: event.clientX - left, y: event.clientY - top};
  };
  const middle = () => {
    const [a, b] = [...fingers.values()];
    return {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y)};
  };
  const listen = (type, listener, options = {}) =>
    element.addEventListener(type, listener, {signal, ...options});

  listen('pointerdown', (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, place(event));
  });
  listen('pointermove', (event) => {
    const now = place(event);
    const before = fingers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') on.hover(now.x, now.y);
      return;
    }
    if (fingers.size === 2) {
      const old = middle();
      fingers.set(event.pointerId, now);
      const fresh = middle();
      travelled = Infinity;
      on.pan(fresh.x - old.x, fresh.y - old.y);
      on.zoom(fresh.x, fresh.y, fresh.apart / Math.max(old.apart, 1));
      return;
    }
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    fingers.set(event.pointerId, now);
    if (travelled > DRAG_FROM_PIXELS) {
      on.out();
      on.pan(now.x - before.x, now.y - before.y);
    }
  });
  const up = (event) => {
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return;
    if (travelled <= DRAG_FROM_PIXELS && event.type === 'pointerup') {
      const {x, y} = place(event);
      on.tap(x, y, event.pointerType !== 'mouse');
    }
    on.rest();
  };
  listen('pointerup', up);
  listen('pointercancel', up);
  listen('pointerleave', () => on.out());
  listen(
    'wheel',
    (event) => {
      event.preventDefault();
      const {x, y} = place(event);
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      on.zoom(x, y, Math.exp(-event.deltaY * lines * WHEEL_ZOOM));
    },
    {passive: false},
  );
};
