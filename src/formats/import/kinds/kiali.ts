/**
 * Kiali's graph (`/api/namespaces/graph`): rates of requests between services, workloads or apps, a second.
 *
 * Versions of one app are one service. Traffic from a node without a name is people's; traffic to one is left out, and so
 * are rates of tcp, which count bytes.
 */
import type { TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import { child, entriesOf, has, itemsOf, MOST_RATE, numberOf, textOf, wantText } from '../reading/tree-access.js';
import { callOf, type System, serviceOf } from '../system.js';

/** Protocols whose rates count requests. */
const PROTOCOLS = ['http', 'grpc'];

interface Node {
  readonly id: string;
  readonly data: TreeNode;
  /** Null: outside of what Kiali knows. */
  readonly name: string | null;
  readonly namespace: string;
}

export const kiali: ImportKind = {
  name: 'kiali',
  title: 'Kiali graph',
  syntax: 'tree',
  expects: 'a mapping with "elements", and in it "nodes" and "edges"',
  recognises: (content) => content.syntax === 'tree' && has(child(content.documents[0], 'elements'), 'nodes'),
  read({ content, name: file }, system, problems) {
    if (content.syntax !== 'tree') return;
    const [root] = content.documents;
    system.measuresCalls = true;
    system.ratesPerSecond = true;
    const nodes = readNodes(root, problems);
    const names = namesOf(nodes);
    for (const { id, data, namespace } of nodes.values()) {
      const name = names.get(id);
      if (name === undefined) continue;
      const service = serviceOf(system, name, data.at);
      service.group ??= namespace;
      const isGate = textOf(data, 'isGateway') !== null || has(data, 'isGateway') || has(data, 'isIngressGateway');
      if (textOf(data, 'isRoot') === 'true' || isGate) service.entry ??= { value: null, at: data.at, how: 'isRoot' };
    }
    for (const [i, edge] of itemsOf(root, 'elements', 'edges').entries()) {
      const data = child(edge, 'data');
      if (data !== null) readEdge(data, `edge ${i + 1}`, nodes, names, system, problems);
    }
    if (system.services.size === 0 && !problems.any) problems.add('nothing-found', file, { why: 'no node has a name' });
  },
};

function readNodes(root: TreeNode, problems: ImportProblems): Map<string, Node> {
  const nodes = new Map<string, Node>();
  for (const [i, item] of itemsOf(root, 'elements', 'nodes').entries()) {
    const data = child(item, 'data');
    const id = data === null ? null : wantText(data, 'id', `node ${i + 1}`, problems);
    if (data === null || id === null) continue;
    const type = textOf(data, 'nodeType');
    const own = type === 'workload' ? ['app', 'workload', 'service'] : ['service', 'app', 'workload'];
    const named = own.map((key) => textOf(data, key)).find((each) => each !== null && each !== '') ?? null;
    const isNobody =
      type === 'unknown' || named === 'unknown' || named === 'PassthroughCluster' || named === 'BlackHoleCluster';
    // A box holds others and is nobody itself.
    if (type === 'box' || has(data, 'isBox')) continue;
    nodes.set(id, { id, data, name: isNobody ? null : named, namespace: textOf(data, 'namespace') ?? '' });
  }
  return nodes;
}

/** Node -> name; of a name that several namespaces have, with the namespace. */
function namesOf(nodes: ReadonlyMap<string, Node>): Map<string, string> {
  const spaces = new Map<string, Set<string>>();
  for (const { name, namespace } of nodes.values()) {
    if (name !== null) spaces.set(name, (spaces.get(name) ?? new Set()).add(namespace));
  }
  const names = new Map<string, string>();
  for (const { id, name, namespace } of nodes.values()) {
    if (name !== null) names.set(id, (spaces.get(name)?.size ?? 0) > 1 ? `${name}.${namespace}` : name);
  }
  return names;
}

function readEdge(
  data: TreeNode,
  where: string,
  nodes: ReadonlyMap<string, Node>,
  names: ReadonlyMap<string, string>,
  system: System,
  problems: ImportProblems,
): void {
  const source = wantText(data, 'source', where, problems);
  const target = wantText(data, 'target', where, problems);
  if (source === null || target === null) return;
  for (const id of [source, target]) {
    if (!nodes.has(id)) problems.add('unknown-node', data.at, { name: id });
  }
  const rate = rateOf(data, where, problems);
  const from = names.get(source);
  const to = names.get(target);
  const protocol = textOf(data, 'traffic', 'protocol') ?? 'unknown';
  if (to === undefined) {
    const told = rate === null ? '' : `, ${rate.value}/s`;
    system.notes.push(note('dropped', data.at, { what: `${from ?? 'unknown'} -> unknown (${protocol}${told})` }));
  } else if (from === undefined) {
    const service = serviceOf(system, to, data.at);
    const more = service.entry?.value ?? 0;
    service.entry = {
      value: rate === null ? (service.entry?.value ?? null) : more + rate.value,
      at: data.at,
      how: 'from unknown',
    };
  } else if (from !== to || rate !== null) {
    if (rate?.value === 0) {
      system.notes.push(note('dropped', data.at, { what: `${from} -> ${to}: idle` }));
      return;
    }
    const call = callOf(system, { from, to, kind: 'required', at: data.at, how: protocol });
    if (rate !== null) {
      call.volume = {
        value: (call.volume?.value ?? 0) + rate.value,
        at: data.at,
        how: `${protocol}, requests a second`,
      };
    } else system.notes.push(note('dropped', data.at, { what: `rate of ${from} -> ${to}: ${protocol} counts bytes` }));
  }
}

function rateOf(data: TreeNode, where: string, problems: ImportProblems): { value: number } | null {
  let total: number | null = null;
  for (const [key, value] of entriesOf(data, 'traffic', 'rates')) {
    if (!PROTOCOLS.includes(key)) continue;
    const rate = numberOf(value, `${where}.${key}`, problems, { most: MOST_RATE });
    if (rate !== null) total = (total ?? 0) + rate;
  }
  // Of an idle edge Kiali leaves the rates out.
  const protocol = textOf(data, 'traffic', 'protocol');
  if (total === null && protocol !== null && PROTOCOLS.includes(protocol)) return { value: 0 };
  return total === null ? null : { value: total };
}
