import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../../src/scenario/format-problem.js';
import { checkLesson } from '../../../../src/workshop/lessons/check-lesson.js';
import { lessonTemplate } from '../../../../src/workshop/lessons/template.js';

const TEMPLATE = lessonTemplate('own');

function check(lesson: string, scenario = TEMPLATE['scenario.yaml']) {
  return checkLesson({ id: 'own', file: 'own/lesson.md', text: lesson }, { file: 'own/scenario.yaml', text: scenario });
}

/** Problems of the template with a piece replaced; the piece must be there. */
function problems(from: string, to: string): string[] {
  expect(TEMPLATE['lesson.md']).toContain(from);
  return check(TEMPLATE['lesson.md'].replace(from, to)).problems.map((problem) => formatProblem(problem));
}

describe('checkLesson', () => {
  it('reads the template without a word', () => {
    const { loaded, problems: told } = check(TEMPLATE['lesson.md']);
    expect(told.map((problem) => formatProblem(problem))).toEqual([]);
    expect(loaded?.lesson.minutesInAll).toBe(15);
    expect(loaded?.lesson.predictions.map(({ kind }) => kind)).toEqual(['pick', 'number']);
    expect(loaded?.lesson.hints[2].en).toBe('Give login a second site.');
    expect(loaded?.lesson.sections.gap.ko).toContain('한 문장으로');
  });

  it('tells a key that there is not with its place and the nearest', () => {
    const told = problems('principle:', 'principel:').join('\n');
    expect(told).toContain('own/lesson.md:8:1 error unknown-key  there is no key "principel" here');
    expect(told).toContain('did you mean "principle"?');
  });

  it('tells all mistakes of front matter, body and scenario at once', () => {
    const text = TEMPLATE['lesson.md'].replace('kind: number', 'kind: numbr').replace('# debrief\n', '# debreif\n');
    const { loaded, problems: told } = check(text, TEMPLATE['scenario.yaml'].replace('of: shop', 'of: shpo'));
    expect(loaded).toBeNull();
    expect(told.map(({ code, file }) => `${file} ${code}`)).toEqual([
      'own/lesson.md missing-section',
      'own/lesson.md bad-scenario',
      'own/lesson.md unknown-value',
      'own/lesson.md unknown-section',
      'own/scenario.yaml unknown-subject',
    ]);
  });

  it('wants both languages of every text', () => {
    expect(problems(`ko: "상점은 몇 분 동안 멈출까요?"`, '')[0]).toContain(
      'predictions[1].ask: the key "ko" is missing',
    );
    expect(problems('## ko\n\n실제로 있었던 일과 모델이 다루지 않는 것.', '')[0]).toContain(
      'the section "facts" has no text in ko',
    );
  });

  it.each([
    ['of: shop }', 'of: shpo }', 'there is no service, journey or site "shpo" in the scenario'],
    ['measure: downtimeSeconds, of', 'measure: downtimeSecond, of', 'there is no measure "downtimeSecond"'],
    ['choices: [shop, login]', 'choices: [shop, logon]', 'there is no service "logon" in the scenario'],
    ['login, site: south', 'login, site: north', 'edit 1 is not possible: it stands there already'],
    ['login, site: south', 'login, site: mars', 'edit 1 is not possible: what it names is not there'],
    ['login, site: south', 'login, to: south', '"add" needs the key "site"'],
    [
      'budget: { moves: 1 }',
      'options: { more: { name: { en: a, ko: b }, lays: { services: { shop: { queue: lots } } } } }',
      'laid over the scenario, this is wrong: services.shop.queue:',
    ],
    ['fails: [1]', 'fails: [2]', 'there is no aim 2: the scenario states 1'],
    ['Which service stands in one', '[[spare]] in one', 'the text has [[spare]], which is none of "scrubs"'],
    ['3. Give login', 'Give login', 'hints come in three steps, a numbered list; here are 2 in en'],
  ])('tells what the lesson names or lays and the scenario does not take: %s', (from, to, message) => {
    expect(problems(from, to).join('\n')).toContain(message);
  });

  it.each(['', '---\n', '# hook\n', '---\n- 1\n---\n', '---\nlesson: *a\n---\n'])(
    'refuses %j without a crash',
    (text) => {
      expect(check(text).loaded).toBeNull();
    },
  );
});
