import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JournalOf, openJournal } from '../../../../src/cli/pool/journal.js';

const OF: JournalOf = { study: 'compare', engine: '0.1.0', scenario: 'a'.repeat(64), set: [] };
let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-journal-'));
  path = join(folder, 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(answers: Readonly<Record<string, unknown>>): void {
  const journal = openJournal(path, OF);
  for (const [key, answer] of Object.entries(answers)) journal.add(key, answer);
  journal.close();
}

function read(): Record<string, unknown> {
  const journal = openJournal(path, OF);
  journal.close();
  return Object.fromEntries(['a', 'b', 'c'].map((key) => [key, journal.get(key)?.answer]));
}

describe('a journal of answers', () => {
  it('gives back the same numbers, to the last bit, and goes on where it ended', () => {
    write({ a: [0.1 + 0.2, null, 5e-324] });
    write({ b: ['text with a \n line'] });
    expect(read()).toEqual({ a: [0.1 + 0.2, null, 5e-324], b: ['text with a \n line'], c: undefined });
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  it('drops a last line that was cut off, and writes over it', () => {
    write({ a: [1] });
    appendFileSync(path, '{"key":"b","ans');
    expect(read()).toEqual({ a: [1], b: undefined, c: undefined });
    write({ c: [3] });
    expect(read()).toEqual({ a: [1], b: undefined, c: [3] });
  });

  it('begins anew when not even its first line was written', () => {
    writeFileSync(path, '');
    write({ a: [1] });
    expect(read()).toMatchObject({ a: [1] });
  });

  it.each([
    ['another study', { study: 'sweep' }],
    ['another version of the engine', { engine: '0.2.0' }],
    ['another scenario, or this one before it was changed', { scenario: 'b'.repeat(64) }],
    ['other settings', { set: ['duration=2h'] }],
  ])('of %s is refused and left as it is', (what, differs) => {
    write({ a: [1] });
    const before = readFileSync(path);
    expect(() => openJournal(path, { ...OF, ...differs })).toThrow(`journal.jsonl is of ${what} (`);
    expect(readFileSync(path)).toEqual(before);
  });

  it('that is none is refused and left as it is', () => {
    writeFileSync(path, 'the only copy of my novel\n');
    expect(() => openJournal(path, OF)).toThrow('is no journal of firebreak; nothing was changed in it');
    writeFileSync(path, 'no line end');
    expect(() => openJournal(path, OF)).toThrow('is no journal of firebreak');
    expect(readFileSync(path, 'utf8')).toBe('no line end');
  });

  it('with a damaged line in the middle is refused with its number', () => {
    write({ a: [1] });
    appendFileSync(path, 'oops\n{"key":"b","answer":[2]}\n');
    expect(() => openJournal(path, OF)).toThrow('journal.jsonl:3 is damaged');
  });

  it('that cannot be written is told in words', () => {
    expect(() => openJournal(join(folder, 'no', 'such', 'folder'), OF)).toThrow('there is no such file or folder');
    expect(() => openJournal(folder, OF)).toThrow(/cannot (read|write) .*: it is a directory/);
  });
});
