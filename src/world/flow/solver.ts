/**
 * The equilibrium of flows, given the states: quality from the data side up, load from the users down, again and
 * again over what is dirty, until nothing moves by more than its tolerance.
 *
 * This is the hot loop. A node's number below `nodes` is a deployment or journey; above, a source of demand. A node
 * worked out more than {@link MOST_VISITS} times in one settle has not converged: its last values stand, it is
 * counted, and the run says so. Acceptance of a full queue is damped after a few visits, because full queues that
 * feed on each other's refusals may overshoot.
 * Left out: solving strongly coupled full queues together (each is solved with the others held).
 */
import type { AsyncWork } from './async-work.js';
import { viewCall } from './call-view.js';
import { DirtySet } from './dirty-set.js';
import { FullQueues } from './full-queues.js';
import { STRIDE } from './mixture.js';
import { ASYNC, CALL_FAIL_PARTS, type Network, REQUIRED } from './network.js';
import { addWait } from './node-answer.js';
import { foldNode } from './node-fold.js';
import { FLUID, type Queues } from './queues.js';
import type { RetryPools } from './retry-pools.js';
import type { Routing } from './routing.js';
import type { Workers } from './workers.js';

const MOST_VISITS = 40;
/** Visits after which flows that feed on each other go half of the way. */
const HALF_AFTER = 24;
/** A share is the same within this; a flow within five times this of itself. */
const SHARE_EPS = 2e-4;
/** Times the tolerance: while much is in motion. */
const ROUGHLY = 10;

export interface SolverHooks {
  /** Called before the first visit of a node, call or source in a settle: brings its states to now. */
  touchNode(node: number): void;
  touchCall(call: number): void;
  /** First attempts a second of a source, returning users included. */
  sourceRate(source: number): number;
}

export class Solver {
  visits = 0;
  notConverged = 0;
  /** Nodes that did not converge in the last settle. */
  readonly unsettled: number[] = [];
  /** Calls whose outcome moved in the present settle, some more than once. */
  readonly movedCalls: number[] = [];
  /** During the first settle states follow their equilibrium at once. */
  relaxing = false;
  private readonly net: Network;
  private readonly queues: Queues;
  private readonly workers: Workers;
  private readonly pools: RetryPools;
  private readonly asyncs: AsyncWork;
  private readonly routing: Routing;
  private readonly hooks: SolverHooks;
  private readonly fine: number;
  private eps: number;
  /** Nodes that were worked out roughly and not since. */
  private readonly owed: number[] = [];
  private readonly isOwed: Uint8Array;
  private readonly quality: DirtySet;
  private readonly load: DirtySet;
  private readonly foldDirty: Uint8Array;
  private readonly callDirty: Uint8Array;
  private readonly seen: Uint16Array;
  private readonly seenAt: Float64Array;
  private readonly lastAcceptance: Float64Array;
  private readonly lastStuck: Float64Array;
  private readonly sourceCallOf: Int32Array;
  private readonly fullQueues: FullQueues;
  /** Chance, mean and variance of the wait as last told to callers, and the tolerance to which they know; NaN: not. */
  private readonly known: Float64Array;
  private readonly knownTo: Float64Array;
  private settleNumber = 0;

  constructor(
    net: Network,
    queues: Queues,
    workers: Workers,
    pools: RetryPools,
    asyncs: AsyncWork,
    routing: Routing,
    hooks: SolverHooks,
    tolerance: number,
  ) {
    this.net = net;
    this.queues = queues;
    this.workers = workers;
    this.pools = pools;
    this.asyncs = asyncs;
    this.routing = routing;
    this.hooks = hooks;
    this.fine = SHARE_EPS * tolerance;
    this.eps = this.fine;
    const sources = net.topology.sources.length;
    const n = net.nodes + sources;
    const depth = new Int32Array(n).fill(-1);
    depth.set(net.nodeDepth);
    this.quality = new DirtySet(depth.map((d) => -d));
    this.load = new DirtySet(depth);
    this.foldDirty = new Uint8Array(n);
    this.isOwed = new Uint8Array(n);
    this.callDirty = new Uint8Array(net.calls);
    this.seen = new Uint16Array(n);
    this.seenAt = new Float64Array(n).fill(-1);
    this.known = new Float64Array(3 * net.nodes);
    this.knownTo = new Float64Array(net.nodes).fill(Number.NaN);
    this.lastAcceptance = new Float64Array(net.nodes).fill(1);
    this.lastStuck = new Float64Array(net.nodes);
    this.fullQueues = new FullQueues(net);
    this.sourceCallOf = Int32Array.from({ length: sources }, (_, s) => net.calls - sources + s);
  }

  callOfSource(source: number): number {
    return this.sourceCallOf[source];
  }

  /** The call's outcome must be worked out anew. */
  dirtyCall(e: number): void {
    this.callDirty[e] = 1;
    this.quality.add(this.holder(e));
  }

  /** Own work, a cache or the number of servers of the node has changed. */
  dirtyNode(i: number): void {
    this.foldDirty[i] = 1;
    this.quality.add(i);
    this.load.add(i);
  }

  /** The node's queue, arrivals or throughput have changed. */
  dirtyLoad(i: number): void {
    this.quality.add(i);
    this.load.add(i);
  }

  dirtySource(source: number): void {
    this.load.add(this.net.nodes + source);
  }

  /** The flow over one call must be worked out anew. */
  dirtyFlow(e: number): void {
    this.load.add(this.holder(e));
  }

  callersOf(i: number): void {
    for (let k = this.net.inStart[i]; k < this.net.inStart[i + 1]; k++)
      this.dirtyCall(this.net.arcCall[this.net.inArcs[k]]);
  }

  get isDirty(): boolean {
    return this.quality.size + this.load.size > 0;
  }

  get isRough(): boolean {
    return this.eps > this.fine;
  }

  /** Whether something was worked out roughly, and not since. */
  get owes(): boolean {
    return this.owed.length > 0;
  }

  /** From now on what moves by ten times the tolerance or less moves nobody else: all of it is owed until {@link refine}. */
  roughly(): void {
    this.eps = ROUGHLY * this.fine;
  }

  /** From now on what moves by more than the tolerance counts, and so does all that is owed. */
  refine(): void {
    this.eps = this.fine;
    for (const i of this.owed) {
      this.isOwed[i] = 0;
      this.dirtyLoad(i);
      if (i >= this.net.nodes) this.dirtyCall(this.sourceCallOf[i - this.net.nodes]);
      else for (let e = this.net.callStart[i]; e < this.net.callStart[i + 1]; e++) this.dirtyCall(e);
    }
    this.owed.length = 0;
  }

  /** Starts counting visits anew: once an instant. */
  begin(): void {
    this.settleNumber++;
    this.queues.begin();
    this.unsettled.length = 0;
    this.movedCalls.length = 0;
  }

  solve(): void {
    while (this.quality.size > 0 || this.load.size > 0) {
      while (this.quality.size > 0) this.visitQuality(this.quality.take());
      while (this.load.size > 0) this.visitLoad(this.load.take());
    }
  }

  private holder(e: number): number {
    const owner = this.net.callOwner[e];
    return owner >= 0 ? owner : this.net.nodes + this.net.callSource[e];
  }

  /** Counts a visit; false when the node has had enough of them. */
  private visit(i: number): boolean {
    if (this.seenAt[i] !== this.settleNumber) {
      this.seenAt[i] = this.settleNumber;
      this.seen[i] = 0;
      if (this.eps > this.fine && this.isOwed[i] === 0) {
        this.isOwed[i] = 1;
        this.owed.push(i);
      }
      if (i < this.net.nodes) this.hooks.touchNode(i);
      else this.hooks.touchCall(this.sourceCallOf[i - this.net.nodes]);
    }
    this.visits++;
    if (++this.seen[i] <= 2 * MOST_VISITS) return true;
    if (this.seen[i] === 2 * MOST_VISITS + 1) {
      this.notConverged++;
      this.unsettled.push(i);
    }
    return false;
  }

  private visitQuality(i: number): void {
    const { net } = this;
    if (!this.visit(i)) return;
    if (i >= net.nodes) {
      const e = this.sourceCallOf[i - net.nodes];
      if (this.callDirty[e]) {
        this.callDirty[e] = 0;
        if (viewCall(net, e, this.routing.spills(e), this.eps)) this.movedCalls.push(e);
        this.load.add(i);
      }
      return;
    }
    for (let e = net.callStart[i]; e < net.callStart[i + 1]; e++) {
      if (!this.callDirty[e]) continue;
      this.callDirty[e] = 0;
      this.hooks.touchCall(e);
      if (viewCall(net, e, this.routing.spills(e), this.eps)) {
        this.foldDirty[i] = 1;
        this.movedCalls.push(e);
      }
      this.load.add(i);
    }
    if (this.foldDirty[i]) {
      this.foldDirty[i] = 0;
      this.knownTo[i] = Number.NaN;
      foldNode(net, i);
      if (i < net.deployments) this.limit(i);
      this.load.add(i);
    }
    if (i < net.deployments) this.queues.setWait(i);
    const moved =
      (this.meetsAnother(i) && addWait(net, i, this.eps)) ||
      this.refusesAnother(i) ||
      Math.abs(net.stuckError[i] - this.lastStuck[i]) > 10 * this.eps;
    if (moved) {
      this.lastAcceptance[i] = net.acceptance[i];
      this.lastStuck[i] = net.stuckError[i];
      this.callersOf(i);
    }
  }

  /** Whether it lets in another share than when callers last learned of it. */
  private refusesAnother(i: number): boolean {
    return Math.abs(this.net.acceptance[i] - this.lastAcceptance[i]) > this.eps;
  }

  /** Whether the wait in the queue, or the work behind it, is another than when callers last learned of both. */
  private meetsAnother(i: number): boolean {
    const { waitChance, waitMean, waitVariance } = this.net;
    const { known } = this;
    const at = 3 * i;
    if (
      this.knownTo[i] <= this.eps &&
      known[at] === waitChance[i] &&
      (waitChance[i] === 0 || (known[at + 1] === waitMean[i] && known[at + 2] === waitVariance[i]))
    )
      return false;
    this.knownTo[i] = this.eps;
    known[at] = waitChance[i];
    known[at + 1] = waitMean[i];
    known[at + 2] = waitVariance[i];
    return true;
  }

  private limit(i: number): void {
    const { net, queues } = this;
    const load =
      queues.kind[i] === FLUID ? Number.POSITIVE_INFINITY : (net.arrivals[i] + net.hopeless[i]) * net.admission[i];
    this.workers.limit(i, load);
  }

  private visitLoad(i: number): void {
    const { net, queues } = this;
    if (!this.visit(i)) return;
    if (i >= net.nodes) {
      const source = i - net.nodes;
      const e = this.sourceCallOf[source];
      this.send(e, this.hooks.sourceRate(source), 0, 0);
      return;
    }
    let arrivals = 0;
    let sure = 0;
    let hopeless = 0;
    for (let k = net.inStart[i]; k < net.inStart[i + 1]; k++) {
      arrivals += net.arcArrivals[net.inArcs[k]];
      sure += net.arcSure[net.inArcs[k]];
      hopeless += net.arcHopeless[net.inArcs[k]];
    }
    if (!(arrivals + hopeless < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`calls of node ${i} multiply without end: ${arrivals} attempts a second arrive`);
    }
    net.arrivals[i] = arrivals;
    net.sure[i] = sure;
    net.hopeless[i] = hopeless;
    if (i >= net.deployments) {
      net.throughput[i] = arrivals + hopeless;
      net.hopelessServed[i] = hopeless;
    } else if (net.servers[i] <= 0) {
      net.throughput[i] = 0;
      net.acceptance[i] = 1;
      net.hopelessServed[i] = 0;
    } else {
      const before = net.acceptance[i];
      const capacity = net.capacity[i];
      this.limit(i);
      if (this.relaxing) queues.relax(i);
      queues.evaluate(i);
      if (queues.isFull(i)) this.fullQueues.step(i, before, this.seen[i], this.settleNumber);
      // Callers meet another wait where time has passed or capacity is another, and may be refused another share.
      if (this.seen[i] === 1 || net.capacity[i] !== capacity || this.refusesAnother(i)) this.quality.add(i);
    }
    const through = sure + (arrivals - sure) * net.acceptance[i] + net.hopelessServed[i];
    const hopelessShare = through > 0 ? net.hopelessServed[i] / through : 0;
    const quickFails = hopelessShare > 0 ? this.quickFails(i) : 0;
    for (let e = net.callStart[i]; e < net.callStart[i + 1]; e++) {
      this.hooks.touchCall(e);
      const rate = net.throughput[i] * net.reach[e];
      const useful = rate * (1 - hopelessShare);
      const blame = quickFails > 0 ? this.quickFail(e) / quickFails : 0;
      const first = net.callKind[e] === ASYNC ? this.asyncs.sending(e, useful) : useful;
      this.send(e, first, rate * hopelessShare * (1 - blame), net.throughput[i] * hopelessShare * blame);
    }
  }

  /** Requests of node `i` that fail at once and would do so again, per request begun. */
  private quickFails(i: number): number {
    let sum = 0;
    for (let e = this.net.callStart[i]; e < this.net.callStart[i + 1]; e++) sum += this.quickFail(e);
    return sum;
  }

  private quickFail(e: number): number {
    const { net } = this;
    return net.callKind[e] === REQUIRED
      ? net.reach[e] * net.callFail[e * CALL_FAIL_PARTS * STRIDE] * net.stuckFails[e]
      : 0;
  }

  /**
   * Sends `rate` first attempts a second over call `e`, and with them what comes again. Beside them go the calls of
   * retried requests that fail at once elsewhere (`besides`), and of those that failed just here and fail here again,
   * with all their retries (`hopeless`).
   */
  private send(e: number, rate: number, besides: number, hopeless: number): void {
    const { net } = this;
    net.firstRate[e] = rate;
    const rounds = this.pools.rounds(e, rate, net.again[e]);
    net.roundRate[e] = rounds;
    const pass = net.passing[e];
    this.pools.weighAll(e, rate, net.again[e]);
    const fresh = this.pools.fresh * pass;
    const stuck = this.pools.stuck * pass;
    const repeated = hopeless * (1 + (net.callBackoff[e] <= 0 ? net.callRetries[e] * net.allowed[e] : 0)) * pass;
    const flow = (rounds + besides) * pass + fresh;
    // Flows that feed on each other may overshoot: after some visits they go half of the way, then a quarter.
    const tries = this.seen[this.holder(e)];
    const pace = tries <= HALF_AFTER ? 1 : tries <= 2 * HALF_AFTER ? 0.5 : 0.25;
    const next = (rate * net.nextCalls[e]) / (1 + net.nextCalls[e]);
    for (let a = net.arcStart[e]; a < net.arcStart[e + 1]; a++) {
      const w = net.arcReachable[a] ? net.arcWeight[a] : 0;
      const reaches = w > 0 ? 1 : 0;
      let arrivals = w * flow + reaches * net.arcMoved[a] * stuck;
      const again = reaches * net.arcStuck[a] * stuck + w * repeated;
      const sure = net.arcNext[a] * next;
      const change =
        Math.abs(arrivals - net.arcArrivals[a]) +
        Math.abs(again - net.arcHopeless[a]) +
        Math.abs(sure - net.arcSure[a]);
      if (change <= 5 * this.eps * (arrivals + again) + 1e-9) continue;
      arrivals = net.arcArrivals[a] + pace * (arrivals - net.arcArrivals[a]);
      net.arcSure[a] = sure;
      net.arcArrivals[a] = arrivals;
      net.arcHopeless[a] = again;
      this.load.add(net.arcTarget[a]);
    }
  }
}
