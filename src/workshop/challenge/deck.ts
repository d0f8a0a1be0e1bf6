/**
 * The order of the cards, fixed by a code before anybody designs: its SHA-256 is shown at the start, the code after
 * everybody has locked, and then everybody can see that nothing was changed (commit and reveal; Blum, 1981).
 */
import { streams } from '../../engine/streams.js';
import { sha256 } from '../../scenario/sha256.js';

/** What is shown at the start, in hexadecimal. A short code can be found by trying: use at least eight characters. */
export function commitmentOf(code: string): string {
  return sha256(code);
}

export function isRevealed(code: string, commitment: string): boolean {
  return commitmentOf(code) === commitment.trim().toLowerCase();
}

/** All cards in the order of the code: the first are drawn. The order in which they are handed in says nothing. */
export function deckOf(code: string, cards: readonly string[]): readonly string[] {
  const stream = streams(code).stream('challenge', 'deck');
  const deck = [...cards].sort();
  for (let i = deck.length - 1; i > 0; i--) {
    const other = Math.floor(stream.next() * (i + 1));
    [deck[i], deck[other]] = [deck[other], deck[i]];
  }
  return deck;
}

/** The code of a day for those who play alone: `20261201`. Months and days from 1. */
export function dailyCode(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('');
}
