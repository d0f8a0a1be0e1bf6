import { describe, expect, it } from 'vitest';
import { strongComponents } from '../../../../src/scenario/checks/strong-components.js';

function components(edges: Record<string, readonly string[]>): string[] {
  return strongComponents(new Map(Object.entries(edges)))
    .map((members) => members.sort().join(''))
    .sort();
}

describe('services that reach each other', () => {
  it('are one component', () => {
    // The example of Tarjan's paper in small: two knots and what hangs between them.
    expect(components({ a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: ['f'], f: ['e', 'g'], g: [] })).toEqual([
      'abc',
      'd',
      'ef',
      'g',
    ]);
  });

  it('are found in a knot of two circles that share a service', () => {
    expect(components({ a: ['b', 'c'], b: ['a'], c: ['a', 'd'], d: [] })).toEqual(['abc', 'd']);
  });

  it('may be a chain or a ring of a hundred thousand', () => {
    const n = 100_000;
    const chain = Array.from({ length: n }, (_, i): [string, string[]] => [`s${i}`, i + 1 < n ? [`s${i + 1}`] : []]);
    expect(strongComponents(new Map(chain))).toHaveLength(n);
    chain[n - 1] = [`s${n - 1}`, ['s0']];
    expect(strongComponents(new Map(chain))).toHaveLength(1);
  });
});
