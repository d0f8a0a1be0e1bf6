import { describe, expect, it } from 'vitest';
import { median, ranks, spearman } from '../../../src/results/rank-correlation.js';

describe('Spearman’s rank correlation', () => {
  it('equals the textbook value for ten people’s IQ and hours of television', () => {
    // 1 - 6 x 194 / (10 x 99) = -29/165; the worked example of Wikipedia, "Spearman's rank correlation coefficient"
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  it('gives equal values their mean rank', () => {
    expect(ranks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
    // ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 x 5)
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });

  it('is null when one side never varies, or there is one pair', () => {
    expect(spearman([1, 2, 3], [7, 7, 7])).toBeNull();
    expect(spearman([1], [1])).toBeNull();
  });

  it('ranks what never came last', () => {
    expect(spearman([1, 2, 3], [5, 6, Number.POSITIVE_INFINITY])).toBeCloseTo(1, 12);
    expect(ranks([Number.POSITIVE_INFINITY, 1, Number.POSITIVE_INFINITY])).toEqual([2.5, 1, 2.5]);
  });
});

describe('the median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNull();
  });
});
