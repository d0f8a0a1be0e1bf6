/**
 * A journal is written by one process at a time: a file beside it says by which.
 *
 * A lock whose process is gone is taken over. Left out: process numbers that were given anew to something else since (the message
 * says which file to delete), and locks of other machines, which are believed.
 */
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { BadInput } from '../failures.js';
import { reasonOf } from '../files/reason.js';
import { printable } from '../output/printable.js';

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** @returns what gives it free again @throws BadInput when a living process has it, or the lock cannot be written */
export function lockJournal(path: string): () => void {
  const lock = `${path}.lock`;
  const own = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  // Twice: a lock that nobody holds is put aside first, and somebody else may be quicker.
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(lock, own, { flag: 'wx' });
      return () => ignoringAbsence(() => unlinkSync(lock));
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST')
        throw new BadInput(`cannot write ${printable(lock)}: ${reasonOf(error)}`);
    }
    const text = ignoringAbsence(() => readFileSync(lock, 'utf8'));
    if (text === undefined) continue;
    if (isHeld(holderOf(text))) break;
    putAside(lock, text);
  }
  const holder = holderOf(ignoringAbsence(() => readFileSync(lock, 'utf8')) ?? '');
  const by =
    holder === null
      ? ''
      : ` (process ${holder.pid}${holder.host === hostname() ? '' : ` on ${printable(holder.host)}`})`;
  throw new BadInput(
    `${printable(path)} is being written by another process${by}: wait for it, or name another file; if there is none, delete ${printable(lock)}`,
  );
}

function holderOf(text: string): Holder | null {
  try {
    const { pid, host } = JSON.parse(text) as Partial<Holder>;
    return Number.isInteger(pid) && typeof host === 'string' ? { pid: pid as number, host } : null;
  } catch {
    return null;
  }
}

/** One that cannot be read is being written this moment, or is no lock of ours. */
function isHeld(holder: Holder | null): boolean {
  if (holder === null || holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    // Not permitted: it is there, and somebody else's.
    return (error as { code?: unknown }).code === 'EPERM';
  }
}

/** Only the lock that was looked at: one that came into its place meanwhile is put back. */
function putAside(lock: string, text: string): void {
  const aside = `${lock}.${process.pid}`;
  ignoringAbsence(() => {
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, lock);
    unlinkSync(aside);
  });
}

function ignoringAbsence<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'ENOENT' || code === 'EEXIST') return undefined;
    throw error;
  }
}
