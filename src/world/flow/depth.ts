import { DirectedGraph } from 'graphology';
import { stronglyConnectedComponents } from 'graphology-components';
import type { Topology } from '../topology.js';

/**
 * Depth of each service: 1 for one that only journeys or users call, greater than that of all its callers outside its
 * own circle. Services in a circle of calls share a depth. The solver works quality out from the deepest up, load from
 * the shallowest down.
 */
export function depthOfServices(topology: Topology): Int32Array {
  const graph = new DirectedGraph();
  for (const service of topology.services) graph.addNode(service.index);
  for (const service of topology.services) {
    for (const d of service.calls) graph.mergeEdge(service.index, topology.dependencies[d].callee);
  }
  const component = new Int32Array(topology.services.length);
  const components = stronglyConnectedComponents(graph);
  components.forEach((members, c) => {
    for (const member of members) component[Number(member)] = c;
  });
  const callersOf: Set<number>[] = components.map(() => new Set());
  const calleesOf: Set<number>[] = components.map(() => new Set());
  graph.forEachEdge((_edge, _attributes, from, to) => {
    const a = component[Number(from)];
    const b = component[Number(to)];
    if (a === b) return;
    calleesOf[a].add(b);
    callersOf[b].add(a);
  });
  // Longest path from the top, by removing components whose callers are all placed (Kahn 1962).
  const depth = new Int32Array(components.length).fill(1);
  const waiting = callersOf.map((callers) => callers.size);
  const ready = waiting.flatMap((count, c) => (count === 0 ? [c] : []));
  for (let k = 0; k < ready.length; k++) {
    for (const callee of calleesOf[ready[k]]) {
      depth[callee] = Math.max(depth[callee], depth[ready[k]] + 1);
      if (--waiting[callee] === 0) ready.push(callee);
    }
  }
  return component.map((c) => depth[c]);
}
