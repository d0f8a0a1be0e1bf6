import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firebreak, TWO_SITES } from './process.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('usage', () => {
  it('prints the version', async () => {
    expect(await firebreak(['--version'])).toEqual({ code: 0, signal: null, stdout: `${version}\n`, stderr: '' });
  });

  it('teaches by examples in the help, of the whole and of each command', async () => {
    for (const args of [['--help'], ['run', '--help'], ['explain', '--help'], ['help', 'check'], ['serve', '-h']]) {
      const { code, stdout, stderr } = await firebreak(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/Examples:\n {2}\$ firebreak/);
    }
  });

  it('keeps the help within 100 columns', async () => {
    const help = await Promise.all(
      [['--help'], ['run', '--help'], ['explain', '--help'], ['check', '--help'], ['serve', '--help']].map((args) =>
        firebreak(args),
      ),
    );
    const long = help.flatMap(({ stdout }) => stdout.split('\n')).filter((line) => line.length > 100);
    expect(long).toEqual([]);
  });

  it('shows the help and says that the usage is wrong when nothing is asked', async () => {
    const { code, stdout, stderr } = await firebreak([]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: firebreak');
  });

  it.each([
    [['run', TWO_SITES, '--sede', '3'], "unknown option '--sede'\n(Did you mean --seed?)"],
    [['run', TWO_SITES, '--layuot=x'], "unknown option '--layuot=x'\n(Did you mean --layout?)"],
    [['rnu', TWO_SITES], "unknown command 'rnu'\n(Did you mean run?)"],
    [['run'], "missing required argument 'file'"],
    [['run', TWO_SITES, 'b.yaml'], 'too many arguments'],
    [['run', TWO_SITES, '--lang', 'fr'], 'Allowed choices are en, ko.'],
    [['run', TWO_SITES, '--seed', ''], 'A seed is not empty.'],
    [['run', TWO_SITES, '--set', 'duration'], 'Write path=value'],
    [['serve', TWO_SITES, '--port', '80000'], 'A port is 0 to 65535.'],
    [['serve', TWO_SITES, '--port', '1e3'], 'A port is 0 to 65535.'],
    [['check'], "missing required argument 'files'"],
  ])('refuses %j with exit code 2 and says why', async (args, message) => {
    const { code, stdout, stderr } = await firebreak(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });

  it('shows terminal escapes in arguments instead of sending them', async () => {
    const { code, stderr } = await firebreak(['run', TWO_SITES, '--\u001b[31mred']);
    expect(code).toBe(2);
    expect(stderr).toContain('\\u001b[31mred');
    expect(stderr).not.toContain('\u001b');
  });
});
