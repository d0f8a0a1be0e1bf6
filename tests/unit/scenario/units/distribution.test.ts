import { describe, expect, it } from 'vitest';
import { constant, exponential, logNormal, uniform } from '../../../../src/engine/distributions.js';
import { readDistribution, readPositiveDistribution } from '../../../../src/scenario/units/distribution.js';

describe('a distribution', () => {
  it('is written in the four forms that practitioners use', () => {
    expect(readDistribution('45m')).toEqual({ ok: true, value: constant(2700) });
    expect(readDistribution({ median: '45m', p95: '3h' })).toEqual({ ok: true, value: logNormal(2700, 10_800) });
    expect(readDistribution({ min: '5m', max: '20m' })).toEqual({ ok: true, value: uniform(300, 1200) });
    expect(readDistribution({ mean: '4h' })).toEqual({ ok: true, value: exponential(14_400) });
  });

  it.each([
    [{ median: '45m' }, 'bad-distribution', undefined],
    [{ median: '45m', mean: '4h' }, 'bad-distribution', undefined],
    [{ median: '3h', p95: '45m' }, 'wrong-order', undefined],
    [{ min: '20m', max: '5m' }, 'wrong-order', undefined],
    [{ median: '0s', p95: '45m' }, 'not-positive', undefined],
    // sigma = ln(3.2e15)/1.645 = 21.7: a mean of 1e-6 e^(sigma^2/2) = 1e96 seconds.
    [{ median: '1us', p95: '36525d' }, 'out-of-range', undefined],
    [{ mean: 4 }, 'bare-number', ['mean']],
    [{ mean: '3m5x' }, 'bad-duration', ['mean']],
    [{ meen: '3m' }, 'unknown-key', ['meen']],
    [{}, 'bad-distribution', undefined],
    [['4h'], 'wrong-type', undefined],
    [4, 'bare-number', undefined],
  ])('%j is refused as %s', (value, code, within) => {
    const reading = readDistribution(value);
    expect(reading.ok ? reading : [reading.fault.code, reading.fault.within]).toEqual([code, within]);
  });

  it('of service times is never all zero', () => {
    expect(readPositiveDistribution('0s').ok).toBe(false);
    expect(readPositiveDistribution({ min: '0s', max: '0s' }).ok).toBe(false);
    expect(readPositiveDistribution({ min: '0s', max: '1s' }).ok).toBe(true);
  });
});
