import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firebreak, temporaryFolder } from './process.js';

describe('init', () => {
  it('writes a scenario that check accepts and run runs, and says what comes next', async () => {
    const file = temporaryFolder().file('my.yaml');
    const { code, stdout, stderr } = await firebreak(['init', '-o', file]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('3 services, 2 sites');
    expect(stdout).toContain(`npx --no-install firebreak run ${file}`);
    expect((await firebreak(['check', file])).code).toBe(0);
    // It fails its own expectation or meets it; it is never wrong.
    expect([0, 1]).toContain((await firebreak(['run', file])).code);
  });

  it('names what one asks for, in any script, and prints the scenario alone to standard output', async () => {
    const { code, stdout, stderr } = await firebreak([
      'init',
      '--services',
      '상점,null',
      '--sites',
      'seoul,busan,daegu',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('  "상점":\n');
    expect(stdout).toContain('  "null":\n');
    expect(stdout).toContain('      daegu: { servers: 10, role: warm-standby }');
  });

  it('generates a company, the same for the same seed', async () => {
    const options = ['init', '--generate', '30', '--sites', '3', '--seed', '7'];
    const [first, second] = [await firebreak(options), await firebreak(options)];
    expect(first.code).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout).toContain('30 services, 3 sites');
  });

  it.each([
    [['--services', 'a b'], 'services: "a b" is no id'],
    [['--services', 'a,a', '--sites', '-'], 'services: a is named twice'],
    [['--services', 'a,a', '--sites', '-'], 'sites: "-" is no id'],
    [['--generate', '2'], 'A whole number from 3 to 10000'],
    [['--generate', '30', '--sites', '10'], 'sites: a whole number from 1 to 9, not 10'],
    [['--generate', '30', '--sites', 'a,b'], '--sites is a number with --generate'],
    [['--generate', '30', '--services', 'a'], 'choose one'],
    [['--seed', '7'], '--seed is for --generate'],
  ])('%j is wrong, and writes nothing', async (options, message) => {
    const file = temporaryFolder().file('my.yaml');
    const { code, stderr } = await firebreak(['init', ...options, '-o', file]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(file)).toBe(false);
  });

  it('speaks Korean', async () => {
    const file = temporaryFolder().file('my.yaml');
    expect((await firebreak(['init', '-o', file, '--lang', 'ko'])).stdout).toContain('서비스 3개, 데이터센터 2개');
    expect(readFileSync(file, 'utf8')).toContain('firebreak: 1');
  });
});
