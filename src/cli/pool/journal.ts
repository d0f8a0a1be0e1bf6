/**
 * What was answered already, in a file: one line for the study, then one line a job, each written as soon as it is known.
 *
 * An answer is found again by its job's key, which covers the engine, the scenario and the question; more seeds or another
 * choice of layouts go on with the same file. A last line that was cut off is dropped; any other damage is told. One process
 * writes it at a time (`journal-lock.ts`). Left out: surviving a power cut (nothing is synced to the disk).
 */
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { BadInput } from '../failures.js';
import { reasonOf } from '../files/reason.js';
import { printable } from '../output/printable.js';
import { lockJournal } from './journal-lock.js';

const FORMAT = 'firebreak.journal/1';

/** What the answers are of. A file of another one is refused: nothing in it could be used. */
export interface JournalOf {
  /** The command, for example `compare`. */
  readonly study: string;
  readonly engine: string;
  /** SHA-256 of the scenario's text. */
  readonly scenario: string;
  /** Settings laid over it. */
  readonly set: readonly string[];
}

export interface Journal {
  /** How many answers it began with. */
  readonly found: number;
  get(key: string): { readonly answer: unknown } | undefined;
  add(key: string, answer: unknown): void;
  close(): void;
}

/** @throws BadInput when it cannot be read or written, is damaged, is of something else, or another process writes it */
export function openJournal(path: string, of: JournalOf): Journal {
  const release = lockJournal(path);
  try {
    return opened(path, of, release);
  } catch (error) {
    release();
    throw error;
  }
}

function opened(path: string, of: JournalOf, release: () => void): Journal {
  const isNew = !existsSync(path) || attempt(path, 'read', () => statSync(path)).size === 0;
  const { answers, bytes } = isNew ? { answers: new Map<string, unknown>(), bytes: 0 } : read(path, of);
  const file = attempt(path, 'write', () => openSync(path, isNew ? 'w' : 'r+'));
  const write = (line: unknown, at: number): number =>
    attempt(path, 'write', () => writeSync(file, `${JSON.stringify(line)}\n`, at));
  let end = bytes;
  if (isNew) end = write({ format: FORMAT, ...of }, 0);
  else attempt(path, 'write', () => ftruncateSync(file, bytes));
  return {
    found: answers.size,
    get: (key) => (answers.has(key) ? { answer: answers.get(key) } : undefined),
    add(key, answer) {
      answers.set(key, answer);
      end += write({ key, answer }, end);
    },
    close() {
      closeSync(file);
      release();
    },
  };
}

interface Found {
  readonly answers: Map<string, unknown>;
  /** Length without a last line that was cut off. */
  readonly bytes: number;
}

function read(path: string, of: JournalOf): Found {
  const text = attempt(path, 'read', () => readFileSync(path, 'utf8'));
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const [head, ...lines] = whole.split('\n').slice(0, -1);
  checkHead(path, head, of);
  const answers = new Map<string, unknown>();
  for (const [i, line] of lines.entries()) {
    const entry = parsed(line) as { key?: unknown; answer?: unknown } | null;
    if (typeof entry?.key !== 'string' || entry.answer === undefined)
      throw new BadInput(`${printable(path)}:${i + 2} is damaged; a journal is written by --resume alone`);
    answers.set(entry.key, entry.answer);
  }
  return { answers, bytes: Buffer.byteLength(whole) };
}

function checkHead(path: string, line: string | undefined, of: JournalOf): void {
  const head = parsed(line ?? '') as ({ format?: unknown } & Partial<JournalOf>) | null;
  const name = printable(path);
  if (head?.format !== FORMAT) throw new BadInput(`${name} is no journal of firebreak; nothing was changed in it`);
  const differs = WHAT.find(([key]) => JSON.stringify(head[key]) !== JSON.stringify(of[key]));
  if (differs === undefined) return;
  const [key, what] = differs;
  throw new BadInput(
    `${name} is of ${what} (${told(head[key])}, now ${told(of[key])}): name another file, or delete it`,
  );
}

const WHAT: readonly (readonly [keyof JournalOf, string])[] = [
  ['study', 'another study'],
  ['engine', 'another version of the engine'],
  ['scenario', 'another scenario, or this one before it was changed'],
  ['set', 'other settings'],
];

function told(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return printable(text.length > 16 && /^[0-9a-f]+$/.test(text) ? text.slice(0, 8) : text);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function attempt<Result>(path: string, what: 'read' | 'write', action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new BadInput(`cannot ${what} ${printable(path)}: ${reasonOf(error)}`);
  }
}
