/** The part of the run that the detail charts show: all of it, or a window that goes along with the clock. */
import { computed, effect, signal } from '@preact/signals';
import { time } from './clock.js';
import { session } from './session.js';

export interface TimeWindow {
  /** Microseconds. */
  readonly from: number;
  readonly to: number;
}

const chosenWindow = signal<TimeWindow | null>(null);
const LEAST_MICROSECONDS = 60e6;

export const whole = computed<TimeWindow>(() => ({ from: 0, to: session.value?.reading.end ?? 1 }));

export const timeWindow = computed<TimeWindow>(() => {
  const { to: end } = whole.value;
  const { from, to } = chosenWindow.value ?? whole.value;
  const width = Math.min(end, Math.max(LEAST_MICROSECONDS, to - from));
  const start = Math.min(Math.max(0, from), end - width);
  return { from: start, to: start + width };
});

export const showsAll = computed(() => timeWindow.value.to - timeWindow.value.from >= whole.value.to);

/** Null: all. */
export function showWindow(window: TimeWindow | null): void {
  chosenWindow.value = window;
}

/** A stretch from shortly before the first fault on. */
export function showFirst(microseconds: number): void {
  const origin = session.value?.reading.origin ?? 0;
  const from = Math.max(0, origin - microseconds * 0.05);
  showWindow({ from, to: from + microseconds });
}

// A window without "now" would be a chart of something else: it jumps along, by whole widths less a little.
effect(() => {
  const now = time.value;
  const { from, to } = timeWindow.peek();
  if (now >= from && now <= to) return;
  const width = to - from;
  showWindow({ from: now - width * 0.1, to: now + width * 0.9 });
});
