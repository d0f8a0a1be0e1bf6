/**
 * The rule of a lesson, over seeds: the design that learners begin from fails the aims, the reference solutions meet them
 * all within the budget, and the tempting wrong ones fail those that the lesson says. With the reason of each.
 *
 * An aim is met when it is met in 95 % of the runs, and failed when it is met in 5 % at most; between, luck decides, and
 * the rule does not hold. The base may meet aims about the layout alone (cost, changes) and those that are `guards`.
 * Of a challenge the same under every card: there a tempting wrong design has to fail under one card at least, and under
 * every card one of them.
 */
import type { Language } from '../../results/amounts.js';
import { MEASURES } from '../../results/measures.js';
import type { Expectation, Scenario } from '../../scenario/model.js';
import type { Pool } from '../../studies/pool/pool.js';
import type { TestedExpectation } from '../../studies/test/test-document.js';
import { type Tested, testSuites, USUAL_MET_IN } from '../../studies/test/test-suites.js';
import { UNEDITED } from '../designs/design.js';
import { type LoadedDesign, loadDesign } from '../designs/load-design.js';
import type { LoadedLesson } from './check-lesson.js';
import type { Solution } from './lesson.js';
import type { BothLanguages } from './lesson-leaves.js';

export interface LessonRule {
  readonly seeds: readonly string[];
  /** Of a challenge all designs under the first card, then under the next. */
  readonly designs: readonly RuledDesign[];
  /** What no single design is to blame for: a card that harms no tempting one, and the like. */
  readonly broken: readonly BothLanguages[];
  /** Every design does what is said of it, and at least one tempting wrong one fails. */
  readonly holds: boolean;
  /** Stopped before all runs were made. */
  readonly partial: boolean;
}

export interface RuledDesign {
  readonly id: string;
  readonly is: 'base' | 'reference' | 'wrong';
  /** Of a challenge: the card that strikes. */
  readonly card: string | null;
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
  const cards = Object.keys(loaded.lesson.challenge?.cards ?? {});
  const rows = (cards.length === 0 ? [null] : cards).flatMap((card) => listed.map((each) => ({ ...each, card })));
  const tested = rows.flatMap(({ card, design: { scenario, otherLayouts } }) =>
    scenario === null ? [] : [struck(loaded, card, scenario, otherLayouts)],
  );
  const { suites, partial } = await testSuites(tested, { pool, seeds, language });
  let next = 0;
  const designs = rows.map(({ is, card, solution, design }): RuledDesign => {
    const judged = design.scenario === null ? [] : suites[next++].expectations;
    return ruled(loaded, is, card, solution, design, judged);
  });
  const broken = partial ? [] : cards.length === 0 ? [] : underCards(loaded, cards, designs);
  const sound = designs.every((each) => each.broken.length === 0) && broken.length === 0;
  const tempts = designs.some(({ is, aims }) => is === 'wrong' && aims.some(isFailed));
  return { seeds, designs, broken, holds: sound && tempts && !partial, partial };
}

/** What is run: with the faults of the card in place of the scenario's, in every layout that an aim looks at. */
function struck(
  { lesson, scenario: base, otherLayouts: layouts }: LoadedLesson,
  card: string | null,
  scenario: Scenario,
  others: readonly Scenario[],
): Tested {
  if (card === null) return { scenario, others };
  const layout = lesson.challenge?.cards[card]?.layout;
  const faults = [base, ...layouts].find((each) => each.layout === layout)?.faults ?? [];
  const looked = new Set(scenario.expectations.map(({ relativeTo }) => relativeTo));
  return {
    scenario: { ...scenario, faults },
    others: others.filter((each) => looked.has(each.layout)).map((each) => ({ ...each, faults })),
  };
}

function isFailed({ judged: { metIn, runs } }: RuledAim): boolean {
  return metIn <= runs - Math.ceil(USUAL_MET_IN * runs - 1e-9);
}

function underCards(
  { lesson }: LoadedLesson,
  cards: readonly string[],
  designs: readonly RuledDesign[],
): BothLanguages[] {
  const failing = designs.filter(({ is, aims }) => is === 'wrong' && aims.some(isFailed));
  const harmless = cards.filter((card) => !failing.some((each) => each.card === card));
  const spared = lesson.exercise.wrong.filter(({ id }) => !failing.some((each) => each.id === id));
  return [
    ...harmless.map((id) => ({
      en: `the card ${id} harms no tempting design`,
      ko: `솔깃한 오답을 하나도 막지 못하는 카드: ${id}`,
    })),
    ...spared.map(({ id }) => ({
      en: `the design ${id} fails under no card`,
      ko: `어느 카드에도 실패하지 않는 오답: ${id}`,
    })),
  ];
}

function ruled(
  { lesson, scenario }: LoadedLesson,
  is: RuledDesign['is'],
  card: string | null,
  { id, name, why, fails }: Solution,
  design: LoadedDesign,
  judged: readonly TestedExpectation[],
): RuledDesign {
  const guards = lesson.exercise.guards ?? [];
  const wanted = (number: number): RuledAim['wanted'] => {
    if (is === 'reference') return 'met';
    // Under which of the cards it fails is looked at once all are there.
    if (is === 'wrong') return fails.includes(number) && card === null ? 'failed' : 'either';
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
  return { id, is, card, name, why: told, changes: design.made.changes, moves, points, aims, broken };
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
