import { describe, expect, it } from 'vitest';
import { sample } from '../../../../src/studies/statistics/sample.js';
import { tippingStep } from '../../../../src/studies/sweep/tipping-point.js';

const reads = { better: 'lower', nullMeans: 'never' } as const;
const tip = (...values: readonly (readonly (number | null)[])[]) =>
  tippingStep(
    values.map((each) => sample(each)),
    reads,
  );

describe('a tipping point', () => {
  it('is the step that is more than half of all that changes', () => {
    // Means 1, 2, 12, 13: the middle step is 10 of 12.
    expect(tip([1, 1, 1], [2, 2, 2], [12, 12, 12], [13, 13, 13])).toEqual({ place: 1, shareOfChange: 10 / 12 });
  });

  it('is none of a line, of a constant, or of a single value', () => {
    expect(tip([1, 1], [2, 2], [3, 3], [4, 4])).toBeNull();
    expect(tip([5, 5], [5, 5], [5, 5])).toBeNull();
    expect(tip([5, 5])).toBeNull();
  });

  it('is none when luck explains the step', () => {
    // Differences over the same seeds 30, -25, 7: mean 4, standard error 16.
    expect(tip([10, 40, 20], [40, 15, 27])).toBeNull();
    // The same means, all seeds moved alike: 4, 4, 4.
    expect(tip([10, 40, 20], [14, 44, 24])).toEqual({ place: 0, shareOfChange: 1 });
  });

  it('is, of one seed, the step alone', () => {
    expect(tip([1], [2], [30])).toEqual({ place: 1, shareOfChange: 28 / 29 });
  });

  it('is where it stops ever coming back', () => {
    const back = [60, 61, 62, 63, 64, 65];
    const never = back.map(() => null);
    expect(
      tip(
        back,
        back.map((each) => each + 5),
        never,
        never,
      ),
    ).toMatchObject({ place: 1 });
  });

  it('goes down as well as up', () => {
    expect(tip([100, 101], [99, 100], [10, 11], [9, 10])).toMatchObject({ place: 1 });
  });
});
