import { describe, expect, it } from 'vitest';
import { heldAt } from '../../../../src/library/pages/sweep/held-at.js';

describe('values at which something holds', () => {
  const values = ['10s', '20s', '30s', '40s', '50s'];

  it.each([
    [[1, 1, 1, 0, 0], '10s – 30s'],
    [[1, 1, 0, 0, 1], '10s, 20s, 50s'],
    [[0, 0, 0, 0, 0], ''],
    [[1, 1, 1, 1, 1], '10s – 50s'],
    [[0, 1, 0, 1, 0], '20s, 40s'],
  ])('%j are told as %j', (so, told) => {
    expect(heldAt(values, (i) => so[i] === 1)).toBe(told);
  });
});
