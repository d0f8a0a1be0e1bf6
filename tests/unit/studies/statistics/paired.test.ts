import { describe, expect, it } from 'vitest';
import { interval, paired } from '../../../../src/studies/statistics/paired.js';
import { sample } from '../../../../src/studies/statistics/sample.js';
import { signTest } from '../../../../src/studies/statistics/sign-test.js';
import { reachOf95, tQuantile } from '../../../../src/studies/statistics/student-t.js';

const TIME = { better: 'lower', nullMeans: 'never' } as const;
const MONEY = { better: 'lower', nullMeans: 'unknown' } as const;
const SHARE = { better: 'higher', nullMeans: 'unknown' } as const;

describe("Student's t", () => {
  it('agrees with the printed tables', () => {
    // Fisher and Yates, Statistical Tables, 1963, table III, P = 0.05: 12.706, 2.571, 2.093, 1.984.
    expect([1, 5, 19, 99].map((degrees) => Number(tQuantile(0.975, degrees).toFixed(3)))).toEqual([
      12.706, 2.571, 2.093, 1.984,
    ]);
    expect(reachOf95(20)).toBe(tQuantile(0.975, 19));
  });
});

describe('two layouts, seed by seed', () => {
  it('have the mean difference, its interval and the count of seeds', () => {
    // Differences -1, -2, -3: mean -2, sd 1, standard error 1/sqrt(3); t(0.975, 2) = 4.302653, so -2 +- 2.484138.
    const { ci95, ...rest } = paired(sample([10, 20, 30]), sample([9, 18, 27]), TIME);
    expect(rest).toEqual({ pairs: 3, difference: -2, better: 3, worse: 0, same: 0, shown: 'none' });
    expect(ci95?.[0]).toBeCloseTo(-4.484138, 5);
    expect(ci95?.[1]).toBeCloseTo(0.484138, 5);
  });

  it('are told apart when the interval leaves out zero, and which way is better is the measure’s to say', () => {
    // Differences -10, -11, -12: mean -11, reach 4.302653 / sqrt(3) = 2.48.
    const [low, high] = [sample([10, 20, 30]), sample([0, 9, 18])];
    expect(paired(low, high, TIME).shown).toBe('better');
    expect(paired(low, high, SHARE).shown).toBe('worse');
    expect(paired(high, low, TIME)).toMatchObject({ shown: 'worse', better: 0, worse: 3 });
  });

  it('are told apart without a spread, and not by one seed', () => {
    expect(paired(sample([5, 6]), sample([4, 5]), TIME)).toMatchObject({ ci95: [-1, -1], shown: 'better' });
    expect(paired(sample([5, 6]), sample([5, 6]), TIME)).toMatchObject({ ci95: [0, 0], shown: 'none', same: 2 });
    expect(paired(sample([5]), sample([4]), TIME)).toMatchObject({ difference: -1, ci95: null, shown: 'none' });
  });

  it('are told apart by the sign test where some never came, since the interval is of the others alone', () => {
    // Six seeds, the base never came in one: 6 of 6 better, two-sided 2 x 1/64 = 0.03125 < 0.05.
    const base = sample([10, 20, 30, 40, 50, null]);
    const all = paired(base, sample([9, 19, 29, 39, 49, 59]), TIME);
    expect(all).toMatchObject({ pairs: 5, difference: -1, better: 6, worse: 0, shown: 'better' });
    // Five of six: 2 x (1 + 6)/64 = 0.21875.
    expect(paired(base, sample([9, 19, 29, 39, null, 59]), TIME)).toMatchObject({ better: 5, worse: 1, shown: 'none' });
    // Both never came: alike.
    expect(paired(sample([null, null]), sample([null, 3]), TIME)).toMatchObject({ better: 1, same: 1, pairs: 0 });
  });

  it('do not differ in what is unknown, and nothing is shown of a part', () => {
    const found = paired(sample([9, 9, null]), sample([1, 1, 1]), MONEY);
    expect(found).toMatchObject({ pairs: 2, difference: -8, better: 2, worse: 0, same: 0, shown: 'none' });
  });

  it('have no interval without a deviation', () => {
    expect(interval(1, 3, null)).toBeNull();
    expect(interval(0, null, null)).toBeNull();
  });
});

describe('the sign test', () => {
  it('is twice the binomial tail', () => {
    // 20 of 20: 2 / 2^20. 18 of 20: 2 (1 + 20 + 190) / 2^20. Even: 1, since twice more than a half is no chance.
    expect(signTest(20, 0)).toBeCloseTo(2 / 1_048_576, 12);
    expect(signTest(18, 2)).toBeCloseTo(422 / 1_048_576, 10);
    expect(signTest(2, 18)).toBe(signTest(18, 2));
    expect(signTest(3, 3)).toBe(1);
    expect(signTest(0, 0)).toBe(1);
  });
});
