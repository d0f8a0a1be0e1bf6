/**
 * A sample in a few numbers: mean, spread, and the 95th percentile on the bad side.
 *
 * A run without a number is never dropped in silence: it is counted in `missing`, and mean and spread are of the others
 * alone, so that they are too good when what is missing never came. In the percentile "never" is worse than any number.
 */
import { moments } from './moments.js';
import { quantile } from './quantile.js';
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
  const { mean, sd } = moments(values.known());
  return { mean, sd, p95: badTail(values, reads), missing: values.missing };
}

const TAIL = 0.95;

function badTail(values: Sample, { better, nullMeans }: Reads): number | null {
  const sign = better === 'lower' ? 1 : -1;
  const badness = values.known().map((value) => sign * value);
  const never = nullMeans === 'never' ? values.missing : 0;
  const ordered = new Float64Array(badness.length + never).fill(Number.POSITIVE_INFINITY);
  ordered.set(badness.sort());
  const found = quantile(ordered, TAIL);
  return found === null || !Number.isFinite(found) ? null : sign * found;
}
