/**
 * Where the clock of a wheel stops: at each event that is read aloud, at each decision, at each update that is due, and at
 * the end. The clock goes no further until somebody says so.
 */
import type { Lesson } from '../lessons/lesson.js';

export type WheelPause =
  /** A moment that the lesson marks, by its place among them. */
  | { readonly kind: 'marker'; readonly atSeconds: number; readonly marker: number }
  /** A decision, by the number of its stop from 0. */
  | { readonly kind: 'stop'; readonly atSeconds: number; readonly stop: number }
  /** A written status update, by its number from 0. */
  | { readonly kind: 'update'; readonly atSeconds: number; readonly update: number }
  | { readonly kind: 'end'; readonly atSeconds: number };

/** After the beginning, seconds: as incident guides ask for the first and the second update. */
const USUAL_UPDATES = [600, 3600];
/** Of the same instant: what has happened, what is told of it, what is decided. */
const ORDER: readonly WheelPause['kind'][] = ['marker', 'update', 'stop', 'end'];

/** When updates are due, seconds after the beginning. */
export function updatesOf({ wheel }: Lesson): readonly number[] {
  return wheel?.updates ?? USUAL_UPDATES;
}

/**
 * In order of time, all since the run's start.
 *
 * @param beginsAtSeconds when the incident begins, from which updates count
 * @param lastsSeconds of the run, where the lesson does not end it before
 */
export function wheelPauses(
  lesson: Lesson,
  { beginsAtSeconds, lastsSeconds }: { readonly beginsAtSeconds: number; readonly lastsSeconds: number },
): readonly WheelPause[] {
  const end = Math.min(lesson.watch.untilSeconds ?? lastsSeconds, lastsSeconds);
  const all: WheelPause[] = [
    ...lesson.watch.markers.map(({ at }, marker) => ({ kind: 'marker' as const, atSeconds: at, marker })),
    ...(lesson.wheel?.stops ?? []).map(({ at }, stop) => ({ kind: 'stop' as const, atSeconds: at, stop })),
    ...updatesOf(lesson).map((after, update) => ({
      kind: 'update' as const,
      atSeconds: beginsAtSeconds + after,
      update,
    })),
  ].filter(({ atSeconds }) => atSeconds < end);
  const before = (a: WheelPause, b: WheelPause): number =>
    a.atSeconds - b.atSeconds || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  return [...all.sort(before), { kind: 'end', atSeconds: end }];
}
