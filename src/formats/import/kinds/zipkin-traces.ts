/** Traces of Zipkin (`/api/v2/traces`, or the spans of one). A span shared by caller and callee counts as both. */
import type { TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import type { Content } from '../reading/source-file.js';
import { child, has, numberOf, textOf } from '../reading/tree-access.js';
import { readSpans, type TraceSpan } from '../spans.js';

export const zipkinTraces: ImportKind = {
  name: 'zipkin-traces',
  title: 'Zipkin traces',
  syntax: 'tree',
  expects: 'a list of spans with "traceId", "id" and "localEndpoint", or a list of such lists',
  recognises: (content) => has(spansIn(content)[0] ?? null, 'traceId', 'id', 'localEndpoint'),
  read({ content, name }, system, problems) {
    const all = spansIn(content).map((span) => spanOf(span, problems));
    const spans = all.filter((span) => span !== null);
    if (all.length > spans.length) system.notes.push(note('broken-spans', null, { count: all.length - spans.length }));
    if (spans.length === 0) problems.add('nothing-found', name, { why: 'no span has a localEndpoint.serviceName' });
    else readSpans(sharedApart(spans), system);
  },
};

function spansIn(content: Content): readonly TreeNode[] {
  if (content.syntax !== 'tree') return [];
  return content.documents.flatMap((root) =>
    root.kind !== 'list' ? [] : root.items.flatMap((item) => (item.kind === 'list' ? item.items : [item])),
  );
}

const KINDS: readonly TraceSpan['kind'][] = ['server', 'client', 'producer', 'consumer'];

function spanOf(span: TreeNode, problems: ImportProblems): TraceSpan | null {
  const id = textOf(span, 'id');
  const service = textOf(span, 'localEndpoint', 'serviceName');
  const start = numberOf(child(span, 'timestamp'), 'timestamp', problems, { most: 1e18 });
  const duration = numberOf(child(span, 'duration'), 'duration', problems, { most: 1e18 });
  if (id === null || service === null || start === null) return null;
  const trace = textOf(span, 'traceId') ?? '';
  const parent = textOf(span, 'parentId');
  const named = textOf(span, 'kind')?.toLowerCase();
  return {
    id: `${trace}/${id}`,
    parent: parent === null || parent === '' ? null : `${trace}/${parent}`,
    service,
    kind: KINDS.find((each) => each === named) ?? 'internal',
    startSeconds: start / 1e6,
    endSeconds: (start + (duration ?? 0)) / 1e6,
    peer: textOf(span, 'remoteEndpoint', 'serviceName'),
    peerIsBackend: false,
    at: () => span.at,
  };
}

/** Caller and callee may report one id: the callee's half is then below the caller's. */
function sharedApart(spans: readonly TraceSpan[]): TraceSpan[] {
  const asked = new Set(spans.filter(({ kind }) => kind === 'client').map(({ id }) => id));
  const served = new Set(spans.filter(({ kind, id }) => kind === 'server' && asked.has(id)).map(({ id }) => id));
  return spans.map((span) => {
    if (span.kind === 'server' && asked.has(span.id)) return { ...span, id: `${span.id}/served`, parent: span.id };
    // What the callee does next hangs below its own half.
    if (span.kind !== 'server' && span.parent !== null && served.has(span.parent)) {
      return { ...span, parent: `${span.parent}/served` };
    }
    return span;
  });
}
