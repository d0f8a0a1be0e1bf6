/**
 * A scenario's text from disk, or why the file cannot be read; what is wrong in the text is the library's to say.
 *
 * The size is asked first, so that a file of gigabytes costs nothing; only regular files are read, since a pipe may
 * never end. Left out: standard input, whose run nobody could reproduce.
 */
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { MAX_SCENARIO_BYTES } from '../../index.js';
import { type FileCode, FileProblem } from './file-problem.js';
import { reasonOf } from './reason.js';

/** @throws FileProblem */
export function readScenario(file: string): string {
  return readText(file, MAX_SCENARIO_BYTES);
}

/** @throws FileProblem */
export function readText(file: string, most: number): string {
  const stats = statsOf(file);
  if (stats.isDirectory()) throw new FileProblem(file, 'directory', { example: exampleIn(file) });
  if (!stats.isFile()) throw new FileProblem(file, 'not-a-file', {});
  if (stats.size > most) {
    throw new FileProblem(file, 'too-large', { size: megabytes(stats.size), limit: megabytes(most) });
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new FileProblem(file, 'unreadable', { reason: reasonOf(error) });
  }
}

function statsOf(file: string): Stats {
  try {
    return statSync(file);
  } catch (error) {
    const code: FileCode = (error as { code?: unknown }).code === 'ENOENT' ? 'no-such-file' : 'unreadable';
    throw new FileProblem(file, code, { reason: reasonOf(error), near: nearest(file) });
  }
}

function exampleIn(folder: string): string | null {
  const scenario = filesIn(folder).find((name) => /\.ya?ml$/.test(name));
  return scenario === undefined ? null : join(folder, scenario);
}

/** A scenario in the same folder whose name differs by at most a third. */
function nearest(file: string): string | null {
  const name = basename(file);
  const names = filesIn(dirname(file)).filter((each) => /\.(ya?ml|json)$/.test(each));
  if (names.length === 0) return null;
  const near = closest(name, names);
  return distance(name, near) <= Math.max(1, name.length / 3) ? join(dirname(file), near) : null;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e5) / 10} MB`;
}
