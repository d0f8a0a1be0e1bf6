/**
 * Does the system survive any one failure? Each case is a run of its own, and the worst one is the verdict.
 *
 * A case is survived when every service and journey with users (or every service, where nobody has users) is restored
 * within the allowed time, counted from the failure's first effect; those that never failed are.
 * A case is simulated for twice the time allowed, at least an hour longer than it. One in which nothing
 * took effect proves nothing; when all are such, the verdict is inconclusive.
 */
import { formatDuration, type Language } from '../results/amounts.js';
import { becauseText } from '../results/because-text.js';
import type { Judgement } from '../results/expectations.js';
import { judgementText } from '../results/judgement-texts.js';
import { measure } from '../results/measures.js';
import { namesOf, textIn } from '../results/names.js';
import { type Reading, readRun } from '../results/reading.js';
import { wentDown } from '../results/went-down.js';
import type { Expectation, Fault, Scenario } from '../scenario/model.js';
import { type FailureCase, failureCases } from './cases.js';
import type { Simulate } from './simulate-contract.js';

export interface CaseResult {
  readonly failure: FailureCase;
  /** Whether the failure took effect on anything. */
  readonly touched: boolean;
  readonly survived: boolean;
  /** The service that took longest, and how long; null: it was not restored within the run. */
  readonly worst: { readonly service: string; readonly restoredAfterSeconds: number | null } | null;
  /** How that service went down, step by step, when the case is not survived. */
  readonly chain: Readonly<Record<Language, readonly string[]>> | null;
}

export interface Survival {
  readonly verdict: 'met' | 'failed' | 'inconclusive';
  readonly cases: readonly CaseResult[];
  /** The case whose worst service took longest; null without any that took effect. */
  readonly worst: CaseResult | null;
}

export function survives(
  scenario: Scenario,
  cases: readonly FailureCase[],
  withinSeconds: number,
  simulate: Simulate,
  seed: string,
): Survival {
  // All runs before anything is measured: where runs are made on demand, the question is asked again for each.
  const runs = cases.map((failure) => {
    const seen = { ...scenario, durationSeconds: caseHorizon(scenario, failure, withinSeconds) };
    return { failure, seen, record: simulate(seen, { seed, faults: failure.faults }) };
  });
  return survivalOf(
    runs.map(({ failure, seen, record }) => ({
      failure,
      ...caseResult(readRun(seen, record), failure, withinSeconds),
    })),
  );
}

/** The verdict over cases: the worst of those that took effect. */
export function survivalOf(cases: readonly CaseResult[]): Survival {
  const touched = cases.filter((result) => result.touched);
  const worst = touched.reduce<CaseResult | null>(
    (most, each) => (most === null || length(each) > length(most) ? each : most),
    null,
  );
  if (worst === null) return { verdict: 'inconclusive', cases, worst: null };
  return { verdict: touched.every((result) => result.survived) ? 'met' : 'failed', cases, worst };
}

/** As long as is needed to see whether it comes back in time and stays: twice the time allowed, at least an hour more. */
export function caseHorizon(
  scenario: Scenario,
  { faults }: Pick<FailureCase, 'faults'>,
  withinSeconds: number,
): number {
  const began = Math.max(0, ...faults.map((fault) => fault.atSeconds));
  return Math.min(scenario.durationSeconds, began + Math.max(2 * withinSeconds, withinSeconds + 3600));
}

/** Judges `survives` expectations, for `JudgeOptions.withRuns`; null for any other measure. */
export function judgeSurvival(
  scenario: Scenario,
  simulate: Simulate,
  seed: string,
  language: Language = 'en',
): (expectation: Expectation) => Judgement | null {
  return (expectation) => {
    if (expectation.measure !== 'survives') return null;
    const limit = timeAllowed(expectation);
    const survival = survives(scenario, casesOf(scenario, expectation), limit, simulate, seed);
    return survivalJudgement(scenario, survival, expectation, language);
  };
}

/** Cases that a `survives` expectation is about. */
export function casesOf(scenario: Scenario, { of }: Expectation): readonly FailureCase[] {
  return failureCases(scenario, of ?? 'any-site');
}

export function timeAllowed({ withinSeconds, atMost }: Expectation): number {
  return withinSeconds ?? atMost ?? 0;
}

/** What the cases say of a `survives` expectation. */
export function survivalJudgement(
  scenario: Scenario,
  survival: Survival,
  expectation: Expectation,
  language: Language,
): Judgement {
  const limit = timeAllowed(expectation);
  const passes = survival.verdict === 'inconclusive' && survival.cases.length > 0 && expectation.untouchedPasses;
  return {
    verdict: passes ? 'met' : survival.verdict,
    actual: survival.worst === null ? null : (survival.worst.worst?.restoredAfterSeconds ?? null),
    limit,
    because: sentence(scenario, survival, limit, language),
    becauseSteps: chainIn(survival, language),
  };
}

/** What one case's run shows, seen up to its horizon. */
export function caseResult(
  reading: Reading,
  { faults }: Pick<FailureCase, 'faults'>,
  withinSeconds: number,
): Omit<CaseResult, 'failure'> {
  const found = measure(reading, 'restoredAfterSeconds', null);
  const worst = found === null || found.id === null ? null : { service: found.id, restoredAfterSeconds: found.value };
  const seconds = worst === null ? 0 : worst.restoredAfterSeconds;
  const survived = seconds !== null && seconds <= withinSeconds;
  return {
    touched: reading.record.originMicroseconds !== null,
    survived,
    worst,
    chain: survived || worst === null ? null : chainOf(reading, worst.service, faults),
  };
}

/** The case's own faults have the names that its sentences say. */
function chainOf(reading: Reading, service: string, faults: readonly Fault[]): CaseResult['chain'] {
  const subject = reading.subject(service);
  if (subject === null) return null;
  const seen: Reading = { ...reading, scenario: { ...reading.scenario, faults } };
  const chain = (language: Language): readonly string[] => wentDown(seen, subject, language, 1).map(({ text }) => text);
  return { en: chain('en'), ko: chain('ko') };
}

function length(result: CaseResult): number {
  return result.worst === null ? 0 : (result.worst.restoredAfterSeconds ?? Number.POSITIVE_INFINITY);
}

function sentence(scenario: Scenario, survival: Survival, limit: number, language: Language): string {
  const { worst, cases } = survival;
  if (cases.length === 0) return judgementText('survives-none', language, {});
  if (worst === null || worst.worst === null) {
    return judgementText('survives-untouched', language, { cases: String(cases.length) });
  }
  const { service, restoredAfterSeconds: seconds } = worst.worst;
  if (seconds === 0) return judgementText('survives-all', language, { cases: String(cases.length) });
  const subject = [...scenario.services, ...scenario.journeys].find(({ id }) => id === service);
  const key = seconds === null ? 'survives-never' : survival.verdict === 'met' ? 'survives-met' : 'survives-failed';
  const text = judgementText(key, language, {
    case: namesOf(scenario, language)({ kind: worst.failure.kind, id: worst.failure.id, of: [], path: '' }),
    name: textIn(subject?.name, language, service),
    actual: seconds === null ? '' : formatDuration(seconds, language),
    limit: formatDuration(limit, language),
    cases: String(cases.length),
    failed: String(cases.filter((result) => result.touched && !result.survived).length),
  });
  return becauseText(text, chainIn(survival, language), language);
}

function chainIn({ worst }: Survival, language: Language): readonly string[] {
  return worst?.chain?.[language] ?? [];
}
