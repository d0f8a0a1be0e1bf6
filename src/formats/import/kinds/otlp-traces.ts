/**
 * Traces of OpenTelemetry as OTLP JSON: one document, or a line each as the collector writes them; Tempo's `batches` too.
 * Left out: links between traces, events, and all attributes but those that name a service or a peer.
 */
import type { TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import { child, itemsOf, textOf } from '../reading/tree-access.js';
import { readSpans, type TraceSpan } from '../spans.js';

const RESOURCES = ['resourceSpans', 'resource_spans', 'batches'];
const SCOPES = ['scopeSpans', 'scope_spans', 'instrumentationLibrarySpans', 'instrumentation_library_spans'];

export const otlpTraces: ImportKind = {
  name: 'otlp-traces',
  title: 'OpenTelemetry traces',
  syntax: 'tree',
  expects: 'a mapping with "resourceSpans", or one on each line',
  recognises: (content) => content.syntax === 'tree' && resourcesOf(content.documents[0]) !== null,
  read({ content, name }, system, problems) {
    if (content.syntax !== 'tree') return;
    const spans: TraceSpan[] = [];
    let broken = 0;
    for (const document of content.documents) {
      for (const resource of resourcesOf(document) ?? []) {
        const service = attribute(child(resource, 'resource'), 'service.name');
        for (const span of SCOPES.flatMap((key) => itemsOf(resource, key)).flatMap((scope) =>
          itemsOf(scope, 'spans'),
        )) {
          const read = service === null ? null : spanOf(span, service, problems);
          if (read === null) broken++;
          else spans.push(read);
        }
      }
    }
    if (broken > 0) system.notes.push(note('broken-spans', null, { count: broken }));
    if (spans.length === 0) problems.add('nothing-found', name, { why: 'no span has a service.name' });
    else readSpans(spans, system);
  },
};

function resourcesOf(document: TreeNode | undefined): readonly TreeNode[] | null {
  for (const key of RESOURCES) {
    const list = child(document ?? null, key);
    if (list?.kind === 'list') return list.items;
  }
  // Tempo's query API puts the same into an envelope.
  const trace = child(document ?? null, 'trace');
  return trace === null ? null : resourcesOf(trace);
}

const KINDS: Readonly<Record<string, TraceSpan['kind']>> = {
  '1': 'internal',
  '2': 'server',
  '3': 'client',
  '4': 'producer',
  '5': 'consumer',
  SPAN_KIND_INTERNAL: 'internal',
  SPAN_KIND_SERVER: 'server',
  SPAN_KIND_CLIENT: 'client',
  SPAN_KIND_PRODUCER: 'producer',
  SPAN_KIND_CONSUMER: 'consumer',
};

/** Attributes that name who is called, the surest first. */
const PEERS = [
  'peer.service',
  'db.name',
  'db.namespace',
  'messaging.destination.name',
  'messaging.destination',
  'server.address',
  'net.peer.name',
];
const SYSTEMS = ['db.system', 'db.system.name', 'messaging.system'];

/** Null when it has no id, or ends before it begins. */
function spanOf(span: TreeNode, service: string, problems: ImportProblems): TraceSpan | null {
  const id = textOf(span, 'spanId') ?? textOf(span, 'span_id');
  const trace = textOf(span, 'traceId') ?? textOf(span, 'trace_id') ?? '';
  const parent = textOf(span, 'parentSpanId') ?? textOf(span, 'parent_span_id') ?? '';
  const startSeconds = nanoseconds(span, ['startTimeUnixNano', 'start_time_unix_nano'], problems);
  const endSeconds = nanoseconds(span, ['endTimeUnixNano', 'end_time_unix_nano'], problems);
  if (id === null || startSeconds === null || endSeconds === null || endSeconds < startSeconds) return null;
  const system = firstAttribute(span, SYSTEMS);
  const named = firstAttribute(span, PEERS);
  const isIp = named !== null && /^[\d.:]+$|^localhost$/.test(named);
  return {
    id: `${trace}/${id}`,
    parent: /^0*$/.test(parent) ? null : `${trace}/${parent}`,
    service,
    kind: KINDS[textOf(span, 'kind') ?? ''] ?? 'internal',
    startSeconds,
    endSeconds,
    peer: isIp || named === null ? system : named,
    peerIsBackend: system !== null,
    at: () => span.at,
  };
}

function nanoseconds(span: TreeNode, keys: readonly string[], problems: ImportProblems): number | null {
  const node = keys.map((key) => child(span, key)).find((each) => each !== null) ?? null;
  const text = textOf(node);
  if (node === null || text === null) return null;
  if (/^\d+$/.test(text)) return Number(text) / 1e9;
  const code = /^-\d+$/.test(text) ? 'negative' : 'not-a-number';
  problems.add(code, node.at, { where: keys[0], got: text });
  return null;
}

function firstAttribute(node: TreeNode, keys: readonly string[]): string | null {
  for (const key of keys) {
    const found = attribute(node, key);
    if (found !== null && found !== '') return found;
  }
  return null;
}

function attribute(node: TreeNode | null, key: string): string | null {
  for (const each of itemsOf(node, 'attributes')) {
    if (textOf(each, 'key') !== key) continue;
    const value = child(each, 'value');
    return textOf(value, 'stringValue') ?? textOf(value, 'string_value') ?? textOf(value);
  }
  return null;
}
