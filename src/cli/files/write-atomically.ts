/**
 * A file that is either written in full or not touched: into a neighbour first, then renamed over it.
 *
 * Whether the place can be written is tried before the work that makes the content, by creating the neighbour and
 * removing it, with some bytes, for a full disk takes files that are empty. Left out: surviving a power cut (nothing is synced to the disk).
 */
import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BadInput } from '../failures.js';
import { printable } from '../output/printable.js';
import { reasonOf } from './reason.js';

export interface Target {
  readonly path: string;
  write(content: string | Uint8Array): void;
}

/** A report of ten layouts is smaller. */
const ROOM = 1 << 20;

/** @throws BadInput when nothing can be written there, or when it is one of the files that are read */
export function openTarget(path: string, inputs: readonly string[]): Target {
  const stats = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
  if (stats?.isDirectory()) throw refusal(path, 'it is a directory');
  // A pipe or a device (/dev/stdout) cannot be replaced: written as it is.
  if (stats && !stats.isFile()) return { path, write: (content) => attempt(path, () => writeFileSync(path, content)) };
  const real = stats ? realpathSync(path) : path;
  if (stats && inputs.some((input) => sameFile(input, real))) throw refusal(path, 'it is the scenario itself');
  const neighbour = join(dirname(real), `.${basename(real)}.${process.pid}.tmp`);
  attempt(path, () => {
    if (stats) closeSync(openSync(real, 'r+'));
    try {
      writeFileSync(neighbour, Buffer.alloc(ROOM), { flag: 'wx' });
    } finally {
      rmSync(neighbour, { force: true });
    }
  });
  return {
    path,
    write: (content) =>
      attempt(path, () => {
        try {
          writeFileSync(neighbour, content, { flag: 'wx' });
          renameSync(neighbour, real);
        } catch (error) {
          rmSync(neighbour, { force: true });
          throw error;
        }
      }),
  };
}

function sameFile(a: string, b: string): boolean {
  const [first, second] = [statSync(a, { throwIfNoEntry: false }), statSync(b, { throwIfNoEntry: false })];
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}

function attempt<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw refusal(path, reasonOf(error));
  }
}

function refusal(path: string, reason: string): BadInput {
  return new BadInput(`cannot write ${printable(path)}: ${reason}`);
}
