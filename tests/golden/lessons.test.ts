/**
 * The bundled lessons keep their rule on 20 seeds: the base fails, the reference solutions pass, the tempting wrong ones
 * fail; of the challenge under every card; of the wheel the ways through it are run and ranked. And what their prose
 * quotes from the record is what the record says.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  affectedInAll,
  checkLesson,
  type Design,
  defaultResponses,
  gradeAll,
  inProcessPool,
  type LoadedLesson,
  lessonRule,
  lessonTruths,
  loadDesign,
  rankResponses,
  readRun,
  responseScenario,
  run,
  type Scenario,
  type Submission,
  testSuites,
  UNEDITED,
  wheelOutcome,
  writeInterventions,
} from '../../src/index.js';

const FOLDER = 'web/lessons';
const lessons = readdirSync(FOLDER).filter((id) => existsSync(`${FOLDER}/${id}/lesson.md`));
const seeds = Array.from({ length: 20 }, (_, i) => String(i + 1));
const pool = inProcessPool();

function loadedLesson(id: string): LoadedLesson {
  const source = (name: string) => ({ file: `${id}/${name}`, text: readFileSync(`${FOLDER}/${id}/${name}`, 'utf8') });
  const { loaded, problems } = checkLesson({ id, ...source('lesson.md') }, source('scenario.yaml'));
  expect(problems).toEqual([]);
  if (loaded === null) throw new Error(`the lesson ${id} is wrong`);
  return loaded;
}
const byKind = (kind: string) => lessons.filter((id) => loadedLesson(id).lesson.kind === kind);

describe('a bundled lesson', () => {
  it('is one of seven, or the challenge', () => {
    expect(lessons.map((id) => loadedLesson(id).lesson.code).sort()).toEqual([
      ...['BC', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'],
    ]);
  });

  it.each(byKind('lesson'))('%s: keeps its rule on 20 seeds', async (id) => {
    const rule = await lessonRule(loadedLesson(id), { pool, seeds });
    expect(rule.designs.flatMap(({ id: design, broken }) => broken.map(({ en }) => `${design}: ${en}`))).toEqual([]);
    expect(rule.holds).toBe(true);
    expect(rule.designs.filter(({ is }) => is === 'wrong').length).toBeGreaterThan(0);
  });
});

describe('the budget challenge', () => {
  const loaded = loadedLesson('budget-challenge');
  const { exercise, challenge } = loaded.lesson;
  const cards = Object.entries(challenge?.cards ?? {});

  it('has eight cards, and designs that 100 points pay for', () => {
    expect(cards).toHaveLength(8);
    for (const { design } of [...exercise.reference, ...exercise.wrong])
      expect(loadDesign(loaded, design).hindrances).toEqual([]);
  });

  it.each(cards)('%s: the base fails, the reference passes, a tempting wrong design fails', async (_, { layout }) => {
    const { faults } = loaded.otherLayouts.find((each) => each.layout === layout) as Scenario;
    const struck = (design: Design): Scenario => ({ ...(loadDesign(loaded, design).scenario as Scenario), faults });
    const designs = [UNEDITED, ...[...exercise.reference, ...exercise.wrong].map(({ design }) => design)];
    const tested = designs.map((design) => ({ scenario: struck(design), others: [] }));
    const { suites } = await testSuites(tested, { pool, seeds });
    const verdicts = suites.map(({ expectations }) => expectations[0].verdict);
    const passes = exercise.reference.length;
    expect(verdicts.slice(0, 1 + passes)).toEqual(['failed', ...Array(passes).fill('met')]);
    expect(verdicts.slice(1 + passes)).toContain('failed');
  });
});

describe('the wheel of misfortune', () => {
  const loaded = loadedLesson('wheel-of-misfortune');

  it('has 27 ways through the night, which are ranked; to decide nothing is worse than the median', async () => {
    const responses = defaultResponses(loaded);
    const { ranked, median, finished } = await rankResponses(loaded, responses, { pool });
    expect([responses.length, ranked.length, finished]).toEqual([27, 27, true]);
    const nothing = ranked.find(({ choices }) => choices.join() === 'wait,easy,at-once');
    expect(nothing?.userHoursLost).toBeGreaterThan(median);
    // As the solution says, in millions of user-hours.
    const told = (place: number) => [ranked[place].choices.join(), Math.round(ranked[place].userHoursLost / 1e5) / 10];
    expect([told(0), told(1), told(26)]).toEqual([
      ['permit,easy,when-well', 7.9],
      ['wake,easy,when-well', 8.1],
      ['wait,login-first,at-once', 11.8],
    ]);
    expect([median, nothing?.userHoursLost].map((hours) => Math.round((hours ?? 0) / 1e5) / 10)).toEqual([9.8, 9.9]);
  });
});

describe('a night of the wheel', () => {
  const loaded = loadedLesson('wheel-of-misfortune');

  it('is the same up to each stop, whatever is decided there and later', () => {
    const until = (choices: readonly string[], seconds: number) => {
      const { scenario } = responseScenario(loaded, choices);
      if (scenario === null) throw new Error(`${choices} is no scenario`);
      const { times, values } = affectedInAll(
        readRun(scenario, run({ ...scenario, otherLayouts: [] }, { seed: '1' }).record),
      ).all;
      const count = times.findIndex((time) => time > seconds * 1e6);
      return [...times.subarray(0, count), ...values.subarray(0, count)];
    };
    const nothing = ['wait', 'easy', 'at-once'];
    for (const [stop, { at, choices }] of (loaded.lesson.wheel?.stops ?? []).entries())
      for (const choice of Object.keys(choices).slice(1)) {
        const way = nothing.map((each, i) => (i === stop ? choice : each));
        expect(until(way, at)).toEqual(until(nothing, at));
      }
  });

  it('is compared under the cards that were turned, in the page and by the grader alike', async () => {
    const turns = [{ stop: 0, card: 'backup' }];
    const choices = ['permit', 'easy', 'when-well'];
    const outcome = await wheelOutcome(loaded, choices, { pool, turns });
    if (outcome === null) throw new Error('there is no outcome');
    // The best way stays the best one, and loses more than without the card: 7.9 million.
    expect([outcome.place, outcome.belowMedian]).toEqual([1, true]);
    expect(outcome.own.userHoursLost).toBeGreaterThan(7.9e6);
    expect(outcome.untaken.map(({ stop, choice }) => `${stop} ${choice}`)).toEqual([
      ...['0 wait', '0 wake', '1 login-first', '1 people-first', '2 at-once', '2 by-the-clock'],
    ]);
    for (const { more } of outcome.untaken) expect(more).toBeGreaterThan(0);

    const submission: Submission = {
      ...{ workshop: '', nick: 'haneul', lesson: 'wheel-of-misfortune', base: '000000000000', seed: '1', root: '' },
      ...{ answers: [], design: UNEDITED, explanation: '', hints: 0, deck: 'a-code' },
      interventions: writeInterventions(choices, turns),
    };
    const { lessons: graded } = await gradeAll([loaded], [submission], { pool });
    expect(graded[0].rows[0]).toMatchObject({ userHoursLost: outcome.own.userHoursLost, passed: true });
    expect(graded[0].defaultMedian).toBe(outcome.median);
  });
});

describe('what comes true, as the prose quotes it', () => {
  const truths = async (id: string) =>
    (await lessonTruths(loadedLesson(id), pool)).map((truth) =>
      truth === null
        ? null
        : truth.kind === 'pick'
          ? truth.right
          : truth.kind === 'number'
            ? truth.value && Math.round(truth.value * 10) / 10
            : truth.values.map((value) => Math.round(value * 10) / 10),
    );

  it('one building: half of the services are there, and an hour without power takes two', async () => {
    expect(await truths('one-building')).toEqual([['map', 'news', 'wallet', 'taxi'], 129.9]);
  });

  it('the undrawn dependency: mail falls before taxi, login never comes back', async () => {
    expect(await truths('undrawn-dependency')).toEqual([['photos', 'pay', 'mail', 'taxi', 'news'], null]);
  });

  it('the survivors: 4.2 times too much while Pangyo is dark, 2.8 after it', async () => {
    const [load, minutes] = await truths('survivors-drown');
    // Points 2 and 7 are means over the steps up and down.
    expect(load).toEqual([0.7, expect.any(Number), 4.2, 4.2, 4.2, 4.2, expect.any(Number), 2.8, 2.8]);
    expect(minutes).toBe(49.6);
  });

  it('standby: 106, 50, 4 and half a minute', async () => {
    expect(await truths('standby-is-a-promise')).toEqual([105.7, 50.2, 4.5, 0.4]);
  });

  it('the schedule: a hundred hours, and drawer is last', async () => {
    expect(await truths('recovery-is-a-schedule')).toEqual([100.2, ['drawer']]);
  });

  it('enough: the twins lose most, the far standby needs an hour', async () => {
    expect(await truths('what-is-enough')).toEqual([['far-standby', 'three-halves', 'base', 'near-twins'], 60]);
  });

  it('the wheel: Talk needs nearly six hours, Pay never comes back by itself', async () => {
    expect(await truths('wheel-of-misfortune')).toEqual([5.8, null]);
  });
});
