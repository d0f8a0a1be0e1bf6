import { describe, expect, it } from 'vitest';
import { bestOf, type Tried } from '../../../../src/studies/advise/best-change.js';
import type { Paired } from '../../../../src/studies/statistics/paired.js';

function tried(gain: number, cost: number): Tried {
  const against = { difference: -gain, shown: 'better' } as Paired;
  return { changes: [{}], cost, against, lost: against } as unknown as Tried;
}

describe('of changes that help', () => {
  it('with prices the one is best that gains most for its price', () => {
    const cheap = tried(100, 10);
    expect(bestOf([tried(500, 100), cheap, tried(90, 10)])).toBe(cheap);
  });

  it('one without a price is not for nothing: it is best only when it gains as much as the best with one', () => {
    const priced = tried(500, 100);
    const small = tried(1, 0);
    const large = tried(600, 0);
    expect(bestOf([small, priced])).toBe(priced);
    expect(bestOf([small, priced, large])).toBe(large);
    expect(bestOf([small])).toBe(small);
    expect(bestOf([])).toBeNull();
  });

  it('one that makes it cheaper is best of those with a price', () => {
    const saving = tried(5, -10);
    expect(bestOf([tried(500, 1), saving])).toBe(saving);
  });
});
