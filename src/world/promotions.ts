/**
 * Promotions: the work by which a standby takes over, and what it was for.
 *
 * A promotion needs the service's tools (`operate` needs); without them people do it by hand, one by one as there are
 * people, or it waits. One that fails becomes repair work by the class's plan to start (or check); a class without such
 * work tries again. Who is not needed any more when it is done does not take over.
 * Left out: promotions that are called off when the original comes back half-way.
 */
import { sample } from '../engine/distributions.js';
import type { Data } from './data/data.js';
import type { Detection } from './detection.js';
import type { Machines } from './machines.js';
import { stagesAfterTakeover, stagesOf } from './recovery/index.js';
import type { Blocker } from './recovery/work/blocker.js';
import type { Cases } from './recovery/work/cases.js';
import type { Scheduler } from './recovery/work/scheduler.js';
import type { Task, TaskSpec } from './recovery/work/task.js';
import type { RunContext } from './run-context.js';

/** Where a deployment stands: `booting` is a cold standby that is being brought up first. */
export type Promotion = 'none' | 'booting' | 'promoting' | 'promoted';

/** What promotions leave to others. */
export interface PromotionHost {
  isRouted(deployment: number): boolean;
  setRouted(deployment: number, routed: boolean): void;
  /** It serves from now on in another's place. */
  tookOver(deployment: number, event: number): void;
  /** A rebuilt deployment serves no more: its servers are spare again. */
  giveBack(deployment: number, event: number): void;
  isRebuilt(deployment: number): boolean;
  /** The data of services, which have to be where one goes on. */
  readonly data: Pick<Data, 'placeBlockers' | 'placeSeconds' | 'placed'>;
}

export class Promotions {
  private readonly context: RunContext;
  private readonly machines: Machines;
  private readonly detection: Detection;
  private readonly scheduler: Scheduler;
  private readonly cases: Cases;
  private readonly ranks: Int32Array;
  private readonly host: PromotionHost;
  private readonly states: Promotion[];
  private readonly open = new Set<Task>();
  private readonly counter: Int32Array;

  constructor(
    context: RunContext,
    machines: Machines,
    detection: Detection,
    scheduler: Scheduler,
    cases: Cases,
    ranks: Int32Array,
    host: PromotionHost,
  ) {
    this.context = context;
    this.machines = machines;
    this.detection = detection;
    this.scheduler = scheduler;
    this.cases = cases;
    this.ranks = ranks;
    this.host = host;
    this.states = context.topology.deployments.map(() => 'none');
    this.counter = new Int32Array(context.topology.deployments.length);
  }

  stateOf(deployment: number): Promotion {
    return this.states[deployment];
  }

  isPromoted(deployment: number): boolean {
    return this.states[deployment] === 'promoted' && this.host.isRouted(deployment);
  }

  /** Begins to promote: at once what serves, after its boot and start what stands by cold. */
  begin(deployment: number, decided: number): void {
    if (this.machines.serving(deployment) > 0) {
      this.states[deployment] = 'promoting';
      this.addPromotion(deployment, [decided]);
      return;
    }
    this.states[deployment] = 'booting';
    this.machines.want(deployment, decided);
    this.cases.begin(deployment, 'cold', stagesOf(this.cases.classOf(deployment)), [decided]);
  }

  /** A cold standby has been started. @returns false when it was none */
  started(deployment: number, event: number): boolean {
    if (this.states[deployment] !== 'booting') return false;
    this.states[deployment] = 'promoting';
    this.addPromotion(deployment, [event]);
    return true;
  }

  /** A deployment takes over, after its promotion or its rebuild. @returns false when it is not needed any more */
  takeOver(deployment: number, event: number): boolean {
    const { topology, recorder, timeline, flow } = this.context;
    const { service, entity, spec } = topology.deployments[deployment];
    if (this.originalServes(service)) {
      this.states[deployment] = 'none';
      return false;
    }
    this.states[deployment] = 'promoted';
    this.host.data.placed(deployment, event);
    const seconds = (timeline.now() - this.failureOf(service)) / 1e6;
    const done = recorder.event(timeline.now(), 'failover.done', entity, [event], seconds);
    if (spec.role !== 'hot-standby') flow.setCachesCold(deployment);
    flow.setReason(deployment, done);
    this.host.setRouted(deployment, true);
    this.host.tookOver(deployment, done);
    this.detection.enrol(deployment);
    if (!this.cases.of(deployment)) {
      const stages = stagesAfterTakeover(this.cases.classOf(deployment), this.host.isRebuilt(deployment));
      this.cases.begin(deployment, 'takeover', stages, [done]);
    }
    return true;
  }

  /** It stands by again: another serves in its place. */
  standDown(deployment: number, event: number): void {
    this.states[deployment] = 'none';
    this.cases.drop(deployment, event);
    this.host.setRouted(deployment, false);
    if (this.host.isRebuilt(deployment)) this.detection.dismiss(deployment);
    this.host.giveBack(deployment, event);
  }

  /** Tasks on a deployment that has lost its servers are called off. */
  lost(deployment: number, event: number): void {
    for (const task of [...this.open]) {
      if (!task.isOpen) this.open.delete(task);
      else if (task.spec.deployment === deployment) this.scheduler.callOff(task, event);
    }
    if (this.states[deployment] === 'booting') this.states[deployment] = 'none';
  }

  /** When the last of those that traffic goes to failed. */
  failureOf(service: number): number {
    let since = -1;
    for (const d of this.deploymentsOf(service)) {
      if (this.host.isRouted(d)) since = Math.max(since, this.detection.failedSince(d));
    }
    return since < 0 ? this.context.timeline.now() : since;
  }

  /** What promotions and failbacks have in common: the service's tools, and people only without them. */
  taskFor(d: number, purpose: string, number: number): Omit<TaskSpec, 'begin' | 'finished'> {
    const { topology, recorder } = this.context;
    const { service, site, entity, spec } = topology.deployments[d];
    const { failover } = topology.services[service].spec;
    return {
      id: `${recorder.entityAt(entity).id}:${purpose}#${number}`,
      path: spec.path,
      stage: 'promote',
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

  /** Adds a task that is called off when its deployment loses its servers. */
  add(spec: TaskSpec, because: readonly number[]): Task {
    const task = this.scheduler.add(spec, because);
    this.open.add(task);
    return task;
  }

  /** Numbers the tasks of a deployment, from 1. */
  nextNumber(deployment: number): number {
    return ++this.counter[deployment];
  }

  private addPromotion(d: number, because: readonly number[]): void {
    const { topology, streams, recorder, timeline } = this.context;
    const { site, service, entity } = topology.deployments[d];
    const { spec } = topology.services[service];
    const number = this.nextNumber(d);
    const names = [topology.sites[site].spec.id, spec.id] as const;
    const luck = streams.stream(...names, 'promote', number);
    const fails = streams.stream(...names, 'promotion-fails', number);
    this.add(
      {
        ...this.taskFor(d, 'promote', number),
        also: () => this.host.data.placeBlockers(d),
        begin: (byHand) => {
          const factor = spec.failover.byHandFactor ?? 1;
          if (byHand) recorder.event(timeline.now(), 'failover.by-hand', entity, [recorder.lastEvent(entity)], factor);
          return sample(spec.failover.promote, luck) + this.host.data.placeSeconds(d);
        },
        finished: (event) => {
          if (fails.next() >= spec.failover.failChance) this.takeOver(d, event);
          else this.mend(d, number, recorder.event(timeline.now(), 'failover.refused', entity, [event]));
        },
        calledOff: () => {
          this.states[d] = 'none';
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
    const { topology, streams } = this.context;
    const { site, service } = topology.deployments[d];
    const kind = this.cases.classOf(d);
    const plan = kind.start ?? kind.check;
    if (!plan) {
      this.addPromotion(d, [refused]);
      return;
    }
    const luck = streams.stream(topology.sites[site].spec.id, topology.services[service].spec.id, 'mend', number);
    this.add(
      {
        ...this.taskFor(d, 'mend', number),
        stage: kind.start ? 'start' : 'check',
        team: topology.teamIndex.get(plan.team) ?? -1,
        people: plan.people,
        peopleOnlyByHand: false,
        byHandFactor: kind.byHandFactor,
        begin: () => sample(plan.duration, luck),
        finished: (event) => {
          this.takeOver(d, event);
        },
        calledOff: () => {
          this.states[d] = 'none';
        },
      },
      [refused],
    );
  }

  private originalServes(service: number): boolean {
    return this.deploymentsOf(service).some(
      (d) =>
        this.host.isRouted(d) && this.states[d] === 'none' && this.machines.serving(d) > 0 && !this.detection.isDead(d),
    );
  }

  private deploymentsOf(service: number): readonly number[] {
    return this.context.topology.services[service].deployments;
  }
}
