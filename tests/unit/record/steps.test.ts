import { describe, expect, it } from 'vitest';
import {
  bucketMeans,
  integral,
  intervalsWhere,
  maximum,
  nextChange,
  previousChange,
  type StepFunction,
  secondsWhere,
  valueAt,
} from '../../../src/record/steps.js';
import { combine, maximumOf, product, sumOf } from '../../../src/record/steps-algebra.js';

const SECOND = 1e6;

/** Pairs of (seconds, value). */
function steps(...pairs: readonly (readonly [number, number])[]): StepFunction {
  return {
    times: Float64Array.from(pairs, ([time]) => time * SECOND),
    values: Float64Array.from(pairs, ([, value]) => value),
  };
}

function pairs(of: StepFunction): number[][] {
  return Array.from(of.times, (time, i) => [time / SECOND, of.values[i]]);
}

describe('a step function', () => {
  const share = steps([10, 1], [20, 0], [30, 0.5]);

  it('holds each value from its time on, and has none before the first', () => {
    expect(valueAt(share, 10 * SECOND - 1)).toBeNaN();
    expect(valueAt(share, 10 * SECOND)).toBe(1);
    expect(valueAt(share, 20 * SECOND - 1)).toBe(1);
    expect(valueAt(share, 20 * SECOND)).toBe(0);
    expect(valueAt(share, 99 * SECOND)).toBe(0.5);
  });

  it('is integrated exactly over a window that cuts its pieces', () => {
    // 5 s at 1, 10 s at 0, 6 s at 0.5
    expect(integral(share, 15 * SECOND, 36 * SECOND)).toBe(5 + 3);
    // nothing before 10 s
    expect(integral(share, 0, 12 * SECOND)).toBe(2);
    expect(integral(share, 36 * SECOND, 36 * SECOND)).toBe(0);
  });

  it('gives the spans in which something holds, joined where pieces touch', () => {
    expect(intervalsWhere(share, 0, 60 * SECOND, (value) => value < 0.9)).toEqual([
      { from: 20 * SECOND, to: 60 * SECOND },
    ]);
    expect(secondsWhere(share, 0, 60 * SECOND, (value) => value >= 0.5)).toBe(10 + 30);
  });

  it('knows its changes before and after a time', () => {
    expect(nextChange(share, 0)).toBe(10 * SECOND);
    expect(nextChange(share, 20 * SECOND)).toBe(30 * SECOND);
    expect(nextChange(share, 30 * SECOND)).toBeNull();
    expect(previousChange(share, 10 * SECOND)).toBeNull();
    expect(previousChange(share, 20 * SECOND)).toBe(10 * SECOND);
    expect(previousChange(share, 25 * SECOND)).toBe(20 * SECOND);
  });

  it('has its greatest value only where it holds in the window', () => {
    expect(maximum(share, 20 * SECOND, 40 * SECOND)).toBe(0.5);
    expect(maximum(share, 0, 5 * SECOND)).toBe(0);
  });

  it('is averaged over buckets', () => {
    // [10, 20) at 1, [20, 30) at 0, [30, 40) at 0.5, three buckets of 10 s; then two of 15 s: 10/15 and 5/15
    expect(bucketMeans(share, 10 * SECOND, 40 * SECOND, 3)).toEqual([1, 0, 0.5]);
    expect(bucketMeans(share, 10 * SECOND, 40 * SECOND, 2)).toEqual([10 / 15, 5 / 15]);
  });
});

describe('step functions combined', () => {
  it('multiply point by point, with samples only where the product changes', () => {
    const people = steps([0, 100], [15, 200]);
    const refused = steps([0, 0], [10, 1], [20, 0]);
    expect(pairs(product(people, refused))).toEqual([
      [0, 0],
      [10, 100],
      [15, 200],
      [20, 0],
    ]);
  });

  it('are summed and maximised over any number, none included', () => {
    const a = steps([0, 1], [10, 3]);
    const b = steps([5, 2]);
    const c = steps([0, 0], [20, 7]);
    expect(pairs(sumOf([a, b, c]))).toEqual([
      [0, 1],
      [5, 3],
      [10, 5],
      [20, 12],
    ]);
    expect(pairs(maximumOf([a, b, c]))).toEqual([
      [0, 1],
      [5, 2],
      [10, 3],
      [20, 7],
    ]);
    expect(pairs(sumOf([]))).toEqual([]);
  });

  it('take the stated value before a first sample', () => {
    expect(pairs(combine(steps([0, 1]), steps([10, 0]), Math.min, 1))).toEqual([
      [0, 1],
      [10, 0],
    ]);
  });
});
