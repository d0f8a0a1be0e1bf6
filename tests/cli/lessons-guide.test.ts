/** `firebreak lessons guide` and `grade` as processes: what they write, and that one lesson with a mistake stops no other. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOf, type Submission, sha256, UNEDITED, writeToken } from '../../src/index.js';
import { firebreak, temporaryFolder } from './process.js';

const LESSONS = 'web/lessons';

/** A folder with lesson 1, and a lesson of one's own that has a mistake beside it. */
function withBroken(folder: string): string {
  for (const id of ['one-building', 'broken'])
    cpSync(join(LESSONS, 'one-building'), join(folder, id), { recursive: true });
  const file = join(folder, 'broken', 'lesson.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('code: L1', 'code: X9').replace('# gap', '# gpa'));
  return folder;
}

describe('lessons guide', () => {
  it('writes one file in the language that is asked for: answers from runs, a picture of the solution, nothing to load', async () => {
    const out = temporaryFolder().file('guide.html');
    const { code, stdout, stderr } = await firebreak([
      ...['lessons', 'guide', join(LESSONS, 'one-building'), '--language', 'ko', '--out', out],
    ]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `✓ ${out}\n`, stderr: '' });
    const html = readFileSync(out, 'utf8');
    expect(html).toMatch(/^<!doctype html>\n<html lang="ko">/);
    // The last of the four is back 2 h 10 min after the cut: so says the run, and the lesson nowhere.
    expect(html).toContain('<strong>실제:</strong> 2시간 10분');
    expect(html).toContain('<figure class="stage"><svg ');
    expect(html).toContain('href="firebreak.html#lang=ko&amp;layout=design&amp;file=one-building.yaml&amp;sum=');
    expect(html).not.toMatch(/(?:src|href)="https?:(?!\/\/[^"]*"[^>]*rel="noopener")/);
    // A number that can be moved in the page is a plain one on paper.
    const paper = temporaryFolder().file('l3.html');
    await firebreak(['lessons', 'guide', join(LESSONS, 'survivors-drown'), '--language', 'en', '--out', paper]);
    expect(readFileSync(paper, 'utf8')).toContain(
      'Servers in each site: <span data-scrub="spare">100 (30 % spare)</span>',
    );
  });

  it('leaves out a lesson with mistakes, says which, and ends with 2', async () => {
    const temporary = temporaryFolder();
    const folder = withBroken(temporary.path);
    const out = temporary.file('guide.html');
    const { code, stderr } = await firebreak(['lessons', 'guide', folder, '--language', 'en', '--out', out]);
    expect(code).toBe(2);
    expect(stderr).toContain('error missing-section  the section "gap" is missing');
    expect(stderr).toContain(`this lesson is left out: ${join(folder, 'broken')}`);
    const html = readFileSync(out, 'utf8');
    expect([html.includes('L1 One building'), html.includes('X9 One building')]).toEqual([true, false]);
  });

  it('refuses when no lesson is right, and writes nothing', async () => {
    const temporary = temporaryFolder();
    const folder = withBroken(temporary.path);
    const { code, stdout, stderr } = await firebreak(['lessons', 'guide', join(folder, 'broken'), '--language', 'en']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('error unknown-section  there is no section "gpa"');
  });
});

describe('grade', () => {
  const scenario = readFileSync(join(LESSONS, 'one-building', 'scenario.yaml'), 'utf8');
  const handedIn = (lesson: string, answers: Submission['answers']): string =>
    writeToken({
      ...{ workshop: '', nick: 'haneul', lesson, base: baseOf(sha256(scenario)), seed: '1', answers },
      ...{ design: UNEDITED, interventions: [], explanation: '', root: '', hints: 0, deck: '' },
    });

  it('goes on beside a lesson with mistakes, and says that nobody answered where nobody did', async () => {
    const temporary = temporaryFolder();
    const folder = withBroken(temporary.path);
    const chat = temporary.file('chat.txt');
    writeFileSync(chat, `${handedIn('one-building', [])}\n${handedIn('broken', [])}\n`);
    const { code, stdout, stderr } = await firebreak([
      ...['grade', chat, '--lessons', join(folder, 'broken'), '--lang', 'en', '--workers', '1'],
    ]);
    expect(code).toBe(2);
    expect(stdout).toContain('L1 One building, one fate  1 handed in, 0 passed');
    expect(stdout).toContain('nobody answered');
    expect(stdout).not.toContain('0 of 0');
    expect(stderr).toContain('this lesson is left out');
    expect(stderr).toContain('submissions of a lesson that is not here (--lessons names a folder): broken');
  });

  it('tells choices, cards and winners of the challenge by their names', async () => {
    const challenge = readFileSync(join(LESSONS, 'budget-challenge', 'scenario.yaml'), 'utf8');
    const entry = (nick: string, options: readonly string[], value: number): string =>
      writeToken({
        ...{ workshop: '', nick, lesson: 'budget-challenge', base: baseOf(sha256(challenge)), seed: '1' },
        ...{ answers: [{ value, confidence: 70 as const }], design: { ...UNEDITED, options }, interventions: [] },
        ...{ explanation: '', root: '', hints: 0, deck: 'north-wind-42' },
      });
    const chat = temporaryFolder().file('chat.txt');
    const wrong = [{ value: ['talk'], confidence: 90 as const }];
    writeFileSync(
      chat,
      [
        entry('bada', ['drill', 'one-more-service'], 9e6),
        entry('haneul', [], 5e7),
        handedIn('one-building', wrong),
      ].join('\n'),
    );
    const { code, stdout } = await firebreak(['grade', chat, '--lang', 'en', '--workers', '1']);
    expect(code).toBe(0);
    // A name is a name: no id of a card or a service.
    expect(stdout).toContain('Everybody writes at once: 1 ');
    expect(stdout).toMatch(/most robust: bada; best value: bada; best prophet: bada/);
    expect(stdout).toMatch(/1 (picked|missed) [A-Z]/);
  });
});
