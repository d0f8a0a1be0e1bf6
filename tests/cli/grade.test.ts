/** A class of lesson 1: one has the reference design, one nothing; one token lost its end in the chat. */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/scenario/sha256.js';
import { inProcessPool } from '../../src/studies/pool/in-process-pool.js';
import { type GradeDocument, gradeAll } from '../../src/workshop/grading/grade-document.js';
import { checkLesson, type LoadedLesson } from '../../src/workshop/lessons/check-lesson.js';
import { baseOf, type Submission } from '../../src/workshop/tokens/submission.js';
import { writeToken } from '../../src/workshop/tokens/token.js';
import { type Ended, firebreak, temporaryFolder } from './process.js';

const FOLDER = 'web/lessons/one-building';
const [lessonText, scenarioText] = ['lesson.md', 'scenario.yaml'].map((name) =>
  readFileSync(`${FOLDER}/${name}`, 'utf8'),
);
const { loaded } = checkLesson(
  { id: 'one-building', file: `${FOLDER}/lesson.md`, text: lessonText },
  { file: `${FOLDER}/scenario.yaml`, text: scenarioText },
);

function handedIn(nick: string, design: Submission['design']): Submission {
  return {
    ...{ workshop: 'W7K2', nick, lesson: 'one-building', base: baseOf(sha256(scenarioText)), seed: '1' },
    ...{ answers: [], design, interventions: [], explanation: '', root: '', hints: 0, deck: '' },
  };
}

const [reference] = (loaded as LoadedLesson).lesson.exercise.reference;
const CLASS = [handedIn('하늘', reference.design), handedIn('=cmd|x', { layout: 'base', options: [], edits: [] })];
const CHAT = `오후 3:12\n하늘: ${writeToken(CLASS[0])} 입니다\n> ${writeToken(CLASS[1])}\nbada: ${writeToken(CLASS[1]).slice(0, 40)}\n`;

describe('grade', () => {
  const grade = (args: readonly string[]): Promise<Ended> => {
    const chat = temporaryFolder().file('chat.txt');
    writeFileSync(chat, CHAT);
    return firebreak(['grade', chat, '--workers', '1', ...args]);
  };
  let expected: GradeDocument;
  beforeAll(async () => {
    expected = await gradeAll([loaded as LoadedLesson], CLASS, { pool: inProcessPool() });
  });

  it('gives the numbers that the library gives, and the refused token with its line', async () => {
    const { code, stdout, stderr } = await grade(['--format', 'json']);
    expect(code).toBe(0);
    const { refusedTokens, ...document } = JSON.parse(stdout);
    expect(document).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(
      document.lessons[0].rows.map(({ nick, passed }: { nick: string; passed: boolean }) => [nick, passed]),
    ).toEqual([
      ['하늘', true],
      ['=cmd|x', false],
    ]);
    expect(refusedTokens).toMatchObject([{ line: 4, fault: 'cut-off' }]);
    expect(stderr).toContain('chat.txt:4 fb1.');
    expect(stderr).toContain('its end is missing: copy it whole');
  });

  it('prints a table for people, and one for spreadsheets in which no name acts', async () => {
    const { stdout } = await grade(['--lang', 'ko', '--lesson', 'L1']);
    expect(stdout).toContain('█ L1 한 건물, 한 운명  제출 2명, 통과 1명');
    expect(stdout).toMatch(/1 {2}하늘 +✓ ✓/);
    const csv = (await grade(['--format', 'csv'])).stdout;
    expect(csv.startsWith('\uFEFFlesson,workshop,place,nick')).toBe(true);
    expect(csv).toContain("L1,W7K2,2,'=cmd|x,");
  });

  it.each([
    [['--lesson', 'L99'], 'there is no such lesson: L99; BC budget-challenge, L1 one-building, L2 '],
    [['--format', 'xml'], 'Allowed choices are table, csv, markdown, json.'],
    [['--lessons', 'scenarios'], 'there is no lesson in scenarios'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await grade(args);
    expect({ code, told: stderr.includes(message) || stderr }).toEqual({ code: 2, told: true });
  });

  it('says that nothing was found, and what was refused', async () => {
    const text = temporaryFolder().file('empty.txt');
    writeFileSync(text, 'no token, but fb9.AAAA.AAAAAA');
    const { code, stderr } = await firebreak(['grade', text]);
    expect(code).toBe(2);
    expect(stderr).toContain('another version of the program');
    expect(stderr).toContain('no submission was found');
  });
});
