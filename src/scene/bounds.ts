/** How far shapes reach, in whole pixels: never less than what is painted of them. */
import { HALO_WIDTH, type Shape } from './display-list.js';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Of its size, the widest letter of any writing, with room to spare; nothing is measured here. */
const WIDEST_LETTER = 1.4;
const ABOVE_BASE_LINE = 1.3;
const BELOW_BASE_LINE = 0.5;

const known = new WeakMap<readonly Shape[], Box | null>();

/** Null: nothing is there. */
export function boundsOf(shapes: readonly Shape[]): Box | null {
  const before = known.get(shapes);
  if (before !== undefined) return before;
  let all: Box | null = null;
  for (const shape of shapes) {
    const box = reach(shape);
    all =
      all === null
        ? box
        : {
            left: Math.min(all.left, box.left),
            top: Math.min(all.top, box.top),
            right: Math.max(all.right, box.right),
            bottom: Math.max(all.bottom, box.bottom),
          };
  }
  const whole =
    all === null
      ? null
      : {
          left: Math.floor(all.left) - 1,
          top: Math.floor(all.top) - 1,
          right: Math.ceil(all.right) + 1,
          bottom: Math.ceil(all.bottom) + 1,
        };
  known.set(shapes, whole);
  return whole;
}

export function touches(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

function reach(shape: Shape): Box {
  switch (shape.kind) {
    case 'rect': {
      const edge = shape.stroke === undefined ? 0 : (shape.lineWidth ?? 1) / 2;
      return around(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height, edge);
    }
    case 'circle':
      return around(shape.x, shape.y, shape.x, shape.y, shape.radius + (shape.lineWidth ?? 1) / 2);
    case 'arc':
      return around(shape.x, shape.y, shape.x, shape.y, shape.radius + shape.lineWidth / 2);
    case 'glyph':
      // Its strokes are round and reach beyond its box.
      return around(shape.x, shape.y, shape.x, shape.y, shape.radius * 1.5);
    case 'line': {
      const [x1, y1, x2, y2] = shape.bend ?? [...shape.from, ...shape.to];
      const xs = [shape.from[0], shape.to[0], x1, x2];
      const ys = [shape.from[1], shape.to[1], y1, y2];
      return around(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), shape.lineWidth);
    }
    case 'text': {
      const width = shape.text.length * shape.size * WIDEST_LETTER;
      const before = shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0;
      const halo = shape.halo === undefined ? 0 : HALO_WIDTH;
      const [top, bottom] = [shape.y - shape.size * ABOVE_BASE_LINE, shape.y + shape.size * BELOW_BASE_LINE];
      return around(shape.x - before, top, shape.x - before + width, bottom, halo + 1);
    }
  }
}

function around(left: number, top: number, right: number, bottom: number, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}
