/** The `firebreak.run/1` document: everything a run answers, as JSON. Fields may be added, none renamed. */

import type { RunWarning } from '../record/record.js';
import { hashRecord } from '../record/record-hash.js';
import type { Text } from '../scenario/model.js';
import { type ByCause, total } from './by-cause.js';
import { type ExpectationResult, type JudgeOptions, judgeExpectations } from './expectations.js';
import { type HistoryResult, scoreHistory } from './history.js';
import { instantOf } from './instant.js';
import { availability } from './measures/availability.js';
import { recoveryPointSeconds, writesLost, writesToMerge } from './measures/data.js';
import { monthlyCost } from './measures/layout.js';
import { requestsFailed, userHoursByCause } from './measures/loss.js';
import { requestsFailedInAll, revenueLost, userHoursInAll } from './measures/people.js';
import { secondsTo } from './measures/return.js';
import { workBounced, workBouncedInAll } from './measures/work-bounced.js';
import { measure } from './measures.js';
import { milestones } from './milestones.js';
import { type MerchantsResult, merchantsLost, merchantsResults } from './money/merchants.js';
import { restorationCost } from './money/restoration.js';
import { owed, type TermsResult, type Uncovered, uncoveredLoss } from './money/terms.js';
import { afterSeconds, type Reading, type Subject } from './reading.js';
import { type Stability, type StabilityVerdict, stabilityOf } from './stability.js';
import { type SubstituteResult, substituteResults, usersLeft } from './users-away.js';

export type { Stability } from './stability.js';

export interface RunDocument {
  readonly format: 'firebreak.run/1';
  readonly scenario: { readonly id: string; readonly title: Text; readonly sha256: string };
  readonly layout: string;
  readonly seed: string;
  readonly engine: string;
  readonly recordHash: string;
  /** When T+0 is; null when no fault took effect. */
  readonly originAt: string | null;
  readonly simulatedSeconds: number;
  readonly events: number;
  readonly stability: Stability;
  readonly stabilityEvidence: Omit<StabilityVerdict, 'stability'>;
  readonly warnings: readonly RunWarning[];
  readonly defaulted: readonly string[];
  readonly services: readonly ServiceResult[];
  /** What users do, measured like a service. */
  readonly journeys: readonly ServiceResult[];
  readonly sites: readonly SiteResult[];
  /** Where users went who left. */
  readonly substitutes: readonly SubstituteResult[];
  readonly merchants: readonly MerchantsResult[];
  readonly terms: readonly TermsResult[];
  readonly totals: Totals;
  readonly expectations: readonly ExpectationResult[];
  /** Null without a history. */
  readonly history: HistoryResult | null;
}

/** `...At` are ISO 8601 or null; `...AfterSeconds` count from T+0: 0 when it never left, null when it did not come back. */
export interface ServiceResult {
  readonly id: string;
  readonly name: Text;
  readonly availability: number | null;
  readonly downtimeSeconds: number;
  readonly notUpSeconds: number;
  /** First success under 99 %. */
  readonly firstFailedAt: string | null;
  /** First success under 50 %. */
  readonly firstDownAt: string | null;
  readonly firstFunctionAt: string | null;
  readonly firstFunctionAfterSeconds: number | null;
  readonly restoredAt: string | null;
  readonly restoredAfterSeconds: number | null;
  readonly fullFunctionAt: string | null;
  readonly fullFunctionAfterSeconds: number | null;
  readonly relapses: number;
  readonly userHoursLost: number;
  readonly requestsFailed: number;
  /** Queued work of its own that became too old and is lost. */
  readonly workBounced: number;
  readonly writesLost: number | null;
  readonly writesToMerge: number | null;
  /** 0 when nothing had to go back; null without data. */
  readonly recoveryPointSeconds: number | null;
  /** User-hours; their sum is `userHoursLost`. */
  readonly causes: ByCause;
}

export interface SiteResult {
  readonly id: string;
  readonly name: Text;
  /** Step function: that many servers are up from then on. Seconds before T+0 are negative. */
  readonly servers: readonly { readonly afterSeconds: number; readonly up: number }[];
}

export interface Totals {
  /** People hit by several services count once: a lower bound. */
  readonly userHoursLost: number;
  readonly causes: ByCause;
  readonly peakUsersAffected: number;
  readonly served50AfterSeconds: number | null;
  readonly served95AfterSeconds: number | null;
  readonly servicesEverDown: number;
  readonly cost: number | null;
  readonly requestsFailed: number;
  readonly writesLost: number | null;
  readonly writesToMerge: number | null;
  /** The worst of the services. */
  readonly recoveryPointSeconds: number | null;
  readonly workBounced: number;
  readonly usersLeft: number | null;
  readonly money: {
    readonly currency: string | null;
    readonly revenue: number | null;
    readonly restoration: number | null;
    readonly credits: number | null;
    readonly uncovered: number | null;
    /** The parts of `uncovered`. */
    readonly uncoveredBy: Uncovered | null;
    /** What merchants lost; a part of it is in `credits` or `uncovered`. */
    readonly merchants: number | null;
  };
  readonly manualSteps: number;
}

export interface RunDocumentOptions extends JudgeOptions {
  /** From `src/studies/vulnerable.ts`; without it a run that is not metastable counts as stable. */
  readonly stability?: StabilityVerdict;
  /** What further runs say of this one, beside the record's own warnings. */
  readonly warnings?: readonly RunWarning[];
  /** Judged already; else they are judged here, with the other options. */
  readonly expectations?: readonly ExpectationResult[];
}

export function runDocument(reading: Reading, options: RunDocumentOptions = {}): RunDocument {
  const { record, scenario, subjects } = reading;
  const { stability, ...stabilityEvidence } = options.stability ?? stabilityOf(reading);
  return {
    format: 'firebreak.run/1',
    scenario: { id: scenario.id, title: scenario.title, sha256: scenario.sha256 },
    layout: record.layout,
    seed: record.seed,
    engine: record.engine,
    recordHash: hashRecord(record),
    originAt: instantOf(record, record.originMicroseconds),
    simulatedSeconds: record.durationMicroseconds / 1e6,
    events: record.counters.events,
    stability,
    stabilityEvidence,
    warnings: [...record.warnings, ...(options.warnings ?? [])],
    defaulted: scenario.defaulted,
    services: subjects.filter(({ kind }) => kind === 'service').map((subject) => serviceResult(reading, subject)),
    journeys: subjects.filter(({ kind }) => kind === 'journey').map((subject) => serviceResult(reading, subject)),
    sites: siteResults(reading),
    substitutes: substituteResults(reading),
    merchants: merchantsResults(reading),
    terms: owed(reading)?.terms ?? [],
    totals: totals(reading),
    expectations: options.expectations ?? judgeExpectations(reading, options),
    history: scoreHistory(reading),
  };
}

function serviceResult(reading: Reading, subject: Subject): ServiceResult {
  const m = milestones(reading, subject);
  const causes = userHoursByCause(reading, subject);
  const number = (name: string): number | null => measure(reading, name, subject.id)?.value ?? null;
  return {
    id: subject.id,
    name: subject.name,
    availability: availability(reading, subject),
    downtimeSeconds: number('downtimeSeconds') ?? 0,
    notUpSeconds: number('notUpSeconds') ?? 0,
    firstFailedAt: instantOf(reading.record, m.failed),
    firstDownAt: instantOf(reading.record, m.down),
    firstFunctionAt: instantOf(reading.record, m.firstFunction),
    firstFunctionAfterSeconds: secondsTo(reading, m.down, m.firstFunction),
    restoredAt: instantOf(reading.record, m.restored),
    restoredAfterSeconds: secondsTo(reading, m.failed, m.restored),
    fullFunctionAt: instantOf(reading.record, m.fullFunction),
    fullFunctionAfterSeconds: number('fullFunctionAfterSeconds'),
    relapses: m.relapses,
    userHoursLost: total(causes),
    requestsFailed: requestsFailed(reading, subject),
    workBounced: workBounced(reading, subject),
    writesLost: writesLost(reading, subject),
    writesToMerge: writesToMerge(reading, subject),
    recoveryPointSeconds: recoveryPointSeconds(reading, subject),
    causes,
  };
}

function siteResults(reading: Reading): SiteResult[] {
  return [...reading.scenario.sites]
    .sort((a, b) => a.order - b.order)
    .map(({ id, name }) => {
      const entity = reading.view.find('site', id);
      const up = entity < 0 ? null : reading.view.track(entity, 'up');
      return {
        id,
        name,
        servers:
          up === null
            ? []
            : Array.from(up.times, (time, i) => ({ afterSeconds: afterSeconds(reading, time), up: up.values[i] })),
      };
    });
}

function totals(reading: Reading): Totals {
  const causes = userHoursInAll(reading);
  const number = (name: string): number | null => measure(reading, name, null)?.value ?? null;
  return {
    userHoursLost: total(causes),
    causes,
    peakUsersAffected: number('peakUsersAffected') ?? 0,
    served50AfterSeconds: number('served50AfterSeconds'),
    served95AfterSeconds: number('served95AfterSeconds'),
    servicesEverDown: number('servicesEverDown') ?? 0,
    cost: monthlyCost(reading.scenario),
    requestsFailed: requestsFailedInAll(reading),
    writesLost: number('writesLost'),
    writesToMerge: number('writesToMerge'),
    recoveryPointSeconds: number('recoveryPointSeconds'),
    workBounced: workBouncedInAll(reading),
    usersLeft: usersLeft(reading),
    money: {
      currency: reading.scenario.currency,
      revenue: revenueLost(reading),
      restoration: restorationCost(reading),
      credits: owed(reading)?.credits ?? null,
      uncovered: uncoveredLoss(reading),
      uncoveredBy: owed(reading)?.uncovered ?? null,
      merchants: merchantsLost(reading),
    },
    manualSteps: number('manualSteps') ?? 0,
  };
}
