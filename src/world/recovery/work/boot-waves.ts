/**
 * Servers boot in waves: so many at once, of one zone, those of the greatest rank first.
 *
 * By tool (all of `boot.tools` serving) one wave after another in each site, at `byToolPerHour`. By hand each person of
 * the boot team boots a wave at `byHandPerHour`, so that as many waves run at once as there are people free; without a
 * team there is one pair of hands in each site. Hands need entry. A zone that loses its power loses its waves.
 * Servers found dead are repaired by the plan `boot.repair`, one task a zone, after everything else.
 * Left out: waves that become faster half-way when the tool comes back.
 */
import { sample } from '../../../engine/distributions.js';
import { type Cell, deadAmong, offOf, waitingOf } from '../../cells.js';
import { DirtyList } from '../../dirty-list.js';
import type { Machines } from '../../machines.js';
import type { RunContext } from '../../run-context.js';
import { blocker } from './blocker.js';
import { bootTools } from './need-graph.js';
import type { NeedsView, Scheduler } from './scheduler.js';
import type { Task } from './task.js';

const SECONDS_PER_HOUR = 3600;

interface Wave {
  readonly task: Task;
  readonly site: number;
  zone: number;
  parts: { readonly cell: Cell; readonly count: number }[];
}

export class BootWaves {
  private readonly context: RunContext;
  private readonly machines: Machines;
  private readonly scheduler: Scheduler;
  private readonly needs: NeedsView;
  private readonly ranks: Int32Array;
  /** By zone: cells, those that boot first first. */
  private readonly inOrder: Cell[][];
  /** By zone: what boots next, as of that version of its machines. */
  private readonly first: { cell: Cell | null; version: number }[];
  private readonly tools: readonly number[];
  private readonly team: number;
  /** By site: the wave that is to begin next. */
  private readonly next: (Wave | null)[];
  private readonly running = new Set<Wave>();
  private readonly repairs = new Map<number, Task>();
  private readonly dirtySites: DirtyList;
  private count = 0;

  constructor(context: RunContext, machines: Machines, scheduler: Scheduler, needs: NeedsView, ranks: Int32Array) {
    this.context = context;
    this.machines = machines;
    this.scheduler = scheduler;
    this.needs = needs;
    this.ranks = ranks;
    this.tools = bootTools(context.topology);
    this.team = context.topology.teamIndex.get(context.scenario.recovery.boot.team ?? '') ?? -1;
    this.next = context.topology.sites.map(() => null);
    this.inOrder = context.topology.zones.map(() => []);
    this.first = context.topology.zones.map(() => ({ cell: null, version: -1 }));
    this.dirtySites = new DirtyList(context.topology.sites.length);
  }

  isByHand(): boolean {
    return this.tools.length === 0 || this.tools.some((service) => !this.needs.serves(service));
  }

  /** Entity of the wave of a site that is under way or next; -1: none. */
  taskOf(site: number): number {
    for (const wave of this.running) if (wave.site === site) return wave.task.entity;
    return this.next[site]?.task.entity ?? -1;
  }

  /** A zone's power, heat or servers changed. */
  zoneChanged(zone: number): void {
    if (!this.machines.zones.isBootable(zone)) this.callOffZone(zone);
    this.dirtySites.add(this.context.topology.zones[zone].site);
  }

  /** Sees to it that each site with servers to boot has a wave that is next. */
  run(): void {
    for (const site of this.dirtySites.take()) {
      const best = this.bestCell(site);
      const next = this.next[site];
      if (!best) {
        if (next) this.scheduler.callOff(next.task, -1);
        this.next[site] = null;
      } else if (next) this.scheduler.poke(next.task);
      else this.addWave(site, best);
    }
  }

  private addWave(site: number, best: Cell): void {
    const { topology } = this.context;
    const node = topology.sites[site];
    const wave: { task: Task | null } & Omit<Wave, 'task'> = { task: null, site, zone: best.zone, parts: [] };
    wave.task = this.scheduler.add(
      {
        id: `${node.spec.id}:boot#${++this.count}`,
        path: node.spec.path,
        stage: 'boot',
        subject: node.entity,
        service: -1,
        deployment: -1,
        site,
        team: this.team,
        people: 1,
        peopleOnlyByHand: false,
        tools: this.tools,
        byHandFactor: this.context.scenario.recovery.boot.byHandPerHour > 0 ? 1 : null,
        startup: [],
        entry: (byHand) => byHand || this.tools.length === 0,
        also: () => this.busyElsewhere(site),
        begin: (byHand) => this.beginWave(wave as Wave, byHand || this.tools.length === 0),
        finished: (event) => this.endWave(wave as Wave, event),
        rank: () => this.rankOf(this.bestCell(site)),
      },
      [this.machines.zones.bootReason(best.zone)],
    );
    this.next[site] = wave as Wave;
  }

  /** One wave at a time by tool, or where nobody is counted. */
  private busyElsewhere(site: number): ReturnType<typeof blocker>[] {
    if (this.isByHand() && this.team >= 0) return [];
    for (const wave of this.running)
      if (wave.site === site)
        return [blocker('boot', wave.task.entity, this.context.recorder.lastEvent(wave.task.entity))];
    return [];
  }

  private beginWave(wave: Wave, byHand: boolean): number {
    const { boot } = this.context.scenario.recovery;
    const best = this.bestCell(wave.site) as Cell;
    wave.zone = best.zone;
    let left = Math.max(1, Math.floor(boot.wave));
    let count = 0;
    for (const cell of this.cellsOf(best.zone)) {
      const part = Math.min(left, waitingOf(cell));
      if (part <= 0) continue;
      this.machines.beginBoot(cell, part);
      wave.parts.push({ cell, count: part });
      if (cell.deployment >= 0) this.scheduler.work(cell.deployment, 1);
      left -= part;
      count += part;
    }
    this.running.add(wave);
    this.next[wave.site] = null;
    this.dirtySites.add(wave.site);
    return (count / (byHand ? boot.byHandPerHour : boot.byToolPerHour)) * SECONDS_PER_HOUR;
  }

  private endWave(wave: Wave, finished: number): void {
    const { topology, recorder, timeline } = this.context;
    const { machines } = this;
    this.leave(wave);
    this.dirtySites.add(wave.site);
    // The zone went dark in this very instant, and with it all that was being booted.
    if (!machines.zones.isBootable(wave.zone)) return;
    const zone = topology.zones[wave.zone].entity;
    const cells = machines.cellsOfZone[wave.zone].map((c) => machines.cells[c]);
    const of = cells.reduce((sum, cell) => sum + (cell.wanted ? cell.total - cell.destroyed : cell.up), 0);
    const before = machines.upInZone(wave.zone);
    // Of what was destroyed while it booted nothing comes up.
    const parts = wave.parts.map(({ cell, count }) => ({ cell, count: Math.min(count, cell.booting) }));
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    // The dead are known by counting them in order; the event that all of it follows from is written first.
    const dead = parts.reduce((sum, { cell, count: part }) => sum + deadAmong(cell, part), 0);
    const event = recorder.event(
      timeline.now(),
      'boot.wave',
      zone,
      [finished],
      count - dead,
      before + count - dead,
      of,
    );
    for (const { cell, count: part } of parts) machines.endBoot(cell, part, event);
    if (cells.some((cell) => cell.wanted && offOf(cell) > 0)) return;
    const allDead = cells.reduce((sum, cell) => sum + cell.dead, 0);
    const done = recorder.event(timeline.now(), 'boot.finished', zone, [event], machines.upInZone(wave.zone), allDead);
    if (allDead > 0) this.addRepair(wave.zone, done);
  }

  private addRepair(zone: number, because: number): void {
    const { topology, scenario, streams, recorder } = this.context;
    const plan = scenario.recovery.boot.repair;
    if (!plan || this.repairs.has(zone)) return;
    const node = topology.zones[zone];
    const site = topology.sites[node.site];
    const number = ++this.count;
    const stream = streams.stream(site.spec.id, node.spec.id, 'repair', number);
    const task = this.scheduler.add(
      {
        id: `${recorder.entityAt(node.entity).id}:repair#${number}`,
        path: node.spec.path,
        stage: 'repair',
        subject: node.entity,
        service: -1,
        deployment: -1,
        site: node.site,
        team: topology.teamIndex.get(plan.team) ?? -1,
        people: plan.people,
        peopleOnlyByHand: false,
        tools: [],
        byHandFactor: null,
        startup: [],
        entry: () => true,
        also: () => [],
        begin: () => sample(plan.duration, stream),
        finished: (event) => {
          this.repairs.delete(zone);
          this.machines.repair(zone, event);
        },
        rank: () => this.ranks.length + 1,
      },
      [because],
    );
    this.repairs.set(zone, task);
  }

  private callOffZone(zone: number): void {
    const event = this.context.recorder.lastEvent(this.context.topology.zones[zone].entity);
    for (const wave of [...this.running]) {
      if (wave.zone !== zone) continue;
      this.leave(wave);
      this.scheduler.callOff(wave.task, event);
    }
    const repair = this.repairs.get(zone);
    if (!repair) return;
    this.repairs.delete(zone);
    this.scheduler.callOff(repair, event);
  }

  private leave(wave: Wave): void {
    this.running.delete(wave);
    for (const { cell } of wave.parts) if (cell.deployment >= 0) this.scheduler.work(cell.deployment, -1);
  }

  private bestCell(site: number): Cell | null {
    let best: Cell | null = null;
    for (const zone of this.context.topology.sites[site].zones) {
      if (!this.machines.zones.isBootable(zone)) continue;
      const first = this.firstOf(zone);
      if (first && (best === null || this.rankOf(first) < this.rankOf(best))) best = first;
    }
    return best;
  }

  private firstOf(zone: number): Cell | null {
    const known = this.first[zone];
    if (known.version === this.machines.versions[zone]) return known.cell;
    known.version = this.machines.versions[zone];
    known.cell = null;
    for (const cell of this.cellsOf(zone)) {
      if (waitingOf(cell) <= 0) continue;
      known.cell = cell;
      break;
    }
    return known.cell;
  }

  /** Cells of a zone in the order in which they boot; their ranks do not change, but a rebuild may add one. */
  private cellsOf(zone: number): readonly Cell[] {
    const cells = this.machines.cellsOfZone[zone];
    if (this.inOrder[zone].length !== cells.length) {
      this.inOrder[zone] = cells
        .map((c) => this.machines.cells[c])
        .sort((a, b) => this.rankOf(a) - this.rankOf(b) || a.index - b.index);
    }
    return this.inOrder[zone];
  }

  /** Servers of no service come after all others. */
  private rankOf(cell: Cell | null): number {
    if (cell === null || cell.deployment < 0) return this.ranks.length;
    return this.ranks[this.context.topology.deployments[cell.deployment].service];
  }
}
