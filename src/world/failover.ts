/**
 * How it is decided that a standby is to serve: detect (or a person notices), decide, promote (promotions.ts).
 *
 * It begins when every deployment that traffic goes to is believed dead. All standbys that live are promoted, each on
 * its own, and those that come to life while nothing serves; when the original is back, see failbacks.ts.
 * Left out: promoting when the original is only slow or only partly lost, quorums and votes.
 */
import { sample } from '../engine/distributions.js';
import type { Detection } from './detection.js';
import { DirtyList } from './dirty-list.js';
import { Failbacks } from './failbacks.js';
import type { Machines } from './machines.js';
import { type Promotion, type PromotionHost, Promotions } from './promotions.js';
import type { Cases } from './recovery/work/cases.js';
import type { Scheduler } from './recovery/work/scheduler.js';
import type { RunContext } from './run-context.js';
import { WORLD_EVENTS } from './timeline.js';

const NOTICED = 0;
const DECIDED = 1;
const BUSY: readonly Promotion[] = ['booting', 'promoting'];

interface Process {
  readonly since: number;
  stage: 'noticing' | 'deciding' | 'choosing';
  because: readonly number[];
  readonly handle: number;
}

export class Failover {
  private readonly context: RunContext;
  private readonly machines: Machines;
  private readonly detection: Detection;
  private readonly cases: Cases;
  private readonly host: PromotionHost;
  private readonly promotions: Promotions;
  private readonly failbacks: Failbacks;
  private readonly processes: (Process | null)[];
  private readonly dirty: DirtyList;
  private readonly noticeCount: Int32Array;
  private readonly decisionCount: Int32Array;

  constructor(
    context: RunContext,
    machines: Machines,
    detection: Detection,
    scheduler: Scheduler,
    cases: Cases,
    ranks: Int32Array,
    host: PromotionHost,
  ) {
    const { topology } = context;
    this.context = context;
    this.machines = machines;
    this.detection = detection;
    this.cases = cases;
    this.host = host;
    this.promotions = new Promotions(context, machines, detection, scheduler, cases, ranks, host);
    this.failbacks = new Failbacks(context, machines, detection, this.promotions, host);
    this.processes = topology.services.map(() => null);
    this.dirty = new DirtyList(topology.services.length);
    this.noticeCount = new Int32Array(topology.services.length);
    this.decisionCount = new Int32Array(topology.services.length);
  }

  /** Something about a service's deployments changed. */
  touch(service: number): void {
    if (this.context.topology.services[service].deployments.length > 1) this.dirty.add(service);
  }

  /** Another deployment serves in the place of those that failed. */
  isReplaced(service: number): boolean {
    return this.deploymentsOf(service).some((d) => this.isPromoted(d) && this.machines.serving(d) > 0);
  }

  isPromoted(deployment: number): boolean {
    return this.promotions.isPromoted(deployment);
  }

  /** A failover of a service is under way or due. */
  isBusy(service: number): boolean {
    return (
      this.processes[service] !== null ||
      this.deploymentsOf(service).some((d) => BUSY.includes(this.promotions.stateOf(d)))
    );
  }

  /** A standby lives that could be promoted. */
  hasStandby(service: number): boolean {
    return this.deploymentsOf(service).some((d) => !this.host.isRouted(d) && this.couldServe(d));
  }

  run(): boolean {
    const services = this.dirty.take();
    for (const service of services) this.consider(service);
    return services.length > 0;
  }

  happen(service: number, what: number): void {
    const process = this.processes[service];
    if (!process) return;
    if (what === NOTICED) this.decide(service, process.since, process.because);
    else {
      process.stage = 'choosing';
      this.touch(service);
    }
  }

  /** A deployment serves again, or for the first time; traffic stays with those that replaced it. */
  served(deployment: number, event: number): void {
    const { service } = this.context.topology.deployments[deployment];
    const wasCold = this.promotions.started(deployment, event);
    if (!wasCold && !this.isPromoted(deployment) && this.isReplaced(service)) this.host.setRouted(deployment, false);
    this.touch(service);
  }

  /** A deployment takes over, after its promotion or its rebuild. @returns false when it is not needed any more */
  takeOver(deployment: number, event: number): boolean {
    return this.promotions.takeOver(deployment, event);
  }

  /** It has lost its servers: what was to be done on it is called off. */
  lost(deployment: number, event: number): void {
    this.promotions.lost(deployment, event);
  }

  private consider(service: number): void {
    const { spec } = this.context.topology.services[service];
    const process = this.processes[service];
    const routed = this.deploymentsOf(service).filter((d) => this.host.isRouted(d));
    // Checks see that all are dead, or people see that nothing serves.
    const isDead = (d: number): boolean =>
      spec.failover.noticed === null ? this.detection.isDead(d) : this.machines.serving(d) === 0;
    const allDead = routed.every(isDead);
    if (process && !allDead) {
      this.context.timeline.cancel(process.handle);
      this.processes[service] = null;
    } else if (process?.stage === 'choosing') this.choose(service, process);
    else if (!process && allDead) this.begin(service, routed);
    this.failbacks.consider(service);
  }

  private begin(service: number, routed: readonly number[]): void {
    const { topology, timeline, streams } = this.context;
    const { spec, deployments } = topology.services[service];
    const others = deployments.some((d) => !this.host.isRouted(d) && this.machines.cellsOfDeployment[d].length > 0);
    if (!others) return;
    const because = routed.map((d) => this.context.recorder.lastEvent(topology.deployments[d].entity));
    if (spec.failover.noticed === null) {
      this.decide(service, this.promotions.failureOf(service), because);
      return;
    }
    const seconds = sample(spec.failover.noticed, streams.stream('', spec.id, 'noticed', ++this.noticeCount[service]));
    const handle = timeline.after(seconds, WORLD_EVENTS.failover, service, NOTICED);
    this.processes[service] = { since: this.promotions.failureOf(service), stage: 'noticing', because, handle };
  }

  private decide(service: number, since: number, because: readonly number[]): void {
    const { topology, timeline, streams } = this.context;
    const { spec } = topology.services[service];
    const decide = spec.failover.decide;
    const seconds = decide ? sample(decide, streams.stream('', spec.id, 'decide', ++this.decisionCount[service])) : 0;
    const handle = timeline.after(seconds, WORLD_EVENTS.failover, service, DECIDED);
    this.processes[service] = { since, stage: 'deciding', because, handle };
  }

  /** Promotes every standby that could serve and is not on its way already. */
  private choose(service: number, process: Process): void {
    const { topology, recorder, timeline } = this.context;
    for (const d of this.deploymentsOf(service)) {
      if (this.host.isRouted(d) || this.promotions.stateOf(d) !== 'none' || !this.couldServe(d)) continue;
      const { entity } = topology.deployments[d];
      const seconds = (timeline.now() - process.since) / 1e6;
      const decided = recorder.event(timeline.now(), 'failover.decided', entity, process.because, seconds);
      this.promotions.begin(d, decided);
    }
  }

  private couldServe(d: number): boolean {
    if (this.machines.serving(d) > 0) return true;
    const { spec } = this.context.topology.deployments[d];
    if (spec.role !== 'cold-standby' || this.cases.of(d)) return false;
    return this.machines.cellsOfDeployment[d].some((c) => {
      const { zone, total, destroyed } = this.machines.cells[c];
      return total > destroyed && this.machines.zones.isBootable(zone);
    });
  }

  private deploymentsOf(service: number): readonly number[] {
    return this.context.topology.services[service].deployments;
  }
}
