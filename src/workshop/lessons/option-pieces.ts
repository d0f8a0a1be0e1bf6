import type { Lesson } from './lesson.js';
import type { Overlay } from './lesson-leaves.js';

/** The pieces of layouts that `option` edits lay, by name. */
export function optionPieces({ exercise }: Pick<Lesson, 'exercise'>): Readonly<Record<string, Overlay>> {
  return Object.fromEntries(Object.entries(exercise.options ?? {}).map(([id, { lays }]) => [id, lays]));
}
