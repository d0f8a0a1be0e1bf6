/**
 * What a class handed in: found in whatever was pasted or dropped, and run again, since nothing that a token says of itself
 * is believed. It stays on this computer, kept where the browser lets us, until it is deleted.
 */
import { effect, signal } from '@preact/signals';
import { findTokens, type GradeDocument, type Language, type RefusedToken } from '../../library.js';
import { meansOfLearning } from '../../state/learning.js';
import { language } from '../../state/preferences.js';
import { lessonTexts } from '../lessons.js';
import { keep, keptAtOnce, recall } from './kept-text.js';

const STORE = 'firebreak.collected';

/** Tokens, in the order in which they came. */
export const tokens = signal<readonly string[]>(tokensIn(keptAtOnce(STORE)));
/** What looked like a token and is none, of what was added last. */
export const refused = signal<readonly RefusedToken[]>([]);
/** Pictures without squares that can be read, of what was added last. */
export const unread = signal<readonly string[]>([]);
/** How many were new among what was added last; null: nothing was added. */
export const added = signal<number | null>(null);
export const graded = signal<GradeDocument | null>(null);
/** Runs that are made, while they are; null: none are. */
export const grading = signal<{ readonly done: number; readonly of: number } | null>(null);

/** On the wall: the predictions of the class alone, and what came true only when it is asked for. */
export const projecting = signal(false);

/** For the projector: who is who is nobody's business there. */
export const hidden = signal(false);

/** What was collected before is there. Nothing is written before, or it would be nothing. */
export const collectedRecalled: Promise<void> = recallTokens().then(() => {
  effect(() => keep(STORE, tokens.value.length === 0 ? null : tokens.value.join('\n')));
});

async function recallTokens(): Promise<void> {
  if (tokens.value.length > 0) return;
  const before = tokensIn(await recall(STORE));
  tokens.value = [...before, ...tokens.value.filter((token) => !before.includes(token))];
}

/** A whole chat, or what files hold. */
export function collectFrom(text: string): void {
  const { found, refused: bad } = findTokens(text);
  const fresh = [...new Set(found.map(({ token }) => token))].filter((token) => !tokens.value.includes(token));
  refused.value = bad;
  added.value = fresh.length;
  tokens.value = [...tokens.value, ...fresh];
}

/** What a camera sees, again and again: what was collected before is no news. */
export function collectScanned(text: string): void {
  if (!findTokens(text).found.every(({ token }) => tokens.value.includes(token)) || findTokens(text).refused.length > 0)
    collectFrom(text);
}

export function forgetCollected(): void {
  tokens.value = [];
  refused.value = [];
  added.value = null;
}

/** Runs everything again whenever something came or the language changes; what was run before is remembered. */
export function keepGrading(): () => void {
  return effect(() => {
    const all = tokens.value;
    const lang = language.value;
    if (all.length === 0) {
      graded.value = null;
      return;
    }
    void grade(all, lang);
  });
}

let latest = 0;

async function grade(all: readonly string[], lang: Language): Promise<void> {
  const number = ++latest;
  grading.value = { done: 0, of: all.length };
  const submissions = findTokens(all.join('\n')).found.map(({ submission }) => submission);
  const document = await meansOfLearning().engine.grade(
    { lessons: lessonTexts(), submissions, language: lang },
    (done, of) => {
      if (number === latest) grading.value = { done, of };
    },
  );
  if (number !== latest) return;
  grading.value = null;
  if (document !== null) graded.value = document;
}

function tokensIn(text: string | null): readonly string[] {
  return findTokens(text ?? '').found.map(({ token }) => token);
}
