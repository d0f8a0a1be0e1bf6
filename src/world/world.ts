/**
 * One run's world: machines, access, people, detection, failover, recovery and flow, and the order in which they move.
 *
 * In each instant all facts come first. Then, until nothing moves: losses and gains are told, the flow settles, and
 * whatever waited for a service, a server, a cache or people goes on. Left out: data (copies, corruption), which follows.
 */
import { sample } from '../engine/distributions.js';
import { Engine } from '../engine/engine.js';
import { streams } from '../engine/streams.js';
import type { Recorder } from '../record/recorder.js';
import type { Fault, Scenario } from '../scenario/model.js';
import { Access } from './access.js';
import { Completeness } from './completeness.js';
import { Detection } from './detection.js';
import { Failover } from './failover.js';
import { FaultCourse, type Intervention } from './fault-course.js';
import { FaultHolds } from './fault-holds.js';
import { FLOW_EVENTS, type FlowControl, type FlowScheduler, type RepairView } from './flow/contract.js';
import { Machines } from './machines.js';
import { stagesOf } from './recovery/index.js';
import { BootWaves } from './recovery/work/boot-waves.js';
import { Cases } from './recovery/work/cases.js';
import { circleWarnings } from './recovery/work/circles.js';
import { Deadlocks } from './recovery/work/deadlock.js';
import { serviceRanks } from './recovery/work/ranks.js';
import { Rebuilds } from './recovery/work/rebuild.js';
import { restartTask } from './recovery/work/restart.js';
import { Scheduler } from './recovery/work/scheduler.js';
import type { StageView } from './recovery/work/stage.js';
import { Teams } from './recovery/work/teams.js';
import type { RunContext } from './run-context.js';
import { createTimeline, WORLD_EVENT_NAMES, WORLD_EVENTS } from './timeline.js';
import { compileTopology, type Topology } from './topology.js';

/** Half of the requests succeed: enough for people and tools to work with. */
const SERVES = 0.5;
/** Rounds within one instant before the run is given up: each has to move something, and there is not so much. */
const MAX_ROUNDS = 10_000;

export type FlowFactory = (
  topology: Topology,
  recorder: Recorder,
  scheduler: FlowScheduler,
  repair: RepairView,
) => FlowControl;

export interface WorldOptions {
  readonly seed: string;
  readonly faults: readonly Fault[];
  readonly interventions: readonly Intervention[];
  readonly recorder: Recorder;
  readonly createFlow: FlowFactory;
}

export class World {
  readonly engine: Engine;
  readonly context: RunContext;
  readonly flow: FlowControl;
  readonly machines: Machines;
  readonly teams: Teams;
  readonly scheduler: Scheduler;
  readonly cases: Cases;
  readonly rebuilds: Rebuilds;
  readonly course: FaultCourse;
  /** The first fault that took effect; null: none did. */
  originMicroseconds: number | null = null;

  private readonly access: Access;
  private readonly detection: Detection;
  private readonly failover: Failover;
  private readonly waves: BootWaves;
  private readonly deadlocks: Deadlocks;
  private readonly holds: FaultHolds;
  private readonly completeness: Completeness;
  private readonly ranks: Int32Array;
  private readonly routed: Uint8Array;
  private readonly served: Uint8Array;
  private readonly hadServers: Uint8Array;
  /** Crashes that only people repair: 0 none, 1 not known yet, 2 known. */
  private readonly crash: Uint8Array;
  private readonly crashedNow: { readonly deployment: number; readonly event: number }[] = [];
  private bootsByHand = false;
  private restarts = 0;

  constructor(scenario: Scenario, options: WorldOptions) {
    const { recorder } = options;
    const topology = compileTopology(scenario, recorder);
    this.engine = this.createEngine();
    this.flow = options.createFlow(topology, recorder, this.flowScheduler(), this.repairView());
    const context: RunContext = {
      scenario,
      topology,
      recorder,
      streams: streams(options.seed),
      timeline: createTimeline(this.engine),
      flow: this.flow,
    };
    this.context = context;
    this.routed = Uint8Array.from(topology.deployments, ({ spec }) => (spec.role === 'active' ? 1 : 0));
    this.served = new Uint8Array(topology.services.length).fill(1);
    this.hadServers = Uint8Array.from(topology.deployments, ({ spec }) => (spec.role === 'cold-standby' ? 0 : 1));
    this.crash = new Uint8Array(topology.deployments.length);
    this.machines = new Machines(context);
    this.access = new Access(context);
    this.teams = new Teams(context);
    this.ranks = serviceRanks(topology);
    const needs = {
      serves: (service: number) => this.serves(service),
      mayEnter: (site: number) => this.access.mayEnter(site),
    };
    this.scheduler = new Scheduler(context, this.teams, needs);
    this.detection = new Detection(context, this.machines, this.access);
    this.waves = new BootWaves(context, this.machines, this.scheduler, needs, this.ranks);
    this.cases = new Cases(context, this.stageView(), this.scheduler, this.ranks, {
      served: (deployment, event) => this.nowServes(deployment, event),
      closed: (deployment, event) => this.completeness.touch(deployment, event),
      alsoBlocks: (deployment) => this.rebuilds.blocks(topology.deployments[deployment].service),
    });
    this.failover = new Failover(context, this.machines, this.detection, this.scheduler, this.cases, this.ranks, {
      isRouted: (deployment) => this.routed[deployment] === 1,
      setRouted: (deployment, routed) => this.setRouted(deployment, routed),
      giveBack: (deployment, event) => this.rebuilds.giveBack(deployment, event),
      isRebuilt: (deployment) => this.rebuilds.isRebuilt(deployment),
    });
    this.rebuilds = new Rebuilds(context, this.machines, this.scheduler, this.cases, this.ranks, {
      takeOver: (deployment, event) => this.failover.takeOver(deployment, event),
      hasStandby: (service) => this.failover.hasStandby(service) || this.failover.isBusy(service),
    });
    this.deadlocks = new Deadlocks(context, this.scheduler, this.cases, needs);
    this.completeness = new Completeness(context, (deployment) => this.holdsUpFunction(deployment));
    this.course = new FaultCourse(context, options.faults, options.interventions);
    this.holds = new FaultHolds(context, this.machines, this.access, this.teams, this.course.holders, {
      tookEffect: () => {
        this.originMicroseconds ??= this.engine.now;
      },
      crashed: (deployment, event) => {
        this.crashedNow.push({ deployment, event });
      },
      released: (fault, event) => this.course.released(fault, event),
    });
    for (const warning of circleWarnings(topology)) recorder.warn(warning);
    this.course.start(this.holds);
    this.settle();
  }

  /** Repair work that is not done: tasks, and ways back that wait for something. */
  openWork(): number {
    const waiting = this.context.topology.deployments.filter(({ index }) => this.cases.of(index)?.task === null).length;
    return this.scheduler.openCount + waiting;
  }

  /** Something of the world's own is due after now that may end a wait. */
  workIsDue(): boolean {
    return this.context.timeline.due > 0;
  }

  // ------------------------------------------------------------------ engine

  private createEngine(): Engine {
    const handlers: Record<keyof typeof WORLD_EVENTS, (target: number, payload: number) => void> = {
      fault: (fault, step) => this.course.happen(fault, step),
      power: (row) => this.powerReturns(row),
      team: (team) => this.teams.happen(team),
      task: (task) => this.scheduler.happen(task),
      notice: (deployment) => this.crashNoticed(deployment),
      health: (index) => this.detection.health(index),
      names: (index, healthy) => this.detection.names(index, healthy),
      failover: (service, what) => this.failover.happen(service, what),
    };
    const flowKinds = Object.keys(FLOW_EVENTS) as (keyof typeof FLOW_EVENTS)[];
    const kinds = [
      ...WORLD_EVENT_NAMES.map((name) => ({
        name,
        apply: (target: number, payload: number) => {
          this.context.timeline.happened();
          handlers[name as keyof typeof WORLD_EVENTS](target, payload);
        },
      })),
      ...flowKinds
        .sort((a, b) => FLOW_EVENTS[a] - FLOW_EVENTS[b])
        .map((name) => ({
          name: `flow.${name}`,
          apply: (target: number) => this.flow.happen(FLOW_EVENTS[name], target),
        })),
    ];
    return new Engine({ kinds, settle: () => this.settle() });
  }

  private flowScheduler(): FlowScheduler {
    const { engine } = this;
    const shift = WORLD_EVENT_NAMES.length;
    return {
      now: () => engine.now,
      schedule: (at, kind, target) => engine.schedule(at as typeof engine.now, shift + kind, target),
      cancel: (handle) => {
        engine.cancel(handle);
      },
    };
  }

  // ------------------------------------------------------------------ the order of things

  private settle(): void {
    let mayBeStuck = false;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      this.tellFacts();
      this.flow.settle();
      this.pollServices();
      this.cases.flowSettled();
      let moved = this.cases.run();
      if (this.failover.run()) moved = true;
      this.waves.run();
      if (this.scheduler.run()) moved = true;
      if (moved || this.flow.crossed.length > 0) mayBeStuck = true;
      if (moved || this.machines.isDirty) continue;
      if (!mayBeStuck || !this.deadlocks.breakOne()) {
        this.completeness.update();
        return;
      }
    }
    throw new Error(`the world does not come to rest within ${MAX_ROUNDS} rounds`);
  }

  /** Losses, gains, entry and reach: told to whoever follows from them. */
  private tellFacts(): void {
    const { topology } = this.context;
    this.machines.flush();
    for (const { deployment, event } of this.crashedNow.splice(0)) this.crashed(deployment, event);
    for (const d of this.machines.changedDeployments.take()) this.deploymentChanged(d);
    for (const zone of this.machines.changedZones.take()) {
      this.waves.zoneChanged(zone);
      for (const c of this.machines.cellsOfZone[zone]) {
        const { deployment } = this.machines.cells[c];
        if (deployment >= 0) {
          this.cases.poke(deployment);
          this.failover.touch(topology.deployments[deployment].service);
        }
      }
      this.rebuilds.spareChanged();
    }
    for (const site of this.access.changedEntry.take()) {
      this.scheduler.pokeAll((task) => task.spec.site === site);
      for (const d of topology.sites[site].deployments) this.cases.poke(d);
    }
    for (const pair of this.access.changedPairs.take()) {
      const [a, b] = [Math.floor(pair / topology.sites.length), pair % topology.sites.length];
      this.detection.pairChanged(a, b);
      for (const site of [a, b]) for (const d of topology.sites[site].deployments) this.cases.poke(d);
    }
    for (const d of this.detection.changed.take()) {
      const { service, entity } = topology.deployments[d];
      this.failover.touch(service);
      if (this.detection.isDead(d)) this.rebuilds.consider(service, this.context.recorder.lastEvent(entity));
    }
    if (this.machines.isDirty) this.machines.flush();
  }

  private deploymentChanged(d: number): void {
    const { service } = this.context.topology.deployments[d];
    const up = this.machines.up(d);
    this.detection.servingChanged(d);
    this.failover.touch(service);
    if (up === 0 && this.hadServers[d]) {
      const event = this.machines.reason(d);
      this.failover.lost(d, event);
      // Spare servers that were given back are no loss.
      if (this.machines.total(d) > 0) this.cases.begin(d, 'lost', stagesOf(this.cases.classOf(d)), [event]);
    } else this.cases.poke(d);
    this.hadServers[d] = up > 0 ? 1 : 0;
    this.completeness.touch(d, -1);
  }

  private pollServices(): void {
    for (const service of this.scheduler.watched()) {
      const serves = this.flow.serviceSuccess(service) >= SERVES ? 1 : 0;
      if (serves === this.served[service]) continue;
      this.served[service] = serves;
      this.scheduler.serviceChanged(service);
    }
    const byHand = this.waves.isByHand();
    if (byHand !== this.bootsByHand) {
      this.bootsByHand = byHand;
      this.cases.pokeAll();
    }
  }

  /** What is asked here is remembered, so that the next poll tells of a change; it polls before anything else asks. */
  private serves(service: number): boolean {
    const serves = this.flow.serviceSuccess(service) >= SERVES;
    this.served[service] = serves ? 1 : 0;
    return serves;
  }

  private powerReturns(row: number): void {
    const { site, zone, atSeconds } = this.context.scenario.recovery.power[row];
    const index = this.context.topology.zoneIndex.get(`${site}/${zone}`);
    if (index !== undefined) this.holds.returnPower(index, atSeconds);
  }

  // ------------------------------------------------------------------ crashes that people repair

  private crashed(d: number, event: number): void {
    const { topology, timeline, streams: luck } = this.context;
    const { service } = topology.deployments[d];
    if (this.crash[d] === 0) {
      const { failover, id } = topology.services[service].spec;
      const seconds = failover.noticed
        ? sample(failover.noticed, luck.stream('', id, 'crash-noticed', ++this.restarts))
        : this.detection.delaySeconds(d);
      timeline.after(seconds, WORLD_EVENTS.notice, d);
      this.crash[d] = 1;
    }
    if (this.machines.up(d) === 0 || this.machines.serving(d) > 0 || this.cases.of(d)) return;
    this.machines.setReady(d, false, event);
    this.cases.begin(d, 'crashed', stagesOf(this.cases.classOf(d)), [this.machines.reason(d)]);
  }

  private crashNoticed(d: number): void {
    if (!this.holds.needsRestart(d)) {
      this.crash[d] = 0;
      return;
    }
    this.crash[d] = 2;
    if (this.cases.of(d)) {
      this.cases.poke(d);
      return;
    }
    const because = [this.machines.reason(d)];
    const restart = (event: number): void => {
      this.crash[d] = 0;
      this.holds.restart(d, event);
    };
    const task = restartTask(
      this.context,
      d,
      this.cases.classOf(d),
      ++this.restarts,
      () => this.ranks[this.context.topology.deployments[d].service],
      restart,
    );
    if (task) this.scheduler.add(task, because);
    else restart(because[0]);
  }

  // ------------------------------------------------------------------ serving

  private nowServes(d: number, event: number): void {
    const { service } = this.context.topology.deployments[d];
    this.machines.setReady(d, true, event);
    this.holds.restart(d, event);
    this.crash[d] = 0;
    this.flow.setCachesCold(d);
    this.failover.served(d, event);
    this.rebuilds.served(service, event);
    this.completeness.touch(d, event);
  }

  private setRouted(d: number, routed: boolean): void {
    this.routed[d] = routed ? 1 : 0;
    this.flow.setRouted(d, routed);
    if (routed) {
      const { service, entity } = this.context.topology.deployments[d];
      this.rebuilds.served(service, this.context.recorder.lastEvent(entity));
    }
    this.completeness.touch(d, -1);
  }

  /** An open way back of this deployment keeps its service from full function. */
  private holdsUpFunction(d: number): boolean {
    if (!this.cases.of(d) || this.routed[d] === 0) return false;
    const { service } = this.context.topology.deployments[d];
    return this.failover.isPromoted(d) || !this.failover.isReplaced(service);
  }

  /** Warmth of a deployment's coldest cache; 1 when the flow does not tell. */
  private warmth(d: number): number {
    const flow: FlowControl & { warmth?(deployment: number): number } = this.flow;
    return flow.warmth ? flow.warmth(d) : 1;
  }

  // ------------------------------------------------------------------ views

  private stageView(): StageView {
    return {
      context: this.context,
      machines: this.machines,
      access: this.access,
      flow: this.flow,
      warmth: (d) => this.warmth(d),
      isNoticed: (d) => this.crash[d] !== 1,
      bootsByHand: () => this.waves.isByHand(),
      bootTask: (site) => this.waves.taskOf(site),
    };
  }

  private repairView(): RepairView {
    return {
      recovering: (service) => this.scheduler.isWorkingOn(service),
      recoveringDeployment: (d) => this.scheduler.isWorkingOnDeployment(d),
      warming: (service) =>
        this.context.topology.services[service].deployments.some(
          (d) => this.routed[d] === 1 && this.machines.serving(d) > 0 && this.warmth(d) < 1,
        ),
      siteLost: (d) => this.machines.siteLost(d),
      reason: (d) => this.machines.reason(d),
      operator: (d) => this.holds.operatorHolds(d),
    };
  }
}
