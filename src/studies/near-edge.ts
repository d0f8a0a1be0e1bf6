/**
 * Is a run near an edge? Where a system may tip either way, the fluid's small steps decide which, and what it says of
 * those users is luck. So a run in which much moved is worked out once more, twice as finely: whose users fare otherwise
 * is told as a warning of the run (`near-edge`), with the share of their requests that hangs by it.
 *
 * Left out: edges of the scenario itself (a fault a little larger: `vulnerable`; another number of servers: `sweep`),
 * and runs in which little moves by itself.
 */
import type { RunRecord, RunWarning } from '../record/record.js';
import type { Scenario } from '../scenario/model.js';
import type { Simulate } from './simulate-contract.js';

/** With fewer steps of queues and retries than this there is nothing that could add up. */
const MANY_STEPS = 500;
/** Of what is wanted: a success that differs by more is another. */
const SAME_SHARE = 0.02;
const FINER = 0.5;

/** Null when it comes out the same, and when too little moved to ask; else asks for one further run. */
export function nearEdge(scenario: Scenario, record: RunRecord, simulate: Simulate, seed: string): RunWarning | null {
  if (record.counters.steps < MANY_STEPS) return null;
  const { solver } = scenario;
  const finer = simulate({ ...scenario, solver: { ...solver, tolerance: solver.tolerance * FINER } }, { seed });
  const shares = successes(finer);
  const found = [...successes(record)]
    .map(([id, share]) => ({ id, gap: Math.abs(share - (shares.get(id) ?? share)) }))
    .filter(({ gap }) => gap > SAME_SHARE)
    .sort((a, b) => b.gap - a.gap || (a.id < b.id ? -1 : 1));
  if (found.length === 0) return null;
  const [worst] = found;
  const percent = Math.round(100 * worst.gap);
  return {
    code: 'near-edge',
    subjects: found.map(({ id }) => id),
    count: found.length,
    message:
      `near an edge: worked out twice as finely, ${percent} % of the requests of ${worst.id} end otherwise` +
      (found.length > 1 ? `, and more than ${100 * SAME_SHARE} % of ${found.length - 1} more` : ''),
  };
}

/** Share of what users of each service or journey wanted that succeeded, over the whole run. */
function successes({ entities, ledgers }: RunRecord): Map<string, number> {
  return new Map(
    ledgers.client
      .filter(({ wanted }) => wanted > 0)
      .map(({ entity, wanted, succeeded }) => [entities[entity].id, succeeded / wanted]),
  );
}
