/**
 * What to change next: by runs, greedily, to a budget.
 *
 * In each round the changes that the present run suggests are tried alone and in pairs, under the same seeds; taken is the
 * one that saves most user-hours for its cost, among those that are shown to save and can be paid. A pair is taken only
 * when it saves more for its cost than the best single change: two keys to one door. Left out: three that only help
 * together, going back on a step, and what a change costs once.
 */
import type { Language } from '../../results/amounts.js';
import { sayIn } from '../../results/binding/say.js';
import { layoutCost } from '../../results/layout-cost.js';
import { type Reading, readRun } from '../../results/reading.js';
import type { Scenario } from '../../scenario/model.js';
import { ENGINE_VERSION, simulate } from '../../world/simulate.js';
import { measureNamed } from '../compare/compared-measures.js';
import { measuresKind } from '../pool/kinds/measures.js';
import { inOrder, type Pool } from '../pool/pool.js';
import type { Change } from '../saved-by/change.js';
import { moments } from '../statistics/moments.js';
import { type Paired, paired } from '../statistics/paired.js';
import { type Sample, sample } from '../statistics/sample.js';
import type { AdviseDocument, AdviseStep, SameEverywhere } from './advice.js';
import { candidates } from './candidates.js';
import { layoutBetween } from './layout-between.js';
import { sameEverywhere } from './same-everywhere.js';

export interface AdviseLayoutOptions {
  /** A month, in the scenario's currency. */
  readonly budget: number;
  readonly seeds: number;
  readonly pool: Pool;
  readonly language?: Language;
  readonly mostSteps?: number;
}

const MEASURE = 'userHoursLost';
/** Pairs are made of so many of the candidates: those that save most alone, and where none does, those named first. */
const MOST_IN_PAIRS = 7;
const MOST_STEPS = 12;
/** Fewer user-hours are nothing to save. */
const LEAST = 1;

/** @param scenario states prices */
export async function adviseLayout(scenario: Scenario, options: AdviseLayoutOptions): Promise<AdviseDocument> {
  const { budget, seeds, language = 'en', mostSteps = MOST_STEPS } = options;
  const tries = triesBy(options);
  const [first] = (await tries.lost([scenario])) ?? [];
  let now = { scenario, lost: first ?? sample(), spent: 0 };
  const steps: AdviseStep[] = [];
  let ended: AdviseDocument['ended'] | null = first === undefined ? 'interrupted' : null;
  while (ended === null) {
    if (steps.length === mostSteps) ended = 'most-steps';
    else if (meanOf(now.lost) < LEAST) ended = 'nothing-lost';
    else {
      const found = await bestOf(now.scenario, now.lost, budget - now.spent, tries);
      if (typeof found === 'string') ended = found;
      else {
        now = { scenario: found.scenario, lost: found.lost, spent: now.spent + found.cost };
        steps.push(stepOf(found, now.spent, language));
      }
    }
  }
  const instead = ended === 'interrupted' ? null : await everywhere(scenario, now.spent, meanOf(now.lost), tries);
  return {
    format: 'firebreak.advise/1',
    scenario: { id: scenario.id, title: scenario.title, sha256: scenario.sha256 },
    engine: ENGINE_VERSION,
    layout: scenario.layout,
    seeds,
    currency: scenario.currency,
    budget,
    cost: costOf(scenario),
    userHoursLost: first === undefined ? 0 : meanOf(first),
    steps,
    asLayout: layoutBetween(scenario, now.scenario),
    spent: now.spent,
    runs: tries.runs(),
    ended,
    sameEverywhere: instead,
  };
}

interface Tries {
  /** User-hours lost by seed, of each scenario; null when it was stopped. */
  lost(scenarios: readonly Scenario[]): Promise<readonly Sample[] | null>;
  runs(): number;
}

function triesBy({ seeds, pool }: AdviseLayoutOptions): Tries {
  let runs = 0;
  return {
    runs: () => runs,
    async lost(scenarios) {
      const samples = scenarios.map(() => sample());
      const jobs = scenarios.flatMap((_, place) =>
        Array.from({ length: seeds }, (_each, seed) => ({
          scenario: place,
          seed: String(seed + 1),
          ask: [{ name: MEASURE, of: null }],
        })),
      );
      const { finished } = await inOrder(pool, { kind: measuresKind, scenarios, jobs }, ([value], job) => {
        runs++;
        samples[jobs[job].scenario].add(value);
      });
      return finished ? samples : null;
    },
  };
}

interface Try {
  readonly changes: readonly Change[];
  readonly scenario: Scenario;
  readonly cost: number;
}

interface Tried extends Try {
  readonly lost: Sample;
  readonly against: Paired;
  /** Of a pair, what each saves alone. */
  readonly savedAlone: readonly number[];
  /** The run before it, which its words are about. */
  readonly before: Reading;
}

async function bestOf(
  scenario: Scenario,
  lost: Sample,
  budget: number,
  tries: Tries,
): Promise<Tried | 'nothing-helps' | 'nothing-affordable' | 'interrupted'> {
  const before = readRun(scenario, simulate(scenario, { seed: '1' }));
  const all = candidates(before).map((change) => tryOf(scenario, [change]));
  const singles = all.filter(({ cost }) => cost <= budget);
  const tried = await measured(singles, lost, before, tries);
  if (tried === null) return 'interrupted';
  const ordered = [...tried].sort((a, b) => savedBy(b) - savedBy(a)).slice(0, MOST_IN_PAIRS);
  const pairs = ordered
    .flatMap((a, i) => ordered.slice(i + 1).map((b) => ({ a, b, both: tryOf(scenario, [...a.changes, ...b.changes]) })))
    .filter(({ both }) => both.cost <= budget);
  const triedPairs = await measured(
    pairs.map(({ both }) => both),
    lost,
    before,
    tries,
  );
  if (triedPairs === null) return 'interrupted';
  const inPairs = triedPairs.map((each, i) => ({ ...each, savedAlone: [savedBy(pairs[i].a), savedBy(pairs[i].b)] }));
  const best = [...tried, ...inPairs].filter(({ against }) => against.shown === 'better').sort(better)[0];
  if (best !== undefined) return best;
  return singles.length < all.length ? 'nothing-affordable' : 'nothing-helps';
}

function tryOf(scenario: Scenario, changes: readonly Change[]): Try {
  const changed = changes.reduce((base, change) => change.apply(base), scenario);
  return { changes, scenario: changed, cost: costOf(changed) - costOf(scenario) };
}

async function measured(
  all: readonly Try[],
  lost: Sample,
  before: Reading,
  tries: Tries,
): Promise<readonly Tried[] | null> {
  const samples = await tries.lost(all.map(({ scenario }) => scenario));
  return (
    samples?.map((found, i) => ({
      ...all[i],
      lost: found,
      against: paired(lost, found, measureNamed(MEASURE)),
      savedAlone: [],
      before,
    })) ?? null
  );
}

/** What saves most for its cost first; among those without a price what saves most; among equals what was named first. */
function better(a: Tried, b: Tried): number {
  const [x, y] = [perCost(a), perCost(b)];
  if (x !== y) return x > y ? -1 : 1;
  return savedBy(b) - savedBy(a) || a.changes.length - b.changes.length;
}

function perCost(tried: Tried): number {
  return tried.cost <= 0 ? Number.POSITIVE_INFINITY : savedBy(tried) / tried.cost;
}

function savedBy({ against }: Tried): number {
  return -(against.difference ?? 0);
}

function stepOf(tried: Tried, spent: number, language: Language): AdviseStep {
  const { changes, cost, lost, against, savedAlone, before } = tried;
  const say = sayIn(before.scenario, before.view, language, before.origin);
  return {
    changes: changes.map(({ id, kind, text, set, layout }) => ({ id, kind, text: text(say), set, layout })),
    cost,
    spent,
    userHoursLost: meanOf(lost),
    saved: savedBy(tried),
    ci95: against.ci95 === null ? null : [-against.ci95[1], -against.ci95[0]],
    betterIn: against.better,
    savedPerCost: cost <= 0 ? null : savedBy(tried) / cost,
    savedAlone,
  };
}

async function everywhere(
  scenario: Scenario,
  spent: number,
  advised: number,
  tries: Tries,
): Promise<SameEverywhere | null> {
  const instead = sameEverywhere(scenario, spent);
  const [lost] = instead === null ? [] : ((await tries.lost([instead.scenario])) ?? []);
  if (instead === null || lost === undefined) return null;
  return {
    factor: instead.factor,
    cost: costOf(instead.scenario) - costOf(scenario),
    userHoursLost: meanOf(lost),
    timesAdvice: advised < LEAST ? null : meanOf(lost) / advised,
  };
}

function costOf(scenario: Scenario): number {
  return layoutCost(scenario)?.all ?? 0;
}

function meanOf(values: Sample): number {
  return moments(values.known()).mean ?? 0;
}
