/**
 * Which of the compared layouts is best by a measure, where the runs show it.
 *
 * The one with the best mean, if the runs show that it is better than the baseline; the baseline, if they show that every
 * other is worse. Else none: a tick is no place for luck. Left out: whether the best differs from the second of others.
 */
import type { CompareDocument } from './comparison.js';

/** @returns the id of a layout, or null */
export function bestLayout({ baseline, layouts }: CompareDocument, measure: string): string | null {
  const rated = layouts.flatMap(({ id, measures }) => {
    const found = measures[measure];
    return found === undefined || found.mean === null ? [] : [{ ...found, id, mean: found.mean }];
  });
  const others = rated.filter(({ id }) => id !== baseline);
  const [first] = rated.toSorted((a, b) => (a.better === 'lower' ? a.mean - b.mean : b.mean - a.mean));
  if (first === undefined || others.length === 0) return null;
  if (first.id === baseline) return others.every(({ shown }) => shown === 'worse') ? baseline : null;
  return first.shown === 'better' ? first.id : null;
}
