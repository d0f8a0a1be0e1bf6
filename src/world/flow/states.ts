/**
 * States of services, journeys and deployments (design section 2), from the success that their users see, with the
 * cause beside it; written to the record when they change, with the events that they follow from.
 *
 * Left out: states of users; hysteresis (a service at 99 % changes as often as its success crosses it).
 */
import { CAUSES, type Cause, type Quantity, STATES, type State } from '../../record/record.js';
import type { Recorder } from '../../record/recorder.js';
import type { Topology } from '../topology.js';
import { ACTIVE_LOSS, Blame, UP } from './blame.js';
import type { RepairView } from './contract.js';
import { LevelCache } from './level-cache.js';
import type { Network } from './network.js';
import { DOWN, type FlowView, SeenSuccess } from './seen-success.js';

/** Arrivals above capacity by this much are overload. */
const OVERLOAD = 1.001;

const OF_NODE = [
  'offered',
  'refused',
  'completed',
  'capacity',
  'backlog',
  'routed',
  'warmth',
  'state',
  'cause',
] as const;
const OF_THING = ['share', 'asked', 'wanted', 'succeeded', 'pending', 'state', 'cause', 'blocked', 'away'] as const;

type Levels<Q extends Quantity> = Readonly<Record<Q, LevelCache>>;

function levels<Q extends Quantity>(recorder: Recorder, quantities: readonly Q[], count: number): Levels<Q> {
  return Object.fromEntries(quantities.map((q) => [q, new LevelCache(recorder, q, count)])) as Levels<Q>;
}

export class StateRecorder {
  private readonly topology: Topology;
  private readonly net: Network;
  private readonly recorder: Recorder;
  private readonly repair: RepairView;
  private readonly flow: FlowView;
  private readonly reasonEvent: Int32Array;
  private readonly overloadEvent: Int32Array;
  private readonly lastShare: Float64Array;
  private readonly stateEvent: Int32Array;
  /** Success when the state last changed, and whether it was better than before. */
  private readonly stateShare: Float64Array;
  private readonly improved: Uint8Array;
  private readonly overloadEnd: Int32Array;
  /** Things to be recorded, by place; how many. */
  private readonly isDue: Uint8Array;
  private dueCount = 0;
  /** Things whose demand may have moved in this settle. */
  private readonly demandDue: Uint8Array;
  /** Things from the deepest on, and the place of each among them. */
  private readonly deepestFirst: Int32Array;
  private readonly placeOf: Int32Array;
  /** The service that each call calls, or the journey that users start. */
  private readonly thingOf: Int32Array;
  private readonly seen: SeenSuccess;
  private readonly ofNode: Levels<(typeof OF_NODE)[number]>;
  private readonly ofThing: Levels<(typeof OF_THING)[number]>;
  private readonly blame: Blame;
  private allMoved = true;
  private first = true;

  constructor(topology: Topology, net: Network, recorder: Recorder, repair: RepairView, flow: FlowView) {
    this.topology = topology;
    this.net = net;
    this.recorder = recorder;
    this.repair = repair;
    this.flow = flow;
    const things = topology.services.length + topology.journeys.length;
    this.reasonEvent = new Int32Array(net.deployments).fill(-1);
    this.overloadEvent = new Int32Array(net.deployments).fill(-1);
    this.seen = new SeenSuccess(topology, net, flow);
    this.ofNode = levels(recorder, OF_NODE, net.deployments);
    this.ofThing = levels(recorder, OF_THING, things);
    this.blame = new Blame(topology, net, repair, this.seen);
    this.lastShare = new Float64Array(things).fill(1);
    this.stateEvent = new Int32Array(things).fill(-1);
    this.stateShare = new Float64Array(things).fill(1);
    this.improved = new Uint8Array(things);
    this.demandDue = new Uint8Array(things);
    const depths = Array.from({ length: things }, (_, thing) => this.depth(thing));
    this.deepestFirst = Int32Array.from(depths.keys()).sort((a, b) => depths[b] - depths[a] || a - b);
    this.placeOf = new Int32Array(things);
    this.deepestFirst.forEach((thing, place) => {
      this.placeOf[thing] = place;
    });
    this.isDue = new Uint8Array(things);
    this.thingOf = Int32Array.from({ length: net.calls }, (_, e) =>
      net.callService[e] >= 0
        ? net.callService[e]
        : topology.services.length + topology.sources[net.callSource[e]].journey,
    );
    this.overloadEnd = new Int32Array(net.deployments).fill(-1);
  }

  setReason(deployment: number, event: number): void {
    this.reasonEvent[deployment] = event;
    this.concern(this.net.nodeService[deployment]);
  }

  /** Whether something is to be recorded although no flow has moved. */
  get isPending(): boolean {
    return this.dueCount > 0;
  }

  demandMoved(): void {
    this.allMoved = true;
  }

  /** Success of one request sent straight to a node. */
  probe(node: number): number {
    return this.seen.probe(node);
  }

  /** Share of the requests let in by a node that it finishes well, however late. */
  doneWell(node: number): number {
    return this.seen.doneWell(node);
  }

  /**
   * Records what has changed: `nodes` and `calls` were touched, the outcome of `moved` calls is another. `crossed` gets
   * the entities that passed 50 % or 99 %.
   */
  record(
    time: number,
    nodes: readonly number[],
    calls: readonly number[],
    moved: readonly number[],
    crossed: number[],
  ): void {
    const { net, demandDue, lastShare, thingOf } = this;
    for (const i of nodes) if (i < net.deployments && this.recordDeployment(time, i)) this.concern(net.nodeService[i]);
    for (const e of moved) this.concern(thingOf[e]);
    for (const e of calls) {
      const thing = thingOf[e];
      const ofUsers = net.callSource[e] >= 0;
      if (ofUsers) demandDue[thing] = 1;
      // While something is wrong, flows alone may move success.
      if (lastShare[thing] < 1 || (ofUsers && this.seen.usersMiss(thing))) this.concern(thing);
    }
    if (this.allMoved) {
      demandDue.fill(1);
      for (let s = 0; s < demandDue.length; s++) if (lastShare[s] < 1 || this.first) this.concern(s);
      this.allMoved = false;
      this.first = false;
    }
    // Deepest first, so that a caller's change can name its callee's as its cause.
    for (let place = 0; this.dueCount > 0; place++) {
      if (this.isDue[place] === 0) continue;
      this.isDue[place] = 0;
      this.dueCount--;
      const thing = this.deepestFirst[place];
      demandDue[thing] = 1;
      this.recordThing(time, thing, crossed);
    }
    for (let thing = 0; thing < demandDue.length; thing++) {
      if (demandDue[thing] === 0) continue;
      demandDue[thing] = 0;
      this.recordDemand(time, thing);
    }
  }

  private concern(thing: number): void {
    const place = this.placeOf[thing];
    if (this.isDue[place] === 1) return;
    this.isDue[place] = 1;
    this.dueCount++;
  }

  private depth(thing: number): number {
    const { topology, net } = this;
    if (thing >= topology.services.length) return 0;
    const first = topology.services[thing].deployments[0];
    return first === undefined ? 0 : net.nodeDepth[first];
  }

  // ------------------------------------------------------------------ deployments

  /** True when the state of its service may have changed with it. */
  private recordDeployment(time: number, i: number): boolean {
    const { net, recorder, topology, ofNode: of } = this;
    const entity = topology.deployments[i].entity;
    const alive = net.servers[i] > 0;
    const capacity = alive ? net.capacity[i] : 0;
    const offered = net.arrivals[i] + net.hopeless[i];
    const refused = alive
      ? (net.arrivals[i] - net.sure[i]) * (1 - net.acceptance[i]) + net.hopeless[i] - net.hopelessServed[i]
      : offered;
    of.offered.set(time, i, entity, offered);
    of.refused.set(time, i, entity, refused);
    of.completed.set(time, i, entity, alive ? net.throughput[i] : 0);
    of.capacity.set(time, i, entity, capacity);
    of.backlog.set(time, i, entity, alive ? this.flow.waiting[i] : 0);
    of.routed.set(time, i, entity, net.routed[i]);
    const warmth = this.flow.warmth(i);
    if (!Number.isNaN(warmth)) of.warmth.set(time, i, entity, warmth);
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
      this.overloadEnd[i] = recorder.event(time, 'overload.ended', entity, [this.overloadEvent[i]]);
      this.overloadEvent[i] = -1;
    }
    const success = this.seen.probe(i) * (1 - this.seen.lateShare(i));
    const state = this.stateOf(
      net.routed[i] === 0,
      success,
      overloaded,
      false,
      this.repair.recoveringDeployment(i),
      false,
    );
    const code = STATES.indexOf(state);
    const changed = of.state.set(time, i, entity, code);
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
    const causeCode = CAUSES.indexOf(cause);
    return of.cause.set(time, i, entity, causeCode) || changed || state !== 'up';
  }

  /**
   * What made the load of a deployment greater than it can bear: more users, slowness, lost machines here or at its
   * siblings, slow callees. Nothing, when all of its machines could not bear what its users ask on such a day: that is
   * what the scenario states.
   */
  private whyMore(i: number): number[] {
    const { topology, net, repair } = this;
    const service = net.nodeService[i];
    if (this.isTooSmall(service) && !repair.surged(i)) return [];
    const causes: number[] = [];
    const add = (event: number): void => {
      if (event >= 0 && !causes.includes(event)) causes.push(event);
    };
    for (const event of this.strainsOn(i)) add(event);
    for (const d of topology.services[service].deployments) add(repair.reason(d));
    // What has been borne for long did not tip it over: the latest first.
    causes.sort((a, b) => b - a);
    if (causes.length === 0) {
      for (let e = net.callStart[i]; e < net.callStart[i + 1]; e++) {
        if (net.success[e] < UP || net.late[e] > ACTIVE_LOSS)
          for (const event of this.why(net.callService[e])) add(event);
      }
    }
    if (causes.length === 0) add(this.reasonEvent[i]);
    return causes;
  }

  /** More would be asked, had nothing failed, than all servers that stand for it can do. */
  private isTooSmall(service: number): boolean {
    const { topology, net, flow } = this;
    let full = 0;
    for (const d of topology.services[service].deployments) {
      const { servers, capacityPerServer } = topology.deployments[d].spec;
      if (net.routed[d]) full += servers * capacityPerServer;
    }
    return flow.nominal.asked[service] > full;
  }

  /** Strains on a deployment; a cut is one only where calls to or from it do not arrive. */
  private strainsOn(d: number): readonly number[] {
    const { repair } = this;
    const cuts = repair.cuts(d);
    return cuts.length > 0 && this.isCutOff(d) ? [...repair.strains(d), ...cuts] : repair.strains(d);
  }

  /** Losses and strains since an event, the latest first. */
  private freshOn(deployments: readonly number[], since: number): readonly number[] {
    return deployments
      .filter((d) => this.net.routed[d])
      .flatMap((d) => [...this.strainsOn(d), this.repair.reason(d)])
      .filter((event) => event > since)
      .sort((a, b) => b - a);
  }

  private isCutOff(d: number): boolean {
    const { net } = this;
    for (let k = net.inStart[d]; k < net.inStart[d + 1]; k++) if (!net.arcReachable[net.inArcs[k]]) return true;
    for (let e = net.callStart[d]; e < net.callStart[d + 1]; e++)
      for (let a = net.arcStart[e]; a < net.arcStart[e + 1]; a++) if (!net.arcReachable[a]) return true;
    return false;
  }

  /** Why a service fails: its last change while it is not up; else what strains it, for those who cannot reach it. */
  private why(service: number): readonly number[] {
    if (service < 0) return [];
    if (this.lastShare[service] < UP) return [this.stateEvent[service]];
    const strains = this.topology.services[service].deployments.flatMap((d) => this.strainsOn(d));
    return strains.sort((a, b) => b - a);
  }

  // ------------------------------------------------------------------ services and journeys

  private entityOf(thing: number): number {
    const { topology } = this;
    return thing < topology.services.length
      ? topology.services[thing].entity
      : topology.journeys[thing - topology.services.length].entity;
  }

  private recordThing(time: number, thing: number, crossed: number[]): void {
    const { recorder, topology, ofThing: of } = this;
    const entity = this.entityOf(thing);
    const isService = thing < topology.services.length;
    const share = this.seen.of(thing);
    of.share.set(time, thing, entity, share);
    const before = this.lastShare[thing];
    if (before >= UP !== share >= UP || before >= DOWN !== share >= DOWN) crossed.push(entity);
    this.lastShare[thing] = share;

    const overloaded =
      isService &&
      topology.services[thing].deployments.some((d) => this.net.routed[d] === 1 && this.overloadEvent[d] >= 0);
    const missing = this.seen.missingOptional(thing);
    const state = this.stateOf(
      false,
      share,
      overloaded,
      missing >= 0,
      isService && this.repair.recovering(thing),
      isService && this.repair.warming(thing),
    );
    const cause = state === 'up' ? this.blame.forget(thing) : this.blame.causeOf(time, thing, share);
    const blocked = cause === 'dependency' && !this.lostMachines(thing);
    const code = STATES.indexOf(state);
    const present = of.state.get(thing);
    const from = Number.isNaN(present) ? 0 : present;
    const causeCode = CAUSES.indexOf(cause);
    const causeBefore = of.cause.get(thing);
    if (from !== code) {
      const better = share > this.stateShare[thing];
      const causes = this.causesNow(thing, cause, state, better);
      if (better) this.addGains(thing, causes);
      this.stateEvent[thing] = recorder.event(time, 'state.changed', entity, causes, from, code, share);
      this.stateShare[thing] = share;
      this.improved[thing] = better ? 1 : 0;
    } else if (!Number.isNaN(causeBefore) && causeBefore !== causeCode && state !== 'up') {
      recorder.event(time, 'cause.changed', entity, this.causesNow(thing, cause, state, false), causeBefore, causeCode);
    }
    of.state.set(time, thing, entity, code);
    of.cause.set(time, thing, entity, causeCode);
    of.blocked.set(time, thing, entity, blocked ? 1 : 0);
  }

  private recordDemand(time: number, thing: number): void {
    const { topology, flow, ofThing: of } = this;
    const entity = this.entityOf(thing);
    if (thing < topology.services.length) of.asked.set(time, thing, entity, flow.nominal.asked[thing]);
    const s = this.seen.sourceOf[thing];
    const pending = flow.pending(s, topology.services[thing]?.deployments ?? []);
    if (pending > 0 || of.pending.get(thing) > 0) of.pending.set(time, thing, entity, pending);
    if (s < 0) return;
    of.wanted.set(time, thing, entity, flow.demand[s]);
    of.succeeded.set(time, thing, entity, flow.successRate(s));
    this.recordAway(time, s);
  }

  /** Share of a source's users who are away now. */
  recordAway(time: number, s: number): void {
    const { services, sources } = this.topology;
    const away = this.flow.away(s);
    if (Number.isNaN(away)) return;
    const { service, journey, entity } = sources[s];
    this.ofThing.away.set(time, service >= 0 ? service : services.length + journey, entity, away);
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

  /** What has become better since the last change: it is better only since the last of these. */
  private addGains(thing: number, causes: number[]): void {
    const { topology } = this;
    const since = this.stateEvent[thing];
    const add = (event: number): void => {
      if (event > since && !causes.includes(event)) causes.push(event);
    };
    const isService = thing < topology.services.length;
    const { calls } = isService ? topology.services[thing] : topology.journeys[thing - topology.services.length];
    for (const d of isService ? topology.services[thing].deployments : []) {
      add(this.reasonEvent[d]);
      add(this.overloadEnd[d]);
    }
    for (const d of calls) {
      const { callee } = topology.dependencies[d];
      if (this.improved[callee]) add(this.stateEvent[callee]);
    }
  }

  /** Events that the present state follows from. */
  private causesNow(thing: number, cause: Cause, state: State, better: boolean): number[] {
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
    if (cause === 'dependency' || cause === 'shared') {
      const { worstDependency } = this.blame;
      for (const event of this.why(worstDependency >= 0 ? worstDependency : this.seen.missingOptional(thing)))
        add(event);
    }
    const deployments = thing < topology.services.length ? topology.services[thing].deployments : [];
    if (cause !== 'dependency') {
      // What is new since it last changed made it worse; else an overload knows best what tipped it over.
      if (!better) for (const event of this.freshOn(deployments, this.stateEvent[thing])) add(event);
      for (const d of deployments) if (net.routed[d]) add(this.overloadEvent[d]);
      if (this.blame.worstDeployment >= 0) add(repair.reason(this.blame.worstDeployment));
      for (const d of deployments) if (net.routed[d]) add(repair.reason(d));
    }
    if (causes.length === 0 || cause === 'shared')
      for (const event of deployments.flatMap((d) => this.strainsOn(d)).sort((a, b) => b - a)) add(event);
    if (causes.length === 0) for (const d of deployments) add(this.reasonEvent[d]);
    if (causes.length === 0) add(this.stateEvent[thing]);
    return causes;
  }
}
