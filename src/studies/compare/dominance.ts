/**
 * Which layouts nobody needs to look at: another costs no more, loses no more, and is better in something.
 *
 * Weighed are cost, user-hours lost and writes lost. "Loses no more" is claimed only of what the runs show: the same in
 * every seed, or better by the interval. Layouts that are not told apart both stay on the front.
 */
import type { Paired } from '../statistics/paired.js';

export interface Weighed {
  readonly id: string;
  /** Null: the file states no prices; then cost is not weighed. */
  readonly cost: number | null;
}

/** How `other` stands against `base` in one measure; null: neither has a number in any seed. */
export type Against = (base: string, other: string) => readonly (Paired | null)[];

/** For each layout the ids of those that dominate it. */
export function dominators(layouts: readonly Weighed[], against: Against): ReadonlyMap<string, readonly string[]> {
  return new Map(
    layouts.map(({ id, cost }) => [
      id,
      layouts
        .filter((other) => other.id !== id && dominates(other.cost, cost, against(id, other.id)))
        .map((other) => other.id),
    ]),
  );
}

function dominates(cost: number | null, than: number | null, losses: readonly (Paired | null)[]): boolean {
  const cheaper = cost !== null && than !== null && cost < than;
  if (cost !== null && than !== null && cost > than) return false;
  const known = losses.filter((each) => each !== null);
  if (!known.every((each) => each.shown === 'better' || isSame(each))) return false;
  return cheaper || known.some(({ shown }) => shown === 'better');
}

function isSame({ better, worse, same, difference }: Paired): boolean {
  return better === 0 && worse === 0 && same > 0 && difference === 0;
}
