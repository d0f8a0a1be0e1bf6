/** The intervals of comparisons, tried on data whose truth is known. */
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/engine/portable-math.js';
import { streams } from '../../src/engine/streams.js';
import { moments } from '../../src/studies/statistics/moments.js';
import { paired } from '../../src/studies/statistics/paired.js';
import { ratio } from '../../src/studies/statistics/ratio.js';
import { sample } from '../../src/studies/statistics/sample.js';
import { reachOf95 } from '../../src/studies/statistics/student-t.js';

const SETS = 2000;
const SEEDS = 20;
const READS = { better: 'lower', nullMeans: 'unknown' } as const;

/**
 * Layouts A and B under shared luck: A = 100 + 10 luck + 2 own, B = 80 + 8 luck + 2 own. The true difference is -20, the
 * true ratio of the means 100/80.
 */
function dataSets(): { readonly a: number[]; readonly b: number[] }[] {
  const { stream } = streams('coverage');
  return Array.from({ length: SETS }, (_, set) => {
    const [luck, ownA, ownB] = ['luck', 'a', 'b'].map((name) => stream(name, set));
    const normal = (draw: { next(): number }): number => normalQuantile(draw.next());
    const pairs = Array.from({ length: SEEDS }, () => {
      const shared = normal(luck);
      return [100 + 10 * shared + 2 * normal(ownA), 80 + 8 * shared + 2 * normal(ownB)] as const;
    });
    return { a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) };
  });
}

const SETS_OF_DATA = dataSets();

describe('the interval of a paired difference', () => {
  // The share of 2,000 sets that a true 95 % interval covers has a deviation of sqrt(0.95 x 0.05 / 2000) = 0.5 %; 93 % to
  // 97 % is four of them to either side.
  it('holds the true difference in 93 % to 97 % of 2,000 data sets', () => {
    const holding = SETS_OF_DATA.filter(({ a, b }) => {
      const { ci95 } = paired(sample(a), sample(b), READS);
      return ci95 !== null && ci95[0] <= -20 && ci95[1] >= -20;
    });
    expect(holding.length / SETS).toBeGreaterThan(0.93);
    expect(holding.length / SETS).toBeLessThan(0.97);
  });

  it('shows a difference that there is not in 3 % to 7 % of 2,000 data sets', () => {
    const fooled = SETS_OF_DATA.filter(({ a, b }) => {
      const level = b.map((value) => value + 20);
      return paired(sample(a), sample(level), READS).shown !== 'none';
    });
    expect(fooled.length / SETS).toBeGreaterThan(0.03);
    expect(fooled.length / SETS).toBeLessThan(0.07);
  });

  it('is narrower than that of two samples that share no luck', () => {
    // Variances: of a difference 2^2 + 2^2 + 2^2 = 12 paired, 104 + 68 = 172 apart: on average sqrt(172/12) = 3.8 times as
    // wide, less the smaller t of 38 degrees: 3.8 x 2.024/2.093 = 3.66.
    const widths = SETS_OF_DATA.map(({ a, b }) => {
      const [low, high] = paired(sample(a), sample(b), READS).ci95 as readonly [number, number];
      return { paired: high - low, apart: 2 * reachOf95(2 * SEEDS - 1) * Math.sqrt((square(a) + square(b)) / SEEDS) };
    });
    const times = mean(widths.map(({ apart }) => apart)) / mean(widths.map((each) => each.paired));
    expect(times).toBeGreaterThan(3.5);
    expect(times).toBeLessThan(3.8);
    expect(widths.every((each) => each.paired < each.apart)).toBe(true);
  });
});

describe('the interval of a ratio', () => {
  it('holds the true ratio in 93 % to 97 % of 2,000 data sets', () => {
    const holding = SETS_OF_DATA.filter(({ a, b }) => {
      const ci95 = ratio(sample(a), sample(b))?.ci95 ?? null;
      return ci95 !== null && ci95[0] <= 1.25 && ci95[1] >= 1.25;
    });
    expect(holding.length / SETS).toBeGreaterThan(0.93);
    expect(holding.length / SETS).toBeLessThan(0.97);
  });
});

function mean(values: readonly number[]): number {
  return moments(values).mean as number;
}

function square(values: readonly number[]): number {
  const { sd } = moments(values);
  return (sd as number) * (sd as number);
}
