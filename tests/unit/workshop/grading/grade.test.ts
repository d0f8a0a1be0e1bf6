/**
 * The template lesson: aim 1, the shop is down for five minutes at most. A second login in South meets it, more servers
 * of the shop do not; shop and login are the two that go down.
 */
import { describe, expect, it } from 'vitest';
import { gradeCsv, gradeMarkdown } from '../../../../src/library/grade-tables.js';
import type { Edit } from '../../../../src/scenario/edits/edit.js';
import { inProcessPool } from '../../../../src/studies/pool/in-process-pool.js';
import { gradeAll } from '../../../../src/workshop/grading/grade-document.js';
import { wordsOf } from '../../../../src/workshop/grading/words.js';
import { checkLesson } from '../../../../src/workshop/lessons/check-lesson.js';
import { lessonTemplate } from '../../../../src/workshop/lessons/template.js';
import { baseOf, type Submission } from '../../../../src/workshop/tokens/submission.js';

const TEMPLATE = lessonTemplate('own');
const { loaded } = checkLesson(
  { id: 'own', file: 'lesson.md', text: TEMPLATE['lesson.md'] },
  { file: 'scenario.yaml', text: TEMPLATE['scenario.yaml'] },
);
if (loaded === null) throw new Error('the template is no lesson');
const base = baseOf(loaded.scenario.sha256);

const SECOND_LOGIN: Edit = { kind: 'add', service: 'login', site: 'south' };
const MORE_SHOPS: Edit = { kind: 'servers', service: 'shop', site: 'south', servers: 40 };

function submission(nick: string, edits: readonly Edit[], more: Partial<Submission> = {}): Submission {
  return {
    ...{ workshop: 'W7K2', nick, lesson: 'own', base, seed: '1', interventions: [], explanation: '', root: '' },
    ...{ hints: 0, deck: '', answers: [], design: { layout: 'base', options: [], edits } },
    ...more,
  };
}

const CLASS: readonly Submission[] = [
  submission('haneul', [MORE_SHOPS], {
    answers: [
      { value: ['shop'], confidence: 90 },
      { value: 100, confidence: 50 },
    ],
    explanation: '로그인이 한 곳에만 있었다',
  }),
  submission('bada', [SECOND_LOGIN], {
    answers: [
      { value: ['shop', 'login'], confidence: 70 },
      { value: 10, confidence: 90 },
    ],
    explanation: '로그인은 하나',
  }),
  // Two edits where one is allowed; a service that the lesson does not let move; another scenario.
  submission('greedy', [SECOND_LOGIN, MORE_SHOPS]),
  submission('mover', [{ kind: 'move', service: 'shop', from: 'north', to: 'south' }]),
  submission('=1+1', [], { base: '000000000000' }),
  // Handed in again: the last one counts.
  submission('Haneul', [SECOND_LOGIN], { answers: [{ value: ['shop'], confidence: 90 }] }),
];

describe('gradeAll', async () => {
  const document = await gradeAll([loaded], CLASS, { pool: inProcessPool() });
  const [lesson] = document.lessons;
  const row = (nick: string) => lesson.rows.find((each) => each.nick === nick);

  it('keeps the last of each person, whatever the capitals', () => {
    expect(document.replaced).toBe(1);
    expect(lesson.rows.map(({ nick }) => nick).sort()).toEqual(['=1+1', 'Haneul', 'bada', 'greedy', 'mover']);
  });

  it('runs every design again and judges it by the aims', () => {
    expect(row('bada')).toMatchObject({ passed: true, moves: 1, refused: [], aims: [{ met: true }] });
    expect(row('Haneul')).toMatchObject({ passed: true });
    expect(lesson).toMatchObject({ people: 5, passed: 2, aimsMet: [2] });
    expect(row('bada')?.changes).toEqual(['+ login@south']);
  });

  it('refuses, with the reason, what is over the budget, not allowed, or made with another scenario', () => {
    expect(row('greedy')).toMatchObject({ aims: null, refused: ['it costs more than the budget'] });
    expect(row('mover')?.refused).toEqual(['the lesson does not allow this change']);
    expect(row('=1+1')?.refused).toEqual(['it was made with another version of the lesson’s scenario']);
  });

  it('compares predictions with the run, and counts those of the class', () => {
    expect(row('Haneul')?.predictions).toMatchObject([{ right: false, text: 'You missed Login.' }, null]);
    expect(row('bada')?.predictions).toMatchObject([{ right: true }, { right: false }]);
    const [pick, number] = lesson.predictions;
    expect(pick).toMatchObject({
      answers: 2,
      right: 1,
      bars: [
        { id: 'shop', count: 2, isRight: true },
        { id: 'login', count: 1, isRight: true },
      ],
      mostCommonWrong: { id: 'login', count: 1, picked: false },
    });
    expect(number).toMatchObject({ answers: 1, median: 10 });
  });

  it('gives the same for one at a time: the last bit does not depend on the others', async () => {
    const alone = await gradeAll([loaded], [CLASS[1]], { pool: inProcessPool() });
    expect({ ...alone.lessons[0].rows[0], place: 0 }).toEqual({ ...row('bada'), place: 0 });
  });

  it('makes a table that spreadsheets read and no formula of a name', () => {
    const lines = gradeCsv(document).split('\r\n');
    expect(lines[0].startsWith('\uFEFFlesson,workshop,place,nick,lockCode,passed')).toBe(true);
    expect(lines).toHaveLength(7);
    expect(lines.find((line) => line.includes('1+1'))).toContain(",'=1+1,");
  });

  it('makes a page of Markdown in both languages', () => {
    expect(gradeMarkdown(document, 'en')).toContain('5 handed in, 2 met all aims.');
    expect(gradeMarkdown(document, 'ko')).toContain('제출 5명, 모든 목표 달성 2명.');
  });
});

describe('wordsOf', () => {
  it('counts people, not uses, without particles and empty words', () => {
    const words = wordsOf(['로그인이 로그인을 막았다', '로그인은 하나', 'the login and the LOGIN']);
    expect(words.slice(0, 2)).toEqual([
      { word: '로그인', people: 2 },
      { word: 'login', people: 1 },
    ]);
    expect(words.some(({ word }) => word === 'the')).toBe(false);
  });
});
