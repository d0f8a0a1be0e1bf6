/** Changes that meet an aim, without those that are not needed for it: each is left out on trial, the dearest first. */
import type { Scenario } from '../../scenario/model.js';
import type { Change } from '../saved-by/change.js';
import { isReached } from './aim.js';
import { costOf } from './best-change.js';
import type { Outcome, Tries } from './tries.js';

export interface Now {
  readonly scenario: Scenario;
  readonly outcome: Outcome;
  readonly spent: number;
}

export interface Kept {
  readonly now: Now;
  readonly needless: ReadonlySet<string>;
}

/** Null when it was stopped: then all of it stands. */
export async function withoutNeedless(
  scenario: Scenario,
  met: Now,
  taken: readonly Change[],
  tries: Tries,
): Promise<Kept | null> {
  let changes = taken;
  const made = (some: readonly Change[]): Scenario => some.reduce((base, change) => change.apply(base), scenario);
  const priceOf = (change: Change): number =>
    costOf(made(changes)) - costOf(made(changes.filter((each) => each !== change)));
  const needless = new Set<string>();
  let now = met;
  const dearestFirst = [...changes]
    .map((change) => ({ change, price: priceOf(change) }))
    .sort((a, b) => b.price - a.price);
  for (const { change } of dearestFirst) {
    const fewer = changes.filter((each) => each !== change);
    const without = made(fewer);
    const [outcome] = (await tries.outcomes([without])) ?? [];
    if (outcome === undefined) return null;
    if (!isReached(outcome.short)) continue;
    changes = fewer;
    needless.add(change.id);
    now = { scenario: without, outcome, spent: costOf(without) - costOf(scenario) };
  }
  return { now, needless };
}
