/**
 * What a learner did: predictions and their lock, the sentence, the design, hints looked at. Kept where the browser lets us,
 * and in a file wherever it does not: what was saved to a file is never lost.
 */
import { effect, signal } from '@preact/signals';
import { type Answer, type Design, UNEDITED } from '../../library.js';
import { keep, keptAtOnce, recall } from './kept-text.js';
import { isWheelWork, type WheelWork } from './wheel-work.js';

export interface LessonWork {
  /** By the prediction's id. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Null: not locked yet. */
  readonly lock: string | null;
  readonly explanation: string;
  readonly design: Design;
  /** Steps of hints that were looked at. */
  readonly hints: number;
  readonly root: string;
  /** Of a challenge: the code that draws the cards, and what was shown of it before; empty: none. */
  readonly deck: string;
  readonly commitment: string;
  /** What was copied or saved last to be handed in. */
  readonly handedIn?: string;
  /** Of a wheel, once its night has begun. */
  readonly wheel?: WheelWork;
}

export interface Work {
  readonly format: typeof FORMAT;
  readonly nick: string;
  /** Code of the group; empty when one learns alone. */
  readonly workshop: string;
  /** By the lesson's id. */
  readonly lessons: Readonly<Record<string, LessonWork>>;
}

const FORMAT = 'firebreak.work/1';
const STORE = 'firebreak.work';
const NOTHING: Work = { format: FORMAT, nick: '', workshop: '', lessons: {} };
const NOT_BEGUN: LessonWork = {
  answers: {},
  lock: null,
  explanation: '',
  design: UNEDITED,
  hints: 0,
  root: '',
  deck: '',
  commitment: '',
};

const atOnce = readWork(keptAtOnce(STORE) ?? '');
export const work = signal<Work>(atOnce ?? NOTHING);

/** What the browser kept is there. Nothing is written before, or it would be nothing. */
export const workRecalled: Promise<void> = recallWork().then(() => {
  effect(() => keep(STORE, JSON.stringify(work.value)));
});

async function recallWork(): Promise<void> {
  if (atOnce !== null) return;
  const before = readWork((await recall(STORE)) ?? '');
  // Whoever has begun meanwhile goes on.
  if (before !== null && work.value === NOTHING) work.value = before;
}

export function workOn(lesson: string): LessonWork {
  return work.value.lessons[lesson] ?? NOT_BEGUN;
}

export function change(lesson: string, changes: Partial<LessonWork>): void {
  const lessons = { ...work.value.lessons, [lesson]: { ...workOn(lesson), ...changes } };
  work.value = { ...work.value, lessons };
}

/** For the next group: nothing is left of this one. */
export function forgetAll(): void {
  work.value = NOTHING;
}

/** A saved file; null: it is none. */
export function readWork(text: string): Work | null {
  try {
    const value: unknown = JSON.parse(text);
    return isWork(value) ? { ...NOTHING, ...value } : null;
  } catch {
    return null;
  }
}

/** Answers and edits in it are checked where they are used. */
function isWork(value: unknown): value is Work {
  if (typeof value !== 'object' || value === null) return false;
  const { format, nick, workshop, lessons } = value as Record<string, unknown>;
  if (format !== FORMAT || typeof nick !== 'string' || typeof workshop !== 'string') return false;
  return typeof lessons === 'object' && lessons !== null && Object.values(lessons).every(isLessonWork);
}

function isLessonWork(value: unknown): value is LessonWork {
  if (typeof value !== 'object' || value === null) return false;
  const { answers, lock, explanation, design, hints, root, deck, commitment, handedIn, wheel } = value as Record<
    string,
    unknown
  >;
  const { layout, options, edits } = (design ?? {}) as Record<string, unknown>;
  return (
    typeof answers === 'object' &&
    answers !== null &&
    (lock === null || typeof lock === 'string') &&
    typeof explanation === 'string' &&
    typeof hints === 'number' &&
    typeof root === 'string' &&
    typeof deck === 'string' &&
    typeof commitment === 'string' &&
    (handedIn === undefined || typeof handedIn === 'string') &&
    (wheel === undefined || isWheelWork(wheel)) &&
    typeof layout === 'string' &&
    Array.isArray(options) &&
    Array.isArray(edits)
  );
}
