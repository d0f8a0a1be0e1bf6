/**
 * Cards of a wheel that the facilitator turned: each is a fault more, at the stop at which it was turned.
 *
 * A code orders the deck before the night begins (challenge/deck.ts), so that nobody picks the card that fits a decision;
 * free is only whether, and at which stop, the next one is turned. Left out: cards that end something.
 */
import type { AddedFault } from '../../scenario/add-faults.js';
import { deckOf } from '../challenge/deck.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import type { Lesson } from '../lessons/lesson.js';

export interface Turn {
  /** Of the stop, from 0. */
  readonly stop: number;
  /** Id of the card. */
  readonly card: string;
}

/** The deck in the order of its code; nothing without a code or a deck. */
export function wheelDeck({ lesson }: LoadedLesson, code: string): readonly string[] {
  return code === '' ? [] : deckOf(code, Object.keys(lesson.wheel?.deck ?? {}));
}

/** The faults of what was turned, at the times of their stops; a card or stop that is not there is left out. */
export function turnedFaults(lesson: Lesson, turns: readonly Turn[]): readonly AddedFault[] {
  return turns.flatMap(({ stop, card }, i): AddedFault[] => {
    const { stops = [], deck = {} } = lesson.wheel ?? {};
    const at = stops[stop]?.at;
    if (at === undefined || !Object.hasOwn(deck, card)) return [];
    const { fault, lasts } = deck[card];
    const { kind, ...parameters } = fault as { readonly kind: string } & AddedFault['parameters'];
    const untilSeconds = lasts === undefined ? null : at + lasts;
    return [{ id: `card-${i + 1}`, kind: String(kind), atSeconds: at, untilSeconds, parameters }];
  });
}

/** Choices and turned cards as they stand in a submission: `wait`, ..., and `2:taxi` for a card at the second stop. */
export function writeInterventions(choices: readonly string[], turns: readonly Turn[]): readonly string[] {
  return [...choices, ...turns.map(({ stop, card }) => `${stop + 1}:${card}`)];
}

export function readInterventions(written: readonly string[]): {
  readonly choices: readonly string[];
  readonly turns: readonly Turn[];
} {
  const choices: string[] = [];
  const turns: Turn[] = [];
  for (const each of written) {
    const turned = /^([1-9]\d?):(.+)$/.exec(each);
    if (turned === null) choices.push(each);
    else turns.push({ stop: Number(turned[1]) - 1, card: turned[2] });
  }
  return { choices, turns };
}
