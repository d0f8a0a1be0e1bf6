/**
 * The milestones of an outage: failed, first function, restored, full function, relapses.
 *
 * A return counts from the start of the first ten minutes at or above a share of success after which it stays there
 * for 90 % of the rest of the run: a flicker is no restoration, and a short relapse does not undo one. First function
 * (50 %) follows the same rule as restored (99 %), or the flicker of a failing-over service would pass for a return.
 * Only time from T+0 on is looked at.
 */
import { intervalsWhere, type StepFunction } from '../record/steps.js';
import type { Reading, Subject } from './reading.js';
import { DOWN_SHARE, isDown, isUp, reaches, UP_SHARE } from './thresholds.js';

const STEADY_MICROSECONDS = 600e6;
const STEADY_SHARE_OF_REST = 0.9;

/** Microseconds since the run's start; null: it did not come to that. */
export interface Milestones {
  /** First success under 99 %. */
  readonly failed: number | null;
  /** First success under 50 %. */
  readonly down: number | null;
  readonly firstFunction: number | null;
  readonly restored: number | null;
  readonly fullFunction: number | null;
  /** Times that it fell under 99 % again after it was restored. */
  readonly relapses: number;
}

export function milestones(reading: Reading, subject: Subject): Milestones {
  return reading.remember(`milestones ${subject.entity} ${subject.id}`, () => find(reading, subject));
}

function find(reading: Reading, subject: Subject): Milestones {
  const { origin, end } = reading;
  const failed = firstWhere(subject.share, origin, end, (share) => !isUp(share));
  const down = firstWhere(subject.share, origin, end, isDown);
  const restored = failed === null ? null : steadyFrom(subject.share, UP_SHARE, failed, end);
  return {
    failed,
    down,
    firstFunction: down === null ? null : steadyFrom(subject.share, DOWN_SHARE, down, end),
    restored,
    fullFunction: fullFunction(reading, subject, failed, restored),
    relapses: restored === null ? 0 : intervalsWhere(subject.share, restored, end, (share) => !isUp(share)).length,
  };
}

/**
 * Start of the first ten minutes in `[from, end)` at or above `threshold` after which 90 % of the rest is, too.
 * Null when there is none, also when the run ends before ten minutes are over: that proves nothing.
 */
export function steadyFrom(steps: StepFunction, threshold: number, from: number, end: number): number | null {
  const good = intervalsWhere(steps, from, end, (value) => reaches(value, threshold));
  let goodAfter = 0;
  let earliest: number | null = null;
  for (const span of good.reverse()) {
    goodAfter += span.to - span.from;
    const steady = span.to - span.from >= STEADY_MICROSECONDS;
    if (steady && goodAfter >= STEADY_SHARE_OF_REST * (end - span.from)) earliest = span.from;
  }
  return earliest;
}

/** First time in `[from, end)` at which something holds. */
export function firstWhere(
  steps: StepFunction,
  from: number,
  end: number,
  holds: (value: number) => boolean,
): number | null {
  return intervalsWhere(steps, from, end, holds)[0]?.from ?? null;
}

/** Every check and backlog done: not before it is restored; a service that never failed may still have work to finish. */
function fullFunction(
  reading: Reading,
  subject: Subject,
  failed: number | null,
  restored: number | null,
): number | null {
  if (subject.complete === null) return restored;
  const isOpen = (flag: number): boolean => flag < 1;
  const from = failed === null ? firstWhere(subject.complete, reading.origin, reading.end, isOpen) : restored;
  return from === null ? null : firstWhere(subject.complete, from, reading.end, (flag) => flag >= 1);
}
