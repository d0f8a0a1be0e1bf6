/**
 * The page's clock: where in simulated time one looks, and how it moves while playing.
 *
 * Nothing runs while paused, and nothing in a hidden tab. With reduced motion, playing goes from change to change, once
 * a second. Seeking and playing to a time show the same, since everything is read by time.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import { advance, nextTime, type Pace, previousTime } from '../library.js';
import { still } from './preferences.js';
import { session } from './session.js';

export const PACES: readonly Pace[] = ['event', 1, 10, 60, 300, 600, 3600];

/** Microseconds since the run's start. */
export const time = signal(0);
export const playing = signal(false);
export const pace = signal<Pace>('event');

/** The time for what need not follow every frame (words, tables): after what is seen, at most eight times a second. */
export const calmTime = signal(0);
/** For long lists, and for what is read aloud: after that, once a second while playing. */
export const slowTime = signal(0);

/** The clock goes no further until whoever set this says so, microseconds; null: to the end of the run. */
export const limit = signal<number | null>(null);
/** It stands at its limit. */
export const held = computed(() => limit.value !== null && time.value >= limit.value);

export const atEnd = computed(() => session.value !== null && time.value >= session.value.reading.end);

const LONGEST_STEP_SECONDS = 0.1;
const STILL_STEP_MILLISECONDS = 1000;
const LEAD_MICROSECONDS = 60e6;
const LONGEST_WAIT_MILLISECONDS = 200;

export function seek(microseconds: number): void {
  const end = lastTime();
  time.value = Math.round(Math.min(end, Math.max(0, microseconds)));
}

/** The end of the run or, where it is held, of what may be looked at. */
function lastTime(): number {
  const end = session.value?.reading.end ?? 0;
  return limit.value === null ? end : Math.min(end, limit.value);
}

/** A minute before the first fault that takes effect. */
export function leadIn(): number {
  const { reading } = session.value ?? {};
  return reading === undefined ? 0 : Math.max(0, (reading.record.originMicroseconds ?? 0) - LEAD_MICROSECONDS);
}

export function togglePlay(): void {
  if (held.value) return;
  if (!playing.value && atEnd.value) seek(leadIn());
  playing.value = !playing.value;
}

/** To the next or previous change, or several; stops playing. */
export function step(count: number): void {
  playing.value = false;
  const { times, reading } = session.value ?? {};
  if (times === undefined || reading === undefined) return;
  let now = time.value;
  for (let i = 0; i < Math.abs(count); i++) {
    now = (count > 0 ? nextTime(times, now) : previousTime(times, now)) ?? (count > 0 ? reading.end : 0);
  }
  seek(now);
}

effect(() => {
  if (!playing.value || session.value === null) return;
  const { times, reading } = session.value;
  if (still.value) {
    const timer = setInterval(() => {
      const next = nextTime(times, time.value);
      seek(next ?? reading.end);
      if (next === null || held.value) playing.value = false;
    }, STILL_STEP_MILLISECONDS);
    return () => clearInterval(timer);
  }
  let last = performance.now();
  let frame = requestAnimationFrame(function onFrame(now) {
    // A tab that was hidden goes on where it stopped: no burst to catch up.
    const seconds = Math.min(LONGEST_STEP_SECONDS, (now - last) / 1000);
    last = now;
    const end = lastTime();
    time.value = advance(time.peek(), seconds, pace.peek(), times, end);
    // Whoever follows the time may have stopped it just now.
    if (!playing.peek()) return;
    if (time.peek() >= end) playing.value = false;
    else frame = requestAnimationFrame(onFrame);
  });
  return () => cancelAnimationFrame(frame);
});

follow(calmTime, { playing: 125, paused: 125 });
follow(slowTime, { playing: 1000, paused: 250 });

/** Everything follows at once: another run is shown, of which nothing is there yet. */
export function settle(): void {
  batch(() => {
    calmTime.value = time.peek();
    slowTime.value = time.peek();
  });
}

/**
 * Lets a signal follow the time, once the browser has painted and has nothing better to do, and so many milliseconds after it
 * last did: stage and playhead never wait for it.
 */
function follow(follower: typeof time, milliseconds: { readonly playing: number; readonly paused: number }): void {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  effect(() => {
    const every = playing.value ? milliseconds.playing : milliseconds.paused;
    if (time.value === follower.peek() || isDue) return;
    // Whoever stops playing waits no longer than when paused.
    clearTimeout(timer);
    timer = setTimeout(catchUp, Math.max(0, last + every - performance.now()));
  });

  function catchUp(): void {
    isDue = true;
    whenIdle(() => {
      isDue = false;
      last = performance.now();
      follower.value = time.peek();
    });
  }
}

/** In a task of its own. Not every browser tells when it is idle. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: LONGEST_WAIT_MILLISECONDS });
  else setTimeout(work);
}
