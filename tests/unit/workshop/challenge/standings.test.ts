import { describe, expect, it } from 'vitest';
import type { EntryResult } from '../../../../src/workshop/challenge/play-challenge.js';
import { standingsOf } from '../../../../src/workshop/challenge/standings.js';

/** An entry with what standings look at. @param lost user-hours under each of two cards */
function entry(points: number, availability: number, foresight: number, lost: readonly [number, number]): EntryResult {
  const cards = lost.map((userHours, i) => ({ card: `card-${i}`, userHours, seconds: 60 }));
  const total = availability + foresight;
  return {
    loaded: { price: { points } },
    loss: { cards, userHours: (lost[0] + lost[1]) / 2, seconds: 60 },
    score: { availability, recovery: 0, thrift: 0, foresight, total },
  } as unknown as EntryResult;
}

describe('standingsOf', () => {
  it('gives a prize each for the best worst card, for what a point buys, and for the nearest prediction', () => {
    const dear = entry(90, 540, 0, [10, 20]);
    const cheap = entry(10, 200, 10, [5, 90]);
    const idle = entry(0, 0, 50, [80, 95]);
    const { mostRobust, bestValue, bestProphet, order } = standingsOf([dear, cheap, idle]);
    // Worst cards: 20, 90, 95. A point buys 6, 20, nothing. Foresight: 0, 10, 50.
    expect({ mostRobust, bestValue, bestProphet }).toEqual({ mostRobust: 0, bestValue: 1, bestProphet: 2 });
    expect(order).toEqual([0, 1, 2]);
  });

  it('has no best value when nobody spent anything, and no prophet when nobody came near', () => {
    const { bestValue, bestProphet } = standingsOf([entry(0, 0, 0, [1, 1])]);
    expect({ bestValue, bestProphet }).toEqual({ bestValue: null, bestProphet: null });
  });

  it('gives equal losses the same place under a card, and the next place as many later', () => {
    const { byCard } = standingsOf([
      entry(1, 1, 0, [7, 1]),
      entry(1, 1, 0, [3, 1]),
      entry(1, 1, 0, [7, 1]),
      { ...entry(1, 1, 0, [1, 1]), score: null },
    ]);
    expect(byCard.map(({ card, places }) => [card, places])).toEqual([
      ['card-0', [2, 1, 2, null]],
      ['card-1', [1, 1, 1, null]],
    ]);
  });
});
