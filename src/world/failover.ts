/**
 * How a standby comes to serve: detect (or a person notices), decide, promote; and back again.
 *
 * It begins when every deployment that traffic goes to is believed dead. All standbys that live are promoted, each on
 * its own: a cold one is booted and started first, a warm one begins with cold caches. A promotion needs the service's
 * tools (`operate` needs); without them people do it by hand, one by one as there are people, or it waits. One that
 * fails becomes repair work by the class's plan. When the original is back, with at least the capacity of those that
 * replaced it, traffic is moved back in the same way, if `failback` says so; else it stands by.
 * Left out: promoting when the original is only slow or only partly lost, quorums and votes.
 */
import { sample } from '../engine/distributions.js';
import type { Detection } from './detection.js';
import { DirtyList } from './dirty-list.js';
import type { Machines } from './machines.js';
import { stagesAfterTakeover, stagesOf } from './recovery/index.js';
import type { Blocker } from './recovery/work/blocker.js';
import type { Cases } from './recovery/work/cases.js';
import type { Scheduler } from './recovery/work/scheduler.js';
import type { Task, TaskSpec } from './recovery/work/task.js';
import type { RunContext } from './run-context.js';
import { WORLD_EVENTS } from './timeline.js';

const NOTICED = 0;
const DECIDED = 1;

interface Process {
  readonly since: number;
  stage: 'noticing' | 'deciding' | 'choosing';
  because: readonly number[];
  readonly handle: number;
}

type Promotion = 'none' | 'booting' | 'promoting' | 'promoted';

/** What the failover leaves to others. */
export interface FailoverHost {
  isRouted(deployment: number): boolean;
  setRouted(deployment: number, routed: boolean): void;
  /** A rebuilt deployment serves no more: its servers are spare again. */
  giveBack(deployment: number, event: number): void;
  isRebuilt(deployment: number): boolean;
}

export class Failover {
  private readonly context: RunContext;
  private readonly machines: Machines;
  private readonly detection: Detection;
  private readonly scheduler: Scheduler;
  private readonly cases: Cases;
  private readonly ranks: Int32Array;
  private readonly host: FailoverHost;
  private readonly processes: (Process | null)[];
  private readonly promotion: Promotion[];
  private readonly failbacks: (Task | null)[];
  private readonly open = new Set<Task>();
  private readonly dirty: DirtyList;
  private readonly counter: Int32Array;
  private readonly processCount: Int32Array;
  private readonly decisionCount: Int32Array;

  constructor(
    context: RunContext,
    machines: Machines,
    detection: Detection,
    scheduler: Scheduler,
    cases: Cases,
    ranks: Int32Array,
    host: FailoverHost,
  ) {
    const { topology } = context;
    this.context = context;
    this.machines = machines;
    this.detection = detection;
    this.scheduler = scheduler;
    this.cases = cases;
    this.ranks = ranks;
    this.host = host;
    this.processes = topology.services.map(() => null);
    this.failbacks = topology.services.map(() => null);
    this.promotion = topology.deployments.map(() => 'none');
    this.dirty = new DirtyList(topology.services.length);
    this.counter = new Int32Array(topology.deployments.length);
    this.processCount = new Int32Array(topology.services.length);
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
    return this.promotion[deployment] === 'promoted' && this.host.isRouted(deployment);
  }

  /** Promotions and failbacks of a service are under way or due. */
  isBusy(service: number): boolean {
    return (
      this.processes[service] !== null ||
      this.deploymentsOf(service).some((d) => this.promotion[d] === 'booting' || this.promotion[d] === 'promoting')
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

  /** A deployment serves again, or for the first time. @returns true when the traffic stays with those that replaced it */
  served(deployment: number, event: number): void {
    const { service } = this.context.topology.deployments[deployment];
    if (this.promotion[deployment] === 'booting') {
      this.promotion[deployment] = 'promoting';
      this.addPromotion(deployment, [event]);
    } else if (!this.isPromoted(deployment) && this.isReplaced(service)) this.host.setRouted(deployment, false);
    this.touch(service);
  }

  /** A deployment takes over, after its promotion or its rebuild. @returns false when it is not needed any more */
  takeOver(deployment: number, event: number): boolean {
    const { topology, recorder, timeline, flow } = this.context;
    const { service, entity, spec } = topology.deployments[deployment];
    if (this.originalServes(service)) {
      this.promotion[deployment] = 'none';
      return false;
    }
    this.promotion[deployment] = 'promoted';
    const seconds = (timeline.now() - this.failureOf(service)) / 1e6;
    const done = recorder.event(timeline.now(), 'failover.done', entity, [event], seconds);
    if (spec.role !== 'hot-standby') flow.setCachesCold(deployment);
    flow.setReason(deployment, done);
    this.host.setRouted(deployment, true);
    this.detection.enrol(deployment);
    if (!this.cases.of(deployment)) {
      const stages = stagesAfterTakeover(this.cases.classOf(deployment), this.host.isRebuilt(deployment));
      this.cases.begin(deployment, 'takeover', stages, [done]);
    }
    this.touch(service);
    return true;
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
    this.considerFailback(service);
  }

  private begin(service: number, routed: readonly number[]): void {
    const { topology, timeline, streams } = this.context;
    const { spec, deployments } = topology.services[service];
    const others = deployments.some((d) => !this.host.isRouted(d) && this.machines.cellsOfDeployment[d].length > 0);
    if (!others) return;
    const because = routed.map((d) => this.context.recorder.lastEvent(topology.deployments[d].entity));
    if (spec.failover.noticed === null) {
      this.decide(service, this.failureOf(service), because);
      return;
    }
    const seconds = sample(spec.failover.noticed, streams.stream('', spec.id, 'noticed', ++this.processCount[service]));
    const handle = timeline.after(seconds, WORLD_EVENTS.failover, service, NOTICED);
    this.processes[service] = { since: this.failureOf(service), stage: 'noticing', because, handle };
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
      if (this.host.isRouted(d) || this.promotion[d] !== 'none' || !this.couldServe(d)) continue;
      const { entity } = topology.deployments[d];
      const seconds = (timeline.now() - process.since) / 1e6;
      const decided = recorder.event(timeline.now(), 'failover.decided', entity, process.because, seconds);
      if (this.machines.serving(d) > 0) {
        this.promotion[d] = 'promoting';
        this.addPromotion(d, [decided]);
      } else {
        this.promotion[d] = 'booting';
        this.machines.want(d, decided);
        this.cases.begin(d, 'cold', stagesOf(this.cases.classOf(d)), [decided]);
      }
    }
  }

  private couldServe(d: number): boolean {
    if (this.machines.serving(d) > 0) return true;
    const { spec } = this.context.topology.deployments[d];
    if (spec.role !== 'cold-standby' || this.cases.of(d)) return false;
    return this.machines.cellsOfDeployment[d].some((c) => {
      const { zone, total, destroyed } = this.machines.cells[c];
      return total > destroyed && this.machines.isBootable(zone);
    });
  }

  private addPromotion(d: number, because: readonly number[]): void {
    const { topology, streams, recorder, timeline } = this.context;
    const { site, service, entity } = topology.deployments[d];
    const { spec } = topology.services[service];
    const number = ++this.counter[d];
    const names = [topology.sites[site].spec.id, spec.id] as const;
    const luck = streams.stream(...names, 'promote', number);
    const fails = streams.stream(...names, 'promotion-fails', number);
    this.add(
      {
        ...this.promotionTask(d, `${recorder.entityAt(entity).id}:promote#${number}`),
        begin: (byHand) => {
          const factor = spec.failover.byHandFactor ?? 1;
          if (byHand) recorder.event(timeline.now(), 'failover.by-hand', entity, [recorder.lastEvent(entity)], factor);
          return sample(spec.failover.promote, luck);
        },
        finished: (event) => {
          if (fails.next() >= spec.failover.failChance) this.takeOver(d, event);
          else this.mend(d, number, recorder.event(timeline.now(), 'failover.refused', entity, [event]));
        },
        calledOff: () => {
          this.promotion[d] = 'none';
        },
        blocked: (event, first: Blocker) => {
          if (first.kind === 'tool') recorder.event(timeline.now(), 'failover.waits-for-tool', entity, [event]);
        },
      },
      because,
    );
  }

  /** A failed promotion is repaired as a failed start is; a class without such work simply tries again. */
  private mend(d: number, number: number, refused: number): void {
    const { topology, streams, recorder } = this.context;
    const { site, service, entity } = topology.deployments[d];
    const kind = this.cases.classOf(d);
    const plan = kind.start ?? kind.check;
    if (!plan) {
      this.addPromotion(d, [refused]);
      return;
    }
    const luck = streams.stream(topology.sites[site].spec.id, topology.services[service].spec.id, 'mend', number);
    this.add(
      {
        ...this.promotionTask(d, `${recorder.entityAt(entity).id}:mend#${number}`),
        team: topology.teamIndex.get(plan.team) ?? -1,
        people: plan.people,
        peopleOnlyByHand: false,
        byHandFactor: kind.byHandFactor,
        begin: () => sample(plan.duration, luck),
        finished: (event) => {
          this.takeOver(d, event);
        },
        calledOff: () => {
          this.promotion[d] = 'none';
        },
      },
      [refused],
    );
  }

  private considerFailback(service: number): void {
    const { topology, streams, recorder } = this.context;
    const { spec } = topology.services[service];
    if (!spec.failover.failback || this.failbacks[service]) return;
    const promoted = this.deploymentsOf(service).filter((d) => this.isPromoted(d));
    const originals = this.originalsReady(service);
    if (promoted.length === 0 || originals.length === 0) return;
    const capacity = (all: readonly number[]): number => all.reduce((sum, d) => sum + this.machines.capacity(d), 0);
    if (capacity(originals) < capacity(promoted)) return;
    const [first] = originals;
    const number = ++this.counter[first];
    const { entity, site } = topology.deployments[first];
    const luck = streams.stream(topology.sites[site].spec.id, spec.id, 'failback', number);
    const task = this.add(
      {
        ...this.promotionTask(first, `${recorder.entityAt(entity).id}:failback#${number}`),
        begin: () => sample(spec.failover.promote, luck),
        finished: (event) => {
          this.failbacks[service] = null;
          this.failBack(service, event);
        },
        calledOff: () => {
          this.failbacks[service] = null;
        },
      },
      originals.map((d) => recorder.lastEvent(topology.deployments[d].entity)),
    );
    this.failbacks[service] = task;
  }

  private failBack(service: number, because: number): void {
    const { topology, recorder, timeline, flow } = this.context;
    const originals = this.originalsReady(service);
    if (originals.length === 0) return;
    let event = because;
    for (const d of originals) {
      event = recorder.event(timeline.now(), 'failback.done', topology.deployments[d].entity, [because]);
      flow.setReason(d, event);
      this.host.setRouted(d, true);
      this.detection.enrol(d);
    }
    for (const d of this.deploymentsOf(service)) {
      if (this.promotion[d] === 'none' || originals.includes(d)) continue;
      this.promotion[d] = 'none';
      this.cases.drop(d, event);
      this.host.setRouted(d, false);
      if (this.host.isRebuilt(d)) this.detection.dismiss(d);
      this.host.giveBack(d, event);
    }
    this.touch(service);
  }

  /** What promotions and failbacks have in common: the service's tools, and people only without them. */
  private promotionTask(d: number, id: string): Omit<TaskSpec, 'begin' | 'finished'> {
    const { topology } = this.context;
    const { service, site, entity, spec } = topology.deployments[d];
    const { failover } = topology.services[service].spec;
    return {
      id,
      path: spec.path,
      subject: entity,
      service,
      deployment: d,
      site,
      team: failover.team === null ? -1 : (topology.teamIndex.get(failover.team) ?? -1),
      people: failover.people,
      peopleOnlyByHand: true,
      tools: topology.services[service].operate.map((need) => topology.dependencies[need].callee),
      byHandFactor: failover.byHandFactor,
      startup: [],
      entry: () => false,
      also: () => [],
      rank: () => this.ranks[service],
    };
  }

  private add(spec: TaskSpec, because: readonly number[]): Task {
    const task = this.scheduler.add(spec, because);
    this.open.add(task);
    return task;
  }

  /** Tasks on a deployment that has lost its servers are called off. */
  lost(deployment: number, event: number): void {
    for (const task of [...this.open]) {
      if (!task.isOpen) this.open.delete(task);
      else if (task.spec.deployment === deployment) this.scheduler.callOff(task, event);
    }
    if (this.promotion[deployment] === 'booting') this.promotion[deployment] = 'none';
  }

  /** When the last of those that traffic goes to failed. */
  private failureOf(service: number): number {
    let since = -1;
    for (const d of this.deploymentsOf(service)) {
      if (this.host.isRouted(d)) since = Math.max(since, this.detection.failedSince(d));
    }
    return since < 0 ? this.context.timeline.now() : since;
  }

  private originalServes(service: number): boolean {
    return this.deploymentsOf(service).some(
      (d) =>
        this.host.isRouted(d) &&
        this.promotion[d] === 'none' &&
        this.machines.serving(d) > 0 &&
        !this.detection.isDead(d),
    );
  }

  /** Originals that serve again but get no traffic yet. */
  private originalsReady(service: number): readonly number[] {
    const { topology } = this.context;
    return this.deploymentsOf(service).filter(
      (d) =>
        topology.deployments[d].spec.role === 'active' &&
        !this.host.isRouted(d) &&
        this.promotion[d] === 'none' &&
        this.machines.serving(d) > 0 &&
        !this.detection.isDead(d),
    );
  }

  private deploymentsOf(service: number): readonly number[] {
    return this.context.topology.services[service].deployments;
  }
}
