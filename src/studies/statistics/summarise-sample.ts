/**
 * A sample in a few numbers: mean, spread, and the 95th percentile on the bad side.
 *
 * A run without a number is never dropped in silence: it is counted in `missing`, and mean and spread are of the others
 * alone, so that they are too good when what is missing never came. In the percentile "never" is worse than any number.
 */
import { badTail } from './bad-tail.js';
import { runningMoments } from './moments.js';
import type { Sample } from './sample.js';

/** How a measure is read, as the registry of measures has it. */
export interface Reads {
  readonly better: 'lower' | 'higher';
  readonly nullMeans: 'never' | 'unknown';
}

export interface SampleSummary {
  /** Of the runs that have a number; null when none has. */
  readonly mean: number | null;
  /** Standard deviation over those runs; null below two. */
  readonly sd: number | null;
  /** 95 % of the runs are as good as this or better; null when that is a run that never came, or nothing is known. */
  readonly p95: number | null;
  /** Runs without a number. */
  readonly missing: number;
}

export function summariseSample(values: Sample, reads: Reads): SampleSummary {
  const running = runningSummary(reads, values.length);
  for (let place = 0; place < values.length; place++) running.add(values.at(place));
  return running.now();
}

/** The same of numbers that come one after another, of which the worst twentieth is kept. */
export interface RunningSummary {
  add(value: number | null): void;
  now(): SampleSummary;
}

/** @param most numbers that will come, at most */
export function runningSummary(reads: Reads, most: number): RunningSummary {
  const known = runningMoments();
  const tail = badTail(reads, most);
  let missing = 0;
  return {
    add(value) {
      if (value === null || !Number.isFinite(value)) missing++;
      else known.add(value);
      tail.add(value);
    },
    now() {
      const { mean, sd } = known.now();
      return { mean, sd, p95: tail.p95(), missing };
    },
  };
}
