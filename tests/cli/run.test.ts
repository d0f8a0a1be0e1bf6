import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/cli/output/width.js';
import { COMMAND, ended, firebreak, start, TWO_SITES, temporaryFolder } from './process.js';
import { RUN_DOCUMENT } from './run-document.shape.js';

const ESC = '\u001b';

/** The smallest scenario with other expectations. */
function expecting(...expectations: readonly string[]): string {
  const text = readFileSync(TWO_SITES, 'utf8');
  const before = text.slice(0, text.indexOf('\nexpect:'));
  const file = temporaryFolder().file('scenario.yaml');
  const list = expectations.length === 0 ? '' : `\nexpect:\n${expectations.map((each) => `  - ${each}\n`).join('')}`;
  writeFileSync(file, `${before}\n${list}`);
  return file;
}

const MET = '{ name: back within a day, service: shop, restored: { within: 23h } }';
const FAILED = '{ name: back within a minute, service: shop, restored: { within: 1m } }';

describe('the exit code', () => {
  it.each([
    { what: 'all expectations are met', expectations: [MET], code: 0 },
    { what: 'none is stated', expectations: [], code: 0 },
    { what: 'one failed', expectations: [MET, FAILED], code: 1 },
  ])('is $code when $what', async ({ expectations, code }) => {
    expect((await firebreak(['run', expecting(...expectations)])).code).toBe(code);
  });

  it('is 1 when an expectation is inconclusive: nothing was hit', async () => {
    const file = expecting(MET);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\nfaults:\n.*\n/, '\n'));
    const { code, stdout } = await firebreak(['run', file]);
    expect(stdout).toContain('1 inconclusive');
    expect(code).toBe(1);
  });

  it('is 0 with --no-fail, while the report says what failed', async () => {
    const { code, stdout } = await firebreak(['run', expecting(FAILED), '--no-fail']);
    expect(code).toBe(0);
    expect(stdout).toContain('1 of 1 expectation failed');
  });

  it('says aloud that no expectation is stated', async () => {
    expect((await firebreak(['run', expecting()])).stdout).toContain('no expectation stated');
  });

  it('is 3 for a mistake of ours, which is told with all that is needed to see it again', async () => {
    // Whatever breaks deep inside: here the columns that a record is written to.
    const preload = 'Float64Array.prototype.slice = () => { throw new Error("broken inside"); };';
    const { code, stdout, stderr } = await firebreak(['run', TWO_SITES, '--seed', 'a b'], { preload });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('firebreak: internal error: ');
    expect(stderr).toContain('broken inside');
    expect(stderr).toMatch(/\n {2}seed +a b\n/);
    expect(stderr).toMatch(/\n {2}scenario +scenarios\/two-sites\.yaml, SHA-256 [0-9a-f]{64}\n/);
    expect(stderr).toMatch(/\n {2}version +firebreak \d+\.\d+\.\d+, Node v/);
    expect(stderr).toContain("npx --no-install firebreak run scenarios/two-sites.yaml --seed 'a b'\n");
  });
});

describe('the report', () => {
  it('is the same text every time, and another one with another seed', async () => {
    const [first, again, other] = await Promise.all([
      firebreak(['run', TWO_SITES]),
      firebreak(['run', TWO_SITES, '--seed', '1']),
      firebreak(['run', TWO_SITES, '--seed', '2']),
    ]);
    expect(again.stdout).toBe(first.stdout);
    expect(other.stdout).not.toBe(first.stdout);
  });

  it('has no colour in a pipe, nor anything on standard error', async () => {
    const { stdout, stderr } = await firebreak(['run', TWO_SITES]);
    expect(stdout).not.toContain(ESC);
    expect(stderr).toBe('');
  });

  it('is in Korean by option or by locale, within 100 columns', async () => {
    const byOption = await firebreak(['run', TWO_SITES, '--lang', 'ko']);
    const byLocale = await firebreak(['run', TWO_SITES], { env: { LANG: 'ko_KR.UTF-8' } });
    expect(byOption.stdout).toBe(byLocale.stdout);
    expect(byOption.stdout).toContain('█ 기대 조건');
    const lines = byOption.stdout.split('\n').filter((line) => !line.includes('npx '));
    expect(lines.filter((line) => widthOf(line) > 100)).toEqual([]);
  });

  it.each(['en', 'ko'])('keeps long names and changes of layouts within 100 columns: %s', async (lang) => {
    const args = ['run', 'scenarios/kakao-2022.yaml', '--lang', lang, '--full', '--no-fail'];
    const outputs = await Promise.all([firebreak(args), firebreak([...args, '--layout', 'power-at-once'])]);
    const lines = outputs.flatMap(({ stdout }) => stdout.split('\n')).filter((line) => !line.includes('npx '));
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => widthOf(line) > 100)).toEqual([]);
  });

  it('keeps to ASCII when asked', async () => {
    const { stdout } = await firebreak(['run', TWO_SITES, '--ascii']);
    expect(stdout).toMatch(/^[\n\u0020-\u007e]*$/);
  });

  it('leaves nothing out with --full', async () => {
    const short = await firebreak(['run', TWO_SITES]);
    const full = await firebreak(['run', TWO_SITES, '--full']);
    expect(short.stdout).toContain('--full');
    expect(full.stdout).not.toContain('--full');
    expect(full.stdout).toContain('services.shop.queue');
  });

  it('tells the time that it took only when asked, on standard error', async () => {
    const { stdout, stderr } = await firebreak(['run', TWO_SITES, '--timing']);
    expect(stderr).toMatch(/^\d+ ms\n$/);
    expect(stdout).not.toMatch(/\d ms\n$/);
  });

  it('shows a layout and an override as they were asked for, and how to make the run again', async () => {
    const { stdout } = await firebreak(['run', TWO_SITES, '-l', 'login-in-both', '--set', 'duration=30h']);
    expect(stdout).toContain('two-sites · login-in-both · seed 1');
    expect(stdout).toContain('30 h simulated');
    expect(stdout).toContain(`run ${TWO_SITES} --layout login-in-both --seed 1 --set duration=30h\n`);
  });

  it('shows a name that steers terminals instead of sending it', async () => {
    const file = temporaryFolder().file('scenario.yaml');
    const text = readFileSync(TWO_SITES, 'utf8');
    writeFileSync(file, text.replace('en: Shop', `en: "Sh${'\\u202e'}op${'\\u009b'}31m"`));
    for (const args of [
      ['run', file],
      ['run', file, '--json'],
      ['check', file],
    ]) {
      const { stdout, stderr } = await firebreak(args);
      expect(stdout + stderr).not.toMatch(/[\p{Bidi_Control}]|(?!\n)\p{Cc}/u);
    }
  });
});

describe('a pipe whose reader goes away', () => {
  it('ends the command quietly, with the code of the verdict', async () => {
    for (const [expectation, code] of [
      [MET, 0],
      [FAILED, 1],
    ] as const) {
      const child = start(['run', expecting(expectation), '--json']);
      child.stdout.destroy();
      const result = await ended(child);
      expect(result).toMatchObject({ code, signal: null, stderr: '' });
    }
  });
});

describe('an output that cannot be written', () => {
  it.skipIf(!existsSync('/dev/full'))('is told, and is no internal error: a full disk', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'run', TWO_SITES, '--no-fail'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'cannot write to standard output: the disk is full\n' });
  });
});

describe('--json', () => {
  it('prints one document of the contract and nothing else', async () => {
    const { code, stdout, stderr } = await firebreak(['run', TWO_SITES, '--json', '--lang', 'ko']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const document = JSON.parse(stdout) as { expectations: { because: string }[] };
    expect(RUN_DOCUMENT.safeParse(document).error?.issues).toBeUndefined();
    // Machines get English, whatever the language of the terminal.
    expect(document.expectations[0].because).toMatch(/^[\u0020-\u007e→]*$/);
  });

  it('holds for a scenario with a history', async () => {
    const { stdout } = await firebreak(['run', 'scenarios/kakao-2022.yaml', '--json']);
    const document = JSON.parse(stdout) as { history: { rows: unknown[] } };
    expect(RUN_DOCUMENT.safeParse(document).error?.issues).toBeUndefined();
    expect(document.history.rows.length).toBeGreaterThan(0);
  });

  it('adds causes up to what was lost', async () => {
    const { stdout } = await firebreak(['run', TWO_SITES, '--json']);
    const { services } = RUN_DOCUMENT.parse(JSON.parse(stdout));
    for (const { userHoursLost, causes } of services) {
      const sum = Object.values(causes).reduce((total: number, hours) => total + Number(hours), 0);
      expect(sum).toBeCloseTo(userHoursLost, 6);
    }
  });
});

describe('--out', () => {
  it('writes the document that --json prints, beside the report', async () => {
    const folder = temporaryFolder();
    const { stdout } = await firebreak(['run', TWO_SITES, '--out', folder.file('run.json'), '--lang', 'ko']);
    expect(stdout).toContain('기대 조건');
    const printed = await firebreak(['run', TWO_SITES, '--json']);
    expect(readFileSync(folder.file('run.json'), 'utf8')).toBe(printed.stdout);
    expect(readdirSync(folder.path)).toEqual(['run.json']);
  });

  it('refuses what cannot be written before it runs', async () => {
    const folder = temporaryFolder();
    for (const target of [folder.path, folder.file('none/run.json'), '/proc/run.json']) {
      const { code, stdout, stderr } = await firebreak(['run', TWO_SITES, '--out', target]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^cannot write /);
    }
  });

  it('does not overwrite the scenario', async () => {
    const file = expecting(MET);
    const before = readFileSync(file, 'utf8');
    const { code, stderr } = await firebreak(['run', file, '--out', file]);
    expect(code).toBe(2);
    expect(stderr).toContain('it is the scenario itself');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

describe('Ctrl-C', () => {
  it('ends a run with 130 and leaves the old file as it was, and no other', async () => {
    const folder = temporaryFolder();
    writeFileSync(folder.file('run.json'), 'old');
    // The signal comes at the first pause of the run; every look at the clock takes a second, so there is one.
    const preload = `
      let seconds = 0;
      performance.now = () => (seconds += 1) * 1000;
      const later = setImmediate;
      globalThis.setImmediate = (...args) => (process.kill(process.pid, 'SIGINT'), setTimeout(() => later(...args), 0));
    `;
    const child = start(['run', TWO_SITES, '--out', folder.file('run.json')], { preload });
    const { code, signal, stdout, stderr } = await ended(child);
    expect({ code, signal, stdout, stderr }).toEqual({ code: 130, signal: null, stdout: '', stderr: '' });
    expect(readdirSync(folder.path)).toEqual(['run.json']);
    expect(readFileSync(folder.file('run.json'), 'utf8')).toBe('old');
  });
});
