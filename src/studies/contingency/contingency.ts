/**
 * Everything that can fail, tried: every site, zone, link and service alone and, if asked for, every pair, in each layout.
 *
 * Each case is a run of its own with the scenario's luck, in the place of the scenario's own faults and at the time of the
 * first of them. Left out: sharing what happens before the failure between the runs of a layout (docs/decisions/0007).
 */
import type { Language } from '../../results/amounts.js';
import { type ExpectationResult, type Verdict, withSteps } from '../../results/expectations.js';
import { textIn } from '../../results/names.js';
import type { Scenario, Text } from '../../scenario/model.js';
import { ENGINE_VERSION } from '../../world/simulate.js';
import { type FailureCase, usualTime } from '../cases.js';
import type { Job } from '../pool/job.js';
import { type FailureAsk, type FailureEffect, failureKind } from '../pool/kinds/failure.js';
import { inOrder, type Pool } from '../pool/pool.js';
import { type CaseResult, casesOf, survivalJudgement, survivalOf } from '../survives.js';
import { choosePairs } from './choose-pairs.js';
import { type Failure, type FailureKind, pairsOf, sharedServices, singleFailures } from './failures.js';
import { type PartCostsMore, partsThatCostMore } from './part-and-whole.js';

export interface ContingencyOptions {
  readonly pool: Pool;
  readonly seed?: string;
  /** 2: pairs, too. */
  readonly order?: 1 | 2;
  /** At most so many pairs a layout. */
  readonly most?: number;
  /** What is made to fail; everything when left out. */
  readonly kinds?: readonly FailureKind[];
  /** Of services only those that several others need and that nobody uses: a platform that is shared. */
  readonly sharedOnly?: boolean;
  /** Into how many equal parts each run's time is cut for the people affected; not told when left out. */
  readonly parts?: number;
  /** Told each case as soon as it and all before it are done, layout by layout, in the order in which they are run. */
  readonly told?: (each: ContingencyCase, done: number, of: number) => void;
  /** Of the sentences; English when left out. */
  readonly language?: Language;
}

export interface ContingencyDocument {
  readonly format: 'firebreak.contingency/1';
  readonly scenario: { readonly id: string; readonly title: Text; readonly sha256: string };
  readonly engine: string;
  readonly seed: string;
  readonly order: 1 | 2;
  readonly layouts: readonly ContingencyLayout[];
  /** Layout by layout; in each, most user-hours lost first. */
  readonly cases: readonly ContingencyCase[];
  /** Zones that cost more than their whole site, since no failover is begun for them. */
  readonly partsCostMore: readonly PartCostsMore[];
  /** How many cases were done, and how many there are to do; fewer when it was stopped. */
  readonly done: number;
  readonly asked: number;
  readonly partial: boolean;
}

export interface ContingencyLayout {
  readonly id: string;
  /** When everything fails, seconds from the scenario's start. */
  readonly failsAtSeconds: number;
  /** `all` pairs were run, `none`, or some: the heaviest by the static model and a random sample of the rest. */
  readonly pairs: PairsRun;
  /** `survives` expectations, judged as `run` judges them. */
  readonly expectations: readonly ExpectationResult[];
}

export interface PairsRun {
  readonly how: 'none' | 'all' | 'some';
  readonly possible: number;
  readonly picked: number;
  readonly drawn: number;
  /** Of the drawn: the most user-hours lost; null without any. */
  readonly worstDrawnUserHours: number | null;
  /** With 95 % confidence no more than this share of the pairs that were not run is worse than that; null without any. */
  readonly shareWorseAtMost: number | null;
}

export interface ContingencyCase {
  readonly layout: string;
  /** Ids of what fails: one, or two. */
  readonly failed: readonly string[];
  readonly kinds: readonly FailureKind[];
  /** False: it took effect on nothing. */
  readonly touched: boolean;
  readonly userHoursLost: number;
  /** People affected on average in each part of the run's time, where parts were asked for. */
  readonly affected?: readonly number[];
  /** Of all expectations that a run of this case can judge: failed if one is, met if one is and none failed. Null without any. */
  readonly verdict: Verdict | null;
  /** Places of the expectations that failed, in the order of the file. */
  readonly failedExpectations: readonly number[];
  /** How many services and journeys with users were down, and the longest of them. */
  readonly down: number;
  readonly worst: FailureEffect['down'];
  /** Those that nobody would expect to be down so long, longest first: see `expected-down.ts`. */
  readonly unexpected: FailureEffect['down'];
}

const MOST_PAIRS = 500;
const WORST_TOLD = 5;

/** @param layouts of one file, at least one */
export async function contingencyOf(
  layouts: readonly Scenario[],
  options: ContingencyOptions,
): Promise<ContingencyDocument> {
  const { pool, seed = '1', order = 1, parts = 0, language = 'en', told: tell } = options;
  const plans = layouts.map((scenario) => planOf(scenario, { ...options, seed, order }));
  const jobs = plans.flatMap(({ failures }, scenario) =>
    failures.map(
      (failure): Job<FailureAsk> => ({
        scenario,
        seed,
        faults: failure.flatMap(({ faults }) => faults),
        ask: { failure, parts },
      }),
    ),
  );
  const effects: FailureEffect[] = [];
  const { finished } = await inOrder(pool, { kind: failureKind, scenarios: layouts, jobs }, (effect, job) => {
    effects.push(effect);
    const { scenario, ask } = jobs[job];
    tell?.(caseOf(layouts[scenario], ask.failure, effect), effects.length, jobs.length);
  });
  const told: ContingencyLayout[] = [];
  const cases: ContingencyCase[] = [];
  let next = 0;
  layouts.forEach((scenario, i) => {
    const { failures, pairs, singles } = plans[i];
    const own = effects.slice(next, next + failures.length);
    next += failures.length;
    told.push({
      id: scenario.layout,
      failsAtSeconds: usualTime(scenario),
      pairs: pairsRun(pairs, own.slice(singles)),
      expectations: survivalsOf(scenario, failures, own, language),
    });
    cases.push(...own.map((effect, k) => caseOf(scenario, failures[k], effect)).sort(worseFirst));
  });
  const [{ id, title, sha256 }] = layouts;
  return {
    format: 'firebreak.contingency/1',
    scenario: { id, title, sha256 },
    engine: ENGINE_VERSION,
    seed,
    order,
    layouts: told,
    cases,
    partsCostMore: layouts.flatMap((scenario) =>
      partsThatCostMore(
        scenario,
        cases.filter(({ layout }) => layout === scenario.layout),
      ),
    ),
    done: effects.length,
    asked: jobs.length,
    partial: !finished,
  };
}

interface Plan {
  readonly failures: readonly Failure[];
  readonly singles: number;
  readonly pairs: ReturnType<typeof choosePairs> | null;
}

function planOf(
  scenario: Scenario,
  { order, most = MOST_PAIRS, kinds, sharedOnly = false, seed }: ContingencyOptions & { readonly seed: string },
): Plan {
  const all = singleFailures(scenario, kinds);
  const shared = sharedOnly ? sharedServices(scenario) : null;
  const singles = shared === null ? all : all.filter(({ kind, id }) => kind !== 'service' || shared.has(id));
  const pairs = order === 1 ? null : choosePairs(scenario, pairsOf(singles), most, seed);
  return { failures: [...singles.map((each) => [each]), ...(pairs?.pairs ?? [])], singles: singles.length, pairs };
}

function caseOf(scenario: Scenario, failure: Failure, effect: FailureEffect): ContingencyCase {
  const { touched, userHoursLost, affected, verdicts, down, unexpected } = effect;
  const failedExpectations = verdicts.flatMap((verdict, place) => (verdict === 'failed' ? [place] : []));
  const judged = verdicts.filter((verdict) => verdict !== null);
  return {
    layout: scenario.layout,
    failed: failure.map(({ id }) => id),
    kinds: failure.map(({ kind }) => kind),
    touched,
    userHoursLost,
    ...(affected.length > 0 && { affected }),
    verdict:
      judged.length === 0
        ? null
        : failedExpectations.length > 0
          ? 'failed'
          : judged.includes('met')
            ? 'met'
            : 'inconclusive',
    failedExpectations,
    down: down.length,
    worst: down.slice(0, WORST_TOLD),
    unexpected,
  };
}

/** Where nobody has users, what is down longest. */
function worseFirst(a: ContingencyCase, b: ContingencyCase): number {
  const longest = ({ worst }: ContingencyCase): number => worst[0]?.downtimeSeconds ?? 0;
  return (
    b.userHoursLost - a.userHoursLost ||
    longest(b) - longest(a) ||
    a.failed.length - b.failed.length ||
    (a.failed.join(' ') < b.failed.join(' ') ? -1 : 1)
  );
}

function pairsRun(chosen: Plan['pairs'], effects: readonly FailureEffect[]): PairsRun {
  if (chosen === null)
    return { how: 'none', possible: 0, picked: 0, drawn: 0, worstDrawnUserHours: null, shareWorseAtMost: null };
  const { possible, picked, drawn } = chosen;
  const sample = effects.slice(picked, picked + drawn);
  return {
    how: drawn === 0 ? 'all' : 'some',
    possible,
    picked,
    drawn,
    worstDrawnUserHours:
      sample.length === 0 || drawn === 0 ? null : Math.max(...sample.map((each) => each.userHoursLost)),
    shareWorseAtMost: sample.length === 0 || drawn === 0 ? null : Math.min(1, 3 / sample.length),
  };
}

/** Of `survives` expectations all of whose cases were done: what `run` says of them. */
function survivalsOf(
  scenario: Scenario,
  failures: readonly Failure[],
  effects: readonly FailureEffect[],
  language: Language,
): readonly ExpectationResult[] {
  return scenario.expectations.flatMap((expectation, place): readonly ExpectationResult[] => {
    if (expectation.measure !== 'survives') return [];
    const wanted = casesOf(scenario, expectation);
    const results = wanted.flatMap((failure): readonly CaseResult[] => {
      const at = failures.findIndex((each) => each.length === 1 && isSame(each[0], failure));
      const found = effects[at]?.survived.find((each) => each.place === place);
      return found === undefined ? [] : [{ failure, ...found.result }];
    });
    if (results.length < wanted.length) return [];
    return [
      {
        name: textIn(expectation.name, language, expectation.path),
        ...withSteps(survivalJudgement(scenario, survivalOf(results), expectation, language)),
        file: scenario.file,
        line: scenario.positions[expectation.path]?.[0] ?? null,
      },
    ];
  });
}

function isSame(a: FailureCase, b: FailureCase): boolean {
  return a.kind === b.kind && a.id === b.id;
}
