/**
 * A random graph of services that looks like those of large companies: who calls whom, how often.
 *
 * - A service is an entry (users ask it), in the middle, or a leaf (it calls nobody): 13, 48 and 39 % of 67,760 services at
 *   Alibaba (Winchester, Parisis, Xu and Berthouze, "Complexity at Scale", arXiv 2504.13141, 2025, table 1).
 * - Call graphs grow like trees, and some services are hot spots that very many others call (Luo and others,
 *   "Characterizing Microservice Dependency and Performance", SoCC 2021): callees are chosen in proportion to a popularity of
 *   their own (a fitness model; Caldarelli and others, PRL 89, 2002), a Pareto number of shape 1.1, assumed.
 * - How many a service calls has a long tail as well (both sources): a Pareto number, of shape 1.6 and at most 15, assumed.
 * - Three layers of middle services, so that a request goes at most five deep, assumed; calls mostly go to the next layer.
 * - What people ask falls off by rank: the k-th entry is asked 1/k as often as the first, assumed.
 *
 * Left out: circles of calls, one request's calls depending on another's, services that share a database.
 */
import { pow } from '../../engine/portable-math.js';
import type { RandomStream } from '../../engine/streams.js';

export type Tier = 'entry' | 'middle' | 'leaf';

export interface GeneratedCall {
  readonly callee: number;
  /** A request makes so many; below 1 the share of requests that make it. */
  readonly calls: number;
  readonly kind: 'required' | 'optional' | 'async';
}

export interface GeneratedNode {
  readonly tier: Tier;
  /** From the users: an entry is 0. */
  readonly layer: number;
  readonly calls: GeneratedCall[];
}

const ENTRIES = 0.13;
const LEAVES = 0.39;
const MIDDLE_LAYERS = 3;
const TAIL_OF_CALLEES = 1.6;
const TAIL_OF_POPULARITY = 1.1;
const MOST_CALLEES = 15;
/** Of the calls: to the next layer, and what they are. */
const TO_NEXT = 0.7;
const OPTIONAL = 0.15;
const ASYNC = 0.05;
const CALLS = [0.2, 0.5, 1, 1, 1, 2];

/** Callers come before their callees. @param services at least 3 */
export function generatedGraph(services: number, luck: RandomStream): GeneratedNode[] {
  const entries = Math.max(1, Math.round(ENTRIES * services));
  const leaves = Math.max(1, Math.round(LEAVES * services));
  const middles = services - entries - leaves;
  const nodes = Array.from({ length: services }, (_, i): GeneratedNode => {
    const tier = i < entries ? 'entry' : i < entries + middles ? 'middle' : 'leaf';
    const layer =
      tier === 'entry'
        ? 0
        : tier === 'leaf'
          ? MIDDLE_LAYERS + 1
          : 1 + Math.floor(((i - entries) * MIDDLE_LAYERS) / Math.max(1, middles));
    return { tier, layer, calls: [] };
  });
  const popularity = nodes.map(() => pareto(TAIL_OF_POPULARITY, luck));
  const isCalled = new Uint8Array(services);
  for (const [i, node] of nodes.entries()) connect(i, node, nodes, popularity, luck);
  for (const { calls } of nodes) for (const { callee } of calls) isCalled[callee] = 1;
  // Nobody is left whom nobody calls.
  for (const [i, node] of nodes.entries()) {
    if (node.tier === 'entry' || isCalled[i] === 1) continue;
    const above = nodes.flatMap((other, k) => (other.layer < node.layer && other.tier !== 'leaf' ? [k] : []));
    add(nodes[above[Math.floor(luck.next() * above.length)]], i, luck);
  }
  return nodes;
}

function connect(
  i: number,
  node: GeneratedNode,
  nodes: readonly GeneratedNode[],
  popularity: readonly number[],
  luck: RandomStream,
): void {
  if (node.tier === 'leaf') return;
  const below = nodes.flatMap((other, k) => (k > i && other.layer > node.layer ? [k] : []));
  const nextLayer = Math.min(...below.map((k) => nodes[k].layer));
  const next = below.filter((k) => nodes[k].layer === nextLayer);
  const wanted = Math.min(MOST_CALLEES, Math.floor(pareto(TAIL_OF_CALLEES, luck)));
  for (let call = 0; call < wanted; call++) {
    const from = luck.next() < TO_NEXT ? next : below;
    const callee = popular(from, popularity, luck);
    if (!node.calls.some((each) => each.callee === callee)) add(node, callee, luck);
  }
}

function add(node: GeneratedNode, callee: number, luck: RandomStream): void {
  const draw = luck.next();
  const kind = draw < ASYNC ? 'async' : draw < ASYNC + OPTIONAL ? 'optional' : 'required';
  node.calls.push({ callee, calls: CALLS[Math.floor(luck.next() * CALLS.length)], kind });
}

/** One of them, in proportion to its popularity. */
function popular(from: readonly number[], popularity: readonly number[], luck: RandomStream): number {
  let left = luck.next() * from.reduce((sum, k) => sum + popularity[k], 0);
  for (const k of from) {
    left -= popularity[k];
    if (left <= 0) return k;
  }
  return from[from.length - 1];
}

/** At least 1. */
function pareto(shape: number, luck: RandomStream): number {
  return pow(luck.next(), -1 / shape);
}
