/**
 * One run's world: machines, access, people, detection, failover, recovery and flow, and the order in which they move.
 *
 * In each instant all facts come first. Then, until nothing moves: losses and gains are told, the flow settles, and
 * whatever waited for a service, a server, data, a cache or people goes on.
 */
import type { Engine } from '../engine/engine.js';
import { streams } from '../engine/streams.js';
import type { Recorder } from '../record/recorder.js';
import type { Fault, Scenario } from '../scenario/model.js';
import { Access } from './access.js';
import { Admissions } from './admissions.js';
import { Completeness } from './completeness.js';
import { CrashRepair } from './crash-repair.js';
import { Data } from './data/data.js';
import { worldFacts } from './data/world-facts.js';
import { Detection } from './detection.js';
import { Failover } from './failover.js';
import { FaultCourse, type Intervention } from './fault-course.js';
import { FaultHolds } from './fault-holds.js';
import type { FlowControl, FlowScheduler, RepairView } from './flow/contract.js';
import { Machines } from './machines.js';
import { stagesOf } from './recovery/index.js';
import { BootWaves } from './recovery/work/boot-waves.js';
import { Cases } from './recovery/work/cases.js';
import { circleWarnings } from './recovery/work/circles.js';
import { Deadlocks } from './recovery/work/deadlock.js';
import { serviceRanks } from './recovery/work/ranks.js';
import { Rebuilds } from './recovery/work/rebuild.js';
import { Scheduler } from './recovery/work/scheduler.js';
import type { StageView } from './recovery/work/stage.js';
import { Teams } from './recovery/work/teams.js';
import type { RunContext } from './run-context.js';
import { createTimeline } from './timeline.js';
import { compileTopology, type Topology } from './topology.js';
import { createWorldEngine, flowScheduler } from './world-engine.js';

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
  readonly data: Data;
  /** The first fault that took effect; null: none did. */
  originMicroseconds: number | null = null;

  private readonly access: Access;
  private readonly admissions: Admissions;
  private readonly detection: Detection;
  private readonly failover: Failover;
  private readonly waves: BootWaves;
  private readonly deadlocks: Deadlocks;
  private readonly holds: FaultHolds;
  private readonly crashes: CrashRepair;
  private readonly completeness: Completeness;
  private readonly ranks: Int32Array;
  private readonly routed: Uint8Array;
  private readonly served: Uint8Array;
  private readonly hadServers: Uint8Array;
  /** By site: share of its storage that is destroyed, and by which event. */
  private readonly storage: { share: number; event: number }[];
  private bootsByHand = false;

  constructor(scenario: Scenario, options: WorldOptions) {
    const { recorder } = options;
    const topology = compileTopology(scenario, recorder);
    this.engine = this.createEngine();
    this.flow = options.createFlow(topology, recorder, flowScheduler(this.engine), this.repairView());
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
    this.storage = topology.sites.map(() => ({ share: 0, event: -1 }));
    this.machines = new Machines(context);
    this.access = new Access(context);
    this.admissions = new Admissions(context, this.machines);
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
    this.data = new Data(
      context,
      worldFacts(context, {
        machines: this.machines,
        access: this.access,
        detection: this.detection,
        cases: this.cases,
        scheduler: this.scheduler,
        ranks: this.ranks,
        isRouted: (deployment) => this.routed[deployment] === 1,
        storage: (site) => this.storage[site],
        merging: (service, count, event) => this.merging(service, count, event),
      }),
    );
    this.failover = new Failover(context, this.machines, this.detection, this.scheduler, this.cases, this.ranks, {
      isRouted: (deployment) => this.routed[deployment] === 1,
      setRouted: (deployment, routed) => this.setRouted(deployment, routed),
      tookOver: (deployment, event) => this.admissions.begin(deployment, event),
      giveBack: (deployment, event) => this.rebuilds.giveBack(deployment, event),
      isRebuilt: (deployment) => this.rebuilds.isRebuilt(deployment),
      data: this.data,
    });
    this.rebuilds = new Rebuilds(context, this.machines, this.scheduler, this.cases, this.ranks, {
      takeOver: (deployment, event) => this.failover.takeOver(deployment, event),
      hasStandby: (service) => this.failover.hasStandby(service) || this.failover.isBusy(service),
      data: this.data,
    });
    this.deadlocks = new Deadlocks(context, this.scheduler, this.cases, needs);
    this.completeness = new Completeness(context, (deployment) => this.holdsUpFunction(deployment));
    this.course = new FaultCourse(context, options.faults, options.interventions);
    this.holds = new FaultHolds(context, this.machines, this.access, this.teams, this.course.holders, {
      tookEffect: () => {
        this.originMicroseconds ??= this.engine.now;
      },
      crashed: (deployment, event) => this.crashes.crashed(deployment, event),
      storageDestroyed: (site, share, event) => this.storageDestroyed(site, share, event),
      corrupted: (service, site, seconds, event) => this.data.corrupt(service, site, seconds, event),
      released: (fault, event) => this.course.released(fault, event),
    });
    this.crashes = new CrashRepair(
      context,
      this.machines,
      this.detection,
      this.cases,
      this.scheduler,
      this.holds,
      this.ranks,
    );
    for (const warning of circleWarnings(topology)) recorder.warn(warning);
    this.course.start(this.holds);
    this.settle();
  }

  /**
   * Repair work that is not done: tasks, and ways back that wait for something. What waits only for the load (caches that
   * do not warm, a service that has to work before it is verified) is no work that anybody could do.
   */
  openWork(): number {
    const cases = this.context.topology.deployments.filter(
      ({ index }) => this.cases.waitsForRepair(index) || this.admissions.isTimed(index),
    );
    return this.scheduler.openCount - this.scheduler.waitingForThemselves() + cases.length;
  }

  /** Something of the world's own is due after now that may end a wait. */
  workIsDue(): boolean {
    return this.context.timeline.due > 0;
  }

  // ------------------------------------------------------------------ engine

  private createEngine(): Engine {
    return createWorldEngine({
      handlers: {
        fault: (fault, step) => this.course.happen(fault, step),
        power: (row) => this.powerReturns(row),
        team: (team) => this.teams.happen(team),
        task: (task) => this.scheduler.happen(task),
        notice: (deployment) => this.crashes.noticed(deployment),
        health: (index) => this.detection.health(index),
        names: (index, healthy) => this.detection.names(index, healthy),
        failover: (service, what) => this.failover.happen(service, what),
        data: (_service, notice) => this.data.noticed(notice),
        admission: (deployment) => this.admissions.happen(deployment),
      },
      happened: () => this.context.timeline.happened(),
      flow: () => this.flow,
      settle: () => this.settle(),
    });
  }

  // ------------------------------------------------------------------ the order of things

  private settle(): void {
    let mayBeStuck = false;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const dataMoved = this.tellFacts();
      const flowMoved = this.flow.settle();
      if (flowMoved || dataMoved) this.data.observe();
      if (flowMoved) this.pollServices();
      this.cases.flowSettled();
      this.admissions.flowSettled();
      let moved = this.cases.run();
      if (this.failover.run()) moved = true;
      this.waves.run();
      if (this.scheduler.run()) moved = true;
      if (moved || this.flow.crossed.length > 0) mayBeStuck = true;
      if (moved || this.machines.isDirty) continue;
      if (this.scheduler.assign()) {
        mayBeStuck = true;
        continue;
      }
      if (!mayBeStuck || !this.deadlocks.breakOne()) {
        this.completeness.update();
        return;
      }
    }
    throw new Error(`the world does not come to rest within ${MAX_ROUNDS} rounds`);
  }

  /** Losses, gains, entry and reach: told to whoever follows from them. @returns whether data of a service may have moved */
  private tellFacts(): boolean {
    const { topology } = this.context;
    this.machines.flush();
    this.crashes.run();
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
      this.data.touchAll();
    }
    for (const site of this.access.changedEntry.take()) {
      this.scheduler.pokeAll((task) => task.spec.site === site);
      for (const d of topology.sites[site].deployments) this.cases.poke(d);
    }
    for (const pair of this.access.changedPairs.take()) {
      const [a, b] = [Math.floor(pair / topology.sites.length), pair % topology.sites.length];
      this.detection.pairChanged(a, b);
      this.data.touchAll();
      for (const site of [a, b]) for (const d of topology.sites[site].deployments) this.cases.poke(d);
    }
    for (const d of this.detection.changed.take()) {
      const { service, entity } = topology.deployments[d];
      this.failover.touch(service);
      this.data.touch(service);
      if (this.detection.isDead(d)) this.rebuilds.consider(service, this.context.recorder.lastEvent(entity));
    }
    const services = this.data.update();
    for (const service of services) this.scheduler.pokeAll((task) => task.spec.service === service);
    if (this.machines.isDirty) this.machines.flush();
    return services.length > 0;
  }

  private deploymentChanged(d: number): void {
    const { service } = this.context.topology.deployments[d];
    const up = this.machines.up(d);
    this.detection.servingChanged(d);
    this.data.touch(service);
    this.failover.touch(service);
    if (up === 0 && this.hadServers[d]) {
      const event = this.machines.reason(d);
      this.admissions.stop(d);
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

  // ------------------------------------------------------------------ serving

  private nowServes(d: number, event: number): void {
    const { service } = this.context.topology.deployments[d];
    this.machines.setReady(d, true, event);
    this.crashes.restarted(d, event);
    this.flow.setCachesCold(d);
    this.failover.served(d, event);
    if (this.routed[d]) this.admissions.begin(d, event);
    this.rebuilds.served(service, event);
    this.completeness.touch(d, event);
  }

  private setRouted(d: number, routed: boolean): void {
    this.routed[d] = routed ? 1 : 0;
    const { service, entity } = this.context.topology.deployments[d];
    this.flow.setRouted(d, routed);
    this.data.touch(service);
    this.failover.touch(service);
    if (routed) this.rebuilds.served(service, this.context.recorder.lastEvent(entity));
    this.completeness.touch(d, -1);
  }

  /** An open way back of this deployment keeps its service from full function. */
  private holdsUpFunction(d: number): boolean {
    const { service } = this.context.topology.deployments[d];
    if ((this.data.of(service)?.sides.unmerged ?? 0) > 0) return true;
    if (!this.cases.of(d) || this.routed[d] === 0) return false;
    return this.failover.isPromoted(d) || !this.failover.isReplaced(service);
  }

  // ------------------------------------------------------------------ data

  private storageDestroyed(site: number, share: number, event: number): boolean {
    const id = this.context.topology.sites[site].spec.id;
    const kept = this.context.scenario.services.some(
      ({ data }) => data !== null && (data.copies.includes(id) || data.backups?.site === id),
    );
    if (!kept) return false;
    this.storage[site] = { share, event };
    this.data.touchAll();
    return true;
  }

  /** Full function waits for the last write that is merged. */
  private merging(service: number, count: number, event: number): void {
    if (count > 0) this.data.of(service)?.merged(count, event);
    this.data.touch(service);
    for (const d of this.context.topology.services[service].deployments) this.completeness.touch(d, event);
  }

  // ------------------------------------------------------------------ views

  private stageView(): StageView {
    return {
      context: this.context,
      machines: this.machines,
      access: this.access,
      flow: this.flow,
      data: {
        needsRestore: (d) => this.data.needsRestore(d),
        secondsToRestore: (d) => this.data.secondsToRestore(d),
        restoreBlockers: (d) => this.data.restoreBlockers(d),
        restored: (d, event) => this.data.restored(d, event),
      },
      warmth: (d) => this.flow.warmth(d),
      isRamping: (d) => this.admissions.isRamping(d),
      isNoticed: (d) => this.crashes.isNoticed(d),
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
          (d) => this.routed[d] === 1 && this.machines.serving(d) > 0 && this.flow.warmth(d) < 1,
        ),
      siteLost: (d) => this.machines.siteLost(d) || this.data.isCutOff(d),
      reason: (d) => Math.max(this.machines.reason(d), this.data.reason(d)),
      strains: (d) => this.holds.strains.of(d),
      cuts: (d) => this.holds.strains.cutsOf(d),
      surged: (d) => this.holds.strains.isSurged(d),
      operator: (d) => this.holds.operatorHolds(d),
    };
  }
}
