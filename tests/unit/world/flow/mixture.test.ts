import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, reduce, STRIDE, weightOf, within } from '../../../../src/world/flow/mixture.js';

describe('cutting a response time at a limit', () => {
  test('leaves a constant time whole or takes it whole', () => {
    cut(2, 0, 3);
    expect([within.share, within.first]).toEqual([1, 2]);
    cut(2, 0, 1);
    expect([within.share, within.first]).toEqual([0, 0]);
  });

  // Exponential with mean 2, limit 1: P = 1 - e^-0.5 = 0.39347; E[R; R < 1] = 2 (1 - 1.5 e^-0.5) = 0.18041.
  test('follows the exponential distribution where the spread equals the mean', () => {
    cut(2, 4, 1);
    expect(within.share).toBeCloseTo(0.39347, 5);
    expect(within.first).toBeCloseTo(0.18041, 4);
  });

  // A wait of rate 8 and a service of rate 10 (M/M/4 at 32/s): P(R > 0.5) = (10 e^-4 - 8 e^-5) / 2 = 0.0646264.
  test('is exact for the sum of a wait and a service', () => {
    cut(1 / 8 + 1 / 10, 1 / 64 + 1 / 100, 0.5);
    expect(1 - within.share).toBeCloseTo(0.0646264, 6);
  });

  // Erlang of 4 stages of mean 0.25: P(R < 1) = 1 - e^-4 (1 + 4 + 8 + 32/3) = 0.56653.
  test('follows the Erlang distribution for stages alike', () => {
    cut(1, 0.25, 1);
    expect(within.share).toBeCloseTo(0.56653, 4);
  });

  test('never takes more than there is, and more with a later limit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0.001, max: 100, noNaN: true }),
        (mean, cv2, limit) => {
          cut(mean, cv2 * mean * mean, limit);
          const { share, first } = within;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          expect(first).toBeLessThanOrEqual(Math.min(mean, limit * share) * (1 + 1e-6) + 1e-9);
          cut(mean, cv2 * mean * mean, limit * 1.1);
          expect(within.share).toBeGreaterThanOrEqual(share - 1e-9);
        },
      ),
    );
  });
});

describe('reducing a mixture', () => {
  test('keeps weight, mean and variance of the whole', () => {
    const part = fc.tuple(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.001, max: 10, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 5, maxLength: 12 }), (parts) => {
        const mixture = new Float64Array(16 * STRIDE);
        parts.forEach(([weight, mean], i) => {
          mixture.set([weight, mean, mean * mean], i * STRIDE);
        });
        const before = moments(mixture, parts.length);
        const left = reduce(mixture, parts.length, 4);
        expect(left).toBeLessThanOrEqual(4);
        moments(mixture, left).forEach((moment, i) => {
          expect(moment).toBeCloseTo(before[i], 8);
        });
      }),
    );
  });

  test('keeps all-fast and some-slow apart', () => {
    const mixture = new Float64Array(8 * STRIDE);
    [0.01, 0.012, 0.011, 0.013, 9].forEach((mean, i) => {
      mixture.set([0.2, mean, 0], i * STRIDE);
    });
    const left = reduce(mixture, 5, 2);
    expect(left).toBe(2);
    expect(mixture[0]).toBeCloseTo(0.8, 12);
    expect(mixture[STRIDE + 1]).toBe(9);
  });
});

function moments(mixture: Float64Array, count: number): number[] {
  let first = 0;
  let second = 0;
  for (let k = 0; k < count * STRIDE; k += STRIDE) {
    first += mixture[k] * mixture[k + 1];
    second += mixture[k] * (mixture[k + 2] + mixture[k + 1] * mixture[k + 1]);
  }
  return [weightOf(mixture, 0, count), first, second];
}
