/**
 * The events that a state follows from: what is remembered of each thing's last change, and what that names as the cause of
 * the next. Why requests fail, and which reason has been active longest, is `blame.ts`.
 *
 * Left out: how much each of several events did.
 */
import type { Cause, State } from '../../record/record.js';
import type { Topology } from '../topology.js';
import { ACTIVE_LOSS, type Blame, UP } from './blame.js';
import type { RepairView } from './contract.js';
import type { Network } from './network.js';
import type { NominalDemand } from './nominal.js';
import type { SeenSuccess } from './seen-success.js';

export class StateCauses {
  /** By deployment: why it was last touched; its overload while it has one, and when the last one ended; -1: none. */
  readonly reason: Int32Array;
  readonly overload: Int32Array;
  readonly overloadEnd: Int32Array;
  /** By thing: its success, the last change of its state (-1: none), and whether that was for the better. */
  readonly share: Float64Array;
  readonly event: Int32Array;
  readonly improved: Uint8Array;
  private readonly topology: Topology;
  private readonly net: Network;
  private readonly repair: RepairView;
  private readonly nominal: NominalDemand;
  private readonly blame: Blame;
  private readonly seen: SeenSuccess;

  constructor(
    topology: Topology,
    net: Network,
    repair: RepairView,
    nominal: NominalDemand,
    blame: Blame,
    seen: SeenSuccess,
  ) {
    this.topology = topology;
    this.net = net;
    this.repair = repair;
    this.nominal = nominal;
    this.blame = blame;
    this.seen = seen;
    const things = topology.services.length + topology.journeys.length;
    this.reason = new Int32Array(net.deployments).fill(-1);
    this.overload = new Int32Array(net.deployments).fill(-1);
    this.overloadEnd = new Int32Array(net.deployments).fill(-1);
    this.share = new Float64Array(things).fill(1);
    this.event = new Int32Array(things).fill(-1);
    this.improved = new Uint8Array(things);
  }

  /**
   * What made the load of a deployment greater than it can bear: more users, slowness, lost machines here or at its
   * siblings, slow callees. Nothing, when all of its machines could not bear what its users ask on such a day: that is
   * what the scenario states.
   */
  whyMore(i: number): number[] {
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
    if (causes.length === 0) add(this.reason[i]);
    return causes;
  }

  /** More would be asked, had nothing failed, than all servers that stand for it can do. */
  private isTooSmall(service: number): boolean {
    const { topology, net, nominal } = this;
    let full = 0;
    for (const d of topology.services[service].deployments) {
      const { servers, capacityPerServer } = topology.deployments[d].spec;
      if (net.routed[d]) full += servers * capacityPerServer;
    }
    return nominal.asked[service] > full;
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
    if (this.share[service] < UP) return [this.event[service]];
    const strains = this.topology.services[service].deployments.flatMap((d) => this.strainsOn(d));
    return strains.sort((a, b) => b - a);
  }

  /** What has become better since the last change: it is better only since the last of these. */
  addGains(thing: number, causes: number[]): void {
    const { topology } = this;
    const since = this.event[thing];
    const add = (event: number): void => {
      if (event > since && !causes.includes(event)) causes.push(event);
    };
    const isService = thing < topology.services.length;
    const { calls } = isService ? topology.services[thing] : topology.journeys[thing - topology.services.length];
    for (const d of isService ? topology.services[thing].deployments : []) {
      add(this.reason[d]);
      add(this.overloadEnd[d]);
    }
    for (const d of calls) {
      const { callee } = topology.dependencies[d];
      if (this.improved[callee]) add(this.event[callee]);
    }
  }

  /** Events that the present state follows from. */
  now(thing: number, cause: Cause, state: State, better: boolean): number[] {
    const { net, topology, repair } = this;
    const causes: number[] = [];
    const add = (event: number): void => {
      if (event >= 0 && !causes.includes(event)) causes.push(event);
    };
    if (state === 'up') {
      add(this.event[thing]);
      if (thing < topology.services.length) for (const d of topology.services[thing].deployments) add(this.reason[d]);
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
      if (!better) for (const event of this.freshOn(deployments, this.event[thing])) add(event);
      for (const d of deployments) if (net.routed[d]) add(this.overload[d]);
      if (this.blame.worstDeployment >= 0) add(repair.reason(this.blame.worstDeployment));
      for (const d of deployments) if (net.routed[d]) add(repair.reason(d));
    }
    if (causes.length === 0 || cause === 'shared')
      for (const event of deployments.flatMap((d) => this.strainsOn(d)).sort((a, b) => b - a)) add(event);
    if (causes.length === 0) for (const d of deployments) add(this.reason[d]);
    if (causes.length === 0) add(this.event[thing]);
    return causes;
  }
}
