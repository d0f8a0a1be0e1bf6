import { expect, test } from 'vitest';
import {
  constant,
  exponential,
  logNormal,
  mean,
  quantile,
  sample,
  scale,
  uniform,
  variance,
} from '../../../src/engine/distributions.js';
import { streams } from '../../../src/engine/streams.js';

test('a constant is itself at every quantile', () => {
  expect([0, 0.3, 1].map((p) => quantile(constant(45), p))).toEqual([45, 45, 45]);
  expect(mean(constant(45))).toBe(45);
  expect(variance(constant(45))).toBe(0);
});

test('a log-normal has the median and the 95th percentile that it was given', () => {
  const repair = logNormal(45 * 60, 3 * 3600);
  expect(quantile(repair, 0.5)).toBeCloseTo(2700, 9);
  expect(quantile(repair, 0.95)).toBeCloseTo(10_800, 8);
  // sigma = ln(4)/1.6448536 = 0.842810; mean = 2700 e^(sigma^2/2) = 2700 x 1.426408 = 3851.3
  expect(mean(repair)).toBeCloseTo(3851.3, 1);
  // variance = mean^2 (e^(sigma^2) - 1) = 3851.302^2 x 1.034640 = 15,346,326
  expect(variance(repair) / 15_346_326).toBeCloseTo(1, 4);
});

test('a log-normal whose median is its 95th percentile is that value', () => {
  expect([0.01, 0.5, 0.99].map((p) => quantile(logNormal(7, 7), p))).toEqual([7, 7, 7]);
  expect(mean(logNormal(7, 7))).toBe(7);
  expect(variance(logNormal(7, 7))).toBe(0);
});

test('a uniform lies evenly between its ends', () => {
  const wait = uniform(300, 1200);
  expect([0, 0.5, 1].map((p) => quantile(wait, p))).toEqual([300, 750, 1200]);
  expect(mean(wait)).toBe(750);
  // (1200 - 300)^2 / 12
  expect(variance(wait)).toBe(67_500);
});

test('an exponential has its mean, and a median of ln 2 of it', () => {
  const gap = exponential(4);
  expect(mean(gap)).toBe(4);
  expect(variance(gap)).toBe(16);
  expect(quantile(gap, 0.5)).toBeCloseTo(4 * Math.LN2, 12);
  expect(quantile(gap, 0)).toBe(0);
  expect(quantile(gap, 1)).toBe(Number.POSITIVE_INFINITY);
  expect([0, 0.5, 1].map((p) => quantile(exponential(0), p))).toEqual([0, 0, 0]);
});

test('scaling scales every quantile and keeps the shape', () => {
  for (const distribution of [constant(3), logNormal(3, 9), uniform(1, 2), exponential(5)]) {
    const twice = scale(distribution, 2);
    for (const p of [0.1, 0.5, 0.9]) expect(quantile(twice, p)).toBeCloseTo(2 * quantile(distribution, p), 12);
    expect(mean(scale(distribution, 0))).toBe(0);
    expect(() => scale(distribution, -1)).toThrow(RangeError);
  }
});

test('a sample is the quantile of one draw, so a constant uses one up too', () => {
  const luck = streams(1).stream('a');
  const same = streams(1).stream('a');
  expect(sample(constant(1), luck)).toBe(1);
  same.next();
  expect(sample(uniform(0, 1), luck)).toBe(same.next());
});

test.each([
  [() => constant(-1), 'the value of a distribution must be a finite number >= 0, not -1'],
  [() => constant(Number.NaN), 'not NaN'],
  [
    () => exponential(Number.POSITIVE_INFINITY),
    'the mean of a distribution must be a finite number >= 0, not Infinity',
  ],
  [() => logNormal(0, 1), 'a median must be above 0, not 0'],
  [() => logNormal(2, 1), 'a p95 (1) must be at least the median (2)'],
  [() => logNormal(1, Number.POSITIVE_INFINITY), 'the p95 of a distribution must be'],
  [() => uniform(2, 1), 'a max (1) must be at least the min (2)'],
  [() => uniform(-1, 1), 'the min of a distribution must be'],
  [() => quantile(constant(1), 1.5), 'a quantile is asked for a share between 0 and 1, not 1.5'],
])('numbers that make no distribution are refused with a reason: %s', (make, message) => {
  expect(make).toThrow(message);
});
