/**
 * How playing maps seconds of the viewer to simulated time.
 *
 * Paced by events, quiet time passes at an hour a second and each change stays at least 400 ms. Paced linearly, a
 * second is always as long. Pure: the page's clock hands in how long it has been.
 */
import { countUpTo } from './change-times.js';
import { nextTime } from './markers.js';

const MICROSECONDS_PER_HOUR = 3600e6;
const STAY_SECONDS = 0.4;

/** `event`, or how many times as fast as life. */
export type Pace = 'event' | number;

/**
 * Where the clock is after `seconds` of the viewer from `time`.
 *
 * @param times changes in order, see markerTimes.
 */
export function advance(time: number, seconds: number, pace: Pace, times: Float64Array, end: number): number {
  if (pace !== 'event') return Math.min(end, time + seconds * pace * 1e6);
  let now = time;
  let left = seconds;
  while (left > 0 && now < end) {
    const next = Math.min(end, nextTime(times, now) ?? end);
    const speed = speedTowards(now, next, times);
    const needed = (next - now) / speed;
    if (needed > left) return now + left * speed;
    now = next;
    left -= needed;
  }
  return now;
}

/** Whether the pace runs faster than life so much that something may be missed: for the mark on the timeline. */
export function isSkipped(from: number, to: number): boolean {
  return to - from > MICROSECONDS_PER_HOUR;
}

/** How many times as fast as life it runs at a time. */
export function speedAt(time: number, pace: Pace, times: Float64Array, end: number): number {
  if (pace !== 'event') return pace;
  return speedTowards(time, Math.min(end, nextTime(times, time) ?? end), times) / 1e6;
}

/** Microseconds a second: the whole gap in at least 400 ms, at most an hour a second. */
function speedTowards(now: number, next: number, times: Float64Array): number {
  const from = startOfGap(now, times);
  return Math.max(1, Math.min(MICROSECONDS_PER_HOUR, (next - from) / STAY_SECONDS));
}

/** The last change at or before `now`. */
function startOfGap(now: number, times: Float64Array): number {
  const count = countUpTo(times, now);
  return count === 0 ? 0 : times[count - 1];
}
