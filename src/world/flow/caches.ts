/**
 * Caches in front of a dependency, one in each calling deployment: they warm by what they successfully fetch.
 *
 * dw/dt = L (1 - w) s / N with warmth w, requests a second L, success of a fill s and N entries; misses are 1 - h w.
 * While L and s hold, 1 - w decays exponentially.
 * Left out: popularity (all entries alike, so the tail warms as slowly as the head), expiry, eviction.
 */
import { exp, log } from '../../engine/portable-math.js';
import type { Network } from './network.js';

/** Warmth that must change before callees feel it. */
const QUANTUM = 0.01;
/** A cache this warm is warm. */
export const WARM = 0.995;

export class Caches {
  /** Calls that have a cache. */
  readonly calls: readonly number[];
  readonly warmth: Float64Array;
  /** Those of each node; none for most. */
  private readonly ofNode: ReadonlyMap<number, readonly number[]>;
  private readonly rate: Float64Array;
  private readonly since: Float64Array;
  private readonly net: Network;
  private readonly tolerance: number;

  constructor(net: Network, tolerance: number) {
    this.net = net;
    this.tolerance = tolerance;
    this.calls = net.callCache.flatMap((cache, e) => (cache ? [e] : []));
    const ofNode = new Map<number, number[]>();
    for (const e of this.calls) ofNode.set(net.callOwner[e], [...(ofNode.get(net.callOwner[e]) ?? []), e]);
    this.ofNode = ofNode;
    this.warmth = new Float64Array(net.calls).fill(1);
    this.rate = new Float64Array(net.calls);
    this.since = new Float64Array(net.calls);
    for (const e of this.calls) if (net.callCache[e]?.coldAtStart) this.warmth[e] = 0;
    for (const e of this.calls) this.setMiss(e);
  }

  chill(e: number): void {
    this.warmth[e] = 0;
    this.setMiss(e);
  }

  advance(e: number, now: number): void {
    const dt = now - this.since[e];
    this.since[e] = now;
    if (dt <= 0 || this.rate[e] <= 0 || this.warmth[e] >= 1) return;
    const w = 1 - (1 - this.warmth[e]) * exp(-this.rate[e] * dt);
    this.warmth[e] = w >= WARM ? 1 : w;
    this.setMiss(e);
  }

  /** After a settle: the filling rate that holds from now on; seconds until the misses have changed noticeably. */
  commit(e: number, requests: number): number {
    const cache = this.net.callCache[e];
    if (!cache) return Number.POSITIVE_INFINITY;
    this.rate[e] = (requests * this.net.success[e]) / cache.entries;
    const cold = 1 - this.warmth[e];
    if (cold <= 0 || this.rate[e] <= 0) return Number.POSITIVE_INFINITY;
    const goal = Math.min(1 - WARM, cold * 0.999);
    const next = Math.max(cold - QUANTUM * this.tolerance, goal);
    return Math.max(1e-6, log(cold / next) / this.rate[e]);
  }

  /** Warmth of the coldest cache of a node; NaN when it has none. */
  coldest(i: number): number {
    let coldest = Number.NaN;
    if (this.calls.length === 0) return coldest;
    for (const e of this.ofNode.get(i) ?? []) if (!(this.warmth[e] >= coldest)) coldest = this.warmth[e];
    return coldest;
  }

  private setMiss(e: number): void {
    const cache = this.net.callCache[e];
    if (cache) this.net.miss[e] = 1 - cache.hits * this.warmth[e];
  }
}
