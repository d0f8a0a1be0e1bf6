import { describe, expect, it } from 'vitest';
import { compareHalfHour } from '../../../../src/index.js';

// From 30 min on 1,000 people are affected, from an hour on 4,000.
const affected = { times: Float64Array.of(0, 1800e6, 3600e6), values: Float64Array.of(0, 1000, 4000) };

describe('what a role says of the next half hour', () => {
  it('is held against the people affected half an hour later', () => {
    // Said at 30 min, it is about the hour: 4,000.
    expect(compareHalfHour(4000, affected, 1800)?.right).toBe(true);
    expect(compareHalfHour(3000, affected, 1800)?.right).toBe(true);
    expect(compareHalfHour(2999, affected, 1800)?.text.en).toBe('You said 2,999, it was 4,000: 25 % too little.');
  });

  it('of nobody is right only when nobody was said', () => {
    expect(compareHalfHour(0, { times: Float64Array.of(0), values: Float64Array.of(0) }, 60)?.right).toBe(true);
    expect(compareHalfHour(1, { times: Float64Array.of(0), values: Float64Array.of(0) }, 60)?.right).toBe(false);
  });

  it('is nothing without a number', () => {
    expect(compareHalfHour(null, affected, 1800)).toBeNull();
    expect(compareHalfHour(Number.NaN, affected, 1800)).toBeNull();
  });
});
