/**
 * A scenario in which one thing fails, or two together, and nothing else: a case of `contingency`, to be run and looked at by itself.
 *
 * It takes the place of the scenario's own faults and strikes at the time of the first of them, in all its layouts.
 */
import type { Scenario } from '../scenario/model.js';
import { failureCases, serviceCases, usualTime } from '../studies/cases.js';
import type { FailureKind } from '../studies/contingency/failures.js';
import type { LoadedScenario } from './load-scenario.js';

export interface SingleFailure {
  readonly kind: FailureKind;
  /** Id of the site, link or service; a zone is `pangyo/a1`. */
  readonly id: string;
}

/**
 * @param keep ids of faults that stay beside it
 * @returns null when the layout has nothing of one of the names to fail
 */
export function failureAlone(
  scenario: LoadedScenario,
  failures: readonly SingleFailure[],
  keep: ReadonlySet<string> = new Set(),
): LoadedScenario | null {
  const alone = inLayout(scenario, failures, keep);
  if (alone === null) return null;
  const otherLayouts = scenario.otherLayouts.flatMap((each) => inLayout(each, failures, keep) ?? []);
  return { ...scenario, ...alone, otherLayouts };
}

function inLayout<Layout extends Scenario>(
  scenario: Layout,
  failures: readonly SingleFailure[],
  keep: ReadonlySet<string>,
): Layout | null {
  const kept = scenario.faults.filter((fault) => keep.has(fault.id));
  // What stays was not planned: the time is that of what was.
  const at = usualTime({ ...scenario, faults: scenario.faults.filter((fault) => !keep.has(fault.id)) });
  const found = failures.flatMap(({ kind, id }) => {
    const cases = kind === 'service' ? serviceCases(scenario, at) : failureCases(scenario, id, at);
    return cases.find((each) => each.kind === kind && each.id === id) ?? [];
  });
  if (found.length < failures.length) return null;
  return { ...scenario, faults: [...found.flatMap(({ faults }) => faults), ...kept] };
}
