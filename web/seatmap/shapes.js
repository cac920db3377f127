/** What is drawn beside the seats: the stage, and the areas in which people stand. */

/** @typedef {{kind: string, x: number, y: number, width?: number, height?: number, radius?: number, rotation?: number, points?: {x: number, y: number}[], text?: string}} Shape */

/** @param {Shape} shape */
export const pathOf = (shape) => {
  const path = new Path2D();
  switch (shape.kind) {
    case 'rectangle':
      path.roundRect(0, 0, shape.width, shape.height, Math.min(shape.width, shape.height) * 0.06);
      break;
    case 'circle':
      path.arc(0, 0, shape.radius, 0, 2 * Math.PI);
      break;
    case 'ellipse':
      path.ellipse(0, 0, shape.width / 2, shape.height / 2, 0, 0, 2 * Math.PI);
      break;
    case 'polygon':
      shape.points.forEach(({x, y}, i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
      path.closePath();
      break;
    default:
      return null;
  }
  const placed = new Path2D();
  placed.addPath(path, new DOMMatrix().translate(shape.x, shape.y).rotate(shape.rotation ?? 0));
  return placed;
};

/** Half the extent of a shape around its place, near enough. */
const extent = (shape) => {
  switch (shape.kind) {
    case 'rectangle':
      return [0, 0, shape.width, shape.height];
    case 'circle':
      return [-shape.radius, -shape.radius, shape.radius, shape.radius];
    case 'ellipse':
      return [-shape.width / 2, -shape.height / 2, shape.width / 2, shape.height / 2];
    case 'polygon':
      return [
        Math.min(...shape.points.map(({x}) => x)),
        Math.min(...shape.points.map(({y}) => y)),
        Math.max(...shape.points.map(({x}) => x)),
        Math.max(...shape.points.map(({y}) => y)),
      ];
    default:
      return [0, 0, 0, 0];
  }
};

const area = (shape) => {
  const [left, top, right, bottom] = extent(shape);
  return (right - left) * (bottom - top);
};

const contains = (shape, x, y) => {
  if (shape.kind === 'text') return false;
  // Turned with the shape: the point is looked at in the shape's own coordinates.
  const turn = (-(shape.rotation ?? 0) * Math.PI) / 180;
  const dx = x - shape.x;
  const dy = y - shape.y;
  const [ownX, ownY] = [dx * Math.cos(turn) - dy * Math.sin(turn), dx * Math.sin(turn) + dy * Math.cos(turn)];
  const [left, top, right, bottom] = extent(shape);
  return ownX >= left && ownX <= right && ownY >= top && ownY <= bottom;
};

/** The shape that an area without rows is drawn as: the smallest one around its place. */
export const areaShape = (shapes, x, y) =>
  shapes.filter((shape) => contains(shape, x, y)).sort((a, b) => area(a) - area(b))[0] ?? null;

/** All that is worth seeing. @returns {{left: number, top: number, right: number, bottom: number}} */
export const boundsOf = (xs, ys, shapes, pitch) => {
  const bounds = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
  const add = (x, y) => {
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.max(bounds.bottom, y);
  };
  for (let i = 0; i < xs.length; i++) add(xs[i], ys[i]);
  for (const shape of shapes) {
    const [left, top, right, bottom] = extent(shape);
    add(shape.x + left, shape.y + top);
    add(shape.x + right, shape.y + bottom);
  }
  return {
    left: bounds.left - pitch * 1.5,
    top: bounds.top - pitch * 1.5,
    right: bounds.right + pitch * 1.5,
    bottom: bounds.bottom + pitch * 1.5,
  };
};
