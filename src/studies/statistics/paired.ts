/**
 * Two layouts under the same luck, compared seed by seed: the difference of the means with its interval, and how often
 * which was better.
 *
 * The interval is Student's over the differences of the pairs: narrower than that of two samples apart as far as the luck
 * they share moves both alike (common random numbers; Law, Simulation Modeling and Analysis, 2015, section 11.2). It
 * supposes that the mean of the differences is about normal: with few seeds and rare disasters among them it is too narrow,
 * and the count of seeds tells more. Left out: correction for looking at many measures at once; of twenty that do not
 * differ, one interval of 95 % misses zero by chance.
 */
import { runningMoments } from './moments.js';
import type { Sample } from './sample.js';
import { signTest } from './sign-test.js';
import { reachOf95 } from './student-t.js';
import type { Reads } from './summarise-sample.js';

export interface Paired {
  /** Pairs in which both have a number; the difference and its interval are of these alone. */
  readonly pairs: number;
  /** Mean of (this less the baseline); null without pairs. */
  readonly difference: number | null;
  /** Where the difference of the means is, with 95 % confidence; null below two pairs. */
  readonly ci95: readonly [low: number, high: number] | null;
  /** Seeds in which this is better than the baseline, worse, and the same; "never" is worse than any number. */
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  /** What the numbers carry: see `shownBy`. */
  readonly shown: Shown;
}

export type Shown = 'better' | 'worse' | 'none';

/** @param base of the same seeds, in the same order */
export function paired(base: Sample, other: Sample, reads: Reads): Paired {
  const running = runningPair(reads);
  const seeds = Math.min(base.length, other.length);
  for (let seed = 0; seed < seeds; seed++) running.add(base.at(seed), other.at(seed));
  return running.now();
}

/** The same of pairs that come one after another and are not kept. */
export interface RunningPair {
  /** Of one seed; null: no number. */
  add(base: number | null, other: number | null): void;
  now(): Paired;
}

export function runningPair(reads: Reads): RunningPair {
  const differences = runningMoments();
  let [better, worse, same, seeds] = [0, 0, 0, 0];
  return {
    add(a, b) {
      seeds++;
      if (a !== null && b !== null) differences.add(b - a);
      else if (reads.nullMeans === 'unknown') return;
      const gain = badness(a, reads) - badness(b, reads);
      if (gain > 0) better++;
      else if (gain < 0) worse++;
      else same++;
    },
    now() {
      const { count, mean, sd } = differences.now();
      const ci95 = interval(count, mean, sd);
      const counts = { pairs: count, better, worse, same };
      return { ...counts, difference: mean, ci95, shown: shownBy({ ...counts, ci95 }, reads, seeds) };
    },
  };
}

/** Mean less and plus so many standard errors; null where there is no spread to tell from. */
export function interval(count: number, mean: number | null, sd: number | null): readonly [number, number] | null {
  if (mean === null || sd === null) return null;
  const reach = sd === 0 ? 0 : (reachOf95(count) * sd) / Math.sqrt(count);
  return [mean - reach, mean + reach];
}

/**
 * A difference counts as shown when its interval leaves out zero. Where pairs have no number the interval is of the others
 * alone and shows nothing by itself: then the count of seeds has to, by the sign test.
 */
function shownBy(
  { pairs, ci95, better, worse }: Pick<Paired, 'pairs' | 'ci95' | 'better' | 'worse'>,
  reads: Reads,
  seeds: number,
): Shown {
  if (pairs < seeds) {
    if (reads.nullMeans === 'unknown' || signTest(better, worse) > SIGNIFICANT) return 'none';
    return better > worse ? 'better' : 'worse';
  }
  if (ci95 === null || (ci95[0] <= 0 && ci95[1] >= 0)) return 'none';
  return ci95[1] < 0 === (reads.better === 'lower') ? 'better' : 'worse';
}

const SIGNIFICANT = 0.05;

/** Infinitely bad: it never came. Two that never came are alike. */
function badness(value: number | null, { better }: Reads): number {
  if (value === null) return Number.MAX_VALUE;
  return better === 'lower' ? value : -value;
}
