import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../src/scenario/sha256.js';
import { commitmentOf, dailyCode, deckOf, isRevealed } from '../../../../src/workshop/challenge/deck.js';
import { type ScoreInput, scoreOf } from '../../../../src/workshop/challenge/score.js';

/** L/L0 = 0.18, T/T0 = 0.30, 12 of 100 unspent, prediction 20 % off: 492 + 175 + 18 + 40 = 725. */
const EXAMPLE: ScoreInput = {
  ...{ loss: 18, baseLoss: 100, seconds: 300, baseSeconds: 1000 },
  ...{ unspent: 12, budget: 100, predictedLoss: 14.4 },
};

describe('scoreOf', () => {
  it('is 725 for the example of the rules, from its parts', () => {
    const { availability, recovery, thrift, foresight, total } = scoreOf(EXAMPLE);
    expect(availability).toBeCloseTo(492, 9);
    expect(recovery).toBeCloseTo(175, 9);
    expect(thrift).toBeCloseTo(18, 9);
    expect(foresight).toBeCloseTo(40, 9);
    expect(total).toBe(725);
  });

  it('counts what was not spent only where at least half of the loss is avoided', () => {
    expect(scoreOf({ ...EXAMPLE, loss: 50 }).thrift).toBeCloseTo(18, 9);
    expect(scoreOf({ ...EXAMPLE, loss: 51 }).thrift).toBe(0);
  });

  it('goes from 0, however bad, to 1050', () => {
    const worst = { ...EXAMPLE, loss: 500, seconds: 9999, predictedLoss: null };
    expect(scoreOf(worst).total).toBe(0);
    expect(scoreOf({ ...EXAMPLE, loss: 0, seconds: 0, unspent: 100, predictedLoss: 0 }).total).toBe(1050);
    // Nothing was lost by the base either: nothing can be won there, and nothing is divided by nothing.
    expect(scoreOf({ ...EXAMPLE, loss: 0, baseLoss: 0 }).availability).toBe(600);
    expect(scoreOf({ ...EXAMPLE, predictedLoss: Number.NaN }).foresight).toBe(0);
  });
});

describe('a deck', () => {
  const cards = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

  it('is in an order that the code alone decides, all cards once', () => {
    expect(deckOf('secret-1', cards)).toEqual(deckOf('secret-1', [...cards].reverse()));
    expect([...deckOf('secret-1', cards)].sort()).toEqual(cards);
    expect(deckOf('secret-2', cards)).not.toEqual(deckOf('secret-1', cards));
  });

  it('puts every card first about as often', () => {
    const first = new Map<string, number>();
    for (let i = 0; i < 800; i++) {
      const [card] = deckOf(`code ${i}`, cards);
      first.set(card, (first.get(card) ?? 0) + 1);
    }
    // 100 each expected, standard deviation 9.4: four of those.
    for (const card of cards) expect(Math.abs((first.get(card) ?? 0) - 100)).toBeLessThan(38);
  });

  it('is committed to by the hash that everybody can check', () => {
    expect(commitmentOf('secret-1')).toBe(sha256('secret-1'));
    expect(isRevealed('secret-1', ` ${sha256('secret-1').toUpperCase()}\n`)).toBe(true);
    expect(isRevealed('secret-2', sha256('secret-1'))).toBe(false);
  });

  it('has a code a day for those who play alone', () => {
    expect(dailyCode(2026, 3, 7)).toBe('20260307');
  });
});
