/**
 * Where a curve tips: the one step between neighbouring values over which it changes by at least half of all that it
 * changes, from its least to its greatest mean, and by more than luck explains.
 *
 * More than luck: the interval of 95 % of the difference over the same seeds leaves out zero (`statistics/paired.ts`);
 * where runs have no number (it never came) the count of seeds shows it. Of one seed nothing is known about luck, and the
 * step alone counts. A step from a number to "never" is the greatest there is. Null for a curve that bends slowly: then
 * there is no such point, and none is made up. Left out: looking between the two values; a second tipping point.
 */
import { moments } from '../statistics/moments.js';
import { paired } from '../statistics/paired.js';
import type { Sample } from '../statistics/sample.js';
import type { Reads } from '../statistics/summarise-sample.js';

export interface TippingStep {
  /** Place of the value before which the curve was another; the next one is beyond. */
  readonly place: number;
  /** Share of the whole change that this step is. */
  readonly shareOfChange: number;
}

const HALF = 0.5;

/** @param samples of neighbouring values, over the same seeds */
export function tippingStep(samples: readonly Sample[], reads: Reads): TippingStep | null {
  if (samples.length < 2) return null;
  const levels = samples.map((each) => level(each, reads));
  if (levels.some((each) => each === null)) return null;
  const known = levels as readonly number[];
  const all = Math.max(...known) - Math.min(...known);
  if (!(all > 0)) return null;
  const steps = known.slice(1).map((each, i) => Math.abs(each - known[i]));
  const greatest = Math.max(...steps);
  const place = steps.indexOf(greatest);
  if (greatest < HALF * all) return null;
  const [before, after] = [samples[place], samples[place + 1]];
  const isShown = before.length < 2 || paired(before, after, reads).shown !== 'none';
  return isShown ? { place, shareOfChange: greatest / all } : null;
}

/** Mean; where half of the runs or more never came to it, worse than any of those that did. Null: nothing is known. */
function level(sample: Sample, { nullMeans }: Reads): number | null {
  if (nullMeans === 'never' && sample.missing * 2 >= sample.length && sample.missing > 0) return NEVER;
  return moments(sample.known()).mean;
}

/** More seconds, or people, than anything has. */
const NEVER = 1e15;
