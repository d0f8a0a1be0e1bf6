/**
 * The truth about servers: how many of each deployment, in each zone, have power, have booted, are broken or gone.
 *
 * A cell is the servers of one deployment in one zone; servers of the site that no deployment uses are a cell too, since
 * they must be booted as well. All counts are whole. Facts only mark what they touch; `flush` then tells the flow and
 * the record once an instant, so that one cut of five zones is one loss.
 * A server that lost its power comes back only when it is booted; a share of them (`recovery.boot.casualties`) turns out dead.
 * Left out: single servers, racks, and parts of servers.
 */
import type { RandomStream } from '../engine/streams.js';
import { type Cell, deadAmong, destroyIn, makeCells } from './cells.js';
import { DirtyList } from './dirty-list.js';
import { LossLog } from './loss-log.js';
import type { RunContext } from './run-context.js';
import { ZoneStates } from './zone-states.js';

const ROUNDING = 1e-9;

export class Machines {
  readonly zones: ZoneStates;
  readonly cells: Cell[];
  readonly cellsOfZone: number[][];
  readonly cellsOfDeployment: number[][];
  /** Deployments whose serving servers changed in the last flush, ascending. */
  readonly changedDeployments: DirtyList;
  /** Zones that lost or regained power or cooling, or whose servers changed. */
  readonly changedZones: DirtyList;
  /** By zone: another number whenever another server of it may have to be booted. */
  readonly versions: Int32Array;

  private readonly context: RunContext;
  /** 1: its software runs, so that booted servers serve. */
  private readonly ready: Uint8Array;
  private readonly crashed: Float64Array;
  private readonly told: Float64Array;
  private readonly losses: LossLog;
  private readonly lostToSite: Uint8Array;
  private readonly gains: Int32Array;
  private readonly dirtyDeployments: DirtyList;
  private readonly dirtyZones: DirtyList;

  constructor(context: RunContext) {
    const { topology } = context;
    this.context = context;
    this.cells = makeCells(topology);
    this.cellsOfZone = topology.zones.map(() => []);
    this.cellsOfDeployment = topology.deployments.map(() => []);
    for (const cell of this.cells) {
      this.cellsOfZone[cell.zone].push(cell.index);
      if (cell.deployment >= 0) this.cellsOfDeployment[cell.deployment].push(cell.index);
    }
    this.versions = new Int32Array(topology.zones.length);
    this.zones = new ZoneStates(topology.zones.length);
    this.ready = new Uint8Array(topology.deployments.length).fill(1);
    this.crashed = new Float64Array(topology.deployments.length);
    this.told = new Float64Array(topology.deployments.length).fill(Number.NaN);
    this.losses = new LossLog(topology.deployments.length);
    this.lostToSite = new Uint8Array(topology.deployments.length);
    this.gains = new Int32Array(topology.deployments.length).fill(-1);
    this.dirtyDeployments = new DirtyList(topology.deployments.length);
    this.changedDeployments = new DirtyList(topology.deployments.length);
    this.dirtyZones = new DirtyList(topology.zones.length);
    this.changedZones = new DirtyList(topology.zones.length);
    for (const { index, spec } of topology.deployments) {
      if (spec.role === 'cold-standby') this.ready[index] = 0;
      this.dirtyDeployments.add(index);
    }
    for (const { index } of topology.zones) this.dirtyZones.add(index);
  }

  // ------------------------------------------------------------------ what is

  isReady(deployment: number): boolean {
    return this.ready[deployment] === 1;
  }

  /** Booted servers of a deployment. */
  up(deployment: number): number {
    let up = 0;
    for (const c of this.cellsOfDeployment[deployment]) up += this.cells[c].up;
    return up;
  }

  /** Servers that it has, in whatever state. */
  total(deployment: number): number {
    return this.sum(deployment, (cell) => cell.total);
  }

  /** Servers of a deployment that are there and not known to be dead. */
  usable(deployment: number): number {
    return this.sum(deployment, (cell) => cell.total - cell.destroyed - cell.dead);
  }

  /** Servers found dead and not repaired. */
  dead(deployment: number): number {
    return this.sum(deployment, (cell) => cell.dead);
  }

  serving(deployment: number): number {
    if (!this.ready[deployment]) return 0;
    return Math.max(0, this.up(deployment) - this.crashedCount(deployment));
  }

  /** Latest event that explains missing servers; -1 when none are missing. */
  reason(deployment: number): number {
    return this.losses.latest(deployment);
  }

  lastGain(deployment: number): number {
    return this.gains[deployment];
  }

  /** It lacks servers because of its site: power, heat, fire. */
  siteLost(deployment: number): boolean {
    return this.lostToSite[deployment] === 1;
  }

  capacity(deployment: number): number {
    return this.serving(deployment) * this.context.topology.deployments[deployment].spec.capacityPerServer;
  }

  // ------------------------------------------------------------------ what happens

  /** @returns servers that went dark; `event` is filled in by {@link powerLost} afterwards. */
  losePower(zone: number): number {
    this.zones.losePower(zone);
    return this.upInZone(zone);
  }

  /** The servers of a zone that has lost its power stop, because of `event`. */
  powerLost(zone: number, event: number): void {
    const { casualties } = this.context.scenario.recovery.boot;
    for (const c of this.cellsOfZone[zone]) {
      const cell = this.cells[c];
      if (casualties > 0 && cell.up > 0) {
        cell.doomed += wholeShare(cell.up * casualties, this.casualtyStream(cell));
      }
      cell.booting = 0;
      this.stop(cell, cell.up, 'servers.lost', event);
    }
    this.touchZone(zone);
  }

  returnPower(zone: number, event: number): void {
    this.zones.returnPower(zone, event);
    this.touchZone(zone);
  }

  /** Sets the share of a zone's servers that are off because of heat; some of it means that none can be booted. */
  overheat(zone: number, share: number, event: number): number {
    this.zones.setHeat(zone, share, event);
    this.touchZone(zone);
    let lost = 0;
    for (const c of this.cellsOfZone[zone]) {
      const cell = this.cells[c];
      const allowed = cell.total - Math.ceil(cell.total * share - ROUNDING);
      const off = Math.max(0, cell.up - Math.max(0, allowed));
      if (share > 0) cell.booting = 0;
      lost += off;
      this.stop(cell, off, 'servers.lost', event);
    }
    return lost;
  }

  /** @returns servers destroyed, of at most `count` */
  destroy(cell: Cell, count: number, event: number): number {
    const gone = destroyIn(cell, count);
    if (gone === 0) return 0;
    this.touchZone(cell.zone);
    if (cell.deployment < 0) return gone;
    this.lostToSite[cell.deployment] = 1;
    this.losses.add(cell.deployment, 'servers.destroyed', gone, event);
    this.dirtyDeployments.add(cell.deployment);
    return gone;
  }

  /** @returns servers that crash anew (negative: that run again). */
  setCrashed(deployment: number, share: number, event: number): number {
    const before = Math.min(this.crashedCount(deployment), this.up(deployment));
    this.crashed[deployment] = share;
    const change = Math.min(this.crashedCount(deployment), this.up(deployment)) - before;
    if (change > 0) this.losses.add(deployment, 'servers.crashed', change, event);
    if (change < 0) this.losses.gain(deployment, event);
    this.dirtyDeployments.add(deployment);
    return change;
  }

  /** Software runs, or not: a deployment that is not ready serves nothing and refuses. */
  setReady(deployment: number, ready: boolean, event: number): void {
    const value = ready ? 1 : 0;
    if (this.ready[deployment] === value) return;
    this.ready[deployment] = value;
    if (ready) this.losses.gain(deployment, event);
    this.dirtyDeployments.add(deployment);
  }

  /** Begins to boot `count` waiting servers of a cell. */
  beginBoot(cell: Cell, count: number): void {
    cell.booting += count;
    this.versions[cell.zone]++;
  }

  /** The boot of so many servers of a cell is over. */
  endBoot(cell: Cell, count: number, event: number): void {
    const dead = deadAmong(cell, count);
    cell.booting -= count;
    cell.doomed -= dead;
    cell.dead += dead;
    cell.up += count - dead;
    this.gained(cell, event);
  }

  /** Every dead server of a zone runs again. */
  repair(zone: number, event: number): number {
    let repaired = 0;
    for (const c of this.cellsOfZone[zone]) {
      const cell = this.cells[c];
      if (cell.dead === 0) continue;
      repaired += cell.dead;
      cell.up += cell.dead;
      cell.dead = 0;
      this.gained(cell, event);
    }
    return repaired;
  }

  /** Cold servers are to be booted from now on. */
  want(deployment: number, event: number): void {
    for (const c of this.cellsOfDeployment[deployment]) {
      this.cells[c].wanted = true;
      this.zones.want(this.cells[c].zone, event);
      this.touchZone(this.cells[c].zone);
    }
  }

  /** Spare servers, booted, become servers of a deployment (count < 0: are given back). */
  grow(deployment: number, zone: number, count: number, event: number): void {
    let cell = this.cellsOfDeployment[deployment].map((c) => this.cells[c]).find((each) => each.zone === zone);
    if (!cell) {
      cell = {
        index: this.cells.length,
        deployment,
        zone,
        total: 0,
        up: 0,
        dead: 0,
        destroyed: 0,
        doomed: 0,
        booting: 0,
        wanted: true,
      };
      this.cells.push(cell);
      this.cellsOfZone[zone].push(cell.index);
      this.cellsOfDeployment[deployment].push(cell.index);
    }
    cell.total += count;
    cell.up = Math.max(0, cell.up + count);
    this.gained(cell, event);
  }

  // ------------------------------------------------------------------ telling

  get isDirty(): boolean {
    return !this.dirtyDeployments.isEmpty || !this.dirtyZones.isEmpty;
  }

  /** Tells the flow and the record what changed since the last flush. */
  flush(): void {
    const { topology, recorder, timeline } = this.context;
    const now = timeline.now();
    for (const d of this.dirtyDeployments.take()) this.flushDeployment(d);
    const sites = new Set<number>();
    for (const z of this.dirtyZones.take()) {
      const { entity, site } = topology.zones[z];
      recorder.level(now, entity, 'up', this.upInZone(z));
      recorder.level(now, entity, 'powered', this.zones.hasPower(z) ? 1 : 0);
      sites.add(site);
      this.changedZones.add(z);
    }
    for (const s of sites) {
      const { entity, zones } = topology.sites[s];
      recorder.level(
        now,
        entity,
        'up',
        zones.reduce((sum, z) => sum + this.upInZone(z), 0),
      );
      recorder.level(now, entity, 'powered', zones.some((z) => this.zones.hasPower(z)) ? 1 : 0);
    }
  }

  private flushDeployment(d: number): void {
    const { topology, recorder, timeline, flow } = this.context;
    const { entity, spec } = topology.deployments[d];
    const up = this.up(d);
    // Software stops with the last of its servers, and has to be started again.
    if (up === 0) this.ready[d] = 0;
    const serving = this.serving(d);
    const event = this.losses.record(d, serving, serving > this.told[d], recorder, timeline.now(), entity);
    if (serving >= spec.servers) {
      this.losses.clear(d);
      this.lostToSite[d] = 0;
    }
    if (event >= 0) flow.setReason(d, event);
    flow.setServing(d, serving, up === 0 ? 'hang' : 'refuse');
    recorder.level(timeline.now(), entity, 'servers', serving);
    this.told[d] = serving;
    this.changedDeployments.add(d);
  }

  upInZone(zone: number): number {
    let sum = 0;
    for (const c of this.cellsOfZone[zone]) sum += this.cells[c].up;
    return sum;
  }

  private touchZone(zone: number): void {
    this.versions[zone]++;
    this.dirtyZones.add(zone);
  }

  private stop(cell: Cell, count: number, rule: 'servers.lost', event: number): void {
    this.touchZone(cell.zone);
    cell.up -= count;
    if (cell.deployment < 0 || count === 0) return;
    this.lostToSite[cell.deployment] = 1;
    this.losses.add(cell.deployment, rule, count, event);
    this.dirtyDeployments.add(cell.deployment);
  }

  private gained(cell: Cell, event: number): void {
    this.touchZone(cell.zone);
    if (cell.deployment < 0) return;
    this.gains[cell.deployment] = event;
    this.losses.gain(cell.deployment, event);
    this.dirtyDeployments.add(cell.deployment);
  }

  private crashedCount(deployment: number): number {
    const share = this.crashed[deployment];
    return share > 0 ? Math.ceil(this.sum(deployment, (cell) => cell.total) * share - ROUNDING) : 0;
  }

  private sum(deployment: number, of: (cell: Cell) => number): number {
    let sum = 0;
    for (const c of this.cellsOfDeployment[deployment]) sum += of(this.cells[c]);
    return sum;
  }

  private casualtyStream(cell: Cell): RandomStream {
    const { topology, streams } = this.context;
    const zone = topology.zones[cell.zone];
    const service = cell.deployment < 0 ? '' : topology.services[topology.deployments[cell.deployment].service].spec.id;
    const site = topology.sites[zone.site].spec.id;
    return streams.stream(site, service, `casualties ${zone.spec.id}`, this.zones.cutCount(cell.zone));
  }
}

/** A whole number whose mean is `exact`: rounded up with the probability of its fraction. */
function wholeShare(exact: number, stream: RandomStream): number {
  const floor = Math.floor(exact + ROUNDING);
  return floor + (stream.next() < exact - floor ? 1 : 0);
}
