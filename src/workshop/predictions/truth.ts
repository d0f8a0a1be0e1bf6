/** What came true of a prediction: read from runs, never stated by a lesson or a token. */
import { measure } from '../../results/measures.js';
import type { Reading } from '../../results/reading.js';
import type { DrawPrediction, NumberPrediction, PickPrediction, Prediction } from '../lessons/lesson.js';
import { pointValues } from './series.js';

/** By the name of a layout; null: it was not run. */
export type Readings = (layout: string) => Reading | null;

export interface PickTruth {
  readonly kind: 'pick';
  /** Of a set: those that belong to it. Of an order: all, the first first. Of one: that one, and those that equal it. */
  readonly right: readonly string[];
  /** In the measure's unit; null: never, or unknown. In the order of the choices. */
  readonly values: readonly (number | null)[];
}

export interface NumberTruth {
  readonly kind: 'number';
  /** In the prediction's unit; null: never. */
  readonly value: number | null;
}

export interface DrawTruth {
  readonly kind: 'draw';
  readonly values: readonly number[];
}

/** Layouts whose runs a prediction is compared with. */
export function layoutsOf(prediction: Prediction): readonly string[] {
  if (prediction.kind === 'draw') return [prediction.layout];
  return prediction.kind === 'pick' && prediction.among === 'layouts' ? prediction.choices : [prediction.truth.layout];
}

/** Null when a run that it needs was not made. */
export function truthOf(prediction: Prediction, readings: Readings): PickTruth | NumberTruth | DrawTruth | null {
  if (layoutsOf(prediction).some((layout) => readings(layout) === null)) return null;
  switch (prediction.kind) {
    case 'pick':
      return pickTruth(prediction, readings);
    case 'number':
      return { kind: 'number', value: inUnit(measured(readings, prediction.truth, prediction.truth.of), prediction) };
    case 'draw':
      return drawTruth(prediction, readings);
  }
}

function pickTruth({ how, among, choices, truth }: PickPrediction, readings: Readings): PickTruth {
  const values = choices.map((id) =>
    among === 'layouts' ? measured(readings, { ...truth, layout: id }, truth.of) : measured(readings, truth, id),
  );
  // What never came took longest of all.
  const size = (i: number): number => values[i] ?? Number.POSITIVE_INFINITY;
  const places = choices.map((_, i) => i);
  const { atMost, atLeast } = truth;
  if (how === 'set') {
    const belongs = (i: number): boolean =>
      (atMost === null || size(i) <= atMost) && (atLeast === null || size(i) >= atLeast);
    return { kind: 'pick', right: places.filter(belongs).map((i) => choices[i]), values };
  }
  const sign = truth.first === 'least' ? 1 : -1;
  const ordered = places.sort((a, b) => (size(a) === size(b) ? a - b : sign * (size(a) < size(b) ? -1 : 1)));
  const right = how === 'order' ? ordered : ordered.filter((i) => size(i) === size(ordered[0]));
  return { kind: 'pick', right: right.map((i) => choices[i]), values };
}

function drawTruth(prediction: DrawPrediction, readings: Readings): DrawTruth {
  const reading = readings(prediction.layout);
  return { kind: 'draw', values: reading === null ? [] : pointValues(reading, prediction) };
}

function measured(
  readings: Readings,
  { measure: name, layout }: { readonly measure: string; readonly layout: string },
  of: string | null,
): number | null {
  const reading = readings(layout);
  return reading === null ? null : (measure(reading, name, of)?.value ?? null);
}

const PER_UNIT: Readonly<Record<NumberPrediction['unit'], number>> = {
  minutes: 60,
  hours: 3600,
  people: 1,
  percent: 0.01,
  count: 1,
};

function inUnit(value: number | null, { unit }: NumberPrediction): number | null {
  return value === null ? null : value / PER_UNIT[unit];
}
