import { describe, expect, it } from 'vitest';
import { formatAmount, formatCount, formatDuration, formatShare } from '../../../src/results/amounts.js';

describe('amounts as people read them', () => {
  it.each([
    [459_000, '127 h 30 min', '127시간 30분'],
    [36_060, '10 h 01 min', '10시간 01분'],
    [3600, '1 h', '1시간'],
    [245, '4 min 05 s', '4분 05초'],
    [59.7, '1 min', '1분'],
    [42, '42 s', '42초'],
    [1.25, '1.3 s', '1.3초'],
    [0.04, '40 ms', '40밀리초'],
    [0, '0 s', '0초'],
    [-90, '−1 min 30 s', '−1분 30초'],
  ])('%d seconds are %s or %s', (seconds, en, ko) => {
    expect([formatDuration(seconds, 'en'), formatDuration(seconds, 'ko')]).toEqual([en, ko]);
  });

  it.each([
    [812_400_000, '812.4M', '8.1억'],
    [1_250_000, '1.3M', '125만'],
    [32_000, '32,000', '32,000'],
    [999_999, '999,999', '999,999'],
    [0, '0', '0'],
    [2.345, '2.35', '2.35'],
    [-32_000, '-32,000', '-32,000'],
  ])('%d things are %s or %s', (value, en, ko) => {
    expect([formatCount(value, 'en'), formatCount(value, 'ko')]).toEqual([en, ko]);
  });

  it('show shares with decimals only where they tell something', () => {
    expect([0, 0.002, 0.05, 0.583, 0.9, 0.987, 0.9995, 1].map((share) => formatShare(share, 'en', 2))).toEqual([
      '0 %',
      '0.2 %',
      '5 %',
      '58 %',
      '90 %',
      '98.7 %',
      '99.95 %',
      '100 %',
    ]);
    expect(formatShare(0.583, 'ko')).toBe('58%');
  });

  it('bear their unit', () => {
    expect(formatAmount(350, 'person-hours', 'en')).toBe('350 user-hours');
    expect(formatAmount(46_800_000, 'people', 'ko')).toBe('4680만명');
  });
});
