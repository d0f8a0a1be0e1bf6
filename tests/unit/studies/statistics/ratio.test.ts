import { describe, expect, it } from 'vitest';
import { ratio } from '../../../../src/studies/statistics/ratio.js';
import { sample } from '../../../../src/studies/statistics/sample.js';

describe('how many times less', () => {
  it('is the ratio of the means, with the interval of Fieller', () => {
    // a = 12, 10, 14 (mean 12), b = 1, 2, 3 (mean 2). Variances 4 and 1; covariance (0 x -1 + -2 x 0 + 2 x 1)/2 = 1.
    // g = t^2/n = 4.302653^2/3 = 6.170940: b's mean squared 4 - 6.17 < 0, so b may be zero and there is no interval.
    expect(ratio(sample([12, 10, 14]), sample([1, 2, 3]))).toEqual({ ratio: 6, ci95: null });
    // b = 19, 20, 21 with the same a: square = 400 - 6.170940 = 393.829060, linear = 240 - 6.170940 = 233.829060,
    // constant = 144 - 4 x 6.170940 = 119.316240; root = sqrt(54676.029 - 46990.203) = sqrt(7685.826) = 87.668843.
    // So (233.829060 -+ 87.668843) / 393.829060 = 0.371126, 0.816338.
    const found = ratio(sample([12, 10, 14]), sample([19, 20, 21]));
    expect(found?.ratio).toBeCloseTo(0.6, 12);
    expect(found?.ci95?.[0]).toBeCloseTo(0.371126, 4);
    expect(found?.ci95?.[1]).toBeCloseTo(0.816338, 4);
  });

  // The roots fall together: of sixteen digits eight are left.
  it('has no width where one is a multiple of the other in every seed', () => {
    const threefold = ratio(sample([300, 330, 360]), sample([100, 110, 120]));
    expect(threefold?.ci95?.[0]).toBeCloseTo(3, 6);
    expect(threefold?.ci95?.[1]).toBeCloseTo(3, 6);
  });

  it('is of the seeds in which both have a number, and none over zero', () => {
    expect(ratio(sample([4, null, 8]), sample([2, 100, 4]))?.ratio).toBe(2);
    expect(ratio(sample([4, 4]), sample([0, 0]))).toBeNull();
    expect(ratio(sample([null]), sample([2]))).toBeNull();
    expect(ratio(sample([4]), sample([2]))).toEqual({ ratio: 2, ci95: null });
  });
});
