/**
 * Mean and spread of numbers, in one pass in their order, so that the same numbers give the same bits.
 *
 * Welford's recurrence (Technometrics, 1962), which keeps its digits where the mean is large against the spread.
 */
export interface Moments {
  readonly count: number;
  /** Null without numbers. */
  readonly mean: number | null;
  /** Standard deviation of the population that the numbers are drawn from (divided by n - 1); null below two. */
  readonly sd: number | null;
}

export function moments(values: Iterable<number>): Moments {
  const running = runningMoments();
  for (const value of values) running.add(value);
  return running.now();
}

/** The same of numbers that come one after another and are not kept. */
export interface RunningMoments {
  add(value: number): void;
  now(): Moments;
}

export function runningMoments(): RunningMoments {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      count++;
      const from = value - mean;
      mean += from / count;
      squares += from * (value - mean);
    },
    now: () => ({
      count,
      mean: count === 0 ? null : mean,
      sd: count < 2 ? null : Math.sqrt(squares / (count - 1)),
    }),
  };
}
