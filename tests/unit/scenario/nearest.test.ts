import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/scenario/nearest.js';

describe('the nearest name', () => {
  it.each([
    ['objectstore', ['object-store', 'other'], 'object-store'],
    ['at-most', ['atLeast', 'atMost'], 'atMost'],
    ['shpo', ['shop', 'login'], 'shop'],
    ['p59', ['mean', 'p95'], 'p95'],
    ['Login', ['login'], 'login'],
    ['downtime', ['availability', 'downtimeSeconds'], 'downtimeSeconds'],
    ['mail', ['payments', 'login'], null],
    ['a', ['bc'], null],
    ['b', ['a', 'c'], 'a'],
    ['x', [], null],
  ])('to %s among %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  it('to a very long name is none, at once', () => {
    expect(nearest('x'.repeat(1_000_000), ['x'.repeat(999_999)])).toBeNull();
  });
});
