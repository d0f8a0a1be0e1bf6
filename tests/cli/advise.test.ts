import { describe, expect, it } from 'vitest';
import type { AdviseDocument } from '../../src/studies/advise/advice.js';
import { firebreak, TWO_SITES, temporaryFolder } from './process.js';

const TWO_KEYS = 'scenarios/two-keys.yaml';
const ASK = ['advise', TWO_KEYS, '--budget', '20k', '--seeds', '3'] as const;

describe('firebreak advise', () => {
  it('prints the pair that only helps together, its price, and the same money without looking', async () => {
    const { code, stdout, stderr } = await firebreak([...ASK, '--lang', 'en']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/1 (Signatures|Accounts) also in South and (Signatures|Accounts) also in South/);
    expect(stdout).toContain('only together: alone they save');
    expect(stdout).toContain('costs 7,200 EUR a month, 7,200 EUR in all');
    expect(stdout).toMatch(
      /38 % more servers of everything, everywhere, for 6,600 EUR a month: 2\.\dM user-hours lost/,
    );
    const lines = stdout.split('\n').filter((line) => !/npx|advised: /.test(line));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    const korean = await firebreak([...ASK, '--lang', 'ko']);
    expect(korean.stdout).toContain('함께여야 효과');
  });

  it('prints one document, the same with one worker, with two, and from a journal', async () => {
    const journal = temporaryFolder().file('journal.jsonl');
    const one = await firebreak([...ASK, '--json', '--workers', '1']);
    expect((JSON.parse(one.stdout) as AdviseDocument).format).toBe('firebreak.advise/1');
    for (let again = 0; again < 2; again++) {
      const { stdout } = await firebreak([...ASK, '--json', '--workers', '2', '--resume', journal]);
      expect(stdout).toBe(one.stdout);
    }
  });

  it('goes on to an aim, says what has no price, and fails when it is not reached', async () => {
    const met = await firebreak(['advise', TWO_KEYS, '--aim', 'bank=1h', '--seeds', '3']);
    expect(met.code).toBe(0);
    expect(met.stdout).toContain('aim bank not up for 1h at most');
    expect(met.stdout).toMatch(/the cheapest found that meets the aim: 7,200 EUR a month, [\d,]+ user-hours lost/);
    expect(met.stdout).toContain('--aim bank=1h');
    const poor = await firebreak([
      'advise',
      TWO_KEYS,
      '--aim',
      'bank=1h',
      '--budget',
      '4k',
      '--seeds',
      '3',
      '--lang',
      'ko',
    ]);
    expect(poor.code).toBe(1);
    expect(poor.stdout).toContain('목표 bank 비정상 최대 1h');
    const wrong = await firebreak(['advise', TWO_KEYS, '--aim', 'bnak=1h', '--out', '/no/such/folder/x.json']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('did you mean "bank"?');
    expect((await firebreak(['advise', TWO_KEYS])).stderr).toContain('state a budget or an aim');
  });

  it('refuses a file without prices, and a budget that is none', async () => {
    const unpriced = await firebreak(['advise', TWO_SITES, '--budget', '1000']);
    expect(unpriced).toMatchObject({ code: 2, stdout: '' });
    expect(unpriced.stderr).toContain('the file states no prices');
    const much = await firebreak(['advise', TWO_KEYS, '--budget', 'lots']);
    expect(much).toMatchObject({ code: 2, stdout: '' });
    expect(much.stderr).toContain('An amount, for example 20000, 1.5M or 0.');
  });
});
