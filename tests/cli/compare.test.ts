import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { CompareDocument } from '../../src/studies/compare/comparison.js';
import { COMMAND, firebreak, interrupted, TWO_SITES, temporaryFolder } from './process.js';

const ASK = ['compare', TWO_SITES, '--seeds', '6'] as const;

describe('firebreak compare', () => {
  it('makes its runs in as many threads as it is told', async () => {
    const preload = `process.on('worker', () => process.stderr.write('a thread begins\\n'));`;
    const threads = async (workers: string): Promise<number> => {
      const { stderr } = await firebreak([...ASK, '--json', '--workers', workers], { preload });
      return stderr.split('a thread begins').length - 1;
    };
    expect(await threads('1')).toBe(0);
    expect(await threads('2')).toBe(2);
  });

  it('prints changes, measures, where layouts part, and a rank, in a hundred columns', async () => {
    const { code, stdout, stderr } = await firebreak([...ASK, '--lang', 'en']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/login-in-both {2}\+ login@south/);
    expect(stdout).toMatch(/user-hours lost +[\d,]+ ± [\d,]+ +[\d,]+ ± [\d,]+ {2}−90 %/);
    expect(stdout).toMatch(/login-in-both loses [\d.]+ \(.*\) times fewer than as-it-is \(better in 6 of 6\)/);
    expect(stdout).toContain('power loss (North) began → North a lost power (24 servers)');
    const lines = stdout.split('\n').filter((line) => !line.includes('npx'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('speaks Korean, and ASCII', async () => {
    const korean = await firebreak([...ASK, '--lang', 'ko']);
    expect(korean.stdout).toContain('모든 레이아웃에 동일');
    const ascii = await firebreak([...ASK, '--lang', 'en', '--ascii', '--full']);
    expect(ascii.stdout).toMatch(/^[\x20-\x7e\n]+$/);
  });

  it('prints one document, byte for byte the same with one worker, with two, and after an interruption', async () => {
    const journal = temporaryFolder().file('journal.jsonl');
    const one = await firebreak([...ASK, '--json', '--workers', '1']);
    expect((JSON.parse(one.stdout) as CompareDocument).format).toBe('firebreak.compare/1');
    const two = await firebreak([...ASK, '--json', '--workers', '2', '--resume', journal]);
    expect(two.stdout).toBe(one.stdout);
    // As if it had been stopped in the middle of a line.
    const lines = readFileSync(journal, 'utf8').split('\n');
    expect(lines.length).toBeGreaterThan(12);
    writeFileSync(journal, `${lines.slice(0, 6).join('\n')}\n${lines[6].slice(0, 20)}`);
    const resumed = await firebreak([...ASK, '--json', '--workers', '2', '--resume', journal]);
    expect(resumed).toMatchObject({ code: 0, stdout: one.stdout });
    // What is there already is not run again, and more seeds go on from it.
    const more = await firebreak(['compare', TWO_SITES, '--seeds', '7', '--json', '--resume', journal]);
    expect((JSON.parse(more.stdout) as CompareDocument).seeds).toBe(7);
  });

  it('keeps what is done when it is interrupted, says that it is partial, and goes on from there', async () => {
    const journal = temporaryFolder().file('journal.jsonl');
    const args = [
      'compare',
      TWO_SITES,
      '--seeds',
      '10000',
      '--json',
      '--no-expectations',
      '--workers',
      '2',
      '--resume',
      journal,
    ];
    const { code, stdout } = await interrupted(args, journal, 20);
    expect(code).toBe(130);
    const partial = JSON.parse(stdout) as CompareDocument;
    expect(partial).toMatchObject({ partial: true, seedsAsked: 10_000 });
    expect(partial.seeds).toBeGreaterThanOrEqual(8);
    const kept = readFileSync(journal, 'utf8').trimEnd().split('\n').length;
    const again = await firebreak([...args.slice(0, 3), String(partial.seeds), ...args.slice(4)]);
    expect(JSON.parse(again.stdout)).toMatchObject({ partial: false, seeds: partial.seeds });
    // All of its runs were there; added was where the two layouts part.
    expect(readFileSync(journal, 'utf8').trimEnd().split('\n').length).toBe(kept + 1);
  });

  it('writes a page that can be sent, in the language of the report', async () => {
    const page = temporaryFolder().file('report.html');
    const { code } = await firebreak([...ASK, '--no-expectations', '--report', page, '--lang', 'ko']);
    expect(code).toBe(0);
    const html = readFileSync(page, 'utf8');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('login-in-both');
    expect(html).toContain('npx --no-install firebreak compare scenarios/two-sites.yaml --seeds 6 --no-expectations');
    expect(html).toContain('읽는 법');
  });

  it('refuses before any work what it cannot write, resume or compare', async () => {
    const folder = temporaryFolder();
    const other = folder.file('other.yaml');
    writeFileSync(other, readFileSync(TWO_SITES, 'utf8').replace('duration: 1d', 'duration: 2d'));
    const journal = folder.file('journal.jsonl');
    await firebreak(['compare', TWO_SITES, '--seeds', '1', '--resume', journal]);
    for (const [args, message] of [
      [['--out', folder.file('no/such/folder.json')], 'there is no such file or folder'],
      [['--report', folder.file('no/such/page.html')], 'there is no such file or folder'],
      [['--layouts', 'as-it-is,login-in-booth'], 'did you mean "login-in-both"?'],
      [['--layouts', 'as-it-is'], 'nothing to compare it with'],
      [['--seeds', '0'], 'A whole number from 1 to 10000.'],
      [['--workers', 'many'], 'A whole number from 1 to 256.'],
    ] as const) {
      const { code, stderr, stdout } = await firebreak(['compare', TWO_SITES, ...args]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(message);
    }
    const { code, stderr } = await firebreak(['compare', other, '--resume', journal]);
    expect(code).toBe(2);
    expect(stderr).toContain('is of another scenario, or this one before it was changed');
  });

  it('refuses before any work a report that a full disk has no room for', () => {
    // No file may be larger than 500 blocks of at most a kilobyte: what a full disk is to a page of a megabyte.
    const page = temporaryFolder().file('report.html');
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', 'ulimit -f 500; exec "$@"', 'sh', process.execPath, COMMAND, ...ASK, '--report', page],
      { encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`cannot write ${page}`);
  });

  it('prints its result also when the disk is full by the end, and says that the file is not written', async () => {
    const preload = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      fs.renameSync = () => { throw Object.assign(new Error('full'), { code: 'ENOSPC' }); }; syncBuiltinESMExports();`;
    const out = temporaryFolder().file('out.json');
    const { code, stdout, stderr } = await firebreak([...ASK, '--json', '--out', out], { preload });
    expect(code).toBe(2);
    expect(stderr).toContain('the disk is full');
    expect((JSON.parse(stdout) as CompareDocument).seeds).toBe(6);
    expect(existsSync(out)).toBe(false);
  });

  it('refuses a journal that another process is writing', async () => {
    const journal = temporaryFolder().file('journal.jsonl');
    writeFileSync(`${journal}.lock`, JSON.stringify({ pid: process.pid, host: hostname() }));
    const { code, stdout, stderr } = await firebreak([...ASK, '--resume', journal]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`is being written by another process (process ${process.pid})`);
  });
});
