/** A piece of a layout as the edits that make it: one for each value, by its path. */
import type { Edit } from '../../scenario/edits/edit.js';
import { type Path, pathText } from '../../scenario/reading/path.js';
import type { Overlay } from '../lessons/lesson-leaves.js';

export function laidAsEdits(overlay: Overlay, at: Path = []): readonly Edit[] {
  return Object.entries(overlay).flatMap(([key, value]): readonly Edit[] => {
    const path = [...at, key];
    if (isMapping(value) && !isOneValue(value)) return laidAsEdits(value, path);
    return [{ kind: 'set', path: pathText(path), value: JSON.stringify(value) }];
  });
}

function isMapping(value: unknown): value is Overlay {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nothing, or parts that mean something together only. */
const PARTS_OF_ONE_VALUE = ['value', 'median', 'p95', 'min', 'max', 'mean'];

function isOneValue(mapping: Overlay): boolean {
  const keys = Object.keys(mapping);
  return keys.length === 0 || keys.some((key) => PARTS_OF_ONE_VALUE.includes(key));
}
