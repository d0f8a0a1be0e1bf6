import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firebreak, TWO_SITES, temporaryFolder } from './process.js';

/** The smallest scenario, and a version of it in which people decide on the failover much later. */
function versions(): { base: string; head: string; folder: ReturnType<typeof temporaryFolder> } {
  const folder = temporaryFolder();
  const [base, head] = [folder.file('base.yaml'), folder.file('shop.yaml')];
  const text = readFileSync(TWO_SITES, 'utf8');
  writeFileSync(base, text);
  writeFileSync(head, text.replace('decide: { min: 5m, max: 15m }', 'decide: { min: 50m, max: 90m }'));
  return { base, head, folder };
}

describe('diff', () => {
  it('says what changed in the file, which verdicts, and what got worse in how many seeds', async () => {
    const { base, head } = versions();
    const { code, stdout } = await firebreak(['diff', base, head, '--layouts', 'login-in-both', '--seeds', '4']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'CHANGES  0 added, 1 changed, 0 removed\n    ~ service shop failover.decide.min 5m -> 50m',
    );
    expect(stdout).toMatch(
      /✗ login-in-both: the shop is back within an hour: met → failed \(\d+ min \d\d s → 1 h \d\d min\)/,
    );
    expect(stdout).toMatch(
      /✗ login-in-both: lost [\d,]+ user-hours → [\d,]+ user-hours \(\+\d+ %\), worse in 4 of 4 seeds/,
    );
    expect(stdout).toContain('2 verdicts worse, 0 better');
  });

  it('fails for what it is asked to fail for', async () => {
    const { base, head } = versions();
    const args = ['diff', base, head, '--layouts', 'login-in-both', '--seeds', '3'];
    const codes = await Promise.all([
      firebreak([...args, '--fail-if', 'newly-not-met']),
      firebreak([...args, '--fail-if', 'userHoursLost>10%']),
      firebreak([...args, '--fail-if', 'userHoursLost>100000%']),
      firebreak([...args, '--fail-if', 'newly-not-met', '--no-fail']),
      firebreak(['diff', head, base, '--layouts', 'login-in-both', '--seeds', '3', '--fail-if', 'worse']),
    ]);
    expect(codes.map(({ code }) => code)).toEqual([1, 1, 0, 0, 0]);
    expect(codes[0].stdout).toContain('--fail-if newly-not-met: login-in-both: the shop is back within an hour');
  });

  it('finds a file the same as itself, byte for byte', async () => {
    const { base } = versions();
    const { code, stdout } = await firebreak(['diff', base, base, '--seeds', '2', '--fail-if', 'worse']);
    expect(code).toBe(0);
    expect(stdout).toContain('nothing that runs has changed');
    expect(stdout).toContain('2 tests are as before, byte for byte');
  });

  it('tells layouts and expectations that are new or gone', async () => {
    const { base, folder } = versions();
    const other = folder.file('other.yaml');
    const text = readFileSync(base, 'utf8')
      .replace('login-in-both:', 'login-twice:')
      .replace('survives: any-site', 'survives: north');
    writeFileSync(other, text);
    const { stdout } = await firebreak(['diff', base, other, '--seeds', '1', '--json']);
    const { comparison, changes } = JSON.parse(stdout);
    expect(
      comparison.suites.map(({ suite, status }: { suite: string; status: string }) => `${suite} ${status}`),
    ).toEqual(['as-it-is both', 'login-twice new', 'login-in-both gone']);
    expect(changes.filter((change: string) => change.includes('expectation'))).toHaveLength(2);
  });

  it('claims nothing of a single seed', async () => {
    const { base, head } = versions();
    const { stdout } = await firebreak(['diff', base, head, '--seeds', '1']);
    expect(stdout).toContain('one seed: noise cannot be told');
  });

  it('is Markdown for a comment', async () => {
    const { base, head } = versions();
    const { stdout } = await firebreak([
      'diff',
      base,
      head,
      '--layouts',
      'login-in-both',
      '--seeds',
      '2',
      '--markdown',
    ]);
    expect(stdout).toMatch(/^### `.*base\.yaml and .*shop\.yaml`\n\n- `/);
    expect(stdout).toContain('```diff\n~ service shop failover.decide.min 5m -> 50m');
  });

  it('refuses bad files, layouts and conditions', async () => {
    const { base } = versions();
    for (const args of [
      [base, 'none.yaml'],
      [base, base, '--layouts', 'nowhere'],
      [base, base, '--fail-if', 'worst'],
      [base, base, '--fail-if', 'unheardOf>1%'],
    ]) {
      expect((await firebreak(['diff', ...args])).code).toBe(2);
    }
  });
});

describe('a baseline', () => {
  it('is an earlier result, and what it already had is no news', async () => {
    const { head, folder, base } = versions();
    const results = folder.file('results.json');
    // The baseline is of the same scenario by its name.
    const text = readFileSync(head, 'utf8');
    writeFileSync(head, readFileSync(base));
    const first = await firebreak(['test', head, '-o', results, '--seeds', '3']);
    expect(first.code).toBe(1);
    const again = await firebreak([
      'test',
      head,
      '--baseline',
      results,
      '--seeds',
      '3',
      '--fail-if',
      'newly-not-met',
      '--fail-if',
      'worse',
    ]);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('2 tests are as before, byte for byte')]);
    writeFileSync(head, text);
    const changed = await firebreak([
      'test',
      head,
      '--baseline',
      results,
      '--seeds',
      '3',
      '--fail-if',
      'newly-not-met',
      '--json',
    ]);
    const { comparison } = JSON.parse(changed.stdout);
    expect([changed.code, comparison.worse, comparison.seedsInCommon]).toEqual([1, 2, 3]);
  });

  it('is refused when it is something else, and conditions without one', async () => {
    for (const args of [
      ['--baseline', TWO_SITES],
      ['--baseline', 'none.json'],
      ['--fail-if', 'worse'],
    ]) {
      expect((await firebreak(['test', TWO_SITES, ...args])).code).toBe(2);
    }
  });
});
