/**
 * Traces to calls: each span whose parent is of another service is one call, and a span without a parent of its own
 * service is one request of it. So calls per request are counted, whatever was sampled; rates are not, since nobody knows
 * what was left out. A caller that waits for somebody who sends no spans (a database) is a call too.
 *
 * A service's own work is what its spans last without the spans below them, calls not counted.
 */
import type { Span as Position } from '../../scenario/reading/span.js';
import { note } from './notes.js';
import { callOf, type System, serviceOf } from './system.js';

export interface TraceSpan {
  /** Unique in the file. */
  readonly id: string;
  readonly parent: string | null;
  readonly service: string;
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Who is called, where the span says it; counts only when no span of the callee is there. */
  readonly peer: string | null;
  /** The peer is a database, a cache or a queue. */
  readonly peerIsBackend: boolean;
  readonly at: () => Position;
}

interface Tally {
  count: number;
  first: TraceSpan;
  isAsync: boolean;
}

export function readSpans(spans: readonly TraceSpan[], system: System): void {
  system.measuresCalls = true;
  const byId = new Map(spans.map((span) => [span.id, span]));
  const children = childrenOf(spans, byId);
  const calls = new Map<string, Tally>();
  const received = new Map<string, { count: number; outside: number; first: TraceSpan }>();
  let orphans = 0;
  for (const span of spans) {
    const parent = span.parent === null ? null : (byId.get(span.parent) ?? null);
    if (span.parent !== null && parent === null) orphans++;
    if (parent === null || parent.service !== span.service) {
      const known = received.get(span.service) ?? { count: 0, outside: 0, first: span };
      known.count++;
      if (parent === null && span.kind !== 'producer' && span.kind !== 'client') known.outside++;
      received.set(span.service, known);
    }
    if (parent !== null && parent.service !== span.service) {
      tally(calls, parent.service, span.service, span, span.kind === 'consumer' || parent.kind === 'producer');
    }
    const answered = children.get(span.id)?.some(({ service }) => service !== span.service) ?? false;
    const asks = span.kind === 'client' || span.kind === 'producer';
    if (asks && !answered && span.peer !== null && span.peer !== span.service) {
      tally(calls, span.service, span.peer, span, span.kind === 'producer');
      if (span.peerIsBackend) serviceOf(system, span.peer, span.at()).isBackend = true;
    }
  }
  for (const [name, { count, outside, first }] of received) {
    const service = serviceOf(system, name, first.at());
    service.received = { value: count, at: first.at(), how: `${count} requests in the traces` };
    if (outside > 0) service.entry = { value: outside, at: first.at(), how: `${outside} spans without a parent` };
  }
  for (const [key, { count, first, isAsync }] of calls) {
    const [from, to] = JSON.parse(key) as [string, string];
    const how = `${count} spans`;
    const call = callOf(system, { from, to, kind: isAsync ? 'async' : 'required', at: first.at(), how });
    call.volume = { value: count, at: first.at(), how };
  }
  ownWork(spans, children, received, system);
  if (orphans > 0) system.notes.push(note('no-parent', null, { count: orphans, spans: spans.length }));
  system.notes.push(note('no-window', null));
}

function childrenOf(spans: readonly TraceSpan[], byId: ReadonlyMap<string, TraceSpan>): Map<string, TraceSpan[]> {
  const children = new Map<string, TraceSpan[]>();
  for (const span of spans) {
    if (span.parent === null || !byId.has(span.parent)) continue;
    const known = children.get(span.parent);
    if (known === undefined) children.set(span.parent, [span]);
    else known.push(span);
  }
  return children;
}

function tally(calls: Map<string, Tally>, from: string, to: string, span: TraceSpan, isAsync: boolean): void {
  const key = JSON.stringify([from, to]);
  const known = calls.get(key);
  if (known === undefined) calls.set(key, { count: 1, first: span, isAsync });
  else {
    known.count++;
    // Somebody waits for some of them, and so for the callee.
    known.isAsync &&= isAsync;
  }
}

/** A clock that jumps makes spans of hours; longer than that is no request. */
const LONGEST_SECONDS = 3600;

function ownWork(
  spans: readonly TraceSpan[],
  children: ReadonlyMap<string, readonly TraceSpan[]>,
  received: ReadonlyMap<string, { readonly count: number; readonly first: TraceSpan }>,
  system: System,
): void {
  const own = new Map<string, number>();
  for (const span of spans) {
    if (span.kind === 'client' || span.kind === 'producer') continue;
    const time = span.endSeconds - span.startSeconds - covered(span, children.get(span.id) ?? []);
    own.set(span.service, (own.get(span.service) ?? 0) + Math.max(0, time));
  }
  for (const [name, total] of own) {
    const asked = received.get(name);
    if (asked === undefined) continue;
    const seconds = total / asked.count;
    if (!(seconds >= 1e-6 && seconds <= LONGEST_SECONDS)) continue;
    const service = serviceOf(system, name, asked.first.at());
    service.serviceSeconds = { value: seconds, at: asked.first.at(), how: `mean of ${asked.count} requests` };
  }
}

/** How long the spans below it last within it, together. */
function covered(span: TraceSpan, below: readonly TraceSpan[]): number {
  const sorted = [...below].sort((a, b) => a.startSeconds - b.startSeconds);
  let total = 0;
  let until = span.startSeconds;
  for (const { startSeconds, endSeconds } of sorted) {
    const from = Math.max(until, startSeconds);
    const to = Math.min(span.endSeconds, endSeconds);
    if (to <= from) continue;
    total += to - from;
    until = to;
  }
  return total;
}
