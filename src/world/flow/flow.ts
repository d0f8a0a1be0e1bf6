/**
 * The flow of requests through the graph, run by events: facts come in by `set...`, `settle` finds the equilibrium of
 * flows given the slow states, records what changed and schedules when the states will next matter.
 *
 * The equations and their sources are in docs/model.md; each law has a file beside this one. Left out, here and there:
 * single requests (this is a fluid), the time a request spends in service as a delay of the flow, and everything the
 * headers of the other files name.
 */

import type { Recorder } from '../../record/recorder.js';
import type { Topology } from '../topology.js';
import { AsyncWork } from './async-work.js';
import { type BreakerChange, Breakers } from './breakers.js';
import { Caches } from './caches.js';
import { compileNetwork } from './compile-network.js';
import { FLOW_EVENTS, type FlowControl, type FlowScheduler, type FlowTotals, type RepairView } from './contract.js';
import { Demand } from './demand.js';
import { depthOfServices } from './depth.js';
import { FlowEvents } from './flow-events.js';
import { flowLedgers } from './flow-ledgers.js';
import { FlowTimers } from './flow-timers.js';
import { Ledgers } from './ledgers.js';
import { ASYNC, HANG, type Network, REFUSE } from './network.js';
import { NominalDemand } from './nominal.js';
import { Queues } from './queues.js';
import { RefusedUsers } from './refused-users.js';
import { RetryPools } from './retry-pools.js';
import { Routing } from './routing.js';
import { SiteLinks } from './site-links.js';
import { Solver } from './solver.js';
import { StateRecorder } from './states.js';
import { Unrest } from './unrest.js';
import { Workers } from './workers.js';

const MICROSECONDS = 1e6;
const MOST_EQUILIBRIA = 12;
/** Of itself: a flow that has moved by less is the same. */
const SAME_FLOW = 1e-3;
/** States in motion from which on the flows between them are worked out roughly: none of them holds for long. */
const MANY = 30;
/** While so many move, they move together: no step of theirs is shorter than this part of the shortest patience, */
const FRAME = 1 / 8;
/** and longer as ever more move, each of which matters less: from so many on, up to so many times as long. */
const MANY_MORE = 75;
const LONGEST_FRAME = 4;

/** Sees the flows that hold from `seconds` on, at the end of each settle; for tests, and to look only. */
export type FlowObserver = (net: Network, seconds: number) => void;

/** Makes the flow of a run; it is quiet and in balance at the demand of time 0 after the first `settle`. */
export function createFlow(
  topology: Topology,
  recorder: Recorder,
  scheduler: FlowScheduler,
  repair: RepairView,
  observe?: FlowObserver,
): FlowControl {
  return new Flow(topology, recorder, scheduler, repair, observe);
}

class Flow implements FlowControl {
  readonly crossed: number[] = [];
  private readonly topology: Topology;
  private readonly recorder: Recorder;
  private readonly scheduler: FlowScheduler;
  private readonly observe: FlowObserver | undefined;
  private readonly net: Network;
  private readonly queues: Queues;
  private readonly workers: Workers;
  private readonly pools: RetryPools;
  private readonly users: RefusedUsers;
  private readonly caches: Caches;
  private readonly asyncs: AsyncWork;
  private readonly breakers: Breakers;
  private readonly routing: Routing;
  private readonly demand: Demand;
  private readonly nominal: NominalDemand;
  private readonly ledgers: Ledgers;
  private readonly solver: Solver;
  private readonly states: StateRecorder;
  private readonly links: SiteLinks;

  private readonly timers: FlowTimers;

  /** Shortest step while {@link MANY} states are in motion, seconds. */
  private readonly frame: number;
  /** Seconds to each queue's next event, of the present commit. */
  private readonly due: Float64Array;
  private readonly nodeTouched: Float64Array;
  private readonly callTouched: Float64Array;
  private readonly nodeListed: Uint8Array;
  private readonly callListed: Uint8Array;
  private readonly touchedNodes: number[] = [];
  private readonly touchedCalls: number[] = [];
  private readonly events: FlowEvents;
  private readonly unrest = new Unrest();
  private settles = 0;
  /** Of queues and retry pools. */
  private steps = 0;
  private moment = 0;
  /** The moment of the last settle: another one since then is a fact from outside. */
  private settledMoment = -1;
  private demandChanged = false;
  private started = false;

  constructor(
    topology: Topology,
    recorder: Recorder,
    scheduler: FlowScheduler,
    repair: RepairView,
    observe: FlowObserver | undefined,
  ) {
    const tolerance = topology.scenario.solver.tolerance;
    this.topology = topology;
    this.recorder = recorder;
    this.scheduler = scheduler;
    this.observe = observe;
    const net = compileNetwork(topology);
    this.net = net;
    this.queues = new Queues(net, tolerance);
    this.workers = new Workers(net);
    this.pools = new RetryPools(net, tolerance);
    this.users = new RefusedUsers(topology, tolerance);
    this.caches = new Caches(net, tolerance);
    this.asyncs = new AsyncWork(net);
    this.breakers = new Breakers(net);
    this.routing = new Routing(net);
    this.demand = new Demand(topology);
    this.nominal = new NominalDemand(topology, depthOfServices(topology));
    this.ledgers = new Ledgers(net);
    this.links = new SiteLinks(topology, net);
    this.solver = new Solver(
      net,
      this.queues,
      this.workers,
      this.pools,
      this.asyncs,
      this.routing,
      {
        touchNode: (i) => this.touchNode(i),
        touchCall: (e) => this.touchCall(e),
        sourceRate: (s) => this.users.rate(s, this.demand.rate[s]),
      },
      tolerance,
    );
    this.states = new StateRecorder(topology, net, recorder, repair, {
      demand: this.demand.rate,
      asked: this.users.asked,
      away: (s) => (this.users.leaving.may(s) ? this.users.leaving.away(s) : Number.NaN),
      nominal: this.nominal,
      waiting: this.queues.waiting,
      successRate: (s) => this.ledgers.succeededRate[s],
      warmth: (i) => this.caches.coldest(i),
      pending: (source, deployments) => this.pendingOf(source, deployments),
    });
    this.events = new FlowEvents(topology, net, recorder, () => scheduler.now());
    this.timers = new FlowTimers(scheduler, Math.max(net.nodes, net.calls, topology.sources.length));
    this.frame = FRAME * tolerance * shortestPatience(net);
    this.due = new Float64Array(net.deployments);
    this.nodeTouched = new Float64Array(net.nodes).fill(-1);
    this.nodeListed = new Uint8Array(net.nodes);
    this.callListed = new Uint8Array(net.calls);
    this.callTouched = new Float64Array(net.calls).fill(-1);
    for (let e = 0; e < net.calls; e++) {
      this.routing.route(e);
      this.solver.dirtyCall(e);
    }
    for (let i = 0; i < net.nodes; i++) this.solver.dirtyNode(i);
  }

  // ------------------------------------------------------------------ facts

  setServing(deployment: number, servers: number, failure: 'refuse' | 'hang'): void {
    const { net } = this;
    const kind = failure === 'hang' ? HANG : REFUSE;
    const before = net.servers[deployment];
    if (before === servers && (servers > 0 || net.failure[deployment] === kind)) return;
    this.touchNode(deployment);
    net.failure[deployment] = kind;
    net.servers[deployment] = servers;
    if (servers < before) {
      this.ledgers.lost[deployment] += this.queues.lose(deployment, 1 - servers / before);
      this.workers.lose(deployment, 1 - servers / before);
    }
    this.fact();
    this.solver.dirtyNode(deployment);
    this.solver.callersOf(deployment);
  }

  setServiceFactor(deployment: number, factor: number): void {
    if (this.net.factor[deployment] === factor) return;
    this.net.factor[deployment] = factor;
    this.fact();
    this.solver.dirtyNode(deployment);
  }

  setRouted(deployment: number, routed: boolean): void {
    const value = routed ? 1 : 0;
    if (this.net.routed[deployment] === value) return;
    this.net.routed[deployment] = value;
    this.reroute(deployment, () => true);
  }

  setBelieved(place: number, deployment: number, healthy: boolean): void {
    if (!this.routing.believe(place, deployment, healthy)) return;
    this.reroute(deployment, (e) => this.links.placeOf(e) === place);
  }

  setReachable(siteA: number, siteB: number, reachable: boolean): void {
    this.links.setReachable(siteA, siteB, reachable, (e) => this.solver.dirtyCall(e));
    this.fact();
  }

  setLatencyFactor(siteA: number, siteB: number, factor: number): void {
    this.links.setLatencyFactor(siteA, siteB, factor, (e) => {
      this.routing.route(e);
      this.solver.dirtyCall(e);
    });
    this.fact();
  }

  setSurge(source: number, factor: number): void {
    this.demand.setSurge(source, factor);
    this.demandChanged = true;
    this.fact();
  }

  setAdmission(deployment: number, share: number): void {
    if (this.net.admission[deployment] === share) return;
    this.net.admission[deployment] = share;
    this.fact();
    this.solver.dirtyLoad(deployment);
    this.solver.callersOf(deployment);
  }

  setCachesCold(deployment: number): void {
    for (const e of this.caches.calls) {
      if (this.net.callOwner[e] !== deployment) continue;
      this.touchCall(e);
      this.caches.chill(e);
      this.fact();
      this.solver.dirtyNode(deployment);
    }
  }

  setReason(deployment: number, event: number): void {
    this.states.setReason(deployment, event);
  }

  happen(kind: number, target: number): void {
    this.timers.rang(kind, target);
    if (kind === FLOW_EVENTS.queue || kind === FLOW_EVENTS.pool) this.steps++;
    switch (kind) {
      case FLOW_EVENTS.queue:
        this.touchNode(target);
        this.queues.rang(target);
        this.solver.dirtyLoad(target);
        break;
      case FLOW_EVENTS.workers:
        this.touchNode(target);
        this.solver.dirtyNode(target);
        break;
      case FLOW_EVENTS.pool:
        this.touchCall(target);
        this.solver.dirtyFlow(target);
        break;
      case FLOW_EVENTS.returns: {
        const e = this.solver.callOfSource(target);
        this.touchCall(e);
        const success = this.net.success[e];
        this.ledgers.succeeded[target] +=
          success * this.users.turn(target, this.demand.rate[target], this.now(), success);
        this.solver.dirtySource(target);
        break;
      }
      case FLOW_EVENTS.cache:
        this.touchCall(target);
        this.solver.dirtyNode(this.net.callOwner[target]);
        break;
      case FLOW_EVENTS.breaker: {
        const seconds = this.breakers.happen(target, (change) => this.breakerChanged(change));
        if (seconds > 0) this.timers.set(FLOW_EVENTS.breaker, target, seconds);
        this.solver.dirtyCall(target);
        break;
      }
      case FLOW_EVENTS.async:
        this.touchCall(target);
        this.asyncs.react(target);
        this.solver.dirtyFlow(target);
        break;
      case FLOW_EVENTS.demand:
        this.demandChanged = true;
        this.fact();
        break;
      default:
        throw new RangeError(`the flow has no event of kind ${kind}`);
    }
  }

  // ------------------------------------------------------------------ settle

  settle(): boolean {
    this.crossed.length = 0;
    if (!this.started || this.demandChanged) this.updateDemand();
    if (!this.solver.isDirty && !this.states.isPending && this.touchedNodes.length + this.touchedCalls.length === 0)
      return false;
    this.settles++;
    const rough = this.hasNoFact && this.inMotion() >= MANY;
    this.solver.begin();
    if (rough) this.solver.roughly();
    else this.solver.refine();
    if (!this.started) this.settleFirst();
    // A queue that comes to rest, or a breaker that turns, makes another equilibrium of the same instant.
    for (let again = 0; again < MOST_EQUILIBRIA; again++) {
      this.solver.solve();
      for (const i of this.touchedNodes) {
        if (i < this.net.deployments && this.net.servers[i] > 0 && this.queues.commit(i, this.moment))
          this.solver.dirtyLoad(i);
      }
      for (const e of this.touchedCalls) if (this.net.callBreaker[e]) this.commitBreaker(e);
      if (!this.solver.isDirty) break;
    }
    this.solver.solve();
    this.commit();
    // A queue that has come to rest passes on what comes, and no more what it can do: its callees are told at once.
    if (this.solver.isDirty) {
      this.solver.solve();
      this.commit();
    }
    // What moved last has come to rest: what follows holds, and is worked out in full.
    if (this.solver.owes && this.inMotion() < MANY) {
      this.solver.refine();
      this.solver.solve();
      this.commit();
    }
    this.settledMoment = this.moment;
    this.observe?.(this.net, this.now());
    this.states.record(
      this.scheduler.now(),
      this.touchedNodes,
      this.touchedCalls,
      this.solver.movedCalls,
      this.crossed,
    );
    this.events.turns(this.users);
    for (const i of this.touchedNodes) this.nodeListed[i] = 0;
    for (const e of this.touchedCalls) this.callListed[e] = 0;
    this.touchedNodes.length = 0;
    this.touchedCalls.length = 0;
    return true;
  }

  /** States that move by themselves: their next steps are due. */
  private inMotion(): number {
    const { pending } = this.timers;
    return pending[FLOW_EVENTS.queue] + pending[FLOW_EVENTS.pool] + pending[FLOW_EVENTS.returns];
  }

  private get hasNoFact(): boolean {
    return this.started && this.settledMoment === this.moment;
  }

  /** The run begins in balance: states follow flows, and flows states, until neither moves. */
  private settleFirst(): void {
    this.started = true;
    this.solver.relaxing = true;
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < this.net.nodes; i++) this.solver.dirtyLoad(i);
      for (let s = 0; s < this.topology.sources.length; s++) this.solver.dirtySource(s);
      this.solver.solve();
      for (let i = 0; i < this.net.deployments; i++) this.workers.relax(i);
      for (let e = 0; e < this.net.calls; e++)
        this.pools.commit(e, this.net.firstRate[e], this.net.again[e], this.moment);
    }
    this.solver.relaxing = false;
    for (let i = 0; i < this.net.deployments; i++) this.ledgers.begin(i, this.queues.waiting[i]);
    for (let s = 0; s < this.topology.sources.length; s++)
      this.ledgers.beginSource(s, this.pools.pending(this.solver.callOfSource(s)));
    for (let i = 0; i < this.net.nodes; i++) this.touchNode(i);
    for (let e = 0; e < this.net.calls; e++) this.touchCall(e);
  }

  private updateDemand(): void {
    this.demandChanged = false;
    const now = this.now();
    let any = false;
    this.demand.update(now, (s) => {
      any = true;
      this.touchCall(this.solver.callOfSource(s));
      this.solver.dirtySource(s);
    });
    if (any) {
      this.nominal.carry(this.demand.rate);
      this.states.demandMoved();
    }
    this.timers.set(FLOW_EVENTS.demand, 0, this.demand.nextStep(now) - now);
  }

  /** The flows that hold from now on: states learn them, and say when they will next matter. */
  private commit(): void {
    const { net, due } = this;
    let moving = 0;
    for (const i of this.touchedNodes) {
      if (i >= net.deployments) continue;
      this.ledgers.commitNode(i);
      const throughput = net.throughput[i];
      due[i] = net.servers[i] > 0 ? this.queues.plan(i) : Number.POSITIVE_INFINITY;
      if (Math.abs(net.throughput[i] - throughput) > SAME_FLOW * throughput) this.solver.dirtyLoad(i);
      if (due[i] < Number.POSITIVE_INFINITY) moving++;
    }
    const inMotion = Math.max(moving, this.inMotion());
    const together = inMotion >= MANY;
    const frame = this.frame * Math.min(LONGEST_FRAME, Math.max(1, inMotion / MANY_MORE));
    for (const i of this.touchedNodes) {
      if (i >= net.deployments) continue;
      const held = net.servers[i] > 0 ? this.workers.commit(i) : Number.POSITIVE_INFINITY;
      if (together) {
        this.timers.setAligned(FLOW_EVENTS.queue, i, due[i], frame);
        this.timers.setAligned(FLOW_EVENTS.workers, i, held, frame);
      } else {
        this.timers.set(FLOW_EVENTS.queue, i, due[i]);
        this.timers.set(FLOW_EVENTS.workers, i, held);
      }
    }
    for (const e of this.touchedCalls) {
      const jump = this.pools.commit(e, net.firstRate[e], net.again[e], this.moment);
      if (jump !== 0 && net.callSource[e] >= 0) this.putOff(net.callSource[e], jump, net.success[e]);
      if (this.pools.isMoving(e))
        this.timers.setOnGrid(FLOW_EVENTS.pool, e, Math.max(together ? frame : 0, this.pools.stepSeconds(e)));
      if (net.callSource[e] >= 0) this.commitSource(net.callSource[e], e);
      if (net.callCache[e]) {
        const seconds = this.caches.commit(e, net.throughput[net.callOwner[e]] * net.callCount[e]);
        this.timers.set(FLOW_EVENTS.cache, e, seconds);
      }
      if (net.callKind[e] === ASYNC) {
        const inflow = net.throughput[net.callOwner[e]] * net.reach[e];
        this.timers.set(FLOW_EVENTS.async, e, this.asyncs.commit(e, inflow, net.firstRate[e], this.moment));
        this.events.bounced(e, this.asyncs.spellEnded(e, false));
      }
    }
    for (const i of this.touchedNodes)
      if (i < net.deployments && this.queues.swings(i)) this.unrest.isHeld(this.nameOf(i));
    for (const e of this.touchedCalls) if (this.pools.swings(e)) this.unrest.isHeld(this.nameOfCall(e));
    for (const i of this.solver.unsettled) this.unrest.didNotSettle(this.nameOf(i));
  }

  /** `requests` more wait to be tried again than the flows said: they have neither succeeded nor failed yet. */
  private putOff(s: number, requests: number, success: number): void {
    this.ledgers.succeeded[s] -= requests * success + this.users.takeBack(s, requests * (1 - success));
  }

  private commitSource(s: number, e: number): void {
    const { net, ledgers } = this;
    // As the pools have it now: their pace may just have become another.
    const rounds = this.pools.rounds(e, net.firstRate[e], net.again[e]);
    const last = this.pools.lastRound(e, net.firstRate[e], net.again[e]);
    this.pools.weighAll(e, net.firstRate[e], net.again[e]);
    const succeeded = rounds * net.inTime[e] + this.pools.won;
    ledgers.wantedRate[s] = this.demand.rate[s];
    ledgers.succeededRate[s] = succeeded;
    const final = Math.max(0, rounds - succeeded - (rounds - last) * net.again[e]);
    const seconds = this.users.commit(
      s,
      this.demand.rate[s],
      net.firstRate[e],
      final,
      1 - net.success[e],
      this.pools.active[e] === 0,
      this.now(),
    );
    this.timers.set(FLOW_EVENTS.returns, s, seconds);
  }

  private commitBreaker(e: number): void {
    const seconds = this.breakers.commit(e, this.moment, (change) => this.breakerChanged(change));
    if (Number.isNaN(seconds)) return;
    this.timers.set(FLOW_EVENTS.breaker, e, seconds > 0 ? seconds : Number.POSITIVE_INFINITY);
  }

  private breakerChanged(change: BreakerChange): void {
    this.events.breaker(change);
    if (change.to === 'averaged') this.unrest.wasAveraged(this.nameOfCall(change.call));
    this.touchCall(change.call);
    this.solver.dirtyCall(change.call);
  }

  // ------------------------------------------------------------------ questions

  serviceSuccess(service: number): number {
    let best = 0;
    for (const d of this.topology.services[service].deployments) {
      if (this.net.routed[d]) best = Math.max(best, this.states.probe(d));
    }
    return best;
  }

  journeySuccess(journey: number): number {
    return this.states.probe(this.net.deployments + journey);
  }

  backlog(deployment: number): number {
    const { net } = this;
    let sum = this.queues.waiting[deployment];
    if (this.queues.isMoving(deployment)) {
      const seconds = this.now();
      this.queues.advance(deployment, seconds);
      sum = this.queues.waiting[deployment];
    }
    for (let e = net.callStart[deployment]; e < net.callStart[deployment + 1]; e++) sum += this.asyncs.waiting[e];
    return sum;
  }

  utilisation(deployment: number): number {
    const { net } = this;
    return net.servers[deployment] > 0 && net.capacity[deployment] > 0
      ? net.arrivals[deployment] / net.capacity[deployment]
      : 0;
  }

  doneWell(deployment: number): number {
    return this.net.throughput[deployment] * this.states.doneWell(deployment);
  }

  warmth(deployment: number): number {
    const coldest = this.caches.coldest(deployment);
    return Number.isNaN(coldest) ? 1 : coldest;
  }

  /** Requests of a source (-1: none) that will be tried again, and asynchronous work that waits at deployments. */
  private pendingOf(source: number, deployments: readonly number[]): number {
    const { net } = this;
    let sum = source < 0 ? 0 : this.users.pending(source) + this.pools.pending(this.solver.callOfSource(source));
    for (const i of deployments)
      for (let e = net.callStart[i]; e < net.callStart[i + 1]; e++) sum += this.asyncs.waiting[e];
    return sum;
  }

  finish(): FlowTotals {
    const { net, topology } = this;
    for (let i = 0; i < net.nodes; i++) this.touchNode(i);
    for (let e = 0; e < net.calls; e++) {
      this.touchCall(e);
      if (net.callKind[e] === ASYNC) this.events.bounced(e, this.asyncs.spellEnded(e, true));
    }
    for (let i = 0; i < net.deployments; i++) this.ledgers.advanceNode(i, this.now());
    for (const { index } of topology.sources) this.states.recordAway(this.scheduler.now(), index);
    const { visits, notConverged } = this.solver;
    return {
      settles: this.settles,
      steps: this.steps,
      visits,
      notConverged,
      warnings: this.unrest.warnings(),
      ledgers: flowLedgers(topology, this.ledgers, this.queues, this.users, this.asyncs, (s) =>
        this.pools.pending(this.solver.callOfSource(s)),
      ),
    };
  }

  // ------------------------------------------------------------------ time

  private now(): number {
    return this.scheduler.now() / MICROSECONDS;
  }

  private fact(): void {
    this.moment++;
  }

  /** Brings a node's states and sums to now, once an instant; the lists are emptied at its end. */
  private touchNode(i: number): void {
    if (this.nodeListed[i]) return;
    const now = this.now();
    if (this.nodeTouched[i] !== now) {
      this.nodeTouched[i] = now;
      if (i < this.net.deployments) {
        this.queues.advance(i, now);
        this.workers.advance(i, now);
        this.ledgers.advanceNode(i, now);
      }
    }
    this.nodeListed[i] = 1;
    this.touchedNodes.push(i);
  }

  private touchCall(e: number): void {
    if (this.callListed[e]) return;
    const now = this.now();
    if (this.callTouched[e] !== now) {
      this.callTouched[e] = now;
      this.pools.advance(e, now);
      if (this.net.callCache[e]) this.caches.advance(e, now);
      if (this.net.callKind[e] === ASYNC) this.asyncs.advance(e, now);
      const s = this.net.callSource[e];
      if (s >= 0) {
        this.users.advance(s, now);
        this.ledgers.advanceSource(s, now);
        this.pools.countBeside(e);
        this.ledgers.succeeded[s] += this.pools.succeededBeside - this.users.takeBack(s, -this.pools.failedBeside);
      }
    }
    this.callListed[e] = 1;
    this.touchedCalls.push(e);
  }

  private reroute(node: number, concerns: (e: number) => boolean): void {
    const { net } = this;
    for (let k = net.inStart[node]; k < net.inStart[node + 1]; k++) {
      const e = net.arcCall[net.inArcs[k]];
      if (!concerns(e)) continue;
      this.routing.route(e);
      this.solver.dirtyCall(e);
    }
    this.fact();
  }

  private nameOfCall(e: number): string {
    return this.recorder.entityAt(this.topology.dependencies[this.net.callDependency[e]].entity).id;
  }

  private nameOf(i: number): string {
    const { topology, net } = this;
    if (i < net.deployments) return this.recorder.entityAt(topology.deployments[i].entity).id;
    if (i < net.nodes) return topology.journeys[i - net.deployments].spec.id;
    return this.recorder.entityAt(topology.sources[i - net.nodes].entity).id;
  }
}

/** Of all callers, seconds; 0 where nobody has any. */
function shortestPatience({ arcPatience }: Network): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (const patience of arcPatience) if (patience > 0 && patience < shortest) shortest = patience;
  return shortest < Number.POSITIVE_INFINITY ? shortest : 0;
}
