/**
 * States of services, journeys and deployments (design section 2), from the success that their users see, with the
 * cause beside it; written to the record when they change, with the events that they follow from.
 *
 * Left out: states of users; hysteresis (a service at 99 % changes as often as its success crosses it).
 */
import { CAUSES, STATES } from '../../record/record.js';
import type { Recorder } from '../../record/recorder.js';
import type { Topology } from '../topology.js';
import { Blame, UP } from './blame.js';
import type { RepairView } from './contract.js';
import { DeploymentStates } from './deployment-states.js';
import { type Levels, levels } from './level-cache.js';
import type { Network } from './network.js';
import { DOWN, type FlowView, SeenSuccess } from './seen-success.js';
import { StateCauses } from './state-causes.js';
import { stateOf } from './state-of.js';

const QUANTITIES = ['share', 'asked', 'wanted', 'succeeded', 'pending', 'state', 'cause', 'blocked', 'away'] as const;

export class StateRecorder {
  private readonly topology: Topology;
  private readonly net: Network;
  private readonly recorder: Recorder;
  private readonly repair: RepairView;
  private readonly flow: FlowView;
  /** Success when the state last changed. */
  private readonly stateShare: Float64Array;
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
  private readonly deployments: DeploymentStates;
  private readonly ofThing: Levels<(typeof QUANTITIES)[number]>;
  private readonly blame: Blame;
  private readonly causes: StateCauses;
  private allMoved = true;
  private first = true;

  constructor(topology: Topology, net: Network, recorder: Recorder, repair: RepairView, flow: FlowView) {
    this.topology = topology;
    this.net = net;
    this.recorder = recorder;
    this.repair = repair;
    this.flow = flow;
    const things = topology.services.length + topology.journeys.length;
    this.seen = new SeenSuccess(topology, net, flow);
    this.ofThing = levels(recorder, QUANTITIES, things);
    this.blame = new Blame(topology, net, repair, this.seen);
    this.causes = new StateCauses(topology, net, repair, flow.nominal, this.blame, this.seen);
    this.deployments = new DeploymentStates(topology, net, recorder, repair, flow, this.seen, this.causes);
    this.stateShare = new Float64Array(things).fill(1);
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
  }

  setReason(deployment: number, event: number): void {
    this.causes.reason[deployment] = event;
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
    const { net, demandDue, thingOf } = this;
    const { share } = this.causes;
    for (const i of nodes)
      if (i < net.deployments && this.deployments.record(time, i)) this.concern(net.nodeService[i]);
    for (const e of moved) this.concern(thingOf[e]);
    for (const e of calls) {
      const thing = thingOf[e];
      const ofUsers = net.callSource[e] >= 0;
      if (ofUsers) demandDue[thing] = 1;
      // While something is wrong, flows alone may move success.
      if (share[thing] < 1 || (ofUsers && this.seen.usersMiss(thing))) this.concern(thing);
    }
    if (this.allMoved) {
      demandDue.fill(1);
      for (let s = 0; s < demandDue.length; s++) if (share[s] < 1 || this.first) this.concern(s);
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
    const before = this.causes.share[thing];
    if (before >= UP !== share >= UP || before >= DOWN !== share >= DOWN) crossed.push(entity);
    this.causes.share[thing] = share;

    const overloaded =
      isService &&
      topology.services[thing].deployments.some((d) => this.net.routed[d] === 1 && this.causes.overload[d] >= 0);
    const missing = this.seen.missingOptional(thing);
    const state = stateOf(share, {
      standby: false,
      overloaded,
      optionalMissing: missing >= 0,
      recovering: isService && this.repair.recovering(thing),
      warming: isService && this.repair.warming(thing),
    });
    const cause = state === 'up' ? this.blame.forget(thing) : this.blame.causeOf(time, thing, share);
    const blocked = cause === 'dependency' && !this.lostMachines(thing);
    const code = STATES.indexOf(state);
    const present = of.state.get(thing);
    const from = Number.isNaN(present) ? 0 : present;
    const causeCode = CAUSES.indexOf(cause);
    const causeBefore = of.cause.get(thing);
    if (from !== code) {
      const better = share > this.stateShare[thing];
      const causes = this.causes.now(thing, cause, state, better);
      if (better) this.causes.addGains(thing, causes);
      this.causes.event[thing] = recorder.event(time, 'state.changed', entity, causes, from, code, share);
      this.stateShare[thing] = share;
      this.causes.improved[thing] = better ? 1 : 0;
    } else if (!Number.isNaN(causeBefore) && causeBefore !== causeCode && state !== 'up') {
      recorder.event(
        time,
        'cause.changed',
        entity,
        this.causes.now(thing, cause, state, false),
        causeBefore,
        causeCode,
      );
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

  private lostMachines(thing: number): boolean {
    const { topology, net, repair } = this;
    if (thing >= topology.services.length) return false;
    return topology.services[thing].deployments.some((d) => net.routed[d] === 1 && repair.reason(d) >= 0);
  }
}
