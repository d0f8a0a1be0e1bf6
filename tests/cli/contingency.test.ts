import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { firebreak, interrupted, TWO_SITES, temporaryFolder } from './process.js';

const downs = z.array(z.looseObject({ id: z.string(), downtimeSeconds: z.number().min(0) }));

/** The contract of `firebreak.contingency/1`, see docs/cli.md. */
const CONTINGENCY_DOCUMENT = z.looseObject({
  format: z.literal('firebreak.contingency/1'),
  seed: z.string(),
  order: z.union([z.literal(1), z.literal(2)]),
  layouts: z.array(
    z.looseObject({
      id: z.string(),
      failsAtSeconds: z.number(),
      pairs: z.looseObject({
        how: z.enum(['none', 'all', 'some']),
        possible: z.int(),
        picked: z.int(),
        drawn: z.int(),
      }),
      expectations: z.array(z.looseObject({ name: z.string(), verdict: z.enum(['met', 'failed', 'inconclusive']) })),
    }),
  ),
  cases: z.array(
    z.looseObject({
      layout: z.string(),
      failed: z.array(z.string()).min(1).max(2),
      kinds: z.array(z.enum(['site', 'zone', 'link', 'service'])),
      touched: z.boolean(),
      userHoursLost: z.number().min(0),
      verdict: z.enum(['met', 'failed', 'inconclusive']).nullable(),
      down: z.int().min(0),
      worst: downs,
      unexpected: downs,
    }),
  ),
  done: z.int(),
  asked: z.int(),
  partial: z.boolean(),
});

describe('contingency', () => {
  it('ranks what fails, layouts side by side, expectations first, and fails the build over one', async () => {
    const { code, stdout, stderr } = await firebreak(['contingency', TWO_SITES]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const text = stdout.replace(/ +/g, ' ');
    expect(text).toContain('✗ either site may fail (as-it-is)');
    expect(text).toContain('✓ either site may fail (login-in-both)');
    expect(text).toMatch(/North site 415,144 ✗ 53,184 ✓/);
    expect(text).toContain('2 more lose nothing');
    expect(text.replace(/\n */g, ' ')).toContain(
      'North a costs more than all of North: with it gone the rest of North still answers, so no failover is begun for Shop; with all of North gone one is',
    );
    expect(stdout.split('\n').every((line) => line.length <= 100)).toBe(true);
  });

  it.each([
    [['--layouts', 'login-in-both'], 0],
    [['--layouts', 'login-in-both', '--fail-on', 'failed'], 1],
    [['--layouts', 'login-in-both', '--fail-on', 'unexpected'], 0],
    [['--layouts', 'as-it-is', '--no-fail'], 0],
    [['--layouts', 'as-it-is,nowhere'], 2],
    [['--only', 'site,rack'], 2],
    [['--fail-on', 'anything'], 2],
    [['--order', '3'], 2],
  ])('%s exits with %i', async (options, expected) => {
    expect((await firebreak(['contingency', TWO_SITES, ...options])).code).toBe(expected);
  });

  it('prints one document that keeps its contract, and writes the same', async () => {
    const out = temporaryFolder().file('contingency.json');
    const { stdout } = await firebreak(['contingency', TWO_SITES, '--order', '2', '--json', '--out', out]);
    const document = CONTINGENCY_DOCUMENT.parse(JSON.parse(stdout));
    // Seven things, 21 pairs, two of them a site with its own zone; the south's one zone is the south.
    expect(document.layouts[0].pairs).toMatchObject({ how: 'all', possible: 19 });
    expect(document.asked).toBe(2 * (7 + 19));
    expect(readFileSync(out, 'utf8')).toBe(stdout);
  });

  it('is the same, byte for byte, with one worker, with two, and after an interruption', async () => {
    const folder = temporaryFolder();
    const journal = folder.file('study.journal');
    const asked = ['contingency', TWO_SITES, '--order', '2', '--json', '--no-fail'];
    const one = await firebreak([...asked, '--workers', '1']);
    const two = await firebreak([...asked, '--workers', '2', '--resume', journal]);
    expect(two.stdout).toBe(one.stdout);
    // As if it had been stopped in the middle of writing the twentieth answer.
    const lines = readFileSync(journal, 'utf8').split('\n');
    expect(lines.length).toBe(1 + 52 + 1);
    writeFileSync(journal, `${lines.slice(0, 20).join('\n')}\n${lines[20].slice(0, 40)}`);
    const resumed = await firebreak([...asked, '--workers', '2', '--resume', journal]);
    expect(resumed.stdout).toBe(one.stdout);
    expect(readFileSync(journal, 'utf8').split('\n').length).toBe(1 + 52 + 1);
  });

  it('that is interrupted tells what was done, says that it is partial, and goes on from there', async () => {
    const journal = temporaryFolder().file('study.journal');
    const kakao = ['contingency', 'scenarios/kakao-2022.yaml', '--layouts', 'as-it-was,tools-elsewhere', '--json'];
    const asked = [...kakao, '--order', '2', '--most', '2000', '--workers', '2', '--resume', journal];
    const { code, stdout } = await interrupted(asked, journal, 10);
    expect(code).toBe(130);
    const partial = CONTINGENCY_DOCUMENT.parse(JSON.parse(stdout));
    expect(partial.partial).toBe(true);
    expect(partial.done).toBeGreaterThanOrEqual(5);
    expect(partial.done).toBeLessThan(partial.asked);
    expect(partial.cases).toHaveLength(partial.done);
    const kept = readFileSync(journal, 'utf8').trimEnd().split('\n').length;
    const sites = await firebreak([...kakao, '--only', 'site', '--workers', '2', '--resume', journal, '--no-fail']);
    expect(CONTINGENCY_DOCUMENT.parse(JSON.parse(sites.stdout))).toMatchObject({ partial: false, done: 12, asked: 12 });
    // The first six of the first layout's cases are its sites: they were there.
    expect(readFileSync(journal, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(kept + 7);
  });

  it('speaks Korean', async () => {
    const { stdout } = await firebreak([
      'contingency',
      TWO_SITES,
      '--layouts',
      'as-it-is',
      '--lang',
      'ko',
      '--no-fail',
    ]);
    expect(stdout).toContain('무엇이 멈추면  손실이 큰 순서');
    expect(stdout).toContain('북부 a');
    expect(stdout).toContain('북부 a 손실이 북부 전체보다 큼');
  });
});
