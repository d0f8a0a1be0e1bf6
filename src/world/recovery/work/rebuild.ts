/**
 * A service that lost its site is rebuilt on another site's spare servers, by the plan of its class.
 *
 * It is when nothing of it serves and no standby lives; spare servers are taken when the work begins, so they are
 * never promised twice, and given back when the original takes over again. A rebuild needs the service's tools, what it
 * needs to start, and a copy of its data on a site that is alive. With the strategy `first` the site's own way back goes on
 * beside it, and wins once its machines are back; with `rebuild` it waits. Left out: fewer servers than needed at first and more later.
 */
import { sample } from '../../../engine/distributions.js';
import type { Data } from '../../data/data.js';
import type { Machines } from '../../machines.js';
import type { RunContext } from '../../run-context.js';
import { type Blocker, blocker } from './blocker.js';
import type { Cases } from './cases.js';
import { isRebuildPlace } from './rebuild-places.js';
import type { Scheduler } from './scheduler.js';
import type { Task } from './task.js';

interface Reservation {
  readonly site: number;
  readonly zone: number;
  readonly servers: number;
}

export interface RebuildHost {
  /** It serves in the place of the lost one. @returns false when it is not needed any more */
  takeOver(deployment: number, event: number): boolean;
  hasStandby(service: number): boolean;
  /** The data of services, which have to be where one goes on. */
  readonly data: Pick<Data, 'placeBlockers' | 'placeSeconds'>;
}

export class Rebuilds {
  private readonly context: RunContext;
  private readonly machines: Machines;
  private readonly scheduler: Scheduler;
  private readonly cases: Cases;
  private readonly ranks: Int32Array;
  private readonly host: RebuildHost;
  private readonly spare: Float64Array;
  private readonly open: (Task | null)[];
  /** By deployment. */
  private readonly reserved: (Reservation | null)[];
  private readonly counter: Int32Array;

  constructor(
    context: RunContext,
    machines: Machines,
    scheduler: Scheduler,
    cases: Cases,
    ranks: Int32Array,
    host: RebuildHost,
  ) {
    const { topology } = context;
    this.context = context;
    this.machines = machines;
    this.scheduler = scheduler;
    this.cases = cases;
    this.ranks = ranks;
    this.host = host;
    this.spare = Float64Array.from(topology.sites, ({ spec }) => spec.spareServers);
    this.open = topology.services.map(() => null);
    this.reserved = topology.deployments.map(() => null);
    this.counter = new Int32Array(topology.services.length);
  }

  /** Spare servers of a site that are free. */
  spareLeft(site: number): number {
    return this.spare[site];
  }

  /** Spare servers of a site that rebuilds have, or will have. */
  promised(site: number): number {
    return this.reserved.reduce((sum, each) => sum + (each?.site === site ? each.servers : 0), 0);
  }

  isRebuilt(deployment: number): boolean {
    return this.reserved[deployment] !== null;
  }

  /** The rebuild of a service, while it is open. */
  taskOf(service: number): Task | null {
    return this.open[service];
  }

  /** A service's deployments are known to be dead: begins a rebuild when there is a reason and a way. */
  consider(service: number, because: number): void {
    const { topology, streams } = this.context;
    const { spec, deployments, entity, operate, startup } = topology.services[service];
    const places = deployments.filter((d) => isRebuildPlace(topology.deployments[d].spec));
    if (places.length === 0 || this.open[service] || this.isServed(service) || this.host.hasStandby(service)) return;
    const kind = this.cases.classOf(places[0]);
    const plan = kind.rebuild;
    if (!plan) return;
    const number = ++this.counter[service];
    const luck = streams.stream('', spec.id, 'rebuild', number);
    let place = -1;
    this.open[service] = this.scheduler.add(
      {
        id: `${spec.id}:rebuild#${number}`,
        path: spec.path,
        stage: 'rebuild',
        subject: entity,
        service,
        deployment: -1,
        site: -1,
        team: topology.teamIndex.get(plan.team) ?? -1,
        people: plan.people,
        peopleOnlyByHand: false,
        tools: operate.map((d) => topology.dependencies[d].callee),
        byHandFactor: kind.byHandFactor,
        startup: startup.map((d) => ({
          service: topology.dependencies[d].callee,
          byHand: topology.dependencies[d].spec.byHand,
        })),
        entry: () => false,
        also: () => this.obstacles(service, places, because),
        begin: () => {
          place = this.pick(places);
          this.reserve(place);
          this.scheduler.work(place, 1);
          return sample(plan.duration, luck) + this.host.data.placeSeconds(place);
        },
        finished: (event) => {
          this.scheduler.work(place, -1);
          this.close(service);
          this.finish(place, event);
        },
        calledOff: () => {
          this.close(service);
          if (place < 0) return;
          this.scheduler.work(place, -1);
          this.release(place);
        },
        rank: () => this.ranks[service],
      },
      [because],
    );
  }

  /** The original serves again: a rebuild that has not begun is not needed. */
  served(service: number, event: number): void {
    const task = this.open[service];
    if (task && task.state !== 'running') this.scheduler.callOff(task, event);
  }

  /** Power or spare servers changed somewhere. */
  spareChanged(): void {
    for (const task of this.open) if (task) this.scheduler.poke(task);
  }

  /** With the strategy `rebuild` nothing is repaired on site while a rebuild is open. */
  blocks(service: number): readonly Blocker[] {
    const task = this.open[service];
    return task ? [blocker('rebuild', task.entity, this.context.recorder.lastEvent(task.entity))] : [];
  }

  /** The servers of a rebuilt deployment are spare again. */
  giveBack(deployment: number, event: number): void {
    const reservation = this.reserved[deployment];
    if (!reservation) return;
    this.machines.grow(deployment, reservation.zone, -reservation.servers, event);
    this.release(deployment);
  }

  private close(service: number): void {
    this.open[service] = null;
    this.scheduler.pokeAll((task) => task.spec.service === service);
  }

  /** No servers, no data, or no reason: whose machines are back already is not rebuilt elsewhere. */
  private obstacles(service: number, places: readonly number[], because: number): readonly Blocker[] {
    const { deployments, entity } = this.context.topology.services[service];
    const { strategy } = this.context.scenario.recovery;
    const returning = deployments.map((d) => this.cases.of(d)).find((open) => open?.task && !open.isServing);
    if (strategy === 'first' && returning?.task) return [blocker('boot', returning.task.entity, because)];
    const place = this.pick(places);
    return place < 0 ? [blocker('spare', entity, because)] : this.host.data.placeBlockers(place);
  }

  private finish(place: number, event: number): void {
    const { topology, recorder, timeline } = this.context;
    const reservation = this.reserved[place] as Reservation;
    if (!this.machines.zones.isBootable(reservation.zone)) {
      // The spare servers went dark meanwhile: all of it was for nothing.
      this.release(place);
      this.consider(topology.deployments[place].service, recorder.lastEvent(topology.zones[reservation.zone].entity));
      return;
    }
    const done = recorder.event(
      timeline.now(),
      'rebuild.finished',
      topology.deployments[place].entity,
      [event],
      reservation.servers,
    );
    this.machines.grow(place, reservation.zone, reservation.servers, done);
    this.machines.setReady(place, true, done);
    if (!this.host.takeOver(place, done)) this.giveBack(place, done);
  }

  /** The place with the most spare servers that has enough of them, and power; -1: none. */
  private pick(places: readonly number[]): number {
    const { topology } = this.context;
    let best = -1;
    for (const d of places) {
      const { site, spec } = topology.deployments[d];
      const needed = Math.max(1, Math.ceil(spec.servers * this.cases.classOf(d).quorum - 1e-9));
      if (this.reserved[d] || this.spare[site] < needed || this.zoneFor(site) < 0) continue;
      if (best < 0 || this.spare[site] > this.spare[topology.deployments[best].site]) best = d;
    }
    return best;
  }

  /** The largest zone with power; spare servers are taken to be there. */
  private zoneFor(site: number): number {
    const { topology } = this.context;
    let best = -1;
    for (const z of topology.sites[site].zones) {
      if (
        this.machines.zones.isBootable(z) &&
        (best < 0 || topology.zones[z].spec.share > topology.zones[best].spec.share)
      )
        best = z;
    }
    return best;
  }

  private reserve(place: number): void {
    const { site, spec } = this.context.topology.deployments[place];
    const servers = Math.min(spec.servers, this.spare[site]);
    this.spare[site] -= servers;
    this.reserved[place] = { site, zone: this.zoneFor(site), servers };
  }

  private release(place: number): void {
    const reservation = this.reserved[place];
    if (!reservation) return;
    this.reserved[place] = null;
    this.spare[reservation.site] += reservation.servers;
    this.spareChanged();
  }

  private isServed(service: number): boolean {
    return this.context.topology.services[service].deployments.some((d) => this.machines.serving(d) > 0);
  }
}
