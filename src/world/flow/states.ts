/**
 * States of services, journeys and deployments (design section 2), from the success that their users see, with the
 * cause beside it; written to the record when they change.
 *
 * A service's success is that of all who call it, weighed by what each would ask had nothing failed: its users by what
 * they got, callers by what their calls (retries included) get now. What nobody alive calls is judged by a probe.
 * Cause: of the reasons for which requests fail now, the one that has been active longest; several that began in the
 * same instant are `shared`.
 * Left out: attributing one request's failure to more than one reason.
 */
import { CAUSES, type Cause, STATES, type State } from '../../record/record.js';
import type { Recorder } from '../../record/recorder.js';
import type { Topology } from '../topology.js';
import type { RepairView } from './contract.js';
import { STRIDE } from './mixture.js';
import { ERROR_PARTS, GOOD_PARTS, type Network, REQUIRED } from './network.js';
import type { NominalDemand } from './nominal.js';

const UP = 0.99;
const DOWN = 0.5;
/** A reason counts as active when it makes at least this share of requests fail, and this share of the failures. */
const ACTIVE_LOSS = 0.004;
const ACTIVE_SHARE = 0.1;
/** Arrivals above capacity by this much are overload. */
const OVERLOAD = 1.001;
/** Reasons, in the order of CAUSES from 1: own, site, dependency, overload, operator. */
const REASONS = 5;
const OWN = 0;
const SITE = 1;
const DEPENDENCY = 2;
const LOAD = 3;
const OPERATOR = 4;

export interface FlowView {
  readonly demand: Float64Array;
  readonly nominal: NominalDemand;
  readonly waiting: Float64Array;
  successRate(source: number): number;
}

export class StateRecorder {
  private readonly topology: Topology;
  private readonly net: Network;
  private readonly recorder: Recorder;
  private readonly repair: RepairView;
  private readonly flow: FlowView;
  private readonly reasonEvent: Int32Array;
  private readonly overloadEvent: Int32Array;
  /** When each reason became active, per service and journey; -1 while it is not. */
  private readonly since: Float64Array;
  private readonly lastShare: Float64Array;
  private readonly stateEvent: Int32Array;
  private readonly pending: Set<number> = new Set();
  private readonly loss = new Float64Array(REASONS);
  private worstDependency = -1;
  private worstDeployment = -1;
  private allMoved = true;

  constructor(topology: Topology, net: Network, recorder: Recorder, repair: RepairView, flow: FlowView) {
    this.topology = topology;
    this.net = net;
    this.recorder = recorder;
    this.repair = repair;
    this.flow = flow;
    const things = topology.services.length + topology.journeys.length;
    this.reasonEvent = new Int32Array(net.deployments).fill(-1);
    this.overloadEvent = new Int32Array(net.deployments).fill(-1);
    this.since = new Float64Array(things * REASONS).fill(-1);
    this.lastShare = new Float64Array(things).fill(1);
    this.stateEvent = new Int32Array(things).fill(-1);
  }

  setReason(deployment: number, event: number): void {
    this.reasonEvent[deployment] = event;
    this.pending.add(this.net.nodeService[deployment]);
  }

  demandMoved(): void {
    this.allMoved = true;
  }

  /** Success of one request sent straight to a node, whatever it costs in time. */
  probe(node: number): number {
    const { net } = this;
    if (net.servers[node] <= 0) return 0;
    let good = 0;
    for (let k = 0; k < net.goodCount[node]; k++) good += net.good[(node * GOOD_PARTS + k) * STRIDE];
    return good * net.acceptance[node];
  }

  /** Records what the touched nodes and calls have changed; `crossed` gets the entities that passed 50 % or 99 %. */
  record(time: number, nodes: readonly number[], calls: readonly number[], crossed: number[]): void {
    const { net, topology } = this;
    const concerned = this.pending;
    if (this.allMoved) {
      for (let s = 0; s < topology.services.length; s++) concerned.add(s);
      for (let j = 0; j < topology.journeys.length; j++) concerned.add(topology.services.length + j);
      this.allMoved = false;
    }
    for (const i of nodes) {
      if (i < net.deployments) {
        this.recordDeployment(time, i);
        concerned.add(net.nodeService[i]);
      }
    }
    for (const e of calls) {
      const s = net.callService[e];
      const source = net.callSource[e];
      if (s >= 0) concerned.add(s);
      else if (source >= 0) concerned.add(topology.services.length + topology.sources[source].journey);
    }
    // Deepest first, so that a caller's change can name its callee's as its cause.
    const order = [...concerned].sort((a, b) => this.depth(b) - this.depth(a) || a - b);
    concerned.clear();
    for (const thing of order) this.recordThing(time, thing, crossed);
  }

  private depth(thing: number): number {
    const { topology, net } = this;
    if (thing >= topology.services.length) return 0;
    const first = topology.services[thing].deployments[0];
    return first === undefined ? 0 : net.nodeDepth[first];
  }

  // ------------------------------------------------------------------ deployments

  private recordDeployment(time: number, i: number): void {
    const { net, recorder, topology } = this;
    const entity = topology.deployments[i].entity;
    const alive = net.servers[i] > 0;
    const capacity = alive ? net.capacity[i] : 0;
    const offered = net.arrivals[i] + net.refusedExtra[i];
    const refused = alive ? net.arrivals[i] * (1 - net.acceptance[i]) + net.refusedExtra[i] : offered;
    recorder.level(time, entity, 'offered', offered);
    recorder.level(time, entity, 'refused', refused);
    recorder.level(time, entity, 'completed', alive ? net.throughput[i] : 0);
    recorder.level(time, entity, 'capacity', capacity);
    recorder.level(time, entity, 'backlog', alive ? this.flow.waiting[i] : 0);
    recorder.level(time, entity, 'routed', net.routed[i]);
    const overloaded = alive && net.arrivals[i] > OVERLOAD * capacity;
    if (overloaded && this.overloadEvent[i] < 0) {
      this.overloadEvent[i] = recorder.event(
        time,
        'overload.began',
        entity,
        this.whyMore(i),
        net.arrivals[i],
        capacity,
      );
    } else if (!overloaded && this.overloadEvent[i] >= 0) {
      recorder.event(time, 'overload.ended', entity, [this.overloadEvent[i]]);
      this.overloadEvent[i] = -1;
    }
    const success = this.probe(i) * (1 - this.lateShare(i));
    const state = this.stateOf(
      net.routed[i] === 0,
      success,
      overloaded,
      false,
      this.repair.recoveringDeployment(i),
      false,
    );
    recorder.level(time, entity, 'state', STATES.indexOf(state));
    const cause: Cause =
      state === 'up' || state === 'standby'
        ? 'none'
        : !alive
          ? this.repair.siteLost(i)
            ? 'site'
            : 'own'
          : overloaded
            ? 'overload'
            : net.errorCount[i] > 0
              ? 'dependency'
              : 'own';
    recorder.level(time, entity, 'cause', CAUSES.indexOf(cause));
  }

  /** Share of good answers that come after every caller has given up. */
  private lateShare(i: number): number {
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

  /** What made the load of a deployment greater than it can bear: lost machines here, or at its siblings, or slow callees. */
  private whyMore(i: number): number[] {
    const { topology, net, repair } = this;
    const causes: number[] = [];
    const add = (event: number): void => {
      if (event >= 0 && !causes.includes(event)) causes.push(event);
    };
    add(repair.reason(i));
    for (const d of topology.services[net.nodeService[i]].deployments) if (d !== i) add(repair.reason(d));
    if (causes.length === 0) {
      for (let e = net.callStart[i]; e < net.callStart[i + 1]; e++) {
        if (net.success[e] < UP || net.late[e] > ACTIVE_LOSS) add(this.eventOf(net.callService[e]));
      }
    }
    if (causes.length === 0) add(this.reasonEvent[i]);
    if (causes.length === 0) add(this.lastFact);
    return causes;
  }

  /** Latest fact told to the flow: what a change is blamed on when nothing nearer explains it. */
  lastFact = -1;

  // ------------------------------------------------------------------ services and journeys

  private eventOf(thing: number): number {
    return thing < 0 ? -1 : this.stateEvent[thing];
  }

  private entityOf(thing: number): number {
    const { topology } = this;
    return thing < topology.services.length
      ? topology.services[thing].entity
      : topology.journeys[thing - topology.services.length].entity;
  }

  private recordThing(time: number, thing: number, crossed: number[]): void {
    const { recorder, topology } = this;
    const entity = this.entityOf(thing);
    const isService = thing < topology.services.length;
    this.recordDemand(time, thing, entity);
    const share = this.successOf(thing);
    recorder.level(time, entity, 'share', share);
    const before = this.lastShare[thing];
    if (before >= UP !== share >= UP || before >= DOWN !== share >= DOWN) crossed.push(entity);
    this.lastShare[thing] = share;

    const overloaded =
      isService &&
      topology.services[thing].deployments.some((d) => this.net.routed[d] === 1 && this.overloadEvent[d] >= 0);
    const state = this.stateOf(
      false,
      share,
      overloaded,
      this.optionalMissing(thing),
      isService && this.repair.recovering(thing),
      isService && this.repair.warming(thing),
    );
    const cause = state === 'up' ? this.forgetReasons(thing) : this.causeOf(time, thing, share);
    const blocked = cause === 'dependency' && !this.lostMachines(thing);
    const code = STATES.indexOf(state);
    const present = recorder.current(entity, 'state');
    const from = Number.isNaN(present) ? 0 : present;
    const causeCode = CAUSES.indexOf(cause);
    const causeBefore = recorder.current(entity, 'cause');
    if (from !== code) {
      this.stateEvent[thing] = recorder.event(
        time,
        'state.changed',
        entity,
        this.causesNow(thing, cause, state),
        from,
        code,
        share,
      );
    } else if (!Number.isNaN(causeBefore) && causeBefore !== causeCode && state !== 'up') {
      recorder.event(time, 'cause.changed', entity, this.causesNow(thing, cause, state), causeBefore, causeCode);
    }
    recorder.level(time, entity, 'state', code);
    recorder.level(time, entity, 'cause', causeCode);
    recorder.level(time, entity, 'blocked', blocked ? 1 : 0);
  }

  private recordDemand(time: number, thing: number, entity: number): void {
    const { recorder, topology, flow } = this;
    if (thing < topology.services.length) recorder.level(time, entity, 'asked', flow.nominal.asked[thing]);
    const s = this.sourceOf(thing);
    if (s < 0) return;
    recorder.level(time, entity, 'wanted', flow.demand[s]);
    recorder.level(time, entity, 'succeeded', flow.successRate(s));
  }

  private sourceIndex: Int32Array | null = null;

  private sourceOf(thing: number): number {
    if (!this.sourceIndex) {
      const { topology } = this;
      this.sourceIndex = new Int32Array(topology.services.length + topology.journeys.length).fill(-1);
      for (const source of topology.sources) {
        this.sourceIndex[source.service >= 0 ? source.service : topology.services.length + source.journey] =
          source.index;
      }
    }
    return this.sourceIndex[thing];
  }

  /** Success that the users of a service or journey see now, callers included. */
  private successOf(thing: number): number {
    const { topology, net, flow } = this;
    let weight = 0;
    let well = 0;
    const source = this.sourceOf(thing);
    if (source >= 0 && flow.demand[source] > 0) {
      weight += flow.demand[source];
      well += Math.min(flow.demand[source], flow.successRate(source));
    }
    if (thing < topology.services.length) {
      for (const d of topology.services[thing].callers) {
        const asked = flow.nominal.over[d];
        if (asked <= 0) continue;
        const success = this.successOver(d);
        if (success < 0) continue;
        weight += asked;
        well += asked * success;
      }
    }
    if (weight > 0) return well / weight;
    if (source >= 0) return net.success[net.calls - topology.sources.length + source];
    let best = 0;
    for (const d of topology.services[thing]?.deployments ?? [])
      if (net.routed[d]) best = Math.max(best, this.probe(d));
    return best;
  }

  /** Success of a dependency's calls over the caller's living deployments; -1 when none lives. */
  private successOver(dependency: number): number {
    const { topology, net } = this;
    const edge = topology.dependencies[dependency];
    const nodes = edge.service >= 0 ? topology.services[edge.service].deployments : [net.deployments + edge.journey];
    let weight = 0;
    let well = 0;
    for (const i of nodes) {
      if (net.servers[i] <= 0 || !net.routed[i]) continue;
      for (let e = net.callStart[i]; e < net.callStart[i + 1]; e++) {
        if (net.callDependency[e] !== dependency) continue;
        const w = net.throughput[i] + 1e-6 * net.servers[i];
        weight += w;
        well += w * net.success[e];
      }
    }
    return weight > 0 ? well / weight : -1;
  }

  private optionalMissing(thing: number): boolean {
    const { topology, net } = this;
    const calls =
      thing < topology.services.length
        ? topology.services[thing].calls
        : topology.journeys[thing - topology.services.length].calls;
    for (const d of calls) {
      if (topology.dependencies[d].spec.kind !== 'optional') continue;
      const success = this.successOver(d);
      if (success >= 0 && success < DOWN && net.nodes > 0) return true;
    }
    return false;
  }

  private stateOf(
    standby: boolean,
    share: number,
    overloaded: boolean,
    optionalMissing: boolean,
    recovering: boolean,
    warming: boolean,
  ): State {
    if (standby) return recovering && share < DOWN ? 'recovering' : 'standby';
    if (share < UP && share >= DOWN && warming && !overloaded) return 'warming';
    if (share < DOWN) return recovering ? 'recovering' : 'down';
    if (overloaded) return 'overloaded';
    return share < UP || optionalMissing ? 'degraded' : 'up';
  }

  private lostMachines(thing: number): boolean {
    const { topology, net, repair } = this;
    if (thing >= topology.services.length) return false;
    return topology.services[thing].deployments.some((d) => net.routed[d] === 1 && repair.reason(d) >= 0);
  }

  // ------------------------------------------------------------------ causes

  private forgetReasons(thing: number): Cause {
    for (let r = 0; r < REASONS; r++) this.since[thing * REASONS + r] = -1;
    return 'none';
  }

  /** Weighs the reasons for which requests to `thing` fail now, and picks the one active longest. */
  private causeOf(time: number, thing: number, share: number): Cause {
    this.weighReasons(thing);
    let total = 0;
    let largest = 0;
    for (let r = 0; r < REASONS; r++) {
      total += this.loss[r];
      if (this.loss[r] > this.loss[largest]) largest = r;
    }
    const at = thing * REASONS;
    let earliest = -1;
    let ties = 0;
    for (let r = 0; r < REASONS; r++) {
      const active = total > 0 && this.loss[r] >= ACTIVE_SHARE * total && (this.loss[r] >= ACTIVE_LOSS || share < UP);
      if (!active) {
        this.since[at + r] = -1;
        continue;
      }
      if (this.since[at + r] < 0) this.since[at + r] = time;
      if (earliest < 0 || this.since[at + r] < this.since[at + earliest]) {
        earliest = r;
        ties = 1;
      } else if (this.since[at + r] === this.since[at + earliest]) ties++;
    }
    if (earliest < 0) return total > 0 ? CAUSES[1 + largest] : this.optionalMissing(thing) ? 'dependency' : 'own';
    return ties > 1 ? 'shared' : CAUSES[1 + earliest];
  }

  private weighReasons(thing: number): void {
    const { topology, net } = this;
    this.loss.fill(0);
    this.worstDependency = -1;
    this.worstDeployment = -1;
    if (thing >= topology.services.length) {
      this.weighCallees(net.deployments + thing - topology.services.length, 1);
      return;
    }
    let worst = 0;
    const weights = topology.services[thing].deployments.map((d) => this.weightOf(d));
    const total = weights.reduce((a, b) => a + b, 0);
    topology.services[thing].deployments.forEach((d, k) => {
      const weight = total > 0 ? weights[k] / total : net.routed[d] ? 1 : 0;
      if (weight <= 0) return;
      const before = this.loss.reduce((a, b) => a + b, 0);
      this.weighDeployment(d, weight);
      const lost = this.loss.reduce((a, b) => a + b, 0) - before;
      if (lost > worst) {
        worst = lost;
        this.worstDeployment = d;
      }
    });
    // Believed dead everywhere: nothing is sent, and what keeps it from serving is what its deployments lack.
    if (total > 0 || worst > 0) return;
    for (const d of topology.services[thing].deployments) {
      this.weighDeployment(d, 1);
      if (this.worstDeployment < 0) this.worstDeployment = d;
    }
  }

  /** What callers send there, or would. */
  private weightOf(d: number): number {
    const { net } = this;
    if (!net.routed[d]) return 0;
    let sum = 0;
    for (let k = net.inStart[d]; k < net.inStart[d + 1]; k++) {
      const a = net.inArcs[k];
      const e = net.arcCall[a];
      const owner = net.callOwner[e];
      if (owner >= 0 && net.servers[owner] <= 0) continue;
      sum += net.arcWeight[a] * (net.firstRate[e] + 1e-9);
    }
    // Servers that are gone from a routed deployment weigh as what they carried.
    return sum > 0 || net.servers[d] > 0 ? sum : 1e-9;
  }

  private weighDeployment(d: number, weight: number): void {
    const { net, repair } = this;
    if (net.servers[d] <= 0) {
      this.loss[repair.operator(d) ? OPERATOR : repair.siteLost(d) ? SITE : OWN] += weight;
      return;
    }
    let cut = 0;
    let sent = 0;
    for (let k = net.inStart[d]; k < net.inStart[d + 1]; k++) {
      const a = net.inArcs[k];
      const w = net.arcWeight[a] * (net.firstRate[net.arcCall[a]] + 1e-9);
      sent += w;
      if (!net.arcReachable[a]) cut += w;
    }
    if (sent > 0) this.loss[SITE] += (weight * cut) / sent;
    const arriving = sent > 0 ? weight * (1 - cut / sent) : weight;
    const refused = 1 - net.acceptance[d];
    // Too little machine is the machine's loss when part of it is gone, overload when demand is above what is there.
    const short = repair.reason(d) >= 0 ? (repair.siteLost(d) ? SITE : OWN) : LOAD;
    this.loss[short] += arriving * refused;
    const late = this.lateShare(d) * (1 - refused);
    if (late > 0) this.blameLate(d, arriving * late, short);
    this.weighCallees(d, arriving * (1 - refused));
  }

  /** Late answers: by the queue, by slow work, or by slow callees, whichever takes the most time. */
  private blameLate(d: number, lost: number, short: number): void {
    const { net } = this;
    const wait = net.waitChance[d] * net.waitMean[d];
    const work = net.workTime[d] * net.factor[d];
    const callees = net.hold[d] - work;
    if (callees > wait && callees > work) {
      this.loss[DEPENDENCY] += lost;
      if (this.worstDependency < 0) this.worstDependency = this.slowestCallee(d);
    } else if (net.factor[d] > 1.01) this.loss[OWN] += lost;
    else this.loss[short] += lost;
  }

  private slowestCallee(d: number): number {
    const { net } = this;
    let slowest = -1;
    let most = 0;
    for (let e = net.callStart[d]; e < net.callStart[d + 1]; e++) {
      const held =
        net.reach[e] * ((1 - net.success[e]) * net.callTimeout[e] + net.success[e] * net.callGood[e * GOOD_PARTS + 1]);
      if (held > most) {
        most = held;
        slowest = net.callService[e];
      }
    }
    return slowest;
  }

  /** Requests that end because a required callee fails. */
  private weighCallees(i: number, weight: number): void {
    const { net } = this;
    let errors = 0;
    for (let k = 0; k < net.errorCount[i]; k++) errors += net.error[(i * ERROR_PARTS + k) * STRIDE];
    if (errors <= 0) return;
    this.loss[DEPENDENCY] += weight * errors;
    let most = 0;
    for (let e = net.callStart[i]; e < net.callStart[i + 1]; e++) {
      if (net.callKind[e] !== REQUIRED) continue;
      const fails = net.reach[e] * (1 - net.success[e]);
      if (fails > most) {
        most = fails;
        this.worstDependency = net.callService[e];
      }
    }
  }

  /** Events that the present state follows from. */
  private causesNow(thing: number, cause: Cause, state: State): number[] {
    const { net, topology, repair } = this;
    const causes: number[] = [];
    const add = (event: number): void => {
      if (event >= 0 && !causes.includes(event)) causes.push(event);
    };
    if (state === 'up') {
      add(this.stateEvent[thing]);
      if (thing < topology.services.length)
        for (const d of topology.services[thing].deployments) add(this.reasonEvent[d]);
      return causes;
    }
    if (cause === 'dependency' || cause === 'shared')
      add(this.eventOf(this.worstDependency >= 0 ? this.worstDependency : this.missingOptional(thing)));
    const deployments = thing < topology.services.length ? topology.services[thing].deployments : [];
    if (cause !== 'dependency') {
      if (this.worstDeployment >= 0) add(repair.reason(this.worstDeployment));
      for (const d of deployments) if (net.routed[d]) add(this.overloadEvent[d]);
      for (const d of deployments) if (net.routed[d]) add(repair.reason(d));
    }
    if (causes.length === 0) for (const d of deployments) add(this.reasonEvent[d]);
    if (causes.length === 0) add(this.stateEvent[thing]);
    if (causes.length === 0) add(this.lastFact);
    return causes;
  }

  private missingOptional(thing: number): number {
    const { topology } = this;
    const calls =
      thing < topology.services.length
        ? topology.services[thing].calls
        : topology.journeys[thing - topology.services.length].calls;
    for (const d of calls) {
      const edge = topology.dependencies[d];
      if (edge.spec.kind === 'optional' && this.successOver(d) < DOWN) return edge.callee;
    }
    return -1;
  }
}
