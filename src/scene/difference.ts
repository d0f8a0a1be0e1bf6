/**
 * How many people more, or fewer, are affected in one run than in another, over time: two areas about a line, the mean of
 * each bucket. Above it the first run is worse, below it better; each with a texture of its own, for hues are states.
 */
import { bucketMeans } from '../record/steps.js';
import type { Hatch } from './display-list.js';
import type { ImpactCurve, ImpactWindow } from './impact.js';

export interface Difference {
  /** By bucket, people: above nothing where the run has more of them affected, below where it has fewer. */
  readonly people: readonly number[];
  /** Greatest distance from nothing over the whole of both runs, which fixes the scale. */
  readonly most: number;
}

export const DIFFERENCE_TEXTURES: Readonly<Record<'more' | 'fewer', Hatch>> = { more: 'plain', fewer: 'diagonal' };

export function differenceOf(run: ImpactCurve, base: ImpactCurve, { from, to, buckets }: ImpactWindow): Difference {
  const [own, other] = [run, base].map(({ affected }) => bucketMeans(affected.all, from, to, buckets));
  return { people: own.map((people, i) => people - other[i]), most: Math.max(run.peak, base.peak) };
}

/** One side as an SVG path about `y(0)`, as steps; empty where there is nothing on it. */
export function differencePath(
  { people }: Pick<Difference, 'people'>,
  side: 'more' | 'fewer',
  x: (bucket: number) => number,
  y: (people: number) => number,
): string {
  const number = (value: number): string => String(Math.round(value * 10) / 10);
  const pieces: string[] = [];
  for (let i = 0; i < people.length; i++) {
    if (side === 'more' ? people[i] <= 0 : people[i] >= 0) continue;
    pieces.push(`M${number(x(i))},${number(y(0))}V${number(y(people[i]))}H${number(x(i + 1))}V${number(y(0))}Z`);
  }
  return pieces.join('');
}

/** Between a lower and an upper value in each part, as one closed path. */
export function bandPath(
  lower: readonly number[],
  upper: readonly number[],
  x: (edge: number) => number,
  y: (people: number) => number,
): string {
  const number = (value: number): string => String(Math.round(value * 10) / 10);
  const along = (values: readonly number[]): string[] =>
    values.map((value, i) => `${number(x(i))},${number(y(value))} ${number(x(i + 1))},${number(y(value))}`);
  const back = along(lower).map((pair) => pair.split(' ').reverse().join(' '));
  return `M${along(upper).join(' ')} ${back.reverse().join(' ')}Z`;
}
