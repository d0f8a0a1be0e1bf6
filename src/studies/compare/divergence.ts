/**
 * Where two layouts first go apart under the same luck, and why.
 *
 * The first instant at which the success of any service differs by more than a hundredth; of several at that instant the
 * one that most ask for. Why is the chain of events in the layout in which it changed then. Left out: what differs before
 * in ways that nobody notices (a queue, a boot wave).
 */
import { placeAt, type StepFunction, valueAt } from '../../record/steps.js';
import type { Language } from '../../results/amounts.js';
import { afterSeconds, type Reading, readRun, type Subject } from '../../results/reading.js';
import { type Step, stepsTo } from '../../results/went-down.js';
import { type JobKind, runOf } from '../pool/job.js';

export interface Divergence {
  /** Since T+0 of the baseline. */
  readonly afterSeconds: number;
  /** Service or journey. */
  readonly id: string;
  /** Share of its requests that succeed from then on. */
  readonly share: { readonly baseline: number; readonly layout: number };
  /** The layout in which it changed then; what follows tells of that run. */
  readonly changedIn: string;
  readonly why: readonly Step[];
}

export interface DivergenceAsk {
  readonly language: Language;
}

/** A job's one other is the baseline; null: they never differ. */
export const divergenceKind: JobKind<DivergenceAsk, Divergence | null> = {
  name: 'divergence',
  *work(scenario, job, [baseline]) {
    const base = yield* runOf(baseline, job);
    const other = yield* runOf(scenario, job);
    return divergence(readRun(base.seen, base.record), readRun(other.seen, other.record), job.ask.language);
  },
};

const NOTICED = 0.01;
const MOST_ROOTS = 1;

function divergence(base: Reading, other: Reading, language: Language): Divergence | null {
  let first: { readonly time: number; readonly was: Subject; readonly is: Subject } | null = null;
  for (const was of base.subjects) {
    const is = other.subjects.find(({ id, kind }) => id === was.id && kind === was.kind);
    if (is === undefined) continue;
    const time = firstDifference(was.share, is.share, base.end);
    if (time === null) continue;
    const isFirst =
      first === null ||
      time < first.time ||
      (time === first.time && valueAt(was.wanted, time) > valueAt(first.was.wanted, time));
    if (isFirst) first = { time, was, is };
  }
  if (first === null) return null;
  const { time, was, is } = first;
  const inOther = changesAt(is.share, time);
  const [reading, subject] = inOther && !changesAt(was.share, time) ? [other, is] : inOther ? worse() : [base, was];
  return {
    afterSeconds: afterSeconds(base, time),
    id: was.id,
    share: { baseline: valueAt(was.share, time), layout: valueAt(is.share, time) },
    changedIn: reading.scenario.layout,
    why: whyAt(reading, subject, time, language),
  };

  /** Both changed: the one that is worse off says more. */
  function worse(): readonly [Reading, Subject] {
    return valueAt(was.share, time) <= valueAt(is.share, time) ? [base, was] : [other, is];
  }
}

function firstDifference(a: StepFunction, b: StepFunction, end: number): number | null {
  const times = [...a.times, ...b.times].sort((x, y) => x - y);
  const found = times.find((time) => time < end && Math.abs(valueAt(a, time) - valueAt(b, time)) > NOTICED);
  return found ?? null;
}

function changesAt(steps: StepFunction, time: number): boolean {
  const place = placeAt(steps, time);
  return place >= 0 && steps.times[place] === time;
}

/** What led to the last that was told about it by then. */
function whyAt({ scenario, view }: Reading, { entity }: Subject, time: number, language: Language): readonly Step[] {
  const events = view.eventsOf(entity).filter((event) => view.event(event).time <= time);
  const last = events.findLast((event) => view.event(event).rule === 'state.changed') ?? events.at(-1);
  return last === undefined ? [] : stepsTo(scenario, view, last, language, MOST_ROOTS);
}
