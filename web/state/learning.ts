/**
 * Whether the workshop is open, and where: its list of lessons, a lesson, or the collector. The workshop itself is loaded
 * when it is wanted (workshop/); this is what the rest of the page has to know of it.
 */
import { computed, signal } from '@preact/signals';
import type { Engine } from '../engine/engine.js';
import type { RunRequest } from '../engine/run-request.js';
import type { BothLanguages } from '../library.js';

/** A moment that a lesson marks, and what is said there. */
export interface LessonChapter {
  readonly kind: 'lesson';
  /** Microseconds. */
  readonly time: number;
  readonly title: BothLanguages;
  readonly notes: BothLanguages;
}

export type Learning =
  | { readonly page: 'list' | 'collect' }
  /** `id` is the lesson's folder; `at` its prediction, where somebody was sent right there. */
  | { readonly page: 'lesson'; readonly id: string; readonly at?: 'predict' }
  /** The predictions of a lesson, for a wall. */
  | { readonly page: 'poll'; readonly id: string };

/** Null: the page is the visualiser. */
export const learning = signal<Learning | null>(null);
/** What will happen is not shown: a prediction is not locked yet. */
export const covered = signal(false);
/** What lies after this moment was not played yet, and is covered; infinite: nothing is. */
export const seenUntil = signal(Number.POSITIVE_INFINITY);
/** Whether some of what will happen is still covered. */
export const unseen = computed(() => covered.value || seenUntil.value !== Number.POSITIVE_INFINITY);

/** Keys that move the run or change something have nothing to do here. */
export const keysRest = computed(() => learning.value !== null && (learning.value.page !== 'lesson' || covered.value));

/** The moments that a lesson marks, for an audience. */
export const lessonChapters = signal<readonly LessonChapter[]>([]);

/** What is done by hand is part of the lesson: it says itself what was done, and takes it back. */
export const liveByLesson = signal(false);

interface Means {
  readonly engine: Engine;
  /** Runs a request and shows it; @param keep time and choice stay */
  readonly open: (request: RunRequest, keep: boolean, then?: () => void) => Promise<void>;
}

let means: Means | null = null;

export function startLearning(given: Means): void {
  means = given;
}

export function meansOfLearning(): Means {
  if (means === null) throw new Error('the workshop was opened before the page');
  return means;
}

const LESSON = /^(?:(poll|predict)\.)?([a-z0-9-]{1,64})$/;

/** As it stands in an address: `list`, `collect`, a lesson's folder, `predict.` or `poll.` and the folder. */
export function readLearning(text: string | null): Learning | null {
  if (text === 'list' || text === 'collect') return { page: text };
  const [, where, id] = LESSON.exec(text ?? '') ?? [];
  if (id === undefined) return null;
  if (where === 'poll') return { page: 'poll', id };
  return where === 'predict' ? { page: 'lesson', id, at: where } : { page: 'lesson', id };
}

export function writeLearning(now: Learning): string {
  if (!('id' in now)) return now.page;
  const where = now.page === 'poll' ? 'poll.' : now.at === undefined ? '' : `${now.at}.`;
  return `${where}${now.id}`;
}
