/**
 * What went through, summed over the run: the server's ledger of each deployment, the client's of each source.
 *
 * Flows are constant between settles, so the sums are exact. Completed is what was let in, less what was lost with its
 * servers and what still waits: requests in service count as completed, for the flow has no time of its own in service.
 */
import type { Network } from './network.js';

export class Ledgers {
  readonly offered: Float64Array;
  readonly refused: Float64Array;
  readonly lost: Float64Array;
  readonly wanted: Float64Array;
  readonly succeeded: Float64Array;
  /** Present rates of the sources, for the sums. */
  readonly wantedRate: Float64Array;
  readonly succeededRate: Float64Array;
  private readonly offeredRate: Float64Array;
  private readonly refusedRate: Float64Array;
  private readonly sinceNode: Float64Array;
  private readonly sinceSource: Float64Array;
  private readonly net: Network;

  constructor(net: Network) {
    this.net = net;
    const n = net.deployments;
    const s = net.topology.sources.length;
    this.offered = new Float64Array(n);
    this.refused = new Float64Array(n);
    this.lost = new Float64Array(n);
    this.offeredRate = new Float64Array(n);
    this.refusedRate = new Float64Array(n);
    this.sinceNode = new Float64Array(n);
    this.wanted = new Float64Array(s);
    this.succeeded = new Float64Array(s);
    this.wantedRate = new Float64Array(s);
    this.succeededRate = new Float64Array(s);
    this.sinceSource = new Float64Array(s);
  }

  /** What waits when the run begins was offered before it, and is completed in it. */
  begin(i: number, waiting: number): void {
    this.offered[i] = waiting;
  }

  /** What waits to be tried again when the run begins was wanted before it. */
  beginSource(s: number, pending: number): void {
    this.wanted[s] = pending;
  }

  advanceNode(i: number, now: number): void {
    const dt = now - this.sinceNode[i];
    this.sinceNode[i] = now;
    if (dt <= 0) return;
    this.offered[i] += this.offeredRate[i] * dt;
    this.refused[i] += this.refusedRate[i] * dt;
  }

  advanceSource(s: number, now: number): void {
    const dt = now - this.sinceSource[s];
    this.sinceSource[s] = now;
    if (dt <= 0) return;
    this.wanted[s] += this.wantedRate[s] * dt;
    this.succeeded[s] += this.succeededRate[s] * dt;
  }

  commitNode(i: number): void {
    this.offeredRate[i] = this.offeredNow(i);
    this.refusedRate[i] = this.refusedNow(i);
  }

  /** Attempts a second that arrive, hopeless retries among them. */
  offeredNow(i: number): number {
    return this.net.arrivals[i] + this.net.hopeless[i];
  }

  refusedNow(i: number): number {
    const { net } = this;
    if (net.servers[i] <= 0) return this.offeredNow(i);
    return (net.arrivals[i] - net.sure[i]) * (1 - net.acceptance[i]) + net.hopeless[i] - net.hopelessServed[i];
  }
}
