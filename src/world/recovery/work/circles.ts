/**
 * Circles of start-up needs: services that can come back only after each other ("the deploy tool needs login, login is
 * deployed by the deploy tool"). Found on the scenario, before anything runs.
 *
 * A circle is a strongly connected set of required, startup and operate needs in which at least one need is for starting
 * or repairing: purely required circles are calls, which the scenario's checks judge. Left out: circles that other
 * sites' deployments would resolve; the warning says only what could happen.
 */
import { DirectedGraph } from 'graphology';
import { stronglyConnectedComponents } from 'graphology-components';
import type { RunWarning } from '../../../record/record.js';
import type { Topology } from '../../topology.js';

/** Each circle as indices of services, ascending. */
export function startupCircles(topology: Topology): readonly (readonly number[])[] {
  const graph = new DirectedGraph();
  for (const { index } of topology.services) graph.addNode(String(index));
  const binding = topology.dependencies.filter(
    ({ service, spec }) => service >= 0 && spec.kind !== 'optional' && spec.kind !== 'async',
  );
  for (const { service, callee } of binding) graph.mergeDirectedEdge(String(service), String(callee));
  const sets = stronglyConnectedComponents(graph).map((members) => members.map(Number).sort((a, b) => a - b));
  const setOf = new Int32Array(topology.services.length);
  sets.forEach((members, set) => {
    for (const service of members) setOf[service] = set;
  });
  const circles = new Set<number>();
  for (const { service, callee, spec } of binding)
    if (spec.kind !== 'required' && setOf[service] === setOf[callee]) circles.add(setOf[service]);
  return [...circles].map((set) => sets[set]).sort((a, b) => a[0] - b[0]);
}

export function circleWarnings(topology: Topology): readonly RunWarning[] {
  return startupCircles(topology).map((members) => {
    const subjects = members.map((service) => topology.services[service].spec.id);
    const breakable = topology.dependencies.some(
      ({ service, callee, spec }) =>
        members.includes(service) &&
        members.includes(callee) &&
        (spec.byHand !== null || (spec.kind === 'operate' && byHandFactor(topology, service) !== null)),
    );
    const then = breakable ? 'it has to be broken by hand' : 'nothing in the scenario breaks it';
    return {
      code: 'start-up-circle',
      subjects,
      count: 1,
      message: `start-up circle: ${subjects.join(', ')} need each other to come back; when all are down ${then}`,
    };
  });
}

function byHandFactor(topology: Topology, service: number): number | null {
  const { spec } = topology.services[service];
  return topology.scenario.classes.find(({ id }) => id === spec.class)?.byHandFactor ?? null;
}
