/** A scenario as plain data, laid over and compared: mappings key by key, an empty value removes, all else replaces. */
import type { Overlay } from '../lessons/lesson-leaves.js';

/** What results from an overlay; nothing of either is changed. */
export function laidOver(below: Overlay, above: Overlay): Overlay {
  const result: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = Object.hasOwn(result, key) ? result[key] : undefined;
    if (value === null) delete result[key];
    else result[key] = isMapping(value) ? (merges(old, value) ? laidOver(old, value) : laidOver({}, value)) : value;
  }
  return result;
}

/** The overlay that makes `after` of `before`. */
export function difference(before: Overlay, after: Overlay): Overlay {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (isMapping(value) && merges(old, value)) {
      const inner = difference(old, value);
      if (Object.keys(inner).length > 0) result[key] = inner;
    } else if (!same(old, value)) result[key] = value;
  }
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) result[key] = null;
  return result;
}

export function isMapping(value: unknown): value is Overlay {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parts of one value mean nothing one by one: such a mapping is replaced whole, as in a layout. */
const PARTS_OF_ONE_VALUE = ['value', 'median', 'p95', 'min', 'max', 'mean'];

function merges(old: unknown, value: Overlay): old is Overlay {
  const isOneValue = (mapping: Overlay): boolean => PARTS_OF_ONE_VALUE.some((key) => Object.hasOwn(mapping, key));
  return isMapping(old) && !isOneValue(old) && !isOneValue(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
