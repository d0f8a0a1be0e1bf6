/**
 * Crashes that nobody's fault ends: somebody has to notice, and then people restart what crashed.
 *
 * A part of a deployment is restarted beside the rest; a whole one goes through its stages from the notice on. The
 * notice is the health check's, or a person's when the service's failover says so. Left out: restarts that fail.
 */
import { sample } from '../engine/distributions.js';
import type { Detection } from './detection.js';
import type { FaultHolds } from './fault-holds.js';
import type { Machines } from './machines.js';
import { stagesOf } from './recovery/index.js';
import type { Cases } from './recovery/work/cases.js';
import { restartTask } from './recovery/work/restart.js';
import type { Scheduler } from './recovery/work/scheduler.js';
import type { RunContext } from './run-context.js';
import { WORLD_EVENTS } from './timeline.js';

const NONE = 0;
const UNSEEN = 1;
const SEEN = 2;

export class CrashRepair {
  private readonly context: RunContext;
  private readonly machines: Machines;
  private readonly detection: Detection;
  private readonly cases: Cases;
  private readonly scheduler: Scheduler;
  private readonly holds: FaultHolds;
  private readonly ranks: Int32Array;
  private readonly state: Uint8Array;
  private readonly counter: Int32Array;
  private readonly crashes: { readonly deployment: number; readonly event: number }[] = [];

  constructor(
    context: RunContext,
    machines: Machines,
    detection: Detection,
    cases: Cases,
    scheduler: Scheduler,
    holds: FaultHolds,
    ranks: Int32Array,
  ) {
    this.context = context;
    this.machines = machines;
    this.detection = detection;
    this.cases = cases;
    this.scheduler = scheduler;
    this.holds = holds;
    this.ranks = ranks;
    this.state = new Uint8Array(context.topology.deployments.length);
    this.counter = new Int32Array(context.topology.deployments.length);
  }

  /** Nobody has to see anything first. */
  isNoticed(deployment: number): boolean {
    return this.state[deployment] !== UNSEEN;
  }

  /** A fact of this instant, looked at when all facts are in. */
  crashed(deployment: number, event: number): void {
    this.crashes.push({ deployment, event });
  }

  run(): void {
    for (const { deployment, event } of this.crashes.splice(0)) this.begin(deployment, event);
  }

  /** Somebody knows. */
  noticed(deployment: number): void {
    if (!this.holds.needsRestart(deployment)) {
      this.state[deployment] = NONE;
      return;
    }
    this.state[deployment] = SEEN;
    if (this.cases.of(deployment)) {
      this.cases.poke(deployment);
      return;
    }
    const { service } = this.context.topology.deployments[deployment];
    const kind = this.cases.classOf(deployment);
    const because = [this.machines.reason(deployment)];
    const restart = (event: number): void => this.restarted(deployment, event);
    const number = ++this.counter[deployment];
    const task = restartTask(this.context, deployment, kind, number, () => this.ranks[service], restart);
    if (task) this.scheduler.add(task, because);
    else restart(because[0]);
  }

  /** It runs again. */
  restarted(deployment: number, event: number): void {
    this.state[deployment] = NONE;
    this.holds.restart(deployment, event);
  }

  private begin(deployment: number, event: number): void {
    if (this.state[deployment] === NONE) {
      this.context.timeline.after(this.noticeSeconds(deployment), WORLD_EVENTS.notice, deployment);
      this.state[deployment] = UNSEEN;
    }
    const isWhole = this.machines.up(deployment) > 0 && this.machines.serving(deployment) === 0;
    if (!isWhole || this.cases.of(deployment)) return;
    this.machines.setReady(deployment, false, event);
    this.cases.begin(deployment, 'crashed', stagesOf(this.cases.classOf(deployment)), [
      this.machines.reason(deployment),
    ]);
  }

  private noticeSeconds(deployment: number): number {
    const { topology, streams } = this.context;
    const { service, site } = topology.deployments[deployment];
    const { failover, id } = topology.services[service].spec;
    if (failover.noticed === null) return this.detection.delaySeconds(deployment);
    const stream = streams.stream(topology.sites[site].spec.id, id, 'crash-noticed', ++this.counter[deployment]);
    return sample(failover.noticed, stream);
  }
}
