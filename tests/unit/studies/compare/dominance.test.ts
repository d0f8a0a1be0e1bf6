import { describe, expect, it } from 'vitest';
import { dominators } from '../../../../src/studies/compare/dominance.js';
import { type Paired, paired } from '../../../../src/studies/statistics/paired.js';
import { sample } from '../../../../src/studies/statistics/sample.js';

const READS = { better: 'lower', nullMeans: 'unknown' } as const;

interface Layout {
  readonly id: string;
  readonly cost: number | null;
  readonly hours: readonly number[];
  readonly writes?: readonly number[];
}

function dominatorsOf(layouts: readonly Layout[]): Record<string, readonly string[]> {
  const of = (id: string): Layout => layouts.find((each) => each.id === id) as Layout;
  const against = (base: string, other: string): (Paired | null)[] => [
    paired(sample(of(base).hours), sample(of(other).hours), READS),
    of(base).writes === undefined ? null : paired(sample(of(base).writes), sample(of(other).writes), READS),
  ];
  return Object.fromEntries(dominators(layouts, against));
}

describe('a layout is dominated', () => {
  it('by one that costs no more and is shown to lose less', () => {
    expect(
      dominatorsOf([
        { id: 'now', cost: 10, hours: [100, 101, 102] },
        { id: 'same-cost', cost: 10, hours: [50, 51, 52] },
        { id: 'dearer', cost: 20, hours: [10, 11, 12] },
      ]),
    ).toEqual({ now: ['same-cost'], 'same-cost': [], dearer: [] });
  });

  it('by a cheaper one that loses the same in every seed', () => {
    const found = dominatorsOf([
      { id: 'gold', cost: 30, hours: [5, 6, 7] },
      { id: 'plain', cost: 10, hours: [5, 6, 7] },
    ]);
    expect(found).toEqual({ gold: ['plain'], plain: [] });
  });

  it('by none that is not told from it, even if its mean is lower', () => {
    // Differences -3, 1, -4: mean -2, and its interval holds zero.
    const found = dominatorsOf([
      { id: 'now', cost: 10, hours: [10, 10, 10] },
      { id: 'maybe', cost: 10, hours: [7, 11, 6] },
    ]);
    expect(found).toEqual({ now: [], maybe: [] });
  });

  it('by none that loses more of anything', () => {
    const found = dominatorsOf([
      { id: 'now', cost: 10, hours: [100, 101, 102], writes: [0, 0, 0] },
      { id: 'async', cost: 10, hours: [50, 51, 52], writes: [5, 6, 7] },
    ]);
    expect(found).toEqual({ now: [], async: [] });
  });

  it('by what it loses alone where no prices are stated', () => {
    const found = dominatorsOf([
      { id: 'now', cost: null, hours: [100, 101, 102] },
      { id: 'other', cost: null, hours: [50, 51, 52] },
    ]);
    expect(found).toEqual({ now: ['other'], other: [] });
  });

  it('by no twin', () => {
    const twin = { cost: 10, hours: [1, 2, 3] };
    expect(
      dominatorsOf([
        { id: 'a', ...twin },
        { id: 'b', ...twin },
      ]),
    ).toEqual({ a: [], b: [] });
  });
});
