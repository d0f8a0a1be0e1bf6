/**
 * What a layout costs a month: servers in use, standing by and spare, sites, links, and the people who repair.
 *
 * Left out: what a change costs once (moving, buying), and discounts by number.
 */
import type { Scenario } from '../scenario/model.js';

/** In the scenario's currency; the parts sum to `all`. */
export interface LayoutCost {
  readonly servers: number;
  readonly spareServers: number;
  readonly sites: number;
  readonly links: number;
  readonly people: number;
  readonly all: number;
}

/** Null when the scenario states no price. */
export function layoutCost({ sites, links, services, prices, recovery }: Scenario): LayoutCost | null {
  const deployments = services.flatMap((service) => service.deployments);
  const sum = <T>(all: readonly T[], cost: (each: T) => number): number =>
    all.reduce((total, each) => total + cost(each), 0);
  const parts = {
    servers: sum(deployments, ({ servers, costPerServer }) => servers * costPerServer),
    spareServers: sum(sites, ({ spareServers }) => spareServers * prices.perServer),
    sites: sum(sites, ({ cost }) => cost),
    links: sum(links, ({ cost }) => cost),
    people: sum(recovery.teams, ({ people }) => people * prices.perPerson),
  };
  const all = parts.servers + parts.spareServers + parts.sites + parts.links + parts.people;
  return all > 0 ? { ...parts, all } : null;
}
