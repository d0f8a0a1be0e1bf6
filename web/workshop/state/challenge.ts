/**
 * The budget challenge: a design is locked before the cards are known; a code that was fixed before draws them, and every
 * card is played against the design. The score is worked out as the collector and the command do it.
 */
import { computed, signal } from '@preact/signals';
import { dailyCode, drawnCards, type GradedRow, isRevealed, lockCode } from '../../library.js';
import { leadIn, seek } from '../../state/clock.js';
import { meansOfLearning, seenUntil } from '../../state/learning.js';
import { language } from '../../state/preferences.js';
import { lessonTexts } from '../lessons.js';
import { isGame, lesson } from './current.js';
import { loadedDesign, requestFor } from './exercise.js';
import { LOSS, submissionOf } from './submission.js';
import { change, work, workOn } from './work.js';

/** The score and its parts; null: not worked out yet. */
export const result = signal<GradedRow | null>(null);
export const scoring = signal<{ readonly done: number; readonly of: number } | null>(null);

const mine = computed(() => workOn(lesson.value?.lesson.id ?? ''));

/** Cards that the code draws; none while there is no code, or one that was not the one that was fixed. */
export const drawn = computed<readonly string[]>(() => {
  const { deck, commitment } = mine.value;
  if (lesson.value === null || deck === '' || (commitment !== '' && !isRevealed(deck, commitment))) return [];
  return drawnCards(lesson.value, deck);
});

export const codeIsWrong = computed(() => {
  const { deck, commitment } = mine.value;
  return deck !== '' && commitment !== '' && !isRevealed(deck, commitment);
});

/** For whoever plays alone: the same cards for everybody on one day. */
export function todaysCode(): string {
  const now = new Date();
  return dailyCode(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export function mayLock(): boolean {
  const answer = mine.value.answers[LOSS];
  const isAnswered = typeof answer?.value === 'number' && answer.confidence !== undefined;
  return isAnswered && work.value.nick.trim() !== '' && loadedDesign.value?.hindrances.length === 0;
}

export function lockDesign(): void {
  if (lesson.value === null || !isGame.value || mine.value.lock !== null || !mayLock()) return;
  const { id, watch } = lesson.value.lesson;
  const { nick, workshop } = work.value;
  const answers = [mine.value.answers[LOSS]];
  change(id, { lock: lockCode({ workshop, nick, lesson: id, seed: watch.seed, answers }) });
}

export function setDeck(deck: string): void {
  if (lesson.value === null) return;
  change(lesson.value.lesson.id, { deck });
  result.value = null;
}

/** The day of a card, on what was designed. */
export function watchCard(card: string): void {
  if (lesson.value === null) return;
  const layout = lesson.value.lesson.challenge?.cards[card]?.layout;
  if (layout === undefined) return;
  const request = requestFor(lesson.value, { ...mine.value.design, layout });
  // Watched together: what comes is covered until it is played.
  seenUntil.value = 0;
  void meansOfLearning().open(request, false, () => seek(leadIn()));
}

export async function score(): Promise<void> {
  const loaded = lesson.value;
  const submission = loaded === null ? null : submissionOf(loaded);
  if (loaded === null || submission === null || scoring.value !== null) return;
  scoring.value = { done: 0, of: 1 };
  const document = await meansOfLearning().engine.grade(
    {
      lessons: lessonTexts().filter(({ id }) => id === loaded.lesson.id),
      submissions: [submission],
      language: language.value,
    },
    (done, of) => {
      scoring.value = { done, of };
    },
  );
  scoring.value = null;
  if (lesson.value === loaded) result.value = document?.lessons[0]?.rows[0] ?? null;
}
