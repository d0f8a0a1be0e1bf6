/** How the night of a group compares, worked out by the worker once it is over. */
import { effect, signal } from '@preact/signals';
import type { WheelOutcome } from '../../library.js';
import { meansOfLearning } from '../../state/learning.js';
import { lessonText } from '../lessons.js';
import { isWheel, lesson } from './current.js';
import { night } from './wheel.js';

/** Null: not known yet. */
export const outcome = signal<WheelOutcome | null>(null);
export const working = signal<{ readonly done: number; readonly of: number } | null>(null);

let asked = '';

// Begun as soon as it can be: there is a sentence to be written meanwhile.
effect(() => {
  const id = lesson.value?.lesson.id;
  const { choices, turns, finished } = night.value;
  const question = !isWheel.value || id === undefined || !finished ? '' : JSON.stringify([id, choices, turns]);
  if (question === asked) return;
  asked = question;
  outcome.value = null;
  working.value = null;
  if (question !== '' && id !== undefined) void workOut(id, question);
});

async function workOut(id: string, question: string): Promise<void> {
  const { choices, turns } = night.peek();
  const found = await meansOfLearning().engine.wheel({ lesson: lessonText(id), choices, turns }, (done, of) => {
    if (question === asked) working.value = { done, of };
  });
  if (question !== asked) return;
  working.value = null;
  outcome.value = found;
}
