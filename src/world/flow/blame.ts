/**
 * Why requests to a service or journey fail now: losses weighed by reason, and the reason that has been active longest.
 *
 * Several reasons that began in the same instant are `shared`. A machine's loss (its site's, or its own) is told from
 * overload by whether machines are missing; overload is demand above what stands there in full.
 * Left out: attributing one request's failure to more than one reason.
 */
import { CAUSES, type Cause } from '../../record/record.js';
import type { Topology } from '../topology.js';
import type { RepairView } from './contract.js';
import { STRIDE } from './mixture.js';
import { CALL_GOOD_PARTS, ERROR_PARTS, type Network, REQUIRED } from './network.js';
import type { SeenSuccess } from './seen-success.js';

/** At or above this success nothing is wrong. */
export const UP = 0.99;
/** A reason counts as active when it makes at least this share of requests fail, and this share of the failures. */
export const ACTIVE_LOSS = 0.004;
const ACTIVE_SHARE = 0.1;
/** Reasons, in the order of CAUSES from 1: own, site, dependency, overload, operator. */
const REASONS = 5;
const OWN = 0;
const SITE = 1;
const DEPENDENCY = 2;
const LOAD = 3;
const OPERATOR = 4;

export class Blame {
  /** Of the thing last asked about: the callee and the deployment that lose most; -1: none. */
  worstDependency = -1;
  worstDeployment = -1;
  /** When each reason became active, per thing; -1 while it is not. */
  private readonly since: Float64Array;
  private readonly loss = new Float64Array(REASONS);
  private readonly topology: Topology;
  private readonly net: Network;
  private readonly repair: RepairView;
  private readonly seen: SeenSuccess;

  constructor(topology: Topology, net: Network, repair: RepairView, seen: SeenSuccess) {
    this.topology = topology;
    this.net = net;
    this.repair = repair;
    this.seen = seen;
    this.since = new Float64Array((topology.services.length + topology.journeys.length) * REASONS).fill(-1);
  }

  forget(thing: number): Cause {
    for (let r = 0; r < REASONS; r++) this.since[thing * REASONS + r] = -1;
    return 'none';
  }

  /** Weighs the reasons for which requests to `thing` fail now, and picks the one active longest. */
  causeOf(time: number, thing: number, share: number): Cause {
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
    if (earliest < 0)
      return total > 0 ? CAUSES[1 + largest] : this.seen.missingOptional(thing) >= 0 ? 'dependency' : 'own';
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
    const { deployments } = topology.services[thing];
    let worst = 0;
    let total = 0;
    for (const d of deployments) total += this.weightOf(d);
    for (const d of deployments) {
      const weight = total > 0 ? this.weightOf(d) / total : net.routed[d] ? 1 : 0;
      if (weight <= 0) continue;
      const before = this.allLoss();
      this.weighDeployment(d, weight);
      const lost = this.allLoss() - before;
      if (lost > worst) {
        worst = lost;
        this.worstDeployment = d;
      }
    }
    // Believed dead everywhere: nothing is sent, and what keeps it from serving is what its deployments lack.
    if (total > 0 || worst > 0) return;
    for (const d of deployments) {
      this.weighDeployment(d, 1);
      if (this.worstDeployment < 0) this.worstDeployment = d;
    }
  }

  private allLoss(): number {
    let sum = 0;
    for (let r = 0; r < REASONS; r++) sum += this.loss[r];
    return sum;
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
    const late = this.seen.lateShare(d) * (1 - refused);
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
        net.reach[e] *
        ((1 - net.success[e]) * net.callTimeout[e] + net.success[e] * net.callGood[e * CALL_GOOD_PARTS * STRIDE + 1]);
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
}
