/**
 * The night pause: between two local hours nobody begins a task; what has begun is finished.
 *
 * Local time is the scenario's start with its own offset. Left out: a change to or from summer time during a run.
 */
import type { Instant, Recovery } from './model.js';

const HOUR = 3600e6;
const DAY = 24 * HOUR;

/** When the pause that holds at `now` ends (microseconds since the start); `now` itself when there is none. */
export function nightEnd(pause: Recovery['nightPause'], start: Instant, now: number): number {
  if (pause === null || pause.fromHour === pause.toHour) return now;
  const startOfDay = (start.epochMilliseconds + start.offsetMinutes * 60_000) * 1000;
  const local = (((startOfDay + now) % DAY) + DAY) % DAY;
  const from = pause.fromHour * HOUR;
  const to = pause.toHour * HOUR;
  const inside = from < to ? local >= from && local < to : local >= from || local < to;
  return inside ? now + ((to - local + DAY) % DAY) : now;
}
