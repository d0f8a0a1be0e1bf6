/**
 * What a report for people shows beside the run document: impact over time, the worst services, when each was bad.
 *
 * The terminal and the page print these numbers and compute none of their own.
 */
import { STATES, type State } from '../record/record.js';
import { bucketMeans, eachPiece, maximum, type StepFunction, secondsWhere } from '../record/steps.js';
import { mapped } from '../record/steps-algebra.js';
import type { Text } from '../scenario/model.js';
import { affectedInAll } from './affected.js';
import { eachCause, LOSS_CAUSES, type LossCause } from './by-cause.js';
import { instantOf } from './instant.js';
import { type Blame, mainCause } from './main-cause.js';
import type { Reading, Subject } from './reading.js';
import type { RunDocument, ServiceResult } from './run-document.js';
import { isUp } from './thresholds.js';

export interface Summary {
  readonly impact: Impact;
  /** Share of all user-hours lost, by cause; all 0 when nothing was lost. */
  readonly causeShares: Readonly<Record<LossCause, number>>;
  /** Services and journeys that were not always up, most user-hours lost first, then longest not up, then file order. */
  readonly worst: readonly WorstService[];
  /** Services and journeys in all, and how many were ever under 99 % and under 50 %. */
  readonly counts: { readonly all: number; readonly everFailed: number; readonly everDown: number };
  readonly expectations: { readonly met: number; readonly failed: number; readonly inconclusive: number };
}

/** People affected over time, in buckets of equal length that fill the run. */
export interface Impact {
  readonly bucketSeconds: number;
  /** Seconds since T+0 of the first bucket's start: negative when the run begins before the first fault. */
  readonly fromAfterSeconds: number;
  /** Mean over each bucket. */
  readonly people: readonly number[];
  readonly byCause: Readonly<Record<LossCause, readonly number[]>>;
  readonly peak: { readonly people: number; readonly afterSeconds: number; readonly at: string } | null;
}

export interface WorstService {
  readonly result: ServiceResult;
  readonly kind: Subject['kind'];
  readonly id: string;
  readonly name: Text;
  readonly cause: Blame;
  readonly strip: Strip;
}

/** A row of cells: how much of each cell's time it was not up, and the worst state in it. */
export interface Strip {
  readonly notUp: readonly number[];
  readonly worst: readonly State[];
}

/** Worst first: what a cell shows when it saw several. */
const SEVERITY: readonly State[] = ['down', 'recovering', 'overloaded', 'warming', 'degraded', 'standby', 'up'];

export function summarise(
  reading: Reading,
  document: RunDocument,
  buckets: { readonly impact: number; readonly strip: number },
): Summary {
  const results = new Map<Subject, ServiceResult>();
  for (const subject of reading.subjects) {
    const list = subject.kind === 'service' ? document.services : document.journeys;
    const result = list.find((each) => each.id === subject.id);
    if (result !== undefined) results.set(subject, result);
  }
  const lost = document.totals.userHoursLost;
  const verdicts = document.expectations.map(({ verdict }) => verdict);
  return {
    impact: impact(reading, buckets.impact),
    causeShares: eachCause((place) => (lost > 0 ? document.totals.causes[LOSS_CAUSES[place]] / lost : 0)),
    worst: worstServices(reading, results, buckets.strip),
    counts: {
      all: results.size,
      everFailed: [...results.values()].filter((result) => result.firstFailedAt !== null).length,
      everDown: [...results.values()].filter((result) => result.firstDownAt !== null).length,
    },
    expectations: {
      met: verdicts.filter((verdict) => verdict === 'met').length,
      failed: verdicts.filter((verdict) => verdict === 'failed').length,
      inconclusive: verdicts.filter((verdict) => verdict === 'inconclusive').length,
    },
  };
}

function impact(reading: Reading, count: number): Impact {
  const { all, byCause } = affectedInAll(reading);
  const series = (steps: StepFunction): readonly number[] => bucketMeans(steps, 0, reading.end, count);
  return {
    bucketSeconds: reading.end / 1e6 / count,
    fromAfterSeconds: (0 - reading.origin) / 1e6,
    people: series(all),
    byCause: eachCause((place) => series(byCause[LOSS_CAUSES[place]])),
    peak: peak(reading, all),
  };
}

function peak(reading: Reading, all: StepFunction): Impact['peak'] {
  const people = maximum(all, 0, reading.end);
  if (people <= 0) return null;
  const at = all.times[all.values.indexOf(people)];
  return { people, afterSeconds: (at - reading.origin) / 1e6, at: instantOf(reading.record, at) };
}

function worstServices(reading: Reading, results: ReadonlyMap<Subject, ServiceResult>, cells: number): WorstService[] {
  return [...results]
    .filter(([, result]) => result.notUpSeconds > 0)
    .sort(([a, x], [b, y]) => y.userHoursLost - x.userHoursLost || y.notUpSeconds - x.notUpSeconds || a.order - b.order)
    .map(([subject, result]) => ({
      result,
      kind: subject.kind,
      id: subject.id,
      name: subject.name,
      cause: mainCause(reading, subject),
      strip: stripOf(reading, subject, cells),
    }));
}

/** Exact, from the same step functions as the printed times: the cells' shares sum to the time not up. */
export function stripOf(reading: Reading, subject: Subject, cells: number): Strip {
  const state = reading.view.track(subject.entity, 'state');
  const severity = state === null ? null : mapped(state, (code) => SEVERITY.indexOf(STATES[code]));
  const notUp: number[] = [];
  const worst: State[] = [];
  for (let i = 0; i < cells; i++) {
    const from = (reading.end * i) / cells;
    const to = (reading.end * (i + 1)) / cells;
    notUp.push(to > from ? (secondsWhere(subject.share, from, to, (share) => !isUp(share)) * 1e6) / (to - from) : 0);
    let least = SEVERITY.length - 1;
    if (severity !== null) {
      eachPiece(severity, from, to, (value) => {
        least = Math.min(least, value);
      });
    }
    worst.push(SEVERITY[least]);
  }
  return { notUp, worst };
}
