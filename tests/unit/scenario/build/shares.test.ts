import { describe, expect, it } from 'vitest';
import { shareOut } from '../../../../src/scenario/build/shares.js';

function counts(servers: number, shares: Record<string, number>): Record<string, number> {
  const parts = Object.entries(shares).map(([id, share]) => ({ id, share }));
  return Object.fromEntries(shareOut(servers, parts).map(({ zone, servers: count }) => [zone, count]));
}

describe('servers shared out', () => {
  it('are whole, and the largest remainders get one more', () => {
    // 3.5, 2.1, 1.4 of 7: whole parts 3, 2, 1; the one left goes to the remainder .5.
    expect(counts(7, { a: 0.5, b: 0.3, c: 0.2 })).toEqual({ a: 4, b: 2, c: 1 });
  });

  it('go to the first id among equals', () => {
    expect(counts(1, { b: 0.5, a: 0.5 })).toEqual({ a: 1 });
  });

  it('are not lost to the last bit of a product', () => {
    // 0.29 x 100 is 28.999999999999996.
    expect(counts(100, { a: 0.29, b: 0.71 })).toEqual({ a: 29, b: 71 });
  });

  it('always sum to their number', () => {
    for (let servers = 1; servers < 200; servers++) {
      const total = Object.values(counts(servers, { a: 0.333, b: 0.333, c: 0.334 })).reduce((sum, n) => sum + n, 0);
      expect(total).toBe(servers);
    }
  });
});
