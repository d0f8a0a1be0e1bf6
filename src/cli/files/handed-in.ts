/**
 * The texts in which submissions are looked for: files as they are named, and those of folders that may hold some.
 *
 * Below a folder: `.fb.json`, `.json`, `.txt`, `.md`, `.csv` and `.log`, in order of name, so that the order in which one
 * counts as the last does not depend on the disk. Hidden folders and those of packages are not looked into, links not followed.
 */
import { BadInput } from '../failures.js';
import type { Language } from '../output/terminal.js';
import { FileProblem } from './file-problem.js';
import { filesBelow, isFolder } from './folder.js';
import { readText } from './read-scenario.js';

export interface HandedIn {
  readonly file: string;
  readonly text: string;
}

/** The chat of a class of a year is smaller. */
const MOST_BYTES = 5_000_000;
const MAY_HOLD = /\.(json|txt|md|csv|log)$/i;

/** @throws BadInput for what cannot be read */
export function handedIn(paths: readonly string[], language: Language): HandedIn[] {
  const files = paths.flatMap((path) => (isFolder(path) ? filesBelow(path, (each) => MAY_HOLD.test(each)) : [path]));
  return [...new Set(files)].map((file) => {
    try {
      return { file, text: readText(file, MOST_BYTES) };
    } catch (error) {
      throw error instanceof FileProblem ? new BadInput(error.textIn(language)) : error;
    }
  });
}
