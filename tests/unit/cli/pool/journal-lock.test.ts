import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JournalOf, openJournal } from '../../../../src/cli/pool/journal.js';

const OF: JournalOf = { study: 'compare', engine: '0.1.0', scenario: 'a'.repeat(64), set: [] };
let folder = '';
let path = '';
let lock = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-lock-'));
  path = join(folder, 'a.journal');
  lock = `${path}.lock`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const held = (pid: number, host = hostname()): void => writeFileSync(lock, JSON.stringify({ pid, host }));

describe('a journal that another process writes', () => {
  it('is refused while that process lives, with its number and what to do, and is left as it was', () => {
    held(process.ppid);
    expect(() => openJournal(path, OF)).toThrow(
      new RegExp(
        `a.journal is being written by another process \\(process ${process.ppid}\\): wait for it, .*a.journal.lock`,
      ),
    );
    expect(existsSync(path)).toBe(false);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual({ pid: process.ppid, host: hostname() });
  });

  it('can be used once that process is gone, however it ended', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const { pid } = child;
    await once(child, 'exit');
    held(pid as number);
    const journal = openJournal(path, OF);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual({ pid: process.pid, host: hostname() });
    expect(() => openJournal(path, OF)).toThrow('is being written');
    journal.close();
    expect(existsSync(lock)).toBe(false);
  });

  it('is refused when that is another machine, or when nobody can tell', () => {
    held(1, 'elsewhere');
    expect(() => openJournal(path, OF)).toThrow('(process 1 on elsewhere)');
    writeFileSync(lock, '');
    expect(() => openJournal(path, OF)).toThrow('is being written by another process:');
  });

  it('that is refused for another reason is not kept locked', () => {
    writeFileSync(path, 'no journal\n');
    expect(() => openJournal(path, OF)).toThrow('no journal of firebreak');
    expect(existsSync(lock)).toBe(false);
  });

  it('in a folder that cannot be written is told', () => {
    expect(() => openJournal(join(folder, 'none', 'a.journal'), OF)).toThrow(/cannot write .*: there is no such file/);
  });
});
