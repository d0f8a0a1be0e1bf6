/** Faults of the file and interventions of an operator, as roots: without one, it never happens. */
import type { Reading } from '../../results/reading.js';
import type { FaultValue, Scenario } from '../../scenario/model.js';
import type { Intervention } from '../../world/fault-course.js';
import type { Root, Setup } from './root.js';

/** The fault or intervention of an entity of kind `fault`; null: it is of neither. */
export function actRoot({ scenario, interventions }: Setup, base: Reading, id: string): Root | null {
  const entity = base.view.find('fault', id);
  const fault = scenario.faults.find((each) => each.id === id);
  if (fault !== undefined)
    return {
      key: `fault ${id}`,
      kind: 'fault',
      id,
      at: fault.atSeconds * 1e6,
      path: fault.path,
      absence: (say) => say.in(`without ${say.name(entity)}`, `${say.name(entity)} 없었다면`),
      without: (setup) => ({
        scenario: { ...setup.scenario, faults: setup.scenario.faults.filter((each) => each.id !== id) },
        // Nothing is left to be restored.
        interventions: setup.interventions.map((act) => (act.parameters.fault === id ? never(act, setup) : act)),
      }),
    };
  const place = interventions.findIndex((_, i) => id === `intervention-${i}`);
  if (place < 0) return null;
  const act = interventions[place];
  return {
    key: `intervention ${id}`,
    kind: 'intervention',
    id,
    at: act.atSeconds * 1e6,
    path: '',
    absence: (say) =>
      say.in(`without what the operator did (${actText(act)})`, `운영자 개입이 없었다면 (${actText(act)})`),
    without: (setup) => ({
      ...setup,
      interventions: setup.interventions.map((each, i) => (i === place ? never(each, setup) : each)),
    }),
  };
}

/** Put off beyond the end, and not left out: the others are called by their place in the list. */
function never(act: Intervention, { scenario }: { readonly scenario: Scenario }): Intervention {
  return { ...act, atSeconds: scenario.durationSeconds + 1 };
}

function actText({ kind, parameters }: Intervention): string {
  const where = Object.values(parameters).filter((value: FaultValue) => typeof value === 'string');
  return [kind, ...where].join(' ');
}
