/**
 * A scenario's text from disk, or what is wrong with the file before anybody looks into it.
 *
 * The size is asked first, so that a file of gigabytes costs nothing; only regular files are read, since a pipe may
 * never end. Left out: standard input, whose run nobody could reproduce.
 */
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { MAX_SCENARIO_BYTES } from '../../index.js';
import { BadInput } from '../failures.js';
import { printable } from '../output/printable.js';
import { reasonOf } from './reason.js';

export type FileCode =
  | 'file-missing'
  | 'file-is-directory'
  | 'file-not-regular'
  | 'file-unreadable'
  | 'file-too-large'
  | 'file-not-text';

/** A file that could not be read as text. */
export class FileProblem extends BadInput {
  override name = 'FileProblem';
  readonly file: string;
  readonly code: FileCode;
  /** What is wrong, without the file's name. */
  readonly what: string;

  constructor(file: string, code: FileCode, what: string) {
    super(`${printable(file)}: error ${code}  ${what}`);
    this.file = file;
    this.code = code;
    this.what = what;
  }
}

/** @throws FileProblem */
export function readScenario(file: string): string {
  const stats = statsOf(file);
  if (stats.isDirectory()) throw new FileProblem(file, 'file-is-directory', directoryText(file));
  if (!stats.isFile()) {
    throw new FileProblem(file, 'file-not-regular', 'it is a pipe, a socket or a device: name a file');
  }
  if (stats.size > MAX_SCENARIO_BYTES) {
    const size = `${megabytes(stats.size)}, the limit is ${megabytes(MAX_SCENARIO_BYTES)}`;
    throw new FileProblem(file, 'file-too-large', `it has ${size}: this is no scenario`);
  }
  return decode(file, read(file));
}

function statsOf(file: string): Stats {
  try {
    return statSync(file);
  } catch (error) {
    const missing = (error as { code?: unknown }).code === 'ENOENT';
    if (!missing) throw new FileProblem(file, 'file-unreadable', reasonOf(error));
    const near = nearest(file);
    const hint = near === null ? '' : `; did you mean "${printable(near)}"?`;
    throw new FileProblem(file, 'file-missing', `${reasonOf(error)}${hint}`);
  }
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new FileProblem(file, 'file-unreadable', reasonOf(error));
  }
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem(file, 'file-not-text', 'it is not text in UTF-8');
  }
}

function directoryText(file: string): string {
  const scenarios = filesIn(file).filter((name) => /\.ya?ml$/.test(name));
  if (scenarios.length === 0) return 'it is a directory: name a file';
  return `it is a directory: name a file, for example ${printable(join(file, scenarios[0]))}`;
}

/** A file of the same folder whose name differs by at most a third. */
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
