/**
 * Vizceral's traffic: a region is a site, the nodes in it are services there, connections have rates a second.
 * INTERNET, or the entry node of a region, is people. Left out: notices, classes, layouts of the drawing.
 */
import type { TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import { child, entriesOf, has, itemsOf, MOST_RATE, numberOf, textOf, wantText } from '../reading/tree-access.js';
import { callOf, type System, serviceOf } from '../system.js';

export const vizceral: ImportKind = {
  name: 'vizceral',
  title: 'Vizceral traffic',
  syntax: 'tree',
  expects: 'a mapping with "renderer", "nodes" and "connections"',
  recognises(content) {
    const root = content.syntax === 'tree' ? content.documents[0] : null;
    return has(root, 'nodes') && (has(root, 'renderer') || has(root, 'connections')) && !has(root, 'elements');
  },
  read({ content, name: file }, system, problems) {
    if (content.syntax !== 'tree') return;
    const [root] = content.documents;
    system.title = textOf(root, 'name');
    system.measuresCalls = true;
    system.ratesPerSecond = true;
    const regions = itemsOf(root, 'nodes').filter((node) => itemsOf(node, 'nodes').length > 0);
    if (regions.length === 0) readLevel(root, null, system, problems);
    for (const region of regions) readLevel(region, textOf(region, 'name'), system, problems);
    if (regions.length > 0) {
      const between = itemsOf(root, 'connections').filter(
        (connection) => !isUsers(textOf(connection, 'source') ?? '', null),
      );
      if (between.length > 0)
        system.notes.push(note('dropped', between[0].at, { what: `${between.length} connections between regions` }));
    }
    if (system.services.size === 0 && !problems.any) problems.add('nothing-found', file, { why: 'no node has a name' });
  },
};

/** `entry`: the node of the region that stands for its people. */
function isUsers(name: string, entry: string | null): boolean {
  return name === entry || /^internet$/i.test(name);
}

function readLevel(level: TreeNode, site: string | null, system: System, problems: ImportProblems): void {
  const entry = textOf(level, 'entryNode');
  const known = new Set<string>();
  for (const [i, node] of itemsOf(level, 'nodes').entries()) {
    const name = wantText(node, 'name', `node ${i + 1}`, problems);
    if (name === null) continue;
    known.add(name);
    if (isUsers(name, entry)) continue;
    const service = serviceOf(system, name, node.at);
    if (site === null) continue;
    const places = service.places?.value ?? [];
    if (!places.some((place) => place.site === site)) {
      service.places = { value: [...places, { site, zone: null }], at: node.at, how: 'region' };
    }
    for (const inner of itemsOf(node, 'nodes').slice(0, 1)) {
      system.notes.push(note('dropped', inner.at, { what: `what is inside ${name}` }));
    }
  }
  for (const [i, connection] of itemsOf(level, 'connections').entries()) {
    const where = `connection ${i + 1}`;
    const from = wantText(connection, 'source', where, problems);
    const to = wantText(connection, 'target', where, problems);
    if (from === null || to === null) continue;
    for (const name of [from, to])
      if (!known.has(name) && !isUsers(name, entry)) problems.add('unknown-node', connection.at, { name });
    const metrics = entriesOf(connection, 'metrics').map(([key, value]) =>
      numberOf(value, `${where}.${key}`, problems, { most: MOST_RATE }),
    );
    const rate = metrics.length === 0 ? null : metrics.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    if (isUsers(to, entry)) continue;
    if (isUsers(from, entry)) {
      const service = serviceOf(system, to, connection.at);
      const before = service.entry?.value ?? null;
      service.entry = { value: rate === null ? before : (before ?? 0) + rate, at: connection.at, how: `from ${from}` };
      continue;
    }
    if (rate === 0) {
      system.notes.push(note('dropped', connection.at, { what: `${from} -> ${to}: no traffic` }));
      continue;
    }
    const call = callOf(system, { from, to, kind: 'required', at: connection.at, how: 'connection' });
    const at = child(connection, 'metrics')?.at ?? connection.at;
    if (rate !== null) call.volume = { value: (call.volume?.value ?? 0) + rate, at, how: 'requests a second' };
  }
}
