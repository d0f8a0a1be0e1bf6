/** What went through, at the end of a run, as the record keeps it. */
import type { Topology } from '../topology.js';
import type { AsyncWork } from './async-work.js';
import type { FlowTotals } from './contract.js';
import type { Ledgers } from './ledgers.js';
import type { Queues } from './queues.js';
import type { RefusedUsers } from './refused-users.js';

/** @param inPools requests of a source that wait for their retry */
export function flowLedgers(
  topology: Topology,
  ledgers: Ledgers,
  queues: Queues,
  users: RefusedUsers,
  asyncs: AsyncWork,
  inPools: (source: number) => number,
): FlowTotals['ledgers'] {
  return {
    server: topology.deployments.map(({ index, entity }) => {
      const queued = queues.waiting[index];
      const { offered, refused, lost } = ledgers;
      return {
        entity,
        offered: offered[index],
        refused: refused[index],
        lost: lost[index],
        queued,
        completed: offered[index] - refused[index] - lost[index] - queued,
      };
    }),
    client: topology.sources.map(({ index, entity }) => ({
      entity,
      wanted: ledgers.wanted[index],
      succeeded: ledgers.succeeded[index],
      failed: users.gaveUp(index) + users.notAsked[index],
      pending: users.pending(index) + inPools(index),
      notAsked: users.notAsked[index],
      deferred: users.deferred(index),
      left: users.leaving.left[index],
      returned: users.leaving.returned[index],
    })),
    work: topology.dependencies.flatMap(({ index, entity, spec }) =>
      spec.kind === 'async' ? [{ entity, bounced: asyncs.bouncedOver(index), waiting: asyncs.waitingOver(index) }] : [],
    ),
  };
}
