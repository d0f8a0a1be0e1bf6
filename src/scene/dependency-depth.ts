/**
 * How deep each service lies: the length of the longest way to it from those who are called by nobody.
 *
 * Circles are condensed first (Tarjan 1972, without recursion): all services of a circle have one depth. Only needs
 * that carry requests count. A tool that is only needed to start or to repair carries none, and has a column of its
 * own behind the deepest.
 */
import type { Dependency } from '../scenario/model.js';

export interface DepthNode {
  readonly id: string;
  readonly needs: readonly Pick<Dependency, 'service' | 'kind'>[];
  readonly hasUsers: boolean;
}

export interface Depths {
  readonly depth: ReadonlyMap<string, number>;
  /** Number of columns that carry requests; tools, if any, are in the column of this number. */
  readonly columns: number;
  readonly hasTools: boolean;
}

export function dependencyDepth(nodes: readonly DepthNode[]): Depths {
  const ids = nodes.map((node) => node.id);
  const place = new Map(ids.map((id, index) => [id, index]));
  const calls = nodes.map((node) => targets(node, place, (kind) => kind !== 'startup' && kind !== 'operate'));
  const called = new Set(calls.flat());
  const repairs = new Set(
    nodes.flatMap((node) => targets(node, place, (kind) => kind === 'startup' || kind === 'operate')),
  );
  const isTool = nodes.map((node, index) => repairs.has(index) && !called.has(index) && !node.hasUsers);

  const component = components(calls);
  const depthOf = new Float64Array(nodes.length);
  // Tarjan numbers a component after all that it can reach: from the highest number down, callers come first.
  const byComponent = ids.map((_, index) => index).sort((a, b) => component[b] - component[a]);
  for (let start = 0; start < byComponent.length; ) {
    let end = start;
    while (end < byComponent.length && component[byComponent[end]] === component[byComponent[start]]) end++;
    const members = byComponent.slice(start, end);
    const depth = Math.max(...members.map((index) => depthOf[index]));
    for (const index of members) depthOf[index] = depth;
    for (const index of members) {
      if (isTool[index]) continue;
      for (const target of calls[index]) {
        if (component[target] !== component[index]) depthOf[target] = Math.max(depthOf[target], depth + 1);
      }
    }
    start = end;
  }
  const flowing = ids.flatMap((_, index) => (isTool[index] ? [] : [depthOf[index]]));
  const columns = flowing.length === 0 ? 0 : Math.max(...flowing) + 1;
  const depth = new Map(ids.map((id, index) => [id, isTool[index] ? columns : depthOf[index]]));
  return { depth, columns, hasTools: isTool.includes(true) };
}

function targets(
  node: DepthNode,
  place: ReadonlyMap<string, number>,
  counts: (kind: Dependency['kind']) => boolean,
): number[] {
  return node.needs.flatMap((need) => {
    const target = place.get(need.service);
    return target !== undefined && counts(need.kind) ? [target] : [];
  });
}

/** Number of the strongly connected component of each node. */
function components(calls: readonly (readonly number[])[]): Int32Array {
  const count = calls.length;
  const number = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const component = new Int32Array(count).fill(-1);
  const open: number[] = [];
  let visited = 0;
  let found = 0;
  for (let root = 0; root < count; root++) {
    if (number[root] >= 0) continue;
    const path: { node: number; next: number }[] = [{ node: root, next: 0 }];
    number[root] = low[root] = visited++;
    open.push(root);
    while (path.length > 0) {
      const top = path[path.length - 1];
      if (top.next < calls[top.node].length) {
        const target = calls[top.node][top.next++];
        if (number[target] < 0) {
          number[target] = low[target] = visited++;
          open.push(target);
          path.push({ node: target, next: 0 });
        } else if (component[target] < 0) low[top.node] = Math.min(low[top.node], number[target]);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) low[parent] = Math.min(low[parent], low[top.node]);
      if (low[top.node] !== number[top.node]) continue;
      for (let member = -1; member !== top.node; ) {
        member = open.pop() as number;
        component[member] = found;
      }
      found++;
    }
  }
  return component;
}
