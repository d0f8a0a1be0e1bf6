/**
 * Levels, state and cause of each deployment, written to the record when they change, and its overloads as events.
 *
 * Left out: the success of one caller against another's; a deployment has one state.
 */
import { CAUSES, type Cause, STATES } from '../../record/record.js';
import type { Recorder } from '../../record/recorder.js';
import type { Topology } from '../topology.js';
import type { RepairView } from './contract.js';
import { type Levels, levels } from './level-cache.js';
import type { Network } from './network.js';
import type { FlowView, SeenSuccess } from './seen-success.js';
import type { StateCauses } from './state-causes.js';
import { stateOf } from './state-of.js';

/** Arrivals above capacity by this much are overload. */
const OVERLOAD = 1.001;

const QUANTITIES = [
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

export class DeploymentStates {
  private readonly topology: Topology;
  private readonly net: Network;
  private readonly recorder: Recorder;
  private readonly repair: RepairView;
  private readonly flow: FlowView;
  private readonly seen: SeenSuccess;
  private readonly causes: StateCauses;
  private readonly levels: Levels<(typeof QUANTITIES)[number]>;

  constructor(
    topology: Topology,
    net: Network,
    recorder: Recorder,
    repair: RepairView,
    flow: FlowView,
    seen: SeenSuccess,
    causes: StateCauses,
  ) {
    this.topology = topology;
    this.net = net;
    this.recorder = recorder;
    this.repair = repair;
    this.flow = flow;
    this.seen = seen;
    this.causes = causes;
    this.levels = levels(recorder, QUANTITIES, net.deployments);
  }

  /** True when the state of its service may have changed with it. */
  record(time: number, i: number): boolean {
    const { net, recorder, topology, levels: of } = this;
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
    if (overloaded && this.causes.overload[i] < 0) {
      this.causes.overload[i] = recorder.event(
        time,
        'overload.began',
        entity,
        this.causes.whyMore(i),
        net.arrivals[i],
        capacity,
      );
    } else if (!overloaded && this.causes.overload[i] >= 0) {
      this.causes.overloadEnd[i] = recorder.event(time, 'overload.ended', entity, [this.causes.overload[i]]);
      this.causes.overload[i] = -1;
    }
    const success = this.seen.probe(i) * (1 - this.seen.lateShare(i));
    const state = stateOf(success, {
      standby: net.routed[i] === 0,
      overloaded,
      optionalMissing: false,
      recovering: this.repair.recoveringDeployment(i),
      warming: false,
    });
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
}
