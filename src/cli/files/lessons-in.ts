/**
 * Lessons that arguments name: a folder with `lesson.md` and `scenario.yaml`, its `lesson.md`, or a folder of such folders.
 * Without any, those that come with the program.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { MAX_SCENARIO_BYTES } from '../../index.js';
import { BadInput } from '../failures.js';
import { printable } from '../output/printable.js';
import type { Language } from '../output/terminal.js';
import { packageRoot } from '../package-root.js';
import { FileProblem } from './file-problem.js';
import { readText } from './read-scenario.js';

export interface LessonFiles {
  /** Name of the folder. */
  readonly id: string;
  readonly lesson: { readonly file: string; readonly text: string };
  readonly scenario: { readonly file: string; readonly text: string };
}

const LESSON = 'lesson.md';
const SCENARIO = 'scenario.yaml';

export function bundledLessons(): string {
  return join(packageRoot(), 'web', 'lessons');
}

/** @throws BadInput for a path without a lesson, or a file that cannot be read */
export function lessonsIn(paths: readonly string[], language: Language): LessonFiles[] {
  return lessonFolders(paths).map((folder) => readLessonFiles(folder, language));
}

/** @throws BadInput for a path without a lesson */
export function lessonFolders(paths: readonly string[]): readonly string[] {
  return [...new Set((paths.length === 0 ? [bundledLessons()] : paths).flatMap(foldersOf))];
}

/** @throws BadInput for a file that cannot be read */
export function readLessonFiles(folder: string, language: Language): LessonFiles {
  const read = (name: string): { file: string; text: string } => {
    const file = join(folder, name);
    try {
      return { file, text: readText(file, MAX_SCENARIO_BYTES) };
    } catch (error) {
      throw error instanceof FileProblem ? new BadInput(error.textIn(language)) : error;
    }
  };
  return { id: basename(resolve(folder)), lesson: read(LESSON), scenario: read(SCENARIO) };
}

function foldersOf(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() && basename(path) === LESSON) return [dirname(path)];
  if (stats?.isDirectory() && existsSync(join(path, LESSON))) return [path];
  const below = stats?.isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
        .filter((folder) => existsSync(join(folder, LESSON)))
    : [];
  if (below.length === 0)
    throw new BadInput(`there is no lesson in ${printable(path)}: a lesson is a folder with ${LESSON} and ${SCENARIO}`);
  return below;
}
