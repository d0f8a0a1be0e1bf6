/**
 * Where a call goes: shares over the called service's deployments, from what the caller's place believes.
 *
 * `nearest`: the nearest believed healthy, equal distances by capacity (users are equally near to all). `spill`: the
 * same order, and what is refused goes on to the next. `spread`: all believed healthy, by capacity.
 * Belief lags the truth; a place that believes in no deployment gets an error at once.
 * Left out: weights by measured latency, sticky sessions, routing round a broken link.
 */
import { USERS_PLACE } from '../topology.js';
import type { Network } from './network.js';

export class Routing {
  /** Row a place (users first, then sites), column a deployment: 1 believed healthy. */
  private readonly belief: Uint8Array;
  private readonly net: Network;
  private readonly order: readonly Int32Array[];

  constructor(net: Network) {
    this.net = net;
    this.belief = new Uint8Array((net.topology.sites.length + 1) * net.nodes).fill(1);
    this.order = Array.from({ length: net.calls }, (_, e) => {
      const arcs = Array.from({ length: net.arcStart[e + 1] - net.arcStart[e] }, (_, k) => net.arcStart[e] + k);
      return Int32Array.from(arcs.sort((a, b) => net.arcLatency[a] - net.arcLatency[b] || a - b));
    });
  }

  /** Sets a belief; true when it is news. */
  believe(place: number, node: number, healthy: boolean): boolean {
    const at = (place + 1) * this.net.nodes + node;
    const value = healthy ? 1 : 0;
    if (this.belief[at] === value) return false;
    this.belief[at] = value;
    return true;
  }

  believes(place: number, node: number): boolean {
    return this.belief[(place + 1) * this.net.nodes + node] === 1;
  }

  spills(e: number): boolean {
    const s = this.net.callService[e];
    return s >= 0 && this.net.topology.services[s].spec.routing === 'spill';
  }

  /** Shares the call out anew over its arcs. */
  route(e: number): void {
    const { net } = this;
    const owner = net.callOwner[e];
    const place = owner < 0 ? USERS_PLACE : net.nodeSite[owner];
    const s = net.callService[e];
    const routing = s < 0 ? 'nearest' : net.topology.services[s].spec.routing;
    const order = this.order[e];
    for (let a = net.arcStart[e]; a < net.arcStart[e + 1]; a++) net.arcWeight[a] = 0;
    let total = 0;
    let nearest = Number.NaN;
    for (let k = 0; k < order.length; k++) {
      const a = order[k];
      const j = net.arcTarget[a];
      if (!net.routed[j] || !this.believes(place, j)) continue;
      if (routing === 'nearest' && total > 0 && net.arcLatency[a] > nearest + 1e-9) break;
      nearest = net.arcLatency[a];
      const weight = routing === 'spill' ? 1 : this.nominalCapacity(j);
      net.arcWeight[a] = weight;
      total += weight;
    }
    if (routing !== 'spill' && total > 0)
      for (let a = net.arcStart[e]; a < net.arcStart[e + 1]; a++) net.arcWeight[a] /= total;
  }

  private nominalCapacity(j: number): number {
    const { net } = this;
    return j >= net.deployments
      ? 1
      : net.topology.deployments[j].spec.servers * net.topology.deployments[j].spec.capacityPerServer;
  }
}
