/**
 * Where the ticks of a time axis stand: at round times of the scenario's wall clock, or at round hours since the fault.
 *
 * Linear, since durations must look like durations.
 */
import type { Language } from '../results/amounts.js';
import type { Reading } from '../results/reading.js';
import { dayText, timeOfDay, wallClock } from './moment-text.js';

export interface Tick {
  /** Microseconds. */
  readonly time: number;
  readonly label: string;
  /** A new day, where the date is part of the label. */
  readonly strong: boolean;
}

const MINUTE = 60e6;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080].map((minutes) => minutes * MINUTE);

/** At most `most` ticks at round wall-clock times in `[from, to]`; midnights bear their date. */
export function wallTicks(
  reading: Reading,
  from: number,
  to: number,
  most: number,
  language: Language,
): readonly Tick[] {
  const step = stepFor(to - from, most);
  const { hour, minute, second, millisecond } = wallClock(reading, 0);
  // Microseconds from the midnight before the run's start.
  const sinceMidnight = ((hour * 60 + minute) * 60 + second) * 1e6 + millisecond * 1e3;
  const ticks: Tick[] = [];
  for (let at = Math.ceil((from + sinceMidnight) / step) * step - sinceMidnight; at <= to; at += step) {
    const clock = timeOfDay(reading, at);
    const strong = clock === '00:00';
    ticks.push({ time: at, label: strong ? dayText(reading, at, language) : clock, strong });
  }
  return ticks;
}

/** At most `most` ticks at round times since T+0 in `[from, to]`. */
export function sinceTicks(
  reading: Reading,
  from: number,
  to: number,
  most: number,
  language: Language,
): readonly Tick[] {
  const step = stepFor(to - from, most);
  const ticks: Tick[] = [];
  for (let at = Math.ceil((from - reading.origin) / step) * step; at + reading.origin <= to; at += step) {
    ticks.push({ time: at + reading.origin, label: spanText(at, step, language), strong: at === 0 });
  }
  return ticks;
}

function stepFor(width: number, most: number): number {
  return STEPS.find((step) => width / step <= Math.max(1, most)) ?? (STEPS.at(-1) as number);
}

function spanText(microseconds: number, step: number, language: Language): string {
  const minutes = Math.round(microseconds / MINUTE);
  if (step < 60 * MINUTE) return language === 'ko' ? `${minutes}분` : `${minutes} min`;
  return language === 'ko' ? `${Math.round(minutes / 60)}시간` : `${Math.round(minutes / 60)} h`;
}
