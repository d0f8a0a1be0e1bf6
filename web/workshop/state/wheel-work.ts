/** What a group did in a wheel, as it is kept and saved: decisions, cards, what was said and written, action items. */
import type { Turn } from '../../library.js';

export interface WheelWork {
  /** Pauses of the clock that are behind. */
  readonly passed: number;
  /** Decisions and why, one a stop that is behind. */
  readonly choices: readonly string[];
  readonly reasons: readonly string[];
  readonly turns: readonly Turn[];
  /** What each role said of the next half hour, by `saidKey`. */
  readonly said: Readonly<Record<string, Said>>;
  /** Status updates, in the order in which they are due. */
  readonly updates: readonly Update[];
  readonly actions: readonly ActionItem[];
  /** What surprised people, a line each. */
  readonly surprises: string;
  /** The night is over. */
  readonly finished: boolean;
}

export interface Said {
  readonly words: string;
  /** Affected half an hour later; null: no number was said. */
  readonly people: number | null;
}

export interface Update {
  readonly text: string;
  /** Lines of the checklist that it has, by their place. */
  readonly has: readonly number[];
}

export interface ActionItem {
  readonly who: string;
  readonly what: string;
  readonly by: string;
}

export const NO_ACTION: ActionItem = { who: '', what: '', by: '' };
export const NO_UPDATE: Update = { text: '', has: [] };

export const NOTHING_PLAYED: WheelWork = {
  passed: 0,
  choices: [],
  reasons: [],
  turns: [],
  said: {},
  updates: [],
  actions: [NO_ACTION],
  surprises: '',
  finished: false,
};

export function saidKey(stop: number, role: string): string {
  return `${stop} ${role}`;
}

type Test = (value: unknown) => boolean;
const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => typeof value === 'number';
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const shape =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(tests).every(([key, test]) => test((value as Record<string, unknown>)[key]));

const hasShape = shape({
  passed: isNumber,
  choices: listOf(isText),
  reasons: listOf(isText),
  turns: listOf(shape({ stop: isNumber, card: isText })),
  said: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(shape({ words: isText, people: (people) => people === null || isNumber(people) })),
  updates: listOf(shape({ text: isText, has: listOf(isNumber) })),
  actions: listOf(shape({ who: isText, what: isText, by: isText })),
  surprises: isText,
  finished: (value) => typeof value === 'boolean',
});

/** Of a saved file, which anybody may have written. */
export function isWheelWork(value: unknown): value is WheelWork {
  return hasShape(value);
}
