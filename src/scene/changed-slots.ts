/**
 * Slots of a stage that another layout has otherwise: a deployment that it does not have, or with other servers, zones or in
 * another role.
 */
import type { Deployment, Scenario } from '../scenario/model.js';

/** Keys of slots, as in stage-slots.ts. */
export function changedSlots(scenario: Scenario, others: readonly Scenario[]): ReadonlySet<string> {
  const theirs = others.map(placesOf);
  const changed = new Set<string>();
  for (const [key, deployment] of placesOf(scenario)) {
    if (theirs.some((places) => places.get(key) !== deployment)) changed.add(key);
  }
  return changed;
}

function placesOf({ services }: Scenario): Map<string, string> {
  return new Map(
    services.flatMap(({ id, deployments }) =>
      deployments.map((each): [string, string] => [`deployment:${id}@${each.site}`, written(each)]),
    ),
  );
}

/** All that it says but where in the file. */
function written({ ...all }: Deployment): string {
  return JSON.stringify({ ...all, path: undefined });
}
