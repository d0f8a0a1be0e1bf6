import { expect, test } from 'vitest';
import * as portable from '../../../src/engine/portable-math.js';

/** Distance from Math's answer relative to it; both may be off in the last bits. */
function relative(ours: number, native: number): number {
  return ours === native ? 0 : Math.abs(ours - native) / Math.abs(native);
}

// Four units in the last place: 4 x 2^-52 = 9e-16.
const LAST_BITS = 9e-16;
const points = Array.from({ length: 2001 }, (_, i) => (i - 1000) / 37);

test.each([
  ['exp', portable.exp, Math.exp],
  ['expm1', portable.expm1, Math.expm1],
  ['log', (x: number) => portable.log(Math.abs(x)), (x: number) => Math.log(Math.abs(x))],
  ['log1p', (x: number) => portable.log1p(Math.abs(x)), (x: number) => Math.log1p(Math.abs(x))],
  ['pow', (x: number) => portable.pow(Math.abs(x), 2.5), (x: number) => Math.abs(x) ** 2.5],
])('%s agrees with the engine of the machine but for the last bits', (_name, ours, native) => {
  for (const x of points) expect(relative(ours(x), native(x)), String(x)).toBeLessThan(LAST_BITS);
});

test('the ends of the number line are as in IEEE 754', () => {
  const { exp, log, log1p, pow } = portable;
  expect([exp(0), exp(-1000), exp(1000), exp(Number.NEGATIVE_INFINITY)]).toEqual([1, 0, Number.POSITIVE_INFINITY, 0]);
  expect([log(1), log(0), log(-1)]).toEqual([0, Number.NEGATIVE_INFINITY, Number.NaN]);
  expect([log1p(0), log1p(-1)]).toEqual([0, Number.NEGATIVE_INFINITY]);
  expect([pow(0, 0), pow(2, 10), pow(4, -0.5), pow(-8, 1 / 3)]).toEqual([1, 1024, 0.5, Number.NaN]);
});

test('the normal distribution has the values of the tables', () => {
  // Abramowitz and Stegun (1964), table 26.1, and the usual critical values.
  expect(portable.normalCdf(0)).toBe(0.5);
  expect(portable.normalCdf(1)).toBeCloseTo(0.841_344_746_068_543, 14);
  expect(portable.normalCdf(-3)).toBeCloseTo(0.001_349_898_031_630_095, 16);
  expect(portable.normalQuantile(0.975)).toBeCloseTo(1.959_963_984_540_054, 13);
  expect(portable.normalQuantile(0.95)).toBeCloseTo(1.644_853_626_951_472_2, 13);
  expect(portable.normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(portable.normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(portable.erfc(0.5)).toBeCloseTo(0.479_500_122_186_953_5, 15);
});

test('lgamma(n + 1) is ln n!', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    factorial *= n;
    expect(portable.lgamma(n + 1)).toBeCloseTo(Math.log(factorial), 12);
  }
});

test('the incomplete gamma function is the Erlang distribution for whole shapes', () => {
  // P(k, x) = 1 - e^-x sum_{i<k} x^i / i!
  for (const shape of [1, 2, 5, 40]) {
    for (const x of [0.1, 1, 3, 10, 60]) {
      let term = 1;
      let sum = 1;
      for (let i = 1; i < shape; i++) {
        term *= x / i;
        sum += term;
      }
      const upper = Math.exp(-x) * sum;
      expect(portable.gammaincQ(shape, x)).toBeCloseTo(upper, 12);
      expect(portable.gammaincP(shape, x)).toBeCloseTo(1 - upper, 12);
    }
  }
});

test('the incomplete gamma function ends at 0 and 1 and knows its range', () => {
  expect(portable.gammaincP(2.5, 0)).toBe(0);
  expect(portable.gammaincP(2.5, Number.POSITIVE_INFINITY)).toBe(1);
  expect(portable.gammaincQ(2.5, Number.POSITIVE_INFINITY)).toBe(0);
  expect(portable.gammaincP(-1, 1)).toBeNaN();
  expect(portable.gammaincP(1, -1)).toBeNaN();
});

test('bits never change: a last bit that moves here moves every record', () => {
  const { erfc, exp, expm1, gammaincP, lgamma, log, log1p, normalQuantile, pow } = portable;
  const values = [exp(-1.1), log(0.3), log1p(1e-3), expm1(0.7), pow(1.7, 3.3), erfc(0.9), lgamma(4.4)];
  expect([...values, gammaincP(3.3, 2.2), normalQuantile(0.123)]).toMatchInlineSnapshot(`
    [
      0.3328710836980795,
      -1.2039728043259361,
      0.0009995003330835331,
      1.0137527074704764,
      5.760781994950998,
      0.20309178757716786,
      2.3161034914248577,
      0.30857991702125614,
      -1.1601198829975197,
    ]
  `);
});
