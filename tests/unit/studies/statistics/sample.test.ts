import { describe, expect, it } from 'vitest';
import { sample } from '../../../../src/studies/statistics/sample.js';
import { summariseSample } from '../../../../src/studies/statistics/summarise-sample.js';

const TIME = { better: 'lower', nullMeans: 'never' } as const;
const MONEY = { better: 'lower', nullMeans: 'unknown' } as const;
const AVAILABILITY = { better: 'higher', nullMeans: 'unknown' } as const;

describe('a sample in a few numbers', () => {
  it('has the mean, the deviation by n - 1, and the value 95 % of the way along the ordered ones', () => {
    // 2 4 4 4 5 5 7 9: mean 40/8 = 5, squares 9+1+1+1+0+0+4+16 = 32, sd = sqrt(32/7). Place of p95: 7 x 0.95 = 6.65,
    // between 7 (place 6) and 9 (place 7): 7 + 0.65 x 2 = 8.3.
    const { mean, sd, p95, missing } = summariseSample(sample([9, 2, 4, 5, 4, 5, 4, 7]), TIME);
    expect(mean).toBe(5);
    expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(p95).toBeCloseTo(8.3, 12);
    expect(missing).toBe(0);
  });

  it('takes the low side where more is better', () => {
    // 0 to 100: 95 % are at 5 or above.
    const shares = sample(Array.from({ length: 101 }, (_, i) => i / 100));
    expect(summariseSample(shares, AVAILABILITY).p95).toBeCloseTo(0.05, 12);
  });

  it('counts what never came, leaves it out of the mean, and takes it for worse than any number in the percentile', () => {
    // 19 x 60 s and one that never came: the place 19 x 0.95 = 18.05 lies on the way to "never".
    const one = summariseSample(sample([...Array(19).fill(60), null]), TIME);
    expect(one).toEqual({ mean: 60, sd: 0, p95: null, missing: 1 });
    // Of 100, five never: 99 x 0.95 = 94.05, between the last number (place 94) and "never".
    expect(summariseSample(sample([...Array(95).fill(60), ...Array(5).fill(null)]), TIME).p95).toBeNull();
    // Of 100, four never: place 94.05 is between two numbers.
    expect(summariseSample(sample([...Array(96).fill(60), ...Array(4).fill(null)]), TIME).p95).toBe(60);
  });

  it('does not take what is unknown for bad', () => {
    expect(summariseSample(sample([5, null, 5]), MONEY)).toEqual({ mean: 5, sd: 0, p95: 5, missing: 1 });
  });

  it('knows nothing of no values, and no deviation of one', () => {
    expect(summariseSample(sample(), TIME)).toEqual({ mean: null, sd: null, p95: null, missing: 0 });
    expect(summariseSample(sample([3]), TIME)).toEqual({ mean: 3, sd: null, p95: 3, missing: 0 });
  });

  it('keeps its places beyond its first room', () => {
    const many = sample();
    for (let i = 0; i < 1000; i++) many.add(i % 10 === 0 ? null : i);
    expect([many.length, many.missing, many.at(0), many.at(999), many.at(1000)]).toEqual([1000, 100, null, 999, null]);
    expect(many.known()).toHaveLength(900);
  });

  it('keeps its digits where the mean is large against the spread', () => {
    // A billion plus 4, 7, 13, 16: the deviation is that of 4, 7, 13, 16: sqrt((36 + 9 + 9 + 36) / 3) = sqrt(30).
    const { sd } = summariseSample(sample([4, 7, 13, 16].map((value) => 1e9 + value)), TIME);
    expect(sd).toBeCloseTo(Math.sqrt(30), 9);
  });
});
