import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  constant,
  type Distribution,
  exponential,
  logNormal,
  mean,
  quantile,
  sample,
  scale,
  uniform,
  variance,
} from '../../src/engine/distributions.js';
import { streams } from '../../src/engine/streams.js';

const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const factor = fc.double({ min: 1, max: 20, noNaN: true });
const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  positive.map(constant),
  fc.tuple(positive, factor).map(([median, ratio]) => logNormal(median, median * ratio)),
  fc.tuple(positive, factor).map(([min, ratio]) => uniform(min, min * ratio)),
  positive.map(exponential),
);

function support(of: Distribution): [number, number] {
  if (of.kind === 'constant') return [of.value, of.value];
  return of.kind === 'uniform' ? [of.min, of.max] : [0, Number.POSITIVE_INFINITY];
}

test('every sample lies in the support, and is finite', () => {
  fc.assert(
    fc.property(distribution, fc.nat(), (of, seed) => {
      const luck = streams(seed).stream('support');
      const [low, high] = support(of);
      for (let i = 0; i < 100; i++) {
        const value = sample(of, luck);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
        expect(Number.isFinite(value)).toBe(true);
      }
    }),
  );
});

test('a quantile never falls as its share grows', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(distribution, share, share, (of, p, q) => {
      expect(quantile(of, Math.min(p, q))).toBeLessThanOrEqual(quantile(of, Math.max(p, q)));
    }),
  );
});

test('the mean of many samples is within three standard errors of the mean, and their spread near the spread', () => {
  // Tails up to p95 = 8 medians: there the variance of 40,000 samples is itself still known to about a third.
  const shapes = [
    constant(3),
    logNormal(10, 25),
    logNormal(2700, 10_800),
    logNormal(1, 8),
    uniform(5, 20),
    exponential(4),
  ];
  const count = 40_000;
  for (const of of shapes) {
    const luck = streams(3).stream('mean', of.kind, mean(of));
    const values = Array.from({ length: count }, () => sample(of, luck));
    const average = values.reduce((sum, value) => sum + value, 0) / count;
    const spread = values.reduce((sum, value) => sum + (value - average) * (value - average), 0) / (count - 1);
    expect(Math.abs(average - mean(of))).toBeLessThanOrEqual(3 * Math.sqrt(variance(of) / count));
    expect(Math.abs(spread - variance(of))).toBeLessThanOrEqual(0.35 * variance(of));
  }
});

test('with the same luck a scaled distribution is the scaled sample', () => {
  fc.assert(
    fc.property(distribution, factor, fc.nat(), (of, by, seed) => {
      const one = sample(of, streams(seed).stream('x'));
      const scaled = sample(scale(of, by), streams(seed).stream('x'));
      expect(scaled / (one * by)).toBeCloseTo(1, 9);
    }),
  );
});
