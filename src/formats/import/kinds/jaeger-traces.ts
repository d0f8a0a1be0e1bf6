/**
 * Traces as Jaeger's API and its user interface export them: traces with spans, and processes that name their services.
 * Left out: logs, and all tags but those that say what a span is and whom it calls.
 */
import type { TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import type { Content } from '../reading/source-file.js';
import { child, has, itemsOf, numberOf, textOf } from '../reading/tree-access.js';
import { readSpans, type TraceSpan } from '../spans.js';

export const jaegerTraces: ImportKind = {
  name: 'jaeger-traces',
  title: 'Jaeger traces',
  syntax: 'tree',
  expects: 'traces with "spans" and "processes"',
  recognises: (content) => tracesOf(content).some((trace) => has(trace, 'spans', 'processes')),
  read({ content, name }, system, problems) {
    const all = tracesOf(content).flatMap((trace) =>
      itemsOf(trace, 'spans').map((span) => spanOf(trace, span, problems)),
    );
    const spans = all.filter((span) => span !== null);
    if (all.length > spans.length) system.notes.push(note('broken-spans', null, { count: all.length - spans.length }));
    if (spans.length === 0) problems.add('nothing-found', name, { why: 'no span has a service' });
    else readSpans(spans, system);
  },
};

function tracesOf(content: Content): readonly TreeNode[] {
  if (content.syntax !== 'tree') return [];
  return content.documents.flatMap((root) => {
    if (root.kind === 'list') return root.items;
    return has(root, 'spans') ? [root] : itemsOf(root, 'data');
  });
}

const KINDS: readonly TraceSpan['kind'][] = ['server', 'client', 'producer', 'consumer', 'internal'];
const PEERS = [
  'peer.service',
  'db.instance',
  'db.name',
  'message_bus.destination',
  'messaging.destination',
  'peer.hostname',
];
const SYSTEMS = ['db.system', 'db.type', 'messaging.system'];

function spanOf(trace: TreeNode, span: TreeNode, problems: ImportProblems): TraceSpan | null {
  const id = textOf(span, 'spanID');
  const ofTrace = textOf(span, 'traceID') ?? textOf(trace, 'traceID') ?? '';
  const service =
    textOf(trace, 'processes', textOf(span, 'processID') ?? '', 'serviceName') ??
    textOf(span, 'process', 'serviceName');
  const start = numberOf(child(span, 'startTime'), 'startTime', problems, { most: 1e18 });
  const duration = numberOf(child(span, 'duration'), 'duration', problems, { most: 1e18 });
  if (id === null || service === null || start === null || duration === null) return null;
  const reference = itemsOf(span, 'references').find((each) => textOf(each, 'spanID') !== null) ?? null;
  const parent = textOf(reference, 'spanID') ?? textOf(span, 'parentSpanID');
  const named = tag(span, 'span.kind')?.toLowerCase();
  const system = SYSTEMS.map((key) => tag(span, key)).find((each) => each !== null) ?? null;
  const follows = textOf(reference, 'refType') === 'FOLLOWS_FROM';
  return {
    id: `${ofTrace}/${id}`,
    parent: parent === null || parent === '' ? null : `${textOf(reference, 'traceID') ?? ofTrace}/${parent}`,
    service,
    kind: follows && named === undefined ? 'consumer' : (KINDS.find((each) => each === named) ?? 'internal'),
    startSeconds: start / 1e6,
    endSeconds: (start + duration) / 1e6,
    peer: PEERS.map((key) => tag(span, key)).find((each) => each !== null && !/^[\d.:]+$/.test(each)) ?? system,
    peerIsBackend: system !== null,
    at: () => span.at,
  };
}

function tag(span: TreeNode, key: string): string | null {
  const found = itemsOf(span, 'tags').find((each) => textOf(each, 'key') === key) ?? null;
  return textOf(found, 'value');
}
