/** The numbers of each layout beside those of the baseline, and which of them nobody needs to look at. */
import { layoutCost } from '../../results/layout-cost.js';
import type { Scenario, Text } from '../../scenario/model.js';
import { type Paired, paired } from '../statistics/paired.js';
import { ratio } from '../statistics/ratio.js';
import type { Reads } from '../statistics/summarise-sample.js';
import { COMPARED, measureNamed, OF_SERVICES, serviceMeasureNamed, subjectIds, WEIGHED } from './compared-measures.js';
import type { ExpectationComparison, LayoutComparison, MeasureComparison, ServiceComparison } from './comparison.js';
import type { Divergence } from './divergence.js';
import { dominators } from './dominance.js';
import { layoutMoney } from './money.js';
import { sameDisaster } from './same-disaster.js';
import type { TalliedMeasure, Tally } from './tally.js';

export interface Tallied {
  readonly scenario: Scenario;
  readonly tally: Tally;
}

export interface Compared {
  readonly layouts: readonly LayoutComparison[];
  /** Ids of those that none dominates, cheapest first. */
  readonly front: readonly string[];
  /** Those that meet the baseline's disaster. */
  readonly choices: readonly Tallied[];
}

/** Met over several seeds: in at least this share. */
const MET_SHARE = 0.95;

/** @param all the baseline first @param divergences by layout; empty when they were not looked for */
export function layoutComparisons(all: readonly Tallied[], divergences: readonly (Divergence | null)[]): Compared {
  const [base] = all;
  const choices = all.filter(({ scenario }) => sameDisaster(scenario, base.scenario));
  const weighed = choices.map(({ scenario }) => ({ id: scenario.layout, cost: costOf(scenario) }));
  const by = dominators(weighed, (id, other) => against(tallyOf(choices, id), tallyOf(choices, other)));
  const layouts = all.map((each, place) => ({
    ...layoutComparison(base, each),
    sameDisaster: choices.includes(each),
    dominated: (by.get(each.scenario.layout) ?? []).length > 0,
    dominatedBy: by.get(each.scenario.layout) ?? [],
    divergence: divergences[place] ?? null,
  }));
  const front = weighed
    .filter(({ id }) => (by.get(id) ?? []).length === 0)
    .sort((a, b) => (a.cost ?? 0) - (b.cost ?? 0))
    .map(({ id }) => id);
  return { layouts, front, choices };
}

function tallyOf(all: readonly Tallied[], id: string): Tally {
  return (all.find(({ scenario }) => scenario.layout === id) as Tallied).tally;
}

function against(base: Tally, other: Tally): (Paired | null)[] {
  return WEIGHED.map((name) => {
    const found = paired(base.weighed(name), other.weighed(name), measureNamed(name));
    return found.better + found.worse + found.same === 0 ? null : found;
  });
}

function costOf(scenario: Scenario): number | null {
  return layoutCost(scenario)?.all ?? null;
}

type Part = Omit<LayoutComparison, 'sameDisaster' | 'dominated' | 'dominatedBy' | 'divergence'>;

function layoutComparison(base: Tallied, { scenario, tally }: Tallied): Part {
  const isBase = scenario.layout === base.scenario.layout;
  const cost = costOf(scenario);
  const baseCost = costOf(base.scenario);
  const costDifference = isBase || cost === null || baseCost === null ? null : cost - baseCost;
  const compared = (name: string): MeasureComparison => comparison(tally.measure(name), measureNamed(name));
  const measures = Object.fromEntries(COMPARED.map((name) => [name, compared(name)]));
  const lost = tally.measure('moneyLost').pair;
  return {
    id: scenario.layout,
    cost,
    costOf: layoutCost(scenario),
    costDifference,
    changes: scenario.changes.filter((change) => !base.scenario.changes.includes(change)),
    undone: base.scenario.changes.filter((change) => !scenario.changes.includes(change)),
    measures,
    services: subjectIds(base.scenario).map((id) => serviceComparison(id, base, tally)),
    timesFewerUserHours: isBase ? null : ratio(base.tally.weighed('userHoursLost'), tally.weighed('userHoursLost')),
    userHoursSavedPerCost: savedPerCost(measures.userHoursLost.pairedDifference, costDifference),
    money: layoutMoney(
      { cost, loss: measures.moneyLost.mean, frequencyPerYear: scenario.frequencyPerYear },
      costDifference,
      lost,
    ),
    expectations: scenario.expectations.map((expectation, place) => expectationComparison(expectation, tally, place)),
    affected: tally.affected(),
    affectedBand: tally.affectedBand(),
  };
}

function savedPerCost(difference: number | null, cost: number | null): number | null {
  return difference === null || cost === null || cost <= 0 ? null : -difference / cost;
}

function serviceComparison(id: string, base: Tallied, tally: Tally): ServiceComparison {
  const all = [...base.scenario.services, ...base.scenario.journeys];
  const measures = OF_SERVICES.map((name) => [name, comparison(tally.ofSubject(id, name), serviceMeasureNamed(name))]);
  return { id, name: all.find((each) => each.id === id)?.name as Text, measures: Object.fromEntries(measures) };
}

function comparison(
  { summary, pair }: TalliedMeasure,
  of: Reads & { readonly unit: MeasureComparison['unit'] },
): MeasureComparison {
  return {
    unit: of.unit,
    better: of.better,
    nullMeans: of.nullMeans,
    ...summary,
    pairedDifference: pair?.difference ?? null,
    ci95: pair?.ci95 ?? null,
    pairs: pair?.pairs ?? null,
    betterIn: pair?.better ?? null,
    worseIn: pair?.worse ?? null,
    sameIn: pair?.same ?? null,
    shown: pair?.shown ?? null,
  };
}

function expectationComparison(
  { name, path }: Scenario['expectations'][number],
  tally: Tally,
  place: number,
): ExpectationComparison {
  const { met, failed, inconclusive } = tally.verdicts(place);
  const all = met + failed + inconclusive;
  const isMet = all > 0 && met >= MET_SHARE * all;
  return {
    name,
    path,
    verdict: isMet ? 'met' : failed > 0 ? 'failed' : 'inconclusive',
    metIn: met,
    failedIn: failed,
    inconclusiveIn: inconclusive,
  };
}
