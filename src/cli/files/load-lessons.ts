/**
 * Lessons for a command that works on many: those that are right, and what is wrong with the others. A lesson with a mistake
 * is left out and told; it does not stop those beside it.
 */
import { checkLesson, type LoadedLesson } from '../../index.js';
import { BadInput } from '../failures.js';
import { problemText } from '../load.js';
import { printable } from '../output/printable.js';
import type { Language, Terminal } from '../output/terminal.js';
import { lessonFolders, readLessonFiles } from './lessons-in.js';

export interface LoadedLessons {
  readonly lessons: readonly LoadedLesson[];
  /** What is wrong with those that were left out, as it is printed; empty: nothing was. */
  readonly problems: readonly string[];
}

/** @throws BadInput for a path without a lesson */
export function loadLessons(paths: readonly string[], terminal: Terminal): LoadedLessons {
  const lessons: LoadedLesson[] = [];
  const problems: string[] = [];
  for (const folder of lessonFolders(paths)) {
    const { loaded, wrong } = load(folder, terminal);
    if (loaded === null) problems.push(...wrong, LEFT_OUT[terminal.language](folder));
    else lessons.push(loaded);
  }
  return { lessons, problems };
}

function load(folder: string, terminal: Terminal): { loaded: LoadedLesson | null; wrong: readonly string[] } {
  try {
    const { id, lesson, scenario } = readLessonFiles(folder, terminal.language);
    const { loaded, problems } = checkLesson({ id, ...lesson }, scenario);
    return { loaded, wrong: problems.map((problem) => problemText(problem, terminal)) };
  } catch (error) {
    if (error instanceof BadInput) return { loaded: null, wrong: [error.message] };
    throw error;
  }
}

const LEFT_OUT: Readonly<Record<Language, (folder: string) => string>> = {
  en: (folder) => `this lesson is left out: ${printable(folder)}`,
  ko: (folder) => `이 레슨은 제외했습니다: ${printable(folder)}`,
};
