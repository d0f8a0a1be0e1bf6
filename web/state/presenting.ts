/** Before an audience: chapters to go to, notes for whoever speaks, and a cover over what is still to come. */
import { computed, effect, signal } from '@preact/signals';
import { type Chapter, chaptersOf } from '../library.js';
import { calmTime, limit, playing, seek, time } from './clock.js';
import { type LessonChapter, learning, lessonChapters, seenUntil } from './learning.js';
import { themeWish } from './preferences.js';
import { session } from './session.js';
import { blackened, presenting, view } from './view.js';

export const notesShown = signal(false);

/** A chapter of the run or, in a lesson, one that it marks. */
export type Told = Chapter | LessonChapter;

/** In order of time; where the clock is held, those that may be gone to. */
export const chapters = computed<readonly Told[]>(() => {
  if (session.value === null) return [];
  const { reading, markers, impact } = session.value;
  const all: readonly Told[] = learning.value === null ? chaptersOf(reading, markers, impact) : lessonChapters.value;
  return all.filter((each) => each.time <= (limit.value ?? reading.end));
});

/** Place of the chapter that one is in; -1: before the first. */
export const chapterNow = computed(() => chapters.value.findLastIndex((each) => each.time <= calmTime.value));

export function goToChapter(place: number): void {
  const chapter = chapters.value[place];
  if (chapter === undefined) return;
  playing.value = false;
  seek(chapter.time);
}

export function stepChapter(by: 1 | -1): void {
  const now = chapters.value.findLastIndex((each) => each.time <= time.value);
  // Back is first to the beginning of the chapter that one is in.
  const within = by < 0 && now >= 0 && chapters.value[now].time < time.value;
  goToChapter(within ? now : now + by);
}

/** Light colours: projectors make dark ones unreadable. Whoever chose dark ones keeps them. */
export function togglePresenter(): void {
  presenting.value = !presenting.value;
  blackened.value = false;
  notesShown.value = false;
  uncover();
  // From afar a row of the strip is a hair.
  [view.value, viewBefore] = presenting.value ? ['stage', view.value] : [viewBefore, viewBefore];
  if (presenting.value && themeWish.value === 'system') {
    themeWish.value = 'light';
    lightened = true;
  } else if (!presenting.value && lightened) {
    themeWish.value = 'system';
    lightened = false;
  }
}
let lightened = false;
let viewBefore: typeof view.value = 'both';

/** A lesson covers what comes by itself. */
export function toggleCover(): void {
  if (learning.value !== null) return;
  if (seenUntil.value === Number.POSITIVE_INFINITY) seenUntil.value = time.value;
  else uncover();
}

function uncover(): void {
  if (learning.value === null) seenUntil.value = Number.POSITIVE_INFINITY;
}

// Whatever is gone to is seen.
effect(() => {
  if (learning.peek() === null && time.value > seenUntil.peek()) seenUntil.value = time.value;
});

/** What a key does before an audience, by the key; undefined: what it does anywhere. */
export function presenterAction(key: string): (() => void) | undefined {
  if (/^[1-9]$/.test(key)) return () => goToChapter(Number(key) - 1);
  return ACTIONS[key.toLowerCase()];
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  // As the buttons of a presenter's remote do.
  pagedown: () => stepChapter(1),
  pageup: () => stepChapter(-1),
  b: () => {
    blackened.value = !blackened.value;
  },
  n: () => {
    notesShown.value = !notesShown.value;
  },
  h: toggleCover,
  q: () => {
    const { value } = learning;
    if (value?.page !== 'lesson') return;
    togglePresenter();
    learning.value = { page: 'poll', id: value.id };
  },
};

/** Of the keys that work anywhere those that move or end; before an audience nothing breaks by a slip of the finger. */
export const KEYS_WHILE_PRESENTING: ReadonlySet<string> = new Set([
  ...[' ', 'ArrowLeft', 'ArrowRight', '[', ']', 'Home', 'End', '?', 'p', 'P', 'Escape'],
]);
