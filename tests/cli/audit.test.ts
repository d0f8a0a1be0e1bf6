import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { firebreak, TWO_SITES, temporaryFolder } from './process.js';

/** The contract of `firebreak.audit/1`, see docs/cli.md. */
const AUDIT_DOCUMENT = z.looseObject({
  format: z.literal('firebreak.audit/1'),
  scenario: z.looseObject({ id: z.string(), sha256: z.string().length(64) }),
  layout: z.string(),
  findings: z.array(
    z.looseObject({
      rule: z.string().regex(/^[a-z-]+$/),
      severity: z.enum(['error', 'warning']),
      subject: z.string(),
      message: z.string().min(1),
      advice: z.string().min(1),
      line: z.int().min(1).nullable(),
      affected: z.array(z.string()),
    }),
  ),
  errors: z.int().min(0),
  warnings: z.int().min(0),
});

describe('audit', () => {
  it('tells what is wrong, with the line, and what to do', async () => {
    const { code, stdout, stderr } = await firebreak(['audit', TWO_SITES]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('FINDINGS  0 errors, 3 warnings');
    expect(stdout).toMatch(/!\s+redundant-in-name-only\s+login\s+two-sites\.yaml:31\n/);
    expect(stdout).toContain('→ place Login where its callers are');
    expect(stdout.split('\n').every((line) => line.length <= 100)).toBe(true);
  });

  it('has nothing against a layout that mends it', async () => {
    // 40 servers of the shop: without its larger zone 16 of them are left, 960 a second for a peak of 900.
    const room = ['--set', 'sites.north.servers=60', '--set', 'services.shop.deploy.north.servers=40'];
    const mended = ['--layout', 'login-in-both', ...room];
    const { code, stdout } = await firebreak(['audit', TWO_SITES, ...mended, '--fail-on', 'warning']);
    expect(code).toBe(0);
    expect(stdout).toContain('none: no rule has anything against this layout');
  });

  it.each([
    [['--fail-on', 'error'], 0],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'tool-inside'], 0],
    [['--fail-on', 'tool-inside,redundant-in-name-only'], 1],
    [['--fail-on', 'tool-inside', '--fail-on', 'redundant-in-name-only'], 1],
  ])('with %s exits with %i', async (options, expected) => {
    expect((await firebreak(['audit', TWO_SITES, ...options])).code).toBe(expected);
  });

  it('refuses to fail on what there is not', async () => {
    const { code, stderr } = await firebreak(['audit', TWO_SITES, '--fail-on', 'single-site']);
    expect(code).toBe(2);
    expect(stderr).toContain('--fail-on single-site: not one of error, warning, single-point-site');
  });

  it('prints one document with --json, and writes the same with --out', async () => {
    const out = temporaryFolder().file('audit.json');
    const { code, stdout } = await firebreak(['audit', TWO_SITES, '--json', '--out', out]);
    expect(code).toBe(0);
    const document = AUDIT_DOCUMENT.parse(JSON.parse(stdout));
    expect(document.findings[0]).toMatchObject({ rule: 'redundant-in-name-only', subject: 'login', line: 31 });
    expect(readFileSync(out, 'utf8')).toBe(stdout);
  });

  it('speaks Korean', async () => {
    const { stdout } = await firebreak(['audit', TWO_SITES, '--lang', 'ko']);
    expect(stdout).toContain('점검 결과  오류 0개, 경고 3개');
    expect(stdout).toContain('북부 밖에도 서버가 있으나');
  });

  it('lets no name steer the terminal', async () => {
    const file = temporaryFolder().file('hostile.yaml');
    const text = readFileSync(TWO_SITES, 'utf8').replace(
      '{ en: Login, ko: 로그인 }',
      '{ en: "\\u202eLogin", ko: 로그인 }',
    );
    writeFileSync(file, text);
    const { stdout, code } = await firebreak(['audit', file]);
    expect(code).not.toBe(3);
    expect(stdout).not.toContain('\u202e');
  });
});
