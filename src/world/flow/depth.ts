import type { Topology } from '../topology.js';

/**
 * Depth of each service: 1 for one that only journeys or users call, greater than that of all its callers outside its
 * own circle. Services in a circle of calls share a depth. The solver works quality out from the deepest up, load from
 * the shallowest down.
 */
export function depthOfServices(topology: Topology): Int32Array {
  const callees = topology.services.map((service) => service.calls.map((d) => topology.dependencies[d].callee));
  const circles = circlesOf(callees);
  // Tarjan finds a circle only after all that it calls: against that order, callers come before callees.
  const depth = new Int32Array(topology.services.length).fill(1);
  for (let c = circles.length - 1; c >= 0; c--) {
    const own = Math.max(...circles[c].map((s) => depth[s]));
    for (const s of circles[c]) depth[s] = own;
    for (const s of circles[c]) {
      for (const callee of callees[s])
        if (!circles[c].includes(callee)) depth[callee] = Math.max(depth[callee], own + 1);
    }
  }
  return depth;
}

/** Strongly connected components (Tarjan 1972), callees before callers; without recursion, graphs may be deep. */
export function circlesOf(callees: readonly (readonly number[])[]): number[][] {
  const n = callees.length;
  const order = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const onStack = new Uint8Array(n);
  const next = new Int32Array(n);
  const stack: number[] = [];
  const circles: number[][] = [];
  let counter = 0;
  for (let root = 0; root < n; root++) {
    if (order[root] >= 0) continue;
    const path = [root];
    while (path.length > 0) {
      const v = path[path.length - 1];
      if (next[v] === 0) {
        order[v] = low[v] = counter++;
        stack.push(v);
        onStack[v] = 1;
      }
      if (next[v] < callees[v].length) {
        const w = callees[v][next[v]++];
        if (order[w] < 0) path.push(w);
        else if (onStack[w]) low[v] = Math.min(low[v], order[w]);
        continue;
      }
      // A node without callees comes here at once: `next` must not read as unvisited again, but it is done.
      path.pop();
      if (path.length > 0) low[path[path.length - 1]] = Math.min(low[path[path.length - 1]], low[v]);
      if (low[v] !== order[v]) continue;
      const circle: number[] = [];
      for (;;) {
        const w = stack.pop() as number;
        onStack[w] = 0;
        circle.push(w);
        if (w === v) break;
      }
      circles.push(circle);
    }
  }
  return circles;
}
