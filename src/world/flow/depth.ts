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
  const circles = stronglyConnectedComponents(graph).map((members) => members.map(Number));
  const circleOf = new Int32Array(topology.services.length);
  for (const [c, members] of circles.entries()) for (const s of members) circleOf[s] = c;
  const callees: Set<number>[] = circles.map(() => new Set());
  const callers = new Int32Array(circles.length);
  graph.forEachDirectedEdge((_edge, _attributes, from, to) => {
    const a = circleOf[Number(from)];
    const b = circleOf[Number(to)];
    if (a === b || callees[a].has(b)) return;
    callees[a].add(b);
    callers[b]++;
  });
  // Longest path from the top, taking circles whose callers are all placed (Kahn 1962).
  const depth = new Int32Array(circles.length).fill(1);
  const ready = circles.flatMap((_, c) => (callers[c] === 0 ? [c] : []));
  for (let k = 0; k < ready.length; k++) {
    for (const callee of callees[ready[k]]) {
      depth[callee] = Math.max(depth[callee], depth[ready[k]] + 1);
      if (--callers[callee] === 0) ready.push(callee);
    }
  }
  return circleOf.map((c) => depth[c]);
}
