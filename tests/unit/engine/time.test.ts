import { expect, test } from 'vitest';
import { isMicroseconds, later, MAX_TIME, microseconds, START, toSeconds } from '../../../src/engine/time.js';

test('seconds become the nearest whole microsecond', () => {
  expect(microseconds(1.5)).toBe(1_500_000);
  expect(microseconds(0.000_000_4)).toBe(0);
  expect(microseconds(0.000_000_6)).toBe(1);
});

test('a time past the last instant becomes the last instant, 285 years on', () => {
  expect(microseconds(Number.POSITIVE_INFINITY)).toBe(MAX_TIME);
  expect(microseconds(1e300)).toBe(MAX_TIME);
  expect(later(MAX_TIME, microseconds(1))).toBe(MAX_TIME);
  // 2^53 us / (365.25 days x 86,400 s x 1e6) = 285.4
  expect(toSeconds(MAX_TIME) / (365.25 * 86_400)).toBeCloseTo(285.4, 1);
});

test('a negative time and NaN are refused, each by what it is', () => {
  expect(() => microseconds(-1)).toThrow('a time must be a number of seconds >= 0, not -1');
  expect(() => microseconds(Number.NaN)).toThrow('not NaN');
});

test('a span is added to an instant', () => {
  expect(later(microseconds(1), microseconds(2))).toBe(3_000_000);
  expect(later(START, START)).toBe(0);
});

test('only whole numbers from 0 to the last instant are microseconds', () => {
  expect([0, 1, MAX_TIME].every(isMicroseconds)).toBe(true);
  expect([-1, 0.5, MAX_TIME + 1, Number.NaN, Number.POSITIVE_INFINITY].some(isMicroseconds)).toBe(false);
});
