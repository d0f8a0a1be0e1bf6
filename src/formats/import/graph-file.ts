/** What GraphML and GEXF have in common: nodes and edges with named values, of which some are known to us. */

import type { DependencyKind } from '../../scenario/model.js';
import type { Span } from '../../scenario/reading/span.js';
import type { ImportProblems } from './import-problem.js';
import { note } from './notes.js';
import { MOST_COUNT, MOST_RATE, numberFrom } from './reading/tree-access.js';
import { callOf, type System, serviceOf } from './system.js';

export interface FileNode {
  readonly id: string;
  readonly label: string | null;
  /** By title, in lower case. */
  readonly values: ReadonlyMap<string, string>;
  readonly at: Span;
}

export interface FileEdge {
  readonly source: string;
  readonly target: string;
  readonly values: ReadonlyMap<string, string>;
  readonly at: Span;
}

const RATES = ['rate', 'rps', 'qps'];
const KINDS: readonly string[] = ['required', 'optional', 'async', 'startup', 'operate'];

export function readGraph(
  nodes: readonly FileNode[],
  edges: readonly FileEdge[],
  system: System,
  problems: ImportProblems,
): void {
  const names = namesOf(nodes, problems);
  for (const node of nodes) readNode(node, names.get(node.id) ?? node.id, system, problems);
  for (const { source, target, values, at } of edges) {
    for (const id of [source, target]) if (!names.has(id)) problems.add('unknown-node', at, { name: id });
    const from = names.get(source);
    const to = names.get(target);
    if (from === undefined || to === undefined) continue;
    const kind = values.get('kind') ?? '';
    const isKnown = KINDS.includes(kind);
    const call = callOf(system, { from, to, kind: isKnown ? (kind as DependencyKind) : 'required', at, how: 'edge' });
    const number = (keys: readonly string[], most: number): number | null => {
      const key = keys.find((each) => values.has(each));
      return key === undefined ? null : numberFrom(values.get(key) ?? '', at, key, problems, { most });
    };
    const perRequest = number(['calls', 'callsperrequest', 'calls per request'], 1e6);
    const rate = number(RATES, MOST_RATE);
    const count = number(['count', 'callcount', 'weight', 'requests'], MOST_COUNT);
    if (perRequest !== null && perRequest > 0) call.perRequest = { value: perRequest, at, how: 'calls' };
    // Who states calls per request has a weight for the eye.
    const volume = perRequest === null ? (rate ?? count) : null;
    if (volume !== null && volume > 0)
      call.volume = { value: (call.volume?.value ?? 0) + volume, at, how: rate === null ? 'weight' : 'rate' };
    const retries = number(['retries'], 100);
    if (retries !== null && retries > 0) call.retries = { value: Math.round(retries), at, how: 'retries' };
    const timeout = number(['timeoutseconds'], 86_400);
    if (timeout !== null && timeout > 0) call.timeoutSeconds = { value: timeout, at, how: 'timeoutSeconds' };
  }
  const isRate = edges.length > 0 && edges.every(({ values }) => RATES.some((key) => values.has(key)));
  system.ratesPerSecond = isRate || nodes.some(({ values }) => values.has('peakpersecond'));
  system.measuresCalls = true;
}

function readNode(node: FileNode, name: string, system: System, problems: ImportProblems): void {
  const { values, at } = node;
  const service = serviceOf(system, name, at);
  service.group = values.get('domain') ?? values.get('group') ?? null;
  const replicas = values.get('replicas') ?? values.get('servers') ?? values.get('instances');
  if (replicas !== undefined) {
    const count = numberFrom(replicas, at, 'replicas', problems, { most: 1e6 });
    if (count !== null && count >= 1) service.replicas = { value: Math.round(count), at, how: 'replicas' };
    else if (count !== null) system.notes.push(note('dropped', at, { what: `replicas of ${name}: ${replicas}` }));
  }
  const capacity = values.get('capacitypersecond');
  if (capacity !== undefined) {
    const rate = numberFrom(capacity, at, 'capacityPerSecond', problems, { most: MOST_RATE });
    if (rate !== null && rate > 0) service.capacity = { value: rate, at, how: 'capacityPerSecond' };
  }
  const peak = values.get('peakpersecond');
  if (peak !== undefined) {
    const rate = numberFrom(peak, at, 'peakPerSecond', problems, { most: MOST_RATE });
    if (rate !== null && rate > 0) service.entry = { value: rate, at, how: 'peakPerSecond' };
  }
  const sites =
    values.get('sites') ?? values.get('site') ?? values.get('datacenter') ?? values.get('region') ?? values.get('zone');
  if (sites !== undefined && sites !== '') {
    const places = sites.split(/[,;\s]+/).filter((each) => each !== '');
    service.places = { value: places.map((site) => ({ site, zone: null })), at, how: 'site' };
  }
}

/** A label is a name only where nobody else has it. */
function namesOf(nodes: readonly FileNode[], problems: ImportProblems): Map<string, string> {
  const seen = new Map<string, FileNode>();
  const labels = new Map<string, number>();
  for (const node of nodes) {
    const first = seen.get(node.id);
    if (first !== undefined) problems.add('duplicate-node', node.at, { name: node.id, line: first.at.line });
    else seen.set(node.id, node);
    if (node.label !== null) labels.set(node.label, (labels.get(node.label) ?? 0) + 1);
  }
  return new Map(
    [...seen.values()].map(({ id, label }) => [
      id,
      label !== null && label !== '' && labels.get(label) === 1 ? label : id,
    ]),
  );
}
