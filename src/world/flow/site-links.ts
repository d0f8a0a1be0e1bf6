/**
 * The ways that calls take between sites: whether they arrive, and how long they are under way.
 *
 * Left out: bandwidth, loss of single packets, ways through a third site.
 */
import { type Topology, USERS_PLACE } from '../topology.js';
import type { Network } from './network.js';

export class SiteLinks {
  private readonly topology: Topology;
  private readonly net: Network;
  /** One way, by arc, when nothing is slow. */
  private readonly bareLatency: Float64Array;

  constructor(topology: Topology, net: Network) {
    this.topology = topology;
    this.net = net;
    this.bareLatency = net.arcLatency.slice();
  }

  /** Where a call comes from: a site, or the users. */
  placeOf(e: number): number {
    const owner = this.net.callOwner[e];
    return owner < 0 ? USERS_PLACE : this.net.nodeSite[owner];
  }

  /** @param touched is told each call that may go that way */
  setReachable(siteA: number, siteB: number, reachable: boolean, touched: (call: number) => void): void {
    for (const a of this.arcsBetween(siteA, siteB)) {
      this.net.arcReachable[a] = reachable ? 1 : 0;
      touched(this.net.arcCall[a]);
    }
  }

  /** `factor` times the bare latency; `touched` as above. */
  setLatencyFactor(siteA: number, siteB: number, factor: number, touched: (call: number) => void): void {
    const { net } = this;
    for (const a of this.arcsBetween(siteA, siteB)) {
      net.arcLatency[a] = this.bareLatency[a] * factor;
      net.arcPatience[a] = net.callTimeout[net.arcCall[a]] - 2 * net.arcLatency[a];
      touched(net.arcCall[a]);
    }
  }

  /** Both ways. */
  private arcsBetween(siteA: number, siteB: number): number[] {
    const { net } = this;
    const arcs: number[] = [];
    for (const [from, to] of siteA === siteB
      ? [[siteA, siteB]]
      : [
          [siteB, siteA],
          [siteA, siteB],
        ]) {
      for (const d of this.topology.sites[to].deployments) {
        for (let k = net.inStart[d]; k < net.inStart[d + 1]; k++) {
          const a = net.inArcs[k];
          if (this.placeOf(net.arcCall[a]) === from) arcs.push(a);
        }
      }
    }
    return arcs;
  }
}
