/**
 * The rule of a lesson, over seeds: the design that learners begin from fails the aims, the reference solutions meet them
 * all within the budget, and the tempting wrong ones fail those that the lesson says. With the reason of each.
 *
 * An aim is met when it is met in 95 % of the runs, and failed when it is met in 5 % at most; between, luck decides, and
 * the rule does not hold. The base may meet aims about the layout alone (cost, changes) and those that are `guards`.
 */
import type { Language } from '../../results/amounts.js';
import { MEASURES } from '../../results/measures.js';
import type { Expectation } from '../../scenario/model.js';
import type { Pool } from '../../studies/pool/pool.js';
import type { TestedExpectation } from '../../studies/test/test-document.js';
import { testSuites, USUAL_MET_IN } from '../../studies/test/test-suites.js';
import { UNEDITED } from '../designs/design.js';
import { type LoadedDesign, loadDesign } from '../designs/load-design.js';
import type { LoadedLesson } from './check-lesson.js';
import type { Solution } from './lesson.js';
import type { BothLanguages } from './lesson-leaves.js';

export interface LessonRule {
  readonly seeds: readonly string[];
  readonly designs: readonly RuledDesign[];
  /** Every design does what is said of it, and at least one tempting wrong one fails. */
  readonly holds: boolean;
  /** Stopped before all runs were made. */
  readonly partial: boolean;
}

export interface RuledDesign {
  readonly id: string;
  readonly is: 'base' | 'reference' | 'wrong';
  readonly name: BothLanguages;
  /** What the lesson says of it. */
  readonly why: BothLanguages | null;
  readonly changes: readonly string[];
  readonly moves: number;
  readonly points: number;
  readonly aims: readonly RuledAim[];
  /** What is not as the lesson says; empty when all is. */
  readonly broken: readonly BothLanguages[];
}

export interface RuledAim {
  /** From 1. */
  readonly number: number;
  readonly wanted: 'met' | 'failed' | 'either';
  readonly judged: TestedExpectation;
}

export interface RuleOptions {
  readonly pool: Pool;
  readonly seeds: readonly string[];
  readonly language?: Language;
}

export async function lessonRule(loaded: LoadedLesson, options: RuleOptions): Promise<LessonRule> {
  const { pool, seeds, language } = options;
  const { exercise } = loaded.lesson;
  const base: Solution = { id: 'base', name: BASE, why: BASE, fails: [], design: UNEDITED };
  const listed = [
    { is: 'base' as const, solution: base },
    ...exercise.reference.map((solution) => ({ is: 'reference' as const, solution })),
    ...exercise.wrong.map((solution) => ({ is: 'wrong' as const, solution })),
  ].map((each) => ({ ...each, design: loadDesign(loaded, each.solution.design) }));
  const tested = listed.flatMap(({ design: { scenario, otherLayouts } }) =>
    scenario === null ? [] : [{ scenario, others: otherLayouts }],
  );
  const { suites, partial } = await testSuites(tested, { pool, seeds, language });
  let next = 0;
  const designs = listed.map(({ is, solution, design }): RuledDesign => {
    const judged = design.scenario === null ? [] : suites[next++].expectations;
    return ruled(loaded, is, solution, design, judged);
  });
  const fails = designs.some(({ is, broken }) => is === 'wrong' && broken.length === 0);
  return { seeds, designs, holds: fails && designs.every(({ broken }) => broken.length === 0) && !partial, partial };
}

function ruled(
  { lesson, scenario }: LoadedLesson,
  is: RuledDesign['is'],
  { id, name, why, fails }: Solution,
  design: LoadedDesign,
  judged: readonly TestedExpectation[],
): RuledDesign {
  const guards = lesson.exercise.guards ?? [];
  const wanted = (number: number): RuledAim['wanted'] => {
    if (is === 'reference') return 'met';
    if (is === 'wrong') return fails.includes(number) ? 'failed' : 'either';
    return guards.includes(number) || isOfLayout(scenario.expectations[number - 1]) ? 'either' : 'failed';
  };
  const aims = judged.map((each, i) => ({ number: i + 1, wanted: wanted(i + 1), judged: each }));
  const broken = [
    ...design.hindrances,
    ...aims.flatMap((aim) => surprise(aim)),
    ...(is === 'wrong' && fails.length === 0 ? [FAILS_NOTHING] : []),
    ...(is === 'base' && aims.every((aim) => aim.wanted !== 'failed') ? [NOTHING_TO_DO] : []),
  ];
  const { moves = 0, points = 0 } = design.price ?? {};
  const told = is === 'base' ? null : why;
  return { id, is, name, why: told, changes: design.made.changes, moves, points, aims, broken };
}

function surprise({ number, wanted, judged: { metIn, runs } }: RuledAim): BothLanguages[] {
  const most = runs - Math.ceil(USUAL_MET_IN * runs - 1e-9);
  if (wanted === 'met' && metIn < Math.ceil(USUAL_MET_IN * runs - 1e-9))
    return [
      {
        en: `aim ${number} is met in ${metIn} of ${runs} runs, and has to be met`,
        ko: `목표 ${number}: ${runs}회 중 ${metIn}회만 달성 (달성해야 함)`,
      },
    ];
  if (wanted === 'failed' && metIn > most)
    return [
      {
        en: `aim ${number} is met in ${metIn} of ${runs} runs, and has to fail`,
        ko: `목표 ${number}: ${runs}회 중 ${metIn}회 달성 (실패해야 함)`,
      },
    ];
  return [];
}

function isOfLayout({ measure }: Expectation): boolean {
  return MEASURES.some(({ name, of }) => name === measure && of === 'layout');
}

const BASE: BothLanguages = { en: 'as it is', ko: '바꾸지 않음' };
const FAILS_NOTHING: BothLanguages = {
  en: 'it has to say which aims it fails: "fails: [1]"',
  ko: '어떤 목표에 실패하는지 적어야 합니다: "fails: [1]"',
};
const NOTHING_TO_DO: BothLanguages = {
  en: 'no aim has to fail in the beginning: there is nothing to do',
  ko: '처음에 실패해야 할 목표가 없어 할 일이 없습니다',
};
