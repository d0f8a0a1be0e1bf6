/** Writes of two sides are merged: so much work on each, by the people who check data. The service goes on meanwhile. */
import type { DataPlacement, ServiceClass } from '../../scenario/model.js';
import type { TaskSpec } from '../recovery/work/task.js';
import type { RunContext } from '../run-context.js';

export function mergeTask(
  { topology }: RunContext,
  service: number,
  number: number,
  writes: number,
  kind: ServiceClass,
  rank: () => number,
  finished: (event: number) => void,
): TaskSpec {
  const { spec, entity, operate } = topology.services[service];
  const { merge } = spec.data as DataPlacement;
  const plan = kind.check ?? kind.start;
  return {
    id: `${spec.id}:merge#${number}`,
    path: spec.path,
    stage: 'merge',
    subject: entity,
    service,
    deployment: -1,
    site: -1,
    team: plan ? (topology.teamIndex.get(plan.team) ?? -1) : -1,
    people: plan?.people ?? 0,
    peopleOnlyByHand: false,
    tools: operate.map((d) => topology.dependencies[d].callee),
    byHandFactor: kind.byHandFactor,
    startup: [],
    entry: () => false,
    also: () => [],
    begin: () => writes * merge.secondsPerWrite,
    finished,
    rank,
  };
}
