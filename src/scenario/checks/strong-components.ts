/**
 * Sets of nodes that reach each other (Tarjan, "Depth-first search and linear graph algorithms", 1972), without
 * recursion: graphology's is recursive, and a chain of ten thousand services would overflow the stack.
 */
export function strongComponents(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const numbers = new Map<string, number>();
  const low = new Map<string, number>();
  const waiting: string[] = [];
  const isWaiting = new Set<string>();
  const components: string[][] = [];

  const enter = (node: string, path: Visit[]): void => {
    numbers.set(node, numbers.size);
    low.set(node, numbers.size - 1);
    waiting.push(node);
    isWaiting.add(node);
    path.push({ node, next: 0 });
  };
  const lower = (node: string, to: number): void => {
    low.set(node, Math.min(low.get(node) as number, to));
  };
  const leave = (node: string): void => {
    if (low.get(node) !== numbers.get(node)) return;
    const component: string[] = [];
    for (let member = ''; member !== node; ) {
      member = waiting.pop() as string;
      isWaiting.delete(member);
      component.push(member);
    }
    components.push(component);
  };

  for (const root of graph.keys()) {
    if (numbers.has(root)) continue;
    const path: Visit[] = [];
    enter(root, path);
    while (path.length > 0) {
      const visit = path[path.length - 1];
      const to = graph.get(visit.node)?.[visit.next++];
      if (to === undefined) {
        path.pop();
        leave(visit.node);
        if (path.length > 0) lower(path[path.length - 1].node, low.get(visit.node) as number);
      } else if (!numbers.has(to)) enter(to, path);
      else if (isWaiting.has(to)) lower(visit.node, numbers.get(to) as number);
    }
  }
  return components;
}

/** A node on the way, and which of its edges comes next. */
interface Visit {
  readonly node: string;
  next: number;
}
