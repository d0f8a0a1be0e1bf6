/**
 * One parameter over several values, each with the same seeds: the curve of some measures, with bands, and where it tips.
 *
 * Runs go value by value within a seed, so that what is stopped early has whole seeds to tell of.
 */
import type { Language } from '../../results/amounts.js';
import type { Measure, Unit } from '../../results/measures/measure.js';
import { MEASURES } from '../../results/measures.js';
import { textIn } from '../../results/names.js';
import type { Scenario, Text } from '../../scenario/model.js';
import { ENGINE_VERSION } from '../../world/simulate.js';
import type { AskedMeasure } from '../pool/kinds/measures.js';
import { type SweptAnswer, sweptKind } from '../pool/kinds/swept.js';
import { inOrder, type Pool } from '../pool/pool.js';
import { moments } from '../statistics/moments.js';
import { interval } from '../statistics/paired.js';
import { type Sample, sample } from '../statistics/sample.js';
import { summariseSample } from '../statistics/summarise-sample.js';
import { tippingStep } from './tipping-point.js';
import type { SweptValue } from './values.js';

export interface SweepPoint {
  readonly value: SweptValue;
  /** The one value of the file that it changes, and what is written there. */
  readonly setting: Setting;
  readonly scenario: Scenario;
}

export interface Setting {
  readonly path: string;
  readonly written: string;
}

export interface SweepOptions {
  readonly pool: Pool;
  readonly seeds: number;
  /** One run of each value, with this seed, in the place of `seeds` of them. */
  readonly seed?: string;
  /** Into how many equal parts each run's time is cut for the people affected; not told when left out. */
  readonly parts?: number;
  /** Told each run as soon as it and all before it are done. */
  readonly told?: (answer: SweptAnswer, run: { readonly point: number; readonly seed: string }) => void;
  /** The first is the one whose tipping point is looked for; at least one. */
  readonly measures: readonly AskedMeasure[];
  /** Of the names of expectations; English when left out. */
  readonly language?: Language;
}

export interface SweepDocument {
  readonly format: 'firebreak.sweep/1';
  readonly scenario: { readonly id: string; readonly title: Text; readonly sha256: string };
  readonly engine: string;
  readonly layout: string;
  /** The path that is varied. */
  readonly parameter: string;
  /** Seeds that were done for all values, and how many were asked for. */
  readonly seeds: number;
  readonly seedsAsked: number;
  readonly partial: boolean;
  /** Names as they are keys of `measures`; how to print them. */
  readonly measures: readonly { readonly name: string; readonly unit: Unit; readonly label: Text }[];
  readonly expectations: readonly string[];
  readonly points: readonly SweptPoint[];
  /** Of the first measure; null: it has none. */
  readonly tippingPoint: TippingPoint | null;
}

export interface SweptPoint {
  readonly value: string;
  /** Seconds for a duration, else the number before the unit. */
  readonly number: number;
  readonly measures: Readonly<Record<string, SweptMeasure>>;
  /** Of each expectation: in how many seeds it was met; null: it needs other runs, or was inconclusive in all. */
  readonly met: readonly (number | null)[];
}

export interface SweptMeasure {
  /** Of the runs that have a number. */
  readonly mean: number | null;
  readonly sd: number | null;
  readonly p95: number | null;
  readonly least: number | null;
  readonly greatest: number | null;
  /** Of the mean, by Student's t; null below two runs with a number. */
  readonly ci95: readonly [low: number, high: number] | null;
  /** Runs without a number: it never came, or is not known. */
  readonly missing: number;
}

export interface TippingPoint {
  readonly measure: string;
  /** The last value before, and the first beyond. */
  readonly between: readonly [string, string];
  readonly shareOfChange: number;
}

/** @param points at least one */
export async function sweepOver(
  parameter: string,
  points: readonly SweepPoint[],
  { pool, seeds, seed: only, measures, parts = 0, told: tell, language = 'en' }: SweepOptions,
): Promise<SweepDocument> {
  const scenarios = points.map(({ scenario }) => scenario);
  const seedNames = only === undefined ? Array.from({ length: seeds }, (_, i) => String(i + 1)) : [only];
  const jobs = seedNames.flatMap((seed) => points.map((_, scenario) => ({ scenario, seed, ask: { measures, parts } })));
  const samples = points.map(() => measures.map(() => sample()));
  const verdicts = points.map(() => scenarios[0].expectations.map(() => ({ met: 0, judged: 0 })));
  let round: SweptAnswer[] = [];
  let done = 0;
  await inOrder(pool, { kind: sweptKind, scenarios, jobs }, (answer, job) => {
    tell?.(answer, { point: jobs[job].scenario, seed: jobs[job].seed });
    round.push(answer);
    if (round.length < points.length) return;
    round.forEach((each, place) => {
      each.values.forEach((value, m) => {
        samples[place][m].add(value);
      });
      each.verdicts.forEach((verdict, e) => {
        const tally = verdicts[place][e];
        if (verdict === 'met') tally.met++;
        if (verdict === 'met' || verdict === 'failed') tally.judged++;
      });
    });
    round = [];
    done++;
  });
  const [{ id, title, sha256, layout, expectations }] = scenarios;
  const names = measures.map(nameOf);
  return {
    format: 'firebreak.sweep/1',
    scenario: { id, title, sha256 },
    engine: ENGINE_VERSION,
    layout,
    parameter,
    seeds: done,
    seedsAsked: seedNames.length,
    partial: done < seedNames.length,
    measures: measures.map((asked, m) => {
      const { unit, label } = readAs(asked);
      return { name: names[m], unit, label };
    }),
    expectations: expectations.map(({ name, path }) => textIn(name, language, path)),
    points: points.map(({ value }, place) => ({
      value: value.written,
      number: value.number,
      measures: Object.fromEntries(measures.map((asked, m) => [names[m], told(samples[place][m], readAs(asked))])),
      met: verdicts[place].map(({ met, judged }) => (judged === 0 ? null : met)),
    })),
    tippingPoint: done === 0 ? null : tipping(points, samples, measures[0]),
  };
}

/** `restoredAfterSeconds:mail` of one service, `userHoursLost` of the whole. */
export function nameOf({ name, of }: AskedMeasure): string {
  return of === null ? name : `${name}:${of}`;
}

/** How a measure is read; of the whole before that of a service, as `measure` looks for it. */
export function readAs({ name, of }: AskedMeasure): Measure {
  const all = MEASURES.filter((each) => each.name === name);
  const found = all.find((each) => (of === null ? each.of === 'run' || each.of === 'layout' : each.of === 'service'));
  return found ?? all[0];
}

/** What a run without a number says of a measure, by its name in `measures`. */
export function nullMeansOf(name: string): Measure['nullMeans'] {
  const [measure, of = null] = name.split(':');
  return readAs({ name: measure, of }).nullMeans;
}

function told(values: Sample, measure: Measure): SweptMeasure {
  const { mean, sd, p95, missing } = summariseSample(values, measure);
  const known = values.known();
  const { count } = moments(known);
  return {
    mean,
    sd,
    p95,
    least: count === 0 ? null : known.reduce((a, b) => Math.min(a, b)),
    greatest: count === 0 ? null : known.reduce((a, b) => Math.max(a, b)),
    ci95: interval(count, mean, sd),
    missing,
  };
}

function tipping(
  points: readonly SweepPoint[],
  samples: readonly (readonly Sample[])[],
  asked: AskedMeasure,
): TippingPoint | null {
  const step = tippingStep(
    samples.map(([first]) => first),
    readAs(asked),
  );
  if (step === null) return null;
  const { place, shareOfChange } = step;
  return {
    measure: nameOf(asked),
    between: [points[place].value.written, points[place + 1].value.written],
    shareOfChange,
  };
}
