import { describe, expect, it } from 'vitest';
import type { ExplainDocument } from '../../src/library/explain.js';
import { firebreak, TWO_SITES } from './process.js';

const ASK = ['explain', TWO_SITES, 'shop'] as const;

describe('firebreak explain', () => {
  it('tells why, what binds, the way back and what would have saved it, each with the line of the file', async () => {
    const { code, stdout, stderr } = await firebreak([...ASK, '--at', 'T+5m', '--lang', 'en']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // The shop went with North at 10:00; five minutes later people still think about the failover.
    expect(stdout).toContain('Shop at 2024-05-13 10:05:00 +09:00');
    expect(stdout).toMatch(/1 {2}05-13 10:00:00 {2}power loss \(North\) began +two-sites\.yaml:35/);
    expect(stdout).toMatch(/nobody has decided yet on the failover to Shop \(South\)/);
    expect(stdout).toMatch(/North a has no power from 10:00 to 16:00/);
    expect(stdout).toMatch(/no power in North a \(6 h\) +two-sites\.yaml:37/);
    expect(stdout).toMatch(/down [\d.]+ (?:s|min).* instead of 15 min 57 s {2}Shop active in South as well/);
    expect(stdout).toContain('again with --set services.shop.deploy.south.role=active');
    // But for the command that repeats it, which has to be pasted in one piece.
    const lines = stdout.split('\n').filter((line) => !line.startsWith('  npx'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('prints one document with --json, whose changes repeat with the settings that it names', async () => {
    const { code, stdout } = await firebreak([...ASK, '--json']);
    expect(code).toBe(0);
    const document = JSON.parse(stdout) as ExplainDocument;
    expect(document.format).toBe('firebreak.explain/1');
    expect(document.service).toBe('shop');
    expect(Object.keys(document.wentDown[0])).toEqual(
      expect.arrayContaining(['at', 'rule', 'subject', 'text', 'line', 'causes']),
    );
    const [best] = document.savedBy;
    const again = await firebreak([
      'run',
      TWO_SITES,
      '--json',
      '--no-fail',
      ...best.set.flatMap((each) => ['--set', each]),
    ]);
    const { services } = JSON.parse(again.stdout) as { services: { id: string; downtimeSeconds: number }[] };
    expect(services.find(({ id }) => id === 'shop')?.downtimeSeconds).toBe(best.downtimeSeconds);
  });

  it('prints Markdown without a control character or a line of the terminal', async () => {
    const { code, stdout } = await firebreak([...ASK, '--markdown', '--lang', 'en', '--no-changes']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^### Shop at /);
    expect(stdout).toContain('#### Why it is still down');
    expect(stdout).not.toContain('█');
  });

  it('speaks Korean', async () => {
    const { stdout } = await firebreak([...ASK, '--lang', 'ko', '--no-changes']);
    expect(stdout).toContain('왜 아직 중단되어 있나');
    expect(stdout).toContain('북부 a 전원 없음');
  });

  it('says that a service is up then, and tries nothing', async () => {
    const { code, stdout } = await firebreak([...ASK, '--at', '9:30', '--lang', 'en']);
    expect(code).toBe(0);
    expect(stdout).toContain('it is up then: nothing binds');
    expect(stdout).not.toContain('WHAT WOULD HAVE SAVED IT');
  });

  it.each([
    [['shpo'], 'there is no service or journey "shpo"; did you mean "shop"?'],
    [['shop', '--at', '25:00'], '"25:00" is no time'],
    [['shop', '--at', '8'], '"8" is no time'],
    [['shop', '--at', '8hours'], '"8hours" is no time'],
    [['shop', '--at', '3d'], '"3d" is outside the run'],
    [['shop', '--at', '2023-05-13T10:00'], '"2023-05-13T10:00" is outside the run'],
    [['shop', '--json', '--markdown'], "option '--json' cannot be used with option '--markdown'"],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await firebreak(['explain', TWO_SITES, ...args, '--lang', 'en']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
