import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LessonsDocument } from '../../src/cli/report/lessons/lessons-document.js';
import { firebreak, temporaryFolder } from './process.js';

/** The template written into a folder, with a piece replaced; the piece must be there. */
async function written(from = '', to = ''): Promise<string> {
  const folder = temporaryFolder().file('two-shops');
  const { code, stdout } = await firebreak(['lessons', 'new', folder]);
  expect({ code, next: stdout.includes(`firebreak lessons check ${folder}`) }).toEqual({ code: 0, next: true });
  const file = join(folder, 'lesson.md');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return folder;
}

describe('lessons', () => {
  it('new writes a lesson whose rule holds, and does not write over it', async () => {
    const folder = await written();
    const { code, stdout } = await firebreak(['lessons', 'check', folder, '--seeds', '2', '--workers', '1']);
    expect(code).toBe(0);
    expect(stdout).toContain('✓ X1 Two shops, one login');
    expect(stdout).toContain('✓ 1. the shop is down for five minutes at most  met in 2 of 2');
    // The reason stands below the tempting one: the engine's, then the lesson's.
    expect(stdout).toContain('because it needs');
    expect(stdout).toContain('→ More shops that wait for the same login.');
    const again = await firebreak(['lessons', 'new', folder]);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') });
  });

  it('check ends with 1 and says what is not so when a solution does not do what is said of it', async () => {
    // The reference becomes a design that changes nothing of weight.
    const folder = await written(
      'kind: add, service: login, site: south',
      'kind: servers, service: shop, site: south, servers: 21',
    );
    const { code, stdout } = await firebreak(['lessons', 'check', folder, '--json', '--seeds', '1', '--workers', '1']);
    expect(code).toBe(1);
    const { lessons } = JSON.parse(stdout) as LessonsDocument;
    const [lesson] = lessons;
    expect(lesson.rule?.holds).toBe(false);
    expect(lesson.rule?.designs.map(({ id, broken }) => [id, broken])).toEqual([
      ['base', []],
      ['login-in-both', ['aim 1 is met in 0 of 1 runs, and has to be met']],
      ['more-servers', []],
    ]);
  });

  it('check tells a solution over the budget, or beside the rules, in both languages', async () => {
    const folder = await written('- { kind: add, services: [login, shop] }', '- { kind: add, services: [shop] }');
    const { code, stdout } = await firebreak([
      ...['lessons', 'check', folder, '--seeds', '1', '--workers', '1', '--lang', 'ko'],
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('이 레슨에서 허용되지 않는 변경입니다');
  });

  it('check ends with 2 for mistakes, told with place and caret, and runs nothing', async () => {
    const folder = await written('how: set', 'how: sett');
    const { code, stdout } = await firebreak(['lessons', 'check', folder]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/lesson\.md:\d+:\d+ error unknown-value {2}predictions\[0\]\.how: "sett" is not one of/);
    expect(stdout).toContain('^^^^ did you mean "set"?');
  });

  it('check refuses a folder without lessons', async () => {
    const { code, stderr } = await firebreak(['lessons', 'check', 'scenarios']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'there is no lesson in scenarios: a lesson is a folder with lesson.md and scenario.yaml\n',
    });
  });
});
