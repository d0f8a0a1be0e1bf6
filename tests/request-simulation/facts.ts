/**
 * The facts of the world over time: which servers serve, how fast, who reaches whom, how much is asked.
 *
 * Read from the scenario's faults, with the plainest recovery there is: what a fault took is back, serving, when the
 * fault ends. Left out: boot, repair, tasks, promotion of standbys, ramps; a fault of an unknown kind is an error.
 */
import type { Fault } from '../../src/scenario/model.js';
import { type PlacePlan, type Plan, USERS } from './plan.js';

const DAY = 86_400;

export class Facts {
  /** Per place: servers that serve; whether those that are gone hang (no power) or refuse (crashed). */
  readonly servers: Float64Array;
  readonly hangs: Uint8Array;
  /** Per place: factor of the service time. Per source: factor of demand. */
  readonly slowness: Float64Array;
  readonly surge: Float64Array;
  /** Times, ascending, at which something changes. */
  readonly times: readonly number[];
  private readonly plan: Plan;
  private readonly cut = new Set<string>();
  private readonly startOfRun: number;

  constructor(plan: Plan) {
    this.plan = plan;
    this.servers = Float64Array.from(plan.places, (place) => place.servers);
    this.hangs = new Uint8Array(plan.places.length);
    this.slowness = new Float64Array(plan.places.length).fill(1);
    this.surge = new Float64Array(plan.sources.length).fill(1);
    const { epochMilliseconds, offsetMinutes } = plan.scenario.start;
    this.startOfRun = (epochMilliseconds / 1000 + offsetMinutes * 60) % DAY;
    const times = new Set<number>([0]);
    for (const fault of plan.scenario.faults) {
      times.add(fault.atSeconds);
      if (fault.untilSeconds !== null) times.add(fault.untilSeconds);
    }
    for (const row of plan.scenario.recovery.power) times.add(row.atSeconds);
    for (const { profile } of plan.sources) {
      if (profile.length < 2) continue;
      const step = DAY / profile.length;
      for (let at = step - (this.startOfRun % step); at < plan.scenario.durationSeconds; at += step) times.add(at);
    }
    this.times = [...times].filter((at) => at <= plan.scenario.durationSeconds).sort((a, b) => a - b);
  }

  /** Sets everything to what holds at `now`. */
  at(now: number): void {
    const { plan } = this;
    const active = plan.scenario.faults.filter((fault) => this.isActive(fault, now));
    this.cut.clear();
    this.slowness.fill(1);
    this.surge.fill(1);
    for (const place of plan.places) {
      this.servers[place.index] = place.servers;
      this.hangs[place.index] = 0;
    }
    for (const fault of active) this.apply(fault, now);
  }

  /** Requests a second that users want. */
  demand(source: number, now: number): number {
    const { users, profile } = this.plan.sources[source];
    const local = (this.startOfRun + now + 1e-6) % DAY;
    return users.peakPerSecond * profile[Math.floor((local * profile.length) / DAY)] * this.surge[source];
  }

  reaches(fromSite: number, toSite: number): boolean {
    if (fromSite === USERS || toSite === USERS || fromSite === toSite) return true;
    return !this.cut.has(`${fromSite}/${toSite}`);
  }

  private isActive(fault: Fault, now: number): boolean {
    return fault.atSeconds <= now && (fault.untilSeconds === null || now < fault.untilSeconds);
  }

  private apply(fault: Fault, now: number): void {
    const { plan } = this;
    const { service, site, sites, share, factor } = fault.parameters;
    const hit = (place: PlacePlan): boolean =>
      place.service !== null &&
      (service === undefined || place.service.id === service) &&
      (site === undefined || plan.sites[place.site] === site);
    switch (fault.kind) {
      case 'crash':
        for (const place of plan.places) {
          if (hit(place)) this.servers[place.index] -= Math.ceil(this.servers[place.index] * Number(share ?? 1) - 1e-9);
        }
        break;
      case 'slow':
        for (const place of plan.places) if (hit(place)) this.slowness[place.index] *= Number(factor);
        break;
      case 'surge':
        for (const source of plan.sources)
          if (service === undefined || source.id === service) this.surge[source.index] *= Number(factor);
        break;
      case 'power-loss':
        for (const place of plan.places) if (hit(place)) this.cutPower(place, fault, now);
        break;
      case 'partition':
        this.separate(sites as readonly string[]);
        break;
      default:
        throw new Error(`the request simulation knows no fault ${fault.kind}`);
    }
  }

  private cutPower(place: PlacePlan, fault: Fault, now: number): void {
    const zones = fault.parameters.zones as readonly string[] | undefined;
    for (const part of place.zones) {
      const name = part.id.slice(part.id.indexOf('/') + 1);
      if (zones && !zones.includes(name) && !zones.includes(part.id)) continue;
      const back = this.plan.scenario.recovery.power.find((row) => `${row.site}/${row.zone}` === part.id);
      if (back && back.atSeconds > fault.atSeconds && now >= back.atSeconds) continue;
      this.servers[place.index] = Math.max(0, this.servers[place.index] - part.servers);
      this.hangs[place.index] = 1;
    }
  }

  private separate(names: readonly string[]): void {
    const all = this.plan.sites.map((_, site) => site);
    const group = names.map((name) => this.plan.sites.indexOf(name));
    for (const a of group) {
      for (const b of group.length > 1 ? group : all) {
        if (a === b) continue;
        this.cut.add(`${a}/${b}`);
        this.cut.add(`${b}/${a}`);
      }
    }
  }
}
