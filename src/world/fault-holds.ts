/**
 * What faults hold now: makes each fault's `FaultTarget`, puts the holds of several faults together, and tells
 * machines, access, people and flow when the combination changes.
 *
 * A call that changes nothing is no effect; a fault that never had one is reported by the run.
 */
import type { Access } from './access.js';
import type { FaultTarget } from './fault-model.js';
import { eitherShare, HoldTable, largest, product, sumToOne } from './hold-table.js';
import type { Machines } from './machines.js';
import type { Teams } from './recovery/work/teams.js';
import type { RunContext } from './run-context.js';
import { Strains } from './strains.js';

/** What the holds need to know of a fault. */
export interface Holder {
  readonly index: number;
  readonly atSeconds: number;
  /** Its latest event, the cause of what it does now. */
  event: number;
  /** It changed anything at all. */
  effective: boolean;
  /** It comes from an intervention: what it breaks is an operator's doing. */
  readonly operator: boolean;
  /** It ends by itself; else crashed servers are restarted by people, and cut power comes back by zone. */
  readonly ends: boolean;
}

export interface HoldListener {
  /** Something of users' concern changed: the run's T+0 if it is the first. */
  tookEffect(): void;
  /** Servers crashed that only people bring back. */
  crashed(deployment: number, event: number): void;
  /** Storage of a site is destroyed, more of it than before. @returns whether something was kept there */
  storageDestroyed(site: number, share: number, event: number): boolean;
  /** @returns whether there was such a copy */
  corrupted(service: number, site: number, noticedSeconds: number, event: number): boolean;
  /** A fault without an end holds nothing any more. */
  released(fault: number, event: number): void;
}

export class FaultHolds {
  readonly strains: Strains;
  private readonly context: RunContext;
  private readonly machines: Machines;
  private readonly access: Access;
  private readonly teams: Teams;
  private readonly listener: HoldListener;
  private readonly holders: readonly Holder[];
  private readonly anyOperator: boolean;

  private readonly power = new HoldTable(0, largest);
  private readonly heat = new HoldTable(0, eitherShare);
  private readonly cooling = new HoldTable(0, largest);
  private readonly crashes = new HoldTable(0, eitherShare);
  private readonly slowness = new HoldTable(1, product);
  private readonly surges = new HoldTable(1, product);
  private readonly entry = new HoldTable(0, largest);
  private readonly cuts = new HoldTable(0, largest);
  private readonly links = new HoldTable(1, product);
  private readonly absences = new HoldTable(0, sumToOne);
  /** Zones whose power has come back under a fault that goes on, as fault x zones + zone. */
  private readonly returned = new Set<number>();
  private readonly destroyed = new Set<string>();
  /** By site; each zone once a fault. */
  private readonly storage: Float64Array;

  constructor(
    context: RunContext,
    machines: Machines,
    access: Access,
    teams: Teams,
    holders: readonly Holder[],
    listener: HoldListener,
  ) {
    this.strains = new Strains(context.topology);
    this.context = context;
    this.machines = machines;
    this.access = access;
    this.teams = teams;
    this.holders = holders;
    this.anyOperator = holders.some(({ operator }) => operator);
    this.listener = listener;
    this.storage = new Float64Array(context.topology.sites.length);
  }

  /** True while an intervention is what keeps a deployment's servers away. */
  operatorHolds(deployment: number): boolean {
    if (!this.anyOperator) return false;
    const byOperator = (fault: number): boolean => this.holders[fault].operator;
    if (this.crashes.holders(deployment).some(byOperator)) return true;
    return this.context.topology.deployments[deployment].zones.some(({ zone }) =>
      this.power.holders(zone).some(byOperator),
    );
  }

  /** A zone gets its power back by plan, whatever had cut it before; not what cuts it from now on. */
  returnPower(zone: number, seconds: number): void {
    const { recorder, timeline, topology } = this.context;
    const holders = this.power.holders(zone).filter((fault) => this.holders[fault].atSeconds <= seconds);
    if (holders.length === 0) return;
    const causes = holders.map((fault) => this.holders[fault].event);
    for (const fault of holders) {
      this.power.set(zone, fault, 0);
      this.returned.add(fault * topology.zones.length + zone);
    }
    if (this.power.of(zone) > 0) return;
    const servers = this.zoneServers(zone);
    const event = recorder.event(timeline.now(), 'power.returned', topology.zones[zone].entity, causes, servers);
    this.machines.returnPower(zone, event);
    for (const fault of holders)
      if (!this.holders[fault].ends && this.power.heldBy(fault).length === 0) this.listener.released(fault, event);
  }

  /** People have restarted what crashed. */
  restart(deployment: number, event: number): void {
    const mine = this.crashes.holders(deployment).filter((fault) => !this.holders[fault].ends);
    if (mine.length === 0) return;
    for (const fault of mine) this.crashes.set(deployment, fault, 0);
    this.machines.setCrashed(deployment, this.crashes.of(deployment), event);
    for (const fault of mine) if (this.crashes.heldBy(fault).length === 0) this.listener.released(fault, event);
  }

  /** True when crashed servers of a deployment wait for people to restart them. */
  needsRestart(deployment: number): boolean {
    return this.crashes.holders(deployment).some((fault) => !this.holders[fault].ends);
  }

  /** @param planned whether a zone's power comes back by plan, so that the end of its fault does not bring it */
  targetOf(holder: Holder, planned: (zone: number) => boolean): FaultTarget {
    const { context, machines, access, teams, listener } = this;
    const { topology, recorder, timeline, flow } = context;
    const fault = holder.index;
    const record = (rule: Parameters<typeof recorder.event>[1], entity: number, ...numbers: number[]): number =>
      recorder.event(timeline.now(), rule, entity, [holder.event], ...numbers);
    const effect = (ofConcern: boolean): void => {
      holder.effective = true;
      if (ofConcern) listener.tookEffect();
    };

    return {
      siteCount: topology.sites.length,
      zonesOf(site, zones) {
        const all = topology.sites[indexOf(topology.siteIndex, site)].zones;
        return zones ? all.filter((z) => zones.includes(topology.zones[z].spec.id)) : all;
      },
      deploymentsOf: (service, site) =>
        topology.deployments
          .filter((d) => service === null || topology.services[d.service].spec.id === service)
          .filter((d) => site === null || topology.sites[d.site].spec.id === site)
          .map((d) => d.index),
      sourcesOf: (service) =>
        topology.sources
          .filter((s) => {
            const owner = s.service >= 0 ? topology.services[s.service].spec.id : topology.journeys[s.journey].spec.id;
            return service === null || owner === service;
          })
          .map((s) => s.index),
      siteOf: (site) => indexOf(topology.siteIndex, site),
      linkOf: (link) => context.scenario.links.findIndex((each) => each.id === link),
      teamOf: (team) => indexOf(topology.teamIndex, team),

      cutPower: (zone, cut) => {
        if (cut && this.returned.has(fault * topology.zones.length + zone)) return;
        if (!cut && planned(zone)) return;
        if (!this.power.set(zone, fault, cut ? 1 : 0)) return;
        effect(true);
        const { entity } = topology.zones[zone];
        if (cut) {
          const event = record('power.lost', entity, machines.losePower(zone));
          machines.powerLost(zone, event);
        } else {
          const event = record('power.returned', entity, this.zoneServers(zone));
          machines.returnPower(zone, event);
        }
      },
      coolingGone: (site, gone) => {
        if (!this.cooling.set(site, fault, gone ? 1 : 0)) return;
        holder.event = record(gone ? 'cooling.lost' : 'cooling.returned', topology.sites[site].entity);
      },
      overheat: (zone, share) => {
        if (!this.heat.set(zone, fault, share)) return;
        if (machines.overheat(zone, this.heat.of(zone), holder.event) > 0 || share > 0) effect(true);
      },
      destroy: (deployment, zone, share) => {
        for (const c of machines.cellsOfDeployment[deployment]) {
          const cell = machines.cells[c];
          const key = `${fault} ${c}`;
          if ((zone >= 0 && cell.zone !== zone) || this.destroyed.has(key)) continue;
          this.destroyed.add(key);
          if (machines.destroy(cell, Math.ceil(cell.total * share - 1e-9), holder.event) > 0) effect(true);
        }
      },
      destroyStorage: (zone, share) => {
        const key = `${fault} storage ${zone}`;
        if (share <= 0 || this.destroyed.has(key)) return;
        this.destroyed.add(key);
        const { site, spec } = topology.zones[zone];
        this.storage[site] = Math.min(1, this.storage[site] + spec.share * share);
        if (listener.storageDestroyed(site, this.storage[site], holder.event)) effect(true);
      },
      corrupt: (service, site, noticedSeconds) => {
        const at = site === null ? -1 : indexOf(topology.siteIndex, site);
        if (listener.corrupted(indexOf(topology.serviceIndex, service), at, noticedSeconds, holder.event)) effect(true);
      },
      crash: (deployment, share) => {
        if (!this.crashes.set(deployment, fault, share)) return;
        const change = machines.setCrashed(deployment, this.crashes.of(deployment), holder.event);
        if (change !== 0) effect(true);
        if (change > 0 && !holder.ends) listener.crashed(deployment, holder.event);
      },
      slow: (deployment, factor) => {
        if (!this.slowness.set(deployment, fault, factor)) return;
        effect(true);
        const now = this.slowness.of(deployment);
        const event = record('servers.slowed', topology.deployments[deployment].entity, now);
        this.strains.slowed(deployment, now === 1 ? -1 : event);
        flow.setReason(deployment, event);
        flow.setServiceFactor(deployment, now);
      },
      surge: (source, factor) => {
        if (!this.surges.set(source, fault, factor)) return;
        effect(true);
        const now = this.surges.of(source);
        const { entity, service } = topology.sources[source];
        const event = now === 1 ? record('demand.normal', entity) : record('demand.surged', entity, now);
        this.strains.surged(source, now === 1 ? -1 : event);
        if (service >= 0) for (const d of topology.services[service].deployments) flow.setReason(d, event);
        flow.setSurge(source, now);
      },
      forbidEntry: (site, forbidden) => {
        if (!this.entry.set(site, fault, forbidden ? 1 : 0)) return;
        effect(false);
        record(forbidden ? 'entry.forbidden' : 'entry.allowed', topology.sites[site].entity);
        access.setEntry(site, !forbidden);
      },
      separate: (a, b, apart) => {
        const pair = Math.min(a, b) * topology.sites.length + Math.max(a, b);
        if (!this.cuts.set(pair, fault, apart ? 1 : 0)) return;
        effect(true);
        const event = record(apart ? 'link.cut' : 'link.restored', access.linkEntity(a, b));
        this.strains.cut(a, b, apart ? event : -1);
        access.setReach(a, b, !apart);
      },
      slowLink: (link, factor) => {
        if (!this.links.set(link, fault, factor)) return;
        effect(true);
        const { entity, between } = topology.links[link];
        const now = this.links.of(link);
        const event = now === 1 ? record('link.restored', entity) : record('link.slowed', entity, now);
        this.strains.linkSlowed(between[0], between[1], now === 1 ? -1 : event);
        flow.setLatencyFactor(between[0], between[1], now);
      },
      absent: (team, share) => {
        if (!this.absences.set(team, fault, share)) return;
        const { people } = context.scenario.recovery.teams[team];
        const before = teams.absentPeople(team);
        const after = Math.ceil(people * this.absences.of(team) - 1e-9);
        if (after === before) return;
        effect(false);
        const rule = after > before ? 'team.left' : 'team.returned';
        const event = record(rule, topology.teams[team], Math.abs(after - before));
        teams.setAbsent(team, after, event);
      },
    };
  }

  private zoneServers(zone: number): number {
    return this.machines.cellsOfZone[zone].reduce((sum, c) => sum + this.machines.cells[c].total, 0);
  }
}

function indexOf(index: ReadonlyMap<string, number>, id: string): number {
  const found = index.get(id);
  if (found === undefined) throw new RangeError(`there is no "${id}"; the scenario's checks should have said so`);
  return found;
}
