/** The lesson that is open, and which of its steps one is at. */
import { computed, signal } from '@preact/signals';
import type { LoadedLesson } from '../../library.js';
import { learning } from '../../state/learning.js';
import { lessonOf } from '../lessons.js';

/** Null: none is. */
export const lesson = computed<LoadedLesson | null>(() =>
  learning.value?.page === 'lesson' ? lessonOf(learning.value.id) : null,
);

/** A budget challenge: designed first, then locked, then the cards. */
export const isGame = computed(() => lesson.value?.lesson.kind === 'challenge');

/** A wheel of misfortune: a group plays it through one night. */
export const isWheel = computed(() => lesson.value?.lesson.kind === 'wheel');

export type Step = 'hook' | 'predict' | 'watch' | 'gap' | 'exercise' | 'debrief';

const LESSON: readonly Step[] = ['hook', 'predict', 'watch', 'gap', 'exercise', 'debrief'];
const GAME: readonly Step[] = ['hook', 'exercise', 'predict', 'watch', 'debrief'];

export const steps = computed(() => (isGame.value ? GAME : LESSON));
export const step = signal<Step>('hook');
