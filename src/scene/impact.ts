/**
 * Users affected over time, stacked by cause: the mean of each bucket, so that the area is the person-hours lost.
 *
 * Numbers are those of results/affected.ts: people hit by several services count once. The height of the chart is
 * fixed by the greatest value of the whole run; it does not rescale while one plays or zooms.
 */
import { area, curveStepAfter } from 'd3-shape';
import { bucketMeans, maximum } from '../record/steps.js';
import { affectedInAll, type LossCause } from '../results/affected.js';
import type { Reading } from '../results/reading.js';
import { CAUSE_TABLE } from './cause-table.js';

export interface ImpactCurve {
  /** People affected at the worst instant of the run. */
  readonly peak: number;
  /** Start of that instant, microseconds; null when nobody is affected. */
  readonly peakAt: number | null;
  readonly affected: ReturnType<typeof affectedInAll>;
}

export interface ImpactLayer {
  readonly cause: LossCause;
  /** Lower and upper edge of each bucket, in people. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Whether anybody is affected by it in the window. */
  readonly empty: boolean;
}

export interface ImpactWindow {
  /** Microseconds. */
  readonly from: number;
  readonly to: number;
  readonly buckets: number;
}

export function readImpact(reading: Reading): ImpactCurve {
  const affected = affectedInAll(reading);
  const peak = maximum(affected.all, 0, reading.end);
  const place = affected.all.values.indexOf(peak);
  return { peak, peakAt: peak > 0 && place >= 0 ? affected.all.times[place] : null, affected };
}

/** Causes in the order of {@link CAUSE_TABLE}, from the ground up. */
export function impactLayers({ affected }: ImpactCurve, { from, to, buckets }: ImpactWindow): readonly ImpactLayer[] {
  let ground = new Array<number>(buckets).fill(0);
  return CAUSE_TABLE.map(({ cause }) => {
    const means = bucketMeans(affected.byCause[cause], from, to, buckets);
    const lower = ground;
    const upper = means.map((mean, i) => mean + lower[i]);
    ground = upper;
    return { cause, lower, upper, empty: means.every((mean) => mean === 0) };
  });
}

/** The layer as an SVG path: steps, for a mean holds for its whole bucket. */
export function impactPath(layer: ImpactLayer, x: (bucket: number) => number, y: (people: number) => number): string {
  const { lower, upper } = layer;
  const last = upper.length - 1;
  const edges = Array.from({ length: upper.length + 1 }, (_, i) => i);
  const draw = area<number>()
    .x((i) => x(i))
    .y0((i) => y(lower[Math.min(i, last)]))
    .y1((i) => y(upper[Math.min(i, last)]))
    .curve(curveStepAfter)
    .digits(1);
  return draw(edges) ?? '';
}
