import { describe, expect, it } from 'vitest';
import { readAmount, readCount, readPositiveCount, readRetries } from '../../../../src/scenario/units/amount.js';
import { perHour, perSecond, perYear, readRate } from '../../../../src/scenario/units/rate.js';
import type { Reading } from '../../../../src/scenario/units/reading.js';
import { readRatio, readShare } from '../../../../src/scenario/units/share.js';

/** The value, or the code and what was meant. */
function told<T>(reading: Reading<T>): T | string {
  const { suggestion } = reading.ok ? { suggestion: null } : reading.fault;
  return reading.ok ? reading.value : `${reading.fault.code}${suggestion ? ` ${suggestion}` : ''}`;
}

describe('a number', () => {
  it.each([
    ['41.12M', 41_120_000],
    ['3k', 3000],
    ['1.5G', 1_500_000_000],
    [800, 800],
    ['0', 0],
    ['-3', 'negative'],
    ['3K', 'bad-number 3k'],
    ['60_000', 'bad-number 60000'],
    ['1,000', 'bad-number 1000'],
    ['1e3', 'bad-number'],
    ['many', 'bad-number'],
    [Number.POSITIVE_INFINITY, 'out-of-range'],
    [true, 'wrong-type'],
  ])('%j is %j', (value, expected) => {
    expect(told(readAmount(value))).toBe(expected);
  });

  it('of things is whole, and of some things above zero', () => {
    expect(told(readCount('2.5'))).toBe('not-whole');
    expect(told(readCount('2.5k'))).toBe(2500);
    expect(told(readPositiveCount(0))).toBe('not-positive');
  });

  it('of retries is a hundred at most, for each costs work', () => {
    expect(told(readRetries(100))).toBe(100);
    expect(told(readRetries(101))).toBe('out-of-range');
    expect(told(readRetries('1G'))).toBe('out-of-range');
    expect(told(readRetries(1.5))).toBe('not-whole');
  });
});

describe('a rate', () => {
  it.each([
    ['150/s', 150],
    ['80k/s', 80_000],
    ['60/min', 1],
    ['60/m', 1],
    ['7200/h', 2],
    ['86400/d', 1],
    ['150', 'bare-number 150/s'],
    [150, 'bare-number 150/s'],
    ['80k', 'bare-number 80k/s'],
    ['900 rps', 'bad-rate 900/s'],
    ['80K /s', 'bad-rate 80k/s'],
    ['150 per second', 'bad-rate 150/s'],
    ['31557600/y', 1],
    ['2 per year', 'bad-rate'],
    ['2/year', 'bad-rate 2/y'],
    ['150/q', 'bad-rate'],
    ['150/constructor', 'bad-rate'],
    ['0/s', 'not-positive'],
    ['-1/s', 'negative'],
    [{}, 'wrong-type'],
  ])('%j is %j', (value, expected) => {
    const reading = readRate(value);
    expect(reading.ok ? perSecond(reading.value) : told(reading)).toBe(expected);
  });

  it('an hour stays what it is, to the last bit', () => {
    // 100 / 3600 x 3600 is 100.00000000000001.
    const reading = readRate('100/h');
    expect(reading.ok && perHour(reading.value)).toBe(100);
  });

  it('a year is one of 365.25 days, and stays what it is', () => {
    const [yearly, hourly] = ['0.02/y', '1/h'].map((text) => readRate(text));
    expect(yearly.ok && perYear(yearly.value)).toBe(0.02);
    expect(hourly.ok && perYear(hourly.value)).toBe(8766);
  });
});

describe('a share', () => {
  it.each([
    ['4%', 0.04],
    ['100%', 1],
    ['0.1%', 0.001],
    ['0%', 0],
    ['150%', 'share-too-large'],
    ['-1%', 'negative'],
    [0.3, 'bare-number 30%'],
    ['30', 'bare-number 30%'],
    [1, 'bare-number 100%'],
    ['4 percent', 'bad-share 4%'],
    ['half', 'bad-share'],
    [[], 'wrong-type'],
  ])('%j is %j', (value, expected) => {
    expect(told(readShare(value))).toBe(expected);
  });

  it('of calls may be a number, and above one', () => {
    expect(told(readRatio(0.02))).toBe(0.02);
    expect(told(readRatio('2%'))).toBe(0.02);
    expect(told(readRatio(3))).toBe(3);
    expect(told(readRatio('2 %'))).toBe('bad-number 2%');
    expect(told(readRatio(Number.NaN))).toBe('out-of-range');
  });
});
