import { describe, expect, it } from 'vitest';
import { readDuration } from '../../../../src/scenario/units/duration.js';
import { writeDuration } from '../../../../src/scenario/units/write-duration.js';

describe('a duration', () => {
  it.each([
    ['90s', 90],
    ['2h30m', 9000],
    ['5d', 432_000],
    ['500ms', 0.5],
    // The number nearest to 0.15: 150 x 0.001 would be 0.15000000000000002.
    ['150ms', 0.15],
    ['20us', 0.00002],
    ['1.5h', 5400],
    ['0s', 0],
    ['1d2h3m4s5ms', 93_784.005],
  ])('%s is %d seconds', (text, seconds) => {
    expect(readDuration(text)).toEqual({ ok: true, value: seconds });
  });

  it.each([
    ['3m5x', 'bad-duration', '3m5s'],
    ['10min', 'bad-duration', '10m'],
    ['2 hours', 'bad-duration', '2h'],
    ['1h 30m', 'bad-duration', '1h30m'],
    ['5D', 'bad-duration', '5d'],
    ['30m2h', 'bad-duration', null],
    ['5m5m', 'bad-duration', null],
    ['-5s', 'negative', undefined],
    ['soon', 'bad-duration', null],
    ['', 'bad-duration', null],
    ['1e3s', 'bad-duration', null],
    ['90', 'bare-number', '90s'],
    [90, 'bare-number', '90s'],
    [-90, 'bare-number', null],
    ['40000d', 'out-of-range', undefined],
    [null, 'wrong-type', undefined],
    [['5m'], 'wrong-type', undefined],
  ])('%j is refused as %s, and %j is meant', (value, code, suggestion) => {
    const reading = readDuration(value);
    expect(reading.ok ? reading : [reading.fault.code, reading.fault.suggestion]).toEqual([code, suggestion]);
  });

  it('is written as it would be read', () => {
    for (const seconds of [0, 59, 60, 3661, 93_784, 0.5]) {
      expect(readDuration(writeDuration(seconds))).toEqual({ ok: true, value: seconds });
    }
  });
});
