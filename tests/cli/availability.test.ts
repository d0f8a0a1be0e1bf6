import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { firebreak, interrupted, TWO_SITES, temporaryFolder } from './process.js';

const estimate = z.looseObject({
  mean: z.number(),
  standardError: z.number().nullable(),
  ci95: z.tuple([z.number(), z.number()]).nullable(),
});

/** The contract of `firebreak.availability/1`, see docs/cli.md. */
const AVAILABILITY_DOCUMENT = z.looseObject({
  format: z.literal('firebreak.availability/1'),
  years: z.number(),
  seeds: z.int(),
  seedsAsked: z.int(),
  partial: z.boolean(),
  layouts: z.array(
    z.looseObject({
      id: z.string(),
      chances: z.array(z.looseObject({ id: z.string(), perYear: z.number(), began: z.int(), expected: z.number() })),
      services: z.array(
        z.looseObject({
          id: z.string(),
          hasUsers: z.boolean(),
          availability: estimate.nullable(),
          downSecondsPerYear: estimate,
          notUpSecondsPerYear: estimate,
          outagesPerYear: estimate,
          outages: z.int(),
        }),
      ),
      userHoursLostPerYear: estimate,
      episodes: z.int(),
      unfinished: z.int(),
      simulatedShare: z.number(),
      livesWithoutLoss: z.int(),
      rarerThanOnceInYears: z.number().nullable(),
      against: z.looseObject({ shown: z.enum(['better', 'worse', 'none']) }).nullable(),
    }),
  ),
  leavesOut: z.array(z.string()).min(1),
});

const RATES = `
frequency: 0.05/y
rates:
  assumed: for tests
  north-power: { kind: power-loss, site: north, frequency: 0.3/y, for: { median: 4h, p95: 12h } }
  login-crash: { kind: crash, service: login, frequency: 2/y, for: 30m }
`;

function withRates(rates = RATES): string {
  const file = temporaryFolder().file('rates.yaml');
  writeFileSync(file, readFileSync(TWO_SITES, 'utf8') + rates);
  return file;
}

const FEW = ['--years', '5', '--seeds', '10'];

describe('availability', () => {
  it('says what goes wrong, how available each service is, how sure that is, and what is left out', async () => {
    const { code, stdout, stderr } = await firebreak(['availability', withRates(), ...FEW]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('10 lives of 5 years each');
    expect(stdout).toMatch(/login-crash {2}2 a year: \d+ times in all lives \(100 expected\)/);
    expect(stdout).toMatch(/the faults of the file {2}0.05 a year: \d+ times in all lives \(2.5 expected\)/);
    expect(stdout).toMatch(/Shop {2}99\.\d+ % ± 0\.\d+ %/);
    expect(stdout).toMatch(/against the first layout: −[\d,]+ .*, fewer in \d+ of 10/);
    expect(stdout).toContain('no wear, no seasons');
    expect(stdout.split('\n').every((line) => line.startsWith('  again') || line.length <= 100)).toBe(true);
  });

  it('is the same, byte for byte, with one worker, with two, and after an interruption', async () => {
    const folder = temporaryFolder();
    const [journal, out] = [folder.file('lives.journal'), folder.file('out.json')];
    const asked = ['availability', withRates(), ...FEW, '--json'];
    const one = await firebreak([...asked, '--workers', '1', '--out', out]);
    expect(AVAILABILITY_DOCUMENT.parse(JSON.parse(one.stdout))).toMatchObject({ seeds: 10, partial: false });
    expect(readFileSync(out, 'utf8')).toBe(one.stdout);
    const two = await firebreak([...asked, '--workers', '2', '--resume', journal]);
    expect(two.stdout).toBe(one.stdout);
    const lines = readFileSync(journal, 'utf8').split('\n');
    // A line for the study, one for each life of each layout.
    expect(lines.length).toBe(1 + 20 + 1);
    writeFileSync(journal, `${lines.slice(0, 7).join('\n')}\n${lines[7].slice(0, 40)}`);
    expect((await firebreak([...asked, '--workers', '2', '--resume', journal])).stdout).toBe(one.stdout);
  });

  it('that is interrupted tells of the lives that were done, and says that it is partial', async () => {
    const journal = temporaryFolder().file('lives.journal');
    const asked = ['availability', withRates(), '--years', '50', '--seeds', '2000', '--json', '--workers', '1'];
    const { code, stdout } = await interrupted([...asked, '--resume', journal], journal, 8);
    expect(code).toBe(130);
    const { partial, seeds, seedsAsked } = AVAILABILITY_DOCUMENT.parse(JSON.parse(stdout));
    expect({ partial, seedsAsked }).toEqual({ partial: true, seedsAsked: 2000 });
    expect(seeds).toBeGreaterThanOrEqual(3);
    expect(seeds).toBeLessThan(2000);
  });

  it('fails a build over what is not shown to be available enough', async () => {
    const asked = ['availability', withRates(), ...FEW, '--layouts', 'as-it-is'];
    expect((await firebreak([...asked, '--fail-below', '90%'])).code).toBe(0);
    const { code, stdout } = await firebreak([...asked, '--fail-below', 'login=99.9999%']);
    expect(code).toBe(1);
    expect(stdout).toContain('login (as-it-is): less than 99.9999 %');
    expect((await firebreak([...asked, '--fail-below', '100%', '--no-fail'])).code).toBe(0);
    const unknown = await firebreak([...asked, '--fail-below', 'shp=99%']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('there is no service or journey shp');
  });

  it('says how rare losses may be where there was none', async () => {
    const rare = withRates('\nrates: { guard: { kind: no-entry, site: north, frequency: 1/y, for: 1h } }\n');
    const { stdout } = await firebreak(['availability', rare, ...FEW, '--layouts', 'as-it-is']);
    // 50 years without a loss: rarer than once in 50 / 3.
    expect(stdout).toContain('nothing was ever lost: with 95 % confidence losses are rarer than once in 16.7 years');
  });

  it.each([
    ['', 'nothing goes wrong by chance: write how often what happens in `rates`'],
    ['rates: { x: { kind: crash, service: login, frequency: 1/s } }', 'more than 20000'],
    ['rates: { x: { kind: crash, service: login, frequency: 3 } }', 'bare-number'],
    ['rates: { x: { kind: crash, service: logn, frequency: 3/y } }', 'did you mean "login"?'],
    ['rates: { x: { kind: crsh, service: login, frequency: 3/y } }', 'did you mean "crash"?'],
    ['rates: { x: { kind: crash, service: login, frequency: 3/y, until: 3h } }', 'unknown-key'],
    ['rates: { x: { kind: destroy, site: north, frequency: 3/y, for: 3h } }', 'end-not-taken'],
    ['rates: { x: { kind: crash, service: login } }', 'missing-key'],
  ])('refuses %j before any work', async (rates, says) => {
    const { code, stdout, stderr } = await firebreak(['availability', withRates(`\n${rates}\n`), ...FEW]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  it('speaks Korean', async () => {
    const { code, stdout } = await firebreak(['availability', withRates(), ...FEW, '--lang', 'ko']);
    expect(code).toBe(0);
    expect(stdout).toContain('일어나는 고장');
    expect(stdout).toContain('상점');
    expect(stdout).toContain('다루지 않는 것');
  });
});
