/**
 * Admission in steps: a deployment that comes back, or takes over, lets in a part of the requests at first.
 *
 * So those who come back all at once meet a queue that cannot fill, and caches warm on what is let in. Each step lasts a
 * stated time; with `untilWell`, that time counts only while what is let in is served well: 99 % of it succeeds and no
 * more waits than a second of work. Who is not let in is refused at once, and may spill to another deployment.
 * Left out: letting in some users rather than others; steps when traffic is moved back from a standby that serves.
 */
import type { Machines } from './machines.js';
import type { RunContext } from './run-context.js';
import { WORLD_EVENTS } from './timeline.js';

/** Success at which nobody is missed (`up`, design section 2). */
const WELL = 0.99;
const SECONDS_OF_WORK = 1;
const NO_TIMER = -1;

interface Ramp {
  step: number;
  timer: number;
  because: number;
}

export class Admissions {
  private readonly context: RunContext;
  private readonly machines: Machines;
  private readonly ramps = new Map<number, Ramp>();

  constructor(context: RunContext, machines: Machines) {
    this.context = context;
    this.machines = machines;
  }

  isRamping(deployment: number): boolean {
    return this.ramps.has(deployment);
  }

  /** More will be let in by the clock, whatever the load does. */
  isTimed(deployment: number): boolean {
    return (this.ramps.get(deployment)?.timer ?? NO_TIMER) !== NO_TIMER;
  }

  /** It serves from now on, because of `event`. */
  begin(deployment: number, event: number): void {
    this.stop(deployment);
    if (this.planOf(deployment) !== null) this.enter(deployment, { step: 0, timer: NO_TIMER, because: event });
  }

  /** It serves no more. */
  stop(deployment: number): void {
    const ramp = this.ramps.get(deployment);
    if (!ramp) return;
    this.ramps.delete(deployment);
    this.context.timeline.cancel(ramp.timer);
    this.context.flow.setAdmission(deployment, 1);
  }

  /** A step has lasted its time. */
  happen(deployment: number): void {
    const ramp = this.ramps.get(deployment);
    if (ramp) this.enter(deployment, { step: ramp.step + 1, timer: NO_TIMER, because: ramp.because });
  }

  /** The flow has settled: what is let in may be served well now, or no more. */
  flowSettled(): void {
    for (const deployment of [...this.ramps.keys()].sort((a, b) => a - b)) {
      const ramp = this.ramps.get(deployment) as Ramp;
      const isWaiting = ramp.timer === NO_TIMER;
      if (isWaiting === !this.isServedWell(deployment, ramp.step)) continue;
      if (isWaiting) ramp.timer = this.startTimer(deployment);
      else if (this.planOf(deployment)?.untilWell) {
        this.context.timeline.cancel(ramp.timer);
        ramp.timer = NO_TIMER;
      }
    }
  }

  private enter(deployment: number, ramp: Ramp): void {
    const { topology, recorder, timeline, flow } = this.context;
    const { entity } = topology.deployments[deployment];
    const plan = this.planOf(deployment);
    const share = plan?.shares[ramp.step] ?? 1;
    const event = recorder.event(timeline.now(), 'admission.set', entity, [ramp.because], share);
    flow.setReason(deployment, event);
    flow.setAdmission(deployment, share);
    if (plan === null || ramp.step >= plan.shares.length) {
      this.ramps.delete(deployment);
      return;
    }
    const timer = plan.untilWell ? NO_TIMER : this.startTimer(deployment);
    this.ramps.set(deployment, { step: ramp.step, timer, because: event });
  }

  private startTimer(deployment: number): number {
    const seconds = this.planOf(deployment)?.eachSeconds ?? 0;
    return this.context.timeline.after(seconds, WORLD_EVENTS.admission, deployment);
  }

  private isServedWell(deployment: number, step: number): boolean {
    const { topology, flow } = this.context;
    const share = this.planOf(deployment)?.shares[step] ?? 1;
    const usual = Math.max(1, this.machines.capacity(deployment) * SECONDS_OF_WORK);
    return (
      flow.serviceSuccess(topology.deployments[deployment].service) >= WELL * share &&
      flow.utilisation(deployment) * share <= 1 &&
      flow.backlog(deployment) <= usual
    );
  }

  private planOf(deployment: number) {
    const { topology } = this.context;
    return topology.services[topology.deployments[deployment].service].spec.admission;
  }
}
