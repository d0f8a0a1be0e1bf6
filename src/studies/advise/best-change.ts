/**
 * The best next change, or pair of changes, of those that the present run suggests.
 *
 * Among what has a price the best is what gains most for it. What has none in the file cannot be ranked that way, and is not for
 * nothing either: the best of it is what gains most, and is taken when it gains more than the best that has a price.
 */
import { layoutCost } from '../../results/layout-cost.js';
import { type Reading, readRun } from '../../results/reading.js';
import type { Scenario } from '../../scenario/model.js';
import { simulate } from '../../world/simulate.js';
import { measureNamed } from '../compare/compared-measures.js';
import type { Change } from '../saved-by/change.js';
import { type Paired, paired } from '../statistics/paired.js';
import { candidates } from './candidates.js';
import { LOST, type Outcome, type Tries } from './tries.js';

export interface Tried {
  readonly changes: readonly Change[];
  readonly scenario: Scenario;
  /** More a month. */
  readonly cost: number;
  readonly outcome: Outcome;
  /** User-hours against before. */
  readonly lost: Paired;
  /** What counts now against before: the way to the aim, or user-hours. */
  readonly against: Paired;
  /** Of a pair, the user-hours that each saves alone. */
  readonly savedAlone: readonly number[];
  /** The run before it, which its words are about. */
  readonly before: Reading;
}

export interface From {
  readonly scenario: Scenario;
  readonly outcome: Outcome;
  /** What may be spent more. */
  readonly budget: number;
  /** Services that are looked at first; with them what counts is the way to the aim. */
  readonly aimedAt: readonly string[];
}

/** Pairs are made of so many of the candidates: those that gain most alone, and where none does, those named first. */
const MOST_IN_PAIRS = 7;

export async function bestChange(
  from: From,
  tries: Tries,
): Promise<Tried | 'nothing-helps' | 'nothing-affordable' | 'interrupted'> {
  const { scenario, budget } = from;
  const before = readRun(scenario, simulate(scenario, { seed: '1' }));
  const all = candidates(before, from.aimedAt).map((change) => tryOf(scenario, [change]));
  const singles = all.filter(({ cost }) => cost <= budget);
  const tried = await measured(singles, from, before, tries);
  if (tried === null) return 'interrupted';
  const ordered = [...tried].sort((a, b) => gainOf(b) - gainOf(a) || savedBy(b) - savedBy(a)).slice(0, MOST_IN_PAIRS);
  const pairs = ordered
    .flatMap((a, i) => ordered.slice(i + 1).map((b) => ({ a, b, both: tryOf(scenario, [...a.changes, ...b.changes]) })))
    .filter(({ both }) => both.cost <= budget);
  const triedPairs = await measured(
    pairs.map(({ both }) => both),
    from,
    before,
    tries,
  );
  if (triedPairs === null) return 'interrupted';
  const inPairs = triedPairs.map((each, i) => ({ ...each, savedAlone: [savedBy(pairs[i].a), savedBy(pairs[i].b)] }));
  const best = bestOf([...tried, ...inPairs].filter(({ against }) => against.shown === 'better'));
  if (best !== null) return best;
  return singles.length < all.length ? 'nothing-affordable' : 'nothing-helps';
}

type Try = Pick<Tried, 'changes' | 'scenario' | 'cost'>;

function tryOf(scenario: Scenario, changes: readonly Change[]): Try {
  const changed = changes.reduce((base, change) => change.apply(base), scenario);
  return { changes, scenario: changed, cost: costOf(changed) - costOf(scenario) };
}

async function measured(
  all: readonly Try[],
  { outcome, aimedAt }: From,
  before: Reading,
  tries: Tries,
): Promise<readonly Tried[] | null> {
  const outcomes = await tries.outcomes(all.map(({ scenario }) => scenario));
  return (
    outcomes?.map((found, i) => {
      const lost = paired(outcome.lost, found.lost, measureNamed(LOST));
      const against = aimedAt.length === 0 ? lost : paired(outcome.short, found.short, LOWER);
      return { ...all[i], outcome: found, lost, against, savedAlone: [], before };
    }) ?? null
  );
}

const LOWER = { better: 'lower', nullMeans: 'unknown' } as const;

/** @param helping all shown to gain */
export function bestOf(helping: readonly Tried[]): Tried | null {
  const priced = helping.filter(({ cost }) => cost !== 0).sort((a, b) => perCost(b) - perCost(a) || simpler(a, b))[0];
  const unpriced = helping.filter(({ cost }) => cost === 0).sort((a, b) => gainOf(b) - gainOf(a) || simpler(a, b))[0];
  if (priced === undefined || unpriced === undefined) return priced ?? unpriced ?? null;
  return gainOf(unpriced) >= gainOf(priced) ? unpriced : priced;
}

/** What makes it cheaper and gains is best of all. */
function perCost(tried: Tried): number {
  return tried.cost < 0 ? Number.MAX_VALUE : gainOf(tried) / tried.cost;
}

function simpler(a: Tried, b: Tried): number {
  return gainOf(b) - gainOf(a) || a.changes.length - b.changes.length;
}

function gainOf({ against }: Tried): number {
  return -(against.difference ?? 0);
}

export function savedBy({ lost }: Pick<Tried, 'lost'>): number {
  return -(lost.difference ?? 0);
}

/** A month. */
export function costOf(scenario: Scenario): number {
  return layoutCost(scenario)?.all ?? 0;
}
