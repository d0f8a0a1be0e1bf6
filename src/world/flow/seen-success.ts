/**
 * The success that the users of a service or journey see, callers included, each weighed by what it would ask had
 * nothing failed: users (those who are there, not those who left) by what they got, callers by what their calls (retries included) get now.
 *
 * What nobody alive calls is judged by a probe. A `thing` is a service's index, or behind them a journey's.
 */
import type { Topology } from '../topology.js';
import { STRIDE } from './mixture.js';
import { GOOD_PARTS, type Network } from './network.js';
import type { NominalDemand } from './nominal.js';

/** Below this success a service is down. */
export const DOWN = 0.5;

export interface FlowView {
  readonly demand: Float64Array;
  /** What the users who are there ask of their own, a second, by source: demand but for those who left. */
  readonly asked: Float64Array;
  /** Share of a source's users who are away; NaN where none ever leaves. */
  away(source: number): number;
  readonly nominal: NominalDemand;
  readonly waiting: Float64Array;
  successRate(source: number): number;
  /** Warmth of a deployment's coldest cache; NaN when it has none. */
  warmth(deployment: number): number;
  /** Requests of a source that will be tried again, and asynchronous work that waits at deployments. */
  pending(source: number, deployments: readonly number[]): number;
}

/** Of all requests: what sums may miss by rounding alone; nobody is that few. */
const ROUNDING = 1e-12;

export class SeenSuccess {
  /** Source of demand of each thing, or -1. */
  readonly sourceOf: Int32Array;
  private readonly topology: Topology;
  private readonly net: Network;
  private readonly flow: FlowView;
  /** Calls of each dependency, by its callers' order; and the optional ones of each thing. */
  private readonly callsOf: readonly (readonly number[])[];
  private readonly optionalOf: readonly (readonly number[])[];

  constructor(topology: Topology, net: Network, flow: FlowView) {
    this.topology = topology;
    this.net = net;
    this.flow = flow;
    const services = topology.services.length;
    this.sourceOf = new Int32Array(services + topology.journeys.length).fill(-1);
    const callsOf: number[][] = topology.dependencies.map(() => []);
    for (let e = 0; e < net.calls; e++) if (net.callDependency[e] >= 0) callsOf[net.callDependency[e]].push(e);
    this.callsOf = callsOf;
    this.optionalOf = [...topology.services, ...topology.journeys].map(({ calls }) =>
      calls.filter((d) => topology.dependencies[d].spec.kind === 'optional'),
    );
    for (const source of topology.sources) {
      this.sourceOf[source.service >= 0 ? source.service : services + source.journey] = source.index;
    }
  }

  /** Success of one request sent straight to a node, whatever it costs in time. */
  probe(node: number): number {
    return this.doneWell(node) * this.net.acceptance[node];
  }

  /** The same of a request that was let in. */
  doneWell(node: number): number {
    const { net } = this;
    if (net.servers[node] <= 0) return 0;
    let good = 0;
    for (let k = 0; k < net.goodCount[node]; k++) good += net.good[(node * GOOD_PARTS + k) * STRIDE];
    return good;
  }

  /** Whether the users of a thing get less than they want, or more (those who come back). */
  usersMiss(thing: number): boolean {
    const source = this.sourceOf[thing];
    return source >= 0 && this.flow.successRate(source) !== this.flow.asked[source];
  }

  /** Share of good answers that come after every caller has given up. */
  lateShare(i: number): number {
    const { net } = this;
    let arriving = 0;
    let late = 0;
    for (let k = net.inStart[i]; k < net.inStart[i + 1]; k++) {
      const a = net.inArcs[k];
      const flow = net.arcArrivals[a];
      const accepted = 1 - net.arcRefused[a];
      if (flow <= 0 || accepted <= 0) continue;
      arriving += flow * accepted;
      late += flow * Math.max(0, accepted - net.arcInTime[a] - net.arcError[a]);
    }
    return arriving > 0 ? Math.min(1, late / arriving) : 0;
  }

  /** Success that the users of a service or journey see now, callers included. */
  of(thing: number): number {
    const { topology, net, flow } = this;
    let weight = 0;
    let well = 0;
    const source = this.sourceOf[thing];
    if (source >= 0 && flow.asked[source] > 0) {
      weight += flow.asked[source];
      well += Math.min(flow.asked[source], flow.successRate(source));
    }
    if (thing < topology.services.length) {
      for (const d of topology.services[thing].callers) {
        const asked = flow.nominal.over[d];
        if (asked <= 0) continue;
        const success = this.over(d);
        if (success < 0) continue;
        weight += asked;
        well += asked * success;
      }
    }
    if (weight > 0) return weight - well > ROUNDING * weight ? well / weight : 1;
    if (source >= 0) return net.success[net.calls - topology.sources.length + source];
    let best = 0;
    for (const d of topology.services[thing]?.deployments ?? [])
      if (net.routed[d]) best = Math.max(best, this.probe(d));
    return best;
  }

  /** Success of a dependency's calls over the caller's living deployments; -1 when none lives. */
  over(dependency: number): number {
    const { net } = this;
    let weight = 0;
    let well = 0;
    for (const e of this.callsOf[dependency]) {
      const i = net.callOwner[e];
      if (net.servers[i] <= 0 || !net.routed[i]) continue;
      const w = net.throughput[i] + 1e-6 * net.servers[i];
      weight += w;
      well += w * net.success[e];
    }
    return weight > 0 ? well / weight : -1;
  }

  /** An optional callee that is down for `thing`; -1: none. */
  missingOptional(thing: number): number {
    for (const d of this.optionalOf[thing]) {
      const success = this.over(d);
      if (success >= 0 && success < DOWN) return this.topology.dependencies[d].callee;
    }
    return -1;
  }
}
