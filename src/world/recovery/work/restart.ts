/** Restarting the part of a deployment's servers that crashed, by the class's plan to start; none: it takes no work. */
import { sample } from '../../../engine/distributions.js';
import type { ServiceClass } from '../../../scenario/model.js';
import type { RunContext } from '../../run-context.js';
import type { TaskSpec } from './task.js';

export function restartTask(
  context: RunContext,
  deployment: number,
  kind: ServiceClass,
  number: number,
  rank: () => number,
  finished: (event: number) => void,
): TaskSpec | null {
  const { topology, streams, recorder } = context;
  const plan = kind.start;
  if (!plan) return null;
  const node = topology.deployments[deployment];
  const service = topology.services[node.service];
  const stream = streams.stream(topology.sites[node.site].spec.id, service.spec.id, 'restart', number);
  return {
    id: `${recorder.entityAt(node.entity).id}:restart#${number}`,
    path: node.spec.path,
    stage: 'start',
    subject: node.entity,
    service: node.service,
    deployment,
    site: node.site,
    team: topology.teamIndex.get(plan.team) ?? -1,
    people: plan.people,
    peopleOnlyByHand: false,
    tools: service.operate.map((d) => topology.dependencies[d].callee),
    byHandFactor: kind.byHandFactor,
    startup: [],
    entry: () => false,
    also: () => [],
    begin: () => sample(plan.duration, stream),
    finished,
    rank,
  };
}
