/**
 * What advice is to reach: expectations, and how far a run is from them, as one number that falls on the way.
 *
 * The shortfall of an expectation is by how many times its limit the value is beyond it, 0 when it is met; what never came counts as
 * having come at the end of the run. That of several is their sum. Left out: which of them matters more.
 */
import type { Expectation, Scenario } from '../../scenario/model.js';
import type { AskedMeasure } from '../pool/kinds/measures.js';
import type { Sample } from '../statistics/sample.js';

/** Over several seeds an expectation is met when it is in so many of them. */
const MET_SHARE = 0.95;

export function askedOf(aims: readonly Expectation[]): readonly AskedMeasure[] {
  return aims.map(({ measure, of }) => ({ name: measure, of }));
}

/** @param values of the aims' measures in one run; null: unknown, or it never came */
export function shortfall(
  aims: readonly Expectation[],
  values: readonly (number | null)[],
  { durationSeconds }: Scenario,
): number {
  return aims.reduce((sum, { atMost, atLeast }, i) => {
    if (atMost !== null) return sum + beyond((values[i] ?? durationSeconds) - atMost, atMost);
    return atLeast === null ? sum : sum + beyond(atLeast - (values[i] ?? 0), atLeast);
  }, 0);
}

function beyond(by: number, limit: number): number {
  return by <= 0 ? 0 : by / Math.max(1, Math.abs(limit));
}

export function isReached(short: Sample): boolean {
  const known = short.known();
  return known.length > 0 && known.filter((each) => each === 0).length >= MET_SHARE * known.length;
}
