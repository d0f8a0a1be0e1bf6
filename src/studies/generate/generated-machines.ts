/**
 * What stands behind a generated graph: work, servers, workers, queues, patience, caches and places; all of it assumed, and fit to
 * what arrives when nothing fails.
 *
 * Left out: services of which more is asked than they can do on an ordinary day.
 */
import type { RandomStream } from '../../engine/streams.js';
import type { GeneratedNode } from './generated-graph.js';

export interface GeneratedNeed {
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly backoffSeconds: number;
  readonly cacheEntries: number | null;
}

export interface GeneratedMachines {
  /** Requests a second of users. */
  readonly asked: number;
  readonly workSeconds: number;
  /** Where it serves alone what it is asked: so many servers at each place. */
  readonly servers: number;
  readonly workers: number;
  readonly queue: number;
  /** Sites where it serves, and where it stands by. */
  readonly active: readonly number[];
  readonly standby: readonly number[];
  /** In the order of the node's calls. */
  readonly needs: readonly GeneratedNeed[];
}

const WORK_SECONDS = [0.002, 0.005, 0.01, 0.02];
/** A server is on as many cores as make its work take turns of this many. */
export const CORES = 4;
export const CACHE_HITS = 0.8;
const HEADROOM = [1.3, 2.2] as const;
const CACHED = 0.2;
const ALONE = 0.2;
const IN_ALL = 0.3;
/** Seconds of work that a short and a long queue hold; a third are long. */
const SHORT = 0.25;
const LONG = 10;

/** @param perService requests a second of all users, for each service */
export function generatedMachines(
  nodes: readonly GeneratedNode[],
  sites: number,
  perService: number,
  luck: RandomStream,
): GeneratedMachines[] {
  const entries = nodes.filter(({ tier }) => tier === 'entry').length;
  const harmonic = Array.from({ length: entries }, (_, k) => 1 / (k + 1)).reduce((a, b) => a + b, 0);
  const work = nodes.map(() => pick(WORK_SECONDS, luck));
  const cached = nodes.map(({ calls }) => calls.map(({ callee }) => isLeaf(nodes[callee]) && luck.next() < CACHED));
  const asked = nodes.map(({ tier }, i) => (tier === 'entry' ? (perService * nodes.length) / (harmonic * (i + 1)) : 0));
  const load = [...asked];
  nodes.forEach(({ calls }, i) => {
    calls.forEach(({ callee, calls: count }, k) => {
      load[callee] += load[i] * count * (cached[i][k] ? 1 - CACHE_HITS : 1);
    });
  });
  const hold = [...work];
  for (let i = nodes.length - 1; i >= 0; i--)
    for (const { callee, calls, kind } of nodes[i].calls) if (kind !== 'async') hold[i] += calls * hold[callee];
  return nodes.map(({ calls }, i) => {
    const perServer = CORES / work[i];
    const headroom = HEADROOM[0] + (HEADROOM[1] - HEADROOM[0]) * luck.next();
    const servers = Math.max(2, Math.ceil((load[i] * headroom) / perServer));
    const held = (load[i] * hold[i]) / servers;
    const long = luck.next() < 1 / 3;
    return {
      asked: asked[i],
      workSeconds: work[i],
      servers,
      workers: Math.max(2 * CORES, Math.ceil(held * pick([4, 15, 100], luck))),
      queue: Math.max(5, Math.round(perServer * (long ? LONG : SHORT))),
      ...places(sites, luck),
      needs: calls.map(({ callee }, k) => ({
        timeoutSeconds: Math.max(pick([0.5, 1, 2], luck), Math.ceil(50 * hold[callee]) / 10),
        retries: pick([0, 1, 1, 2], luck),
        backoffSeconds: luck.next() < 0.5 ? 0.1 : 0,
        cacheEntries: cached[i][k] ? Math.max(100, Math.round(load[i] * 60)) : null,
      })),
    };
  });
}

function places(sites: number, luck: RandomStream): { active: number[]; standby: number[] } {
  const all = Array.from({ length: sites }, (_, s) => s);
  const draw = luck.next();
  if (sites === 1) return { active: all, standby: [] };
  if (draw < ALONE) return { active: [Math.floor(luck.next() * sites)], standby: [] };
  if (draw < ALONE + IN_ALL) return { active: all, standby: [] };
  return { active: [0], standby: [1 + Math.floor(luck.next() * (sites - 1))] };
}

function isLeaf({ tier }: GeneratedNode): boolean {
  return tier === 'leaf';
}

function pick<T>(items: readonly T[], luck: RandomStream): T {
  return items[Math.floor(luck.next() * items.length)];
}
