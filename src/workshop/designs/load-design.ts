/**
 * A design as what can be run: its scenario, checked, with the file's other layouts, its price, and why it cannot be
 * locked, if it cannot. The same in the page, in grading and in the check of a lesson.
 */
import { MEASURES } from '../../results/measures.js';
import { checkScenario } from '../../scenario/check-scenario.js';
import type { Scenario } from '../../scenario/model.js';
import type { Problem } from '../../scenario/problem.js';
import { faultKinds } from '../../world/faults/index.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import type { BothLanguages } from '../lessons/lesson-leaves.js';
import type { Design } from './design.js';
import { type DesignText, designText } from './design-text.js';
import { type DesignPrice, priceDesign } from './price-design.js';

export interface LoadedDesign {
  readonly design: Design;
  /** The lesson's scenario with the layout that was designed. */
  readonly made: DesignText;
  /** Null when it is no right scenario: `problems` says why. */
  readonly scenario: Scenario | null;
  readonly otherLayouts: readonly Scenario[];
  readonly problems: readonly Problem[];
  /** Null without a scenario. */
  readonly price: DesignPrice | null;
  /** Why it cannot be locked; empty when it can. */
  readonly hindrances: readonly BothLanguages[];
}

export function loadDesign(loaded: LoadedLesson, design: Design): LoadedDesign {
  const { lesson, scenarioText, scenario: base, otherLayouts: layouts } = loaded;
  const made = designText(scenarioText, lesson, design);
  const unchanged = made.changes.length === 0;
  const checked = unchanged ? layoutOf(loaded, made.layout) : check(made, base.file);
  const { scenario, otherLayouts, problems } = checked;
  const before = [base, ...layouts].find(({ layout }) => layout === design.layout) ?? base;
  const price = scenario === null ? null : priceDesign(lesson.exercise, design, before, scenario);
  const hindrances = [
    ...(unchanged && scenario === null ? [NO_LAYOUT] : []),
    ...made.refused.map(({ why }) => why),
    ...problems
      .filter(({ severity }) => severity === 'error')
      .map(({ message, messageKo, path }) => ({ en: `${path}: ${message}`, ko: `${path}: ${messageKo}` })),
    ...(price?.forbidden ?? []).map(({ why }) => why),
    ...(price === null || price.affordable ? [] : [OVERSPENT]),
  ];
  return { design, made, scenario, otherLayouts, problems, price, hindrances };
}

const NO_LAYOUT: BothLanguages = {
  en: 'it begins from a layout that there is not',
  ko: '없는 레이아웃에서 시작합니다',
};

const OVERSPENT: BothLanguages = {
  en: 'it costs more than the budget',
  ko: '예산을 넘었습니다',
};

interface Checked {
  readonly scenario: Scenario | null;
  readonly otherLayouts: readonly Scenario[];
  readonly problems: readonly Problem[];
}

function layoutOf({ scenario, otherLayouts }: LoadedLesson, layout: string): Checked {
  const all = [scenario, ...otherLayouts];
  const found = all.find((each) => each.layout === layout) ?? null;
  return { scenario: found, otherLayouts: all.filter((each) => each !== found), problems: [] };
}

function check({ text, layout }: DesignText, file: string): Checked {
  const checked = checkScenario(text, { file, layout, faultKinds, measures: MEASURES });
  if (checked.scenario === null) return { scenario: null, otherLayouts: [], problems: checked.problems };
  const { scenario, otherLayouts } = checked;
  return { scenario, otherLayouts, problems: [] };
}
