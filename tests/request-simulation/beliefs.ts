/** What callers believe about deployments, and where they therefore send an attempt. */
import type { RandomStream, Streams } from '../../src/engine/streams.js';
import type { Facts } from './facts.js';
import { type PlacePlan, type Plan, type RoutePlan, USERS } from './plan.js';

export class Beliefs {
  private readonly plan: Plan;
  private readonly facts: Facts;
  /** Row per asking place (users, then sites), column per answering place. */
  private readonly believed: Uint8Array;
  private readonly truth: Uint8Array;
  /** Counts the changes of a truth: a check that began before the last one says nothing. */
  private readonly changes: Uint32Array;
  /** Per answering place, when its checks begin: drawn as the world draws it, so that both detect at the same time. */
  private readonly phase: Float64Array;
  private readonly columns: number;

  constructor(plan: Plan, facts: Facts, luck: Streams) {
    this.plan = plan;
    this.facts = facts;
    this.columns = plan.places.length;
    this.phase = Float64Array.from(plan.places, ({ site, service }) => {
      if (!service) return 0;
      const stream = luck.stream(plan.sites[site], service.id, 'health-check', 0);
      return stream.next() * service.health.intervalSeconds;
    });
    const cells = (plan.sites.length + 1) * this.columns;
    this.believed = new Uint8Array(cells).fill(1);
    this.truth = new Uint8Array(cells).fill(1);
    this.changes = new Uint32Array(cells);
  }

  /** Compares the facts with the truth known so far; each change is believed some time later. */
  learn(now: number, later: (cell: number, delay: number, token: number) => void): void {
    for (let asking = USERS; asking < this.plan.sites.length; asking++) {
      for (const place of this.plan.places) {
        if (!place.service) continue;
        const cell = (asking + 1) * this.columns + place.index;
        const well = this.facts.servers[place.index] > 0 && this.facts.reaches(asking, place.site) ? 1 : 0;
        if (well === this.truth[cell]) continue;
        this.truth[cell] = well;
        this.changes[cell]++;
        const told = asking === USERS && place.service.users ? place.service.users.dnsTtlSeconds : 0;
        later(cell, this.untilSeen(place, now) + told, this.changes[cell]);
      }
    }
  }

  /** Seconds until `threshold` checks have seen what is true from now on. */
  private untilSeen({ index, service }: PlacePlan, now: number): number {
    if (!service || service.health.intervalSeconds <= 0) return 0;
    const { intervalSeconds, threshold } = service.health;
    const next = Math.max(0, Math.ceil((now - this.phase[index]) / intervalSeconds));
    return this.phase[index] + (next + threshold - 1) * intervalSeconds - now;
  }

  update(cell: number, token: number): void {
    if (this.changes[cell] === token) this.believed[cell] = this.truth[cell];
  }

  /** Index among the route's targets to which an attempt goes, `nth` places having refused it; -1: nowhere. */
  choose(route: RoutePlan, nth: number, luck: RandomStream): number {
    const { targets } = route;
    if (targets.length === 1) return nth === 0 && this.isBelieved(route.fromSite, targets[0].place) ? 0 : -1;
    let last = -1;
    let total = 0;
    let skip = nth;
    for (let k = 0; k < targets.length; k++) {
      if (!this.isBelieved(route.fromSite, targets[k].place)) continue;
      if (route.routing === 'spill') {
        if (skip-- === 0) return k;
        continue;
      }
      if (route.routing === 'nearest' && last >= 0 && targets[k].latency > targets[last].latency + 1e-9) break;
      total += targets[k].weight;
      last = k;
    }
    if (last < 0 || route.routing === 'spill') return -1;
    // By weight among those that qualified: the believed ones up to the last.
    let point = luck.next() * total;
    for (let k = 0; k < last; k++) {
      if (!this.isBelieved(route.fromSite, targets[k].place)) continue;
      point -= targets[k].weight;
      if (point < 0) return k;
    }
    return last;
  }

  private isBelieved(asking: number, place: number): boolean {
    return this.plan.places[place].routed && this.believed[(asking + 1) * this.columns + place] === 1;
  }
}
