import { describe, expect, it } from 'vitest';
import { layoutMoney } from '../../../../src/studies/compare/money.js';
import { paired } from '../../../../src/studies/statistics/paired.js';
import { sample } from '../../../../src/studies/statistics/sample.js';

const READS = { better: 'lower', nullMeans: 'unknown' } as const;
const OF = { cost: 110, loss: 4000, frequencyPerYear: 0.05 };

/** Money lost as it is and with the layout, seed by seed. */
function lost(base: readonly number[], other: readonly number[]) {
  return paired(sample(base), sample(other), READS);
}

describe('the money of a layout', () => {
  it('is what it costs a year and what it is expected to lose a year', () => {
    // 110 x 12; 4000 x 0.05.
    expect(layoutMoney(OF, null, null)).toEqual({
      lossOfOne: 4000,
      costPerYear: 1320,
      expectedLossPerYear: 200,
      expectedPerYear: 1520,
      breakEven: null,
    });
    expect(layoutMoney({ ...OF, frequencyPerYear: null }, null, null)).toMatchObject({
      expectedLossPerYear: null,
      expectedPerYear: null,
    });
  });

  it('pays from the frequency at which what it saves is what it costs', () => {
    // Costs 10 a month more, 120 a year. Saves 2900, 3000, 3100: mean 3000, sd 100, t(0.975, 2) = 4.302653:
    // 3000 -+ 4.302653 x 100 / sqrt(3) = 3000 -+ 248.4. So 120 / 3000 = 0.04, from 120 / 3248.4 to 120 / 2751.6.
    const { breakEven } = layoutMoney(OF, 10, lost([9900, 10_000, 10_100], [7000, 7000, 7000]));
    expect(breakEven).toMatchObject({ kind: 'from', perYear: 0.04 });
    const ci95 = breakEven?.kind === 'from' ? breakEven.ci95 : null;
    expect(ci95?.[0]).toBeCloseTo(0.036941, 5);
    expect(ci95?.[1]).toBeCloseTo(0.043611, 5);
  });

  it('never pays where no saving is shown, and always where it costs no more and loses no more', () => {
    // Savings 1, -1, 0.5: nothing is shown.
    expect(layoutMoney(OF, 10, lost([1, 1, 1], [0, 2, 0.5])).breakEven).toEqual({ kind: 'never' });
    expect(layoutMoney(OF, 0, lost([9, 9], [1, 1])).breakEven).toEqual({ kind: 'always' });
    expect(layoutMoney(OF, -5, lost([9, 9], [9, 9])).breakEven).toEqual({ kind: 'always' });
    // Cheaper and worse: neither.
    expect(layoutMoney(OF, -5, lost([1, 1], [9, 9])).breakEven).toBeNull();
  });
});
