/**
 * Where everything has its place: bands are sites, columns are dependency depth, and a service has the same slot in
 * every band, layout and moment, so that nothing moves when time or layout changes.
 *
 * Within a column services are ordered by eight sweeps of barycentres (Sugiyama, Tagawa and Toda 1981): each is drawn
 * to the mean place of those it calls or is called by; ties are settled by id. Those that run outside the largest site,
 * in the more layouts of the file the better, come first: so the bands of small sites need only their upper rows.
 * Places are relative; pixels are lane-geometry.ts's. Journeys have no servers and so no slot in a site: they have a
 * band of their own.
 */
import type { Scenario } from '../scenario/model.js';
import { dependencyDepth } from './dependency-depth.js';

export interface Lanes {
  /** Ids of services, by column from those that users call to those that are called last, in order. */
  readonly columns: readonly (readonly string[])[];
  /** Whether the last column holds tools: services needed only to start or repair others. */
  readonly hasTools: boolean;
  /** Sites in the scenario's order. */
  readonly bands: readonly string[];
  /** By site: the services that run there. */
  readonly deployed: ReadonlyMap<string, ReadonlySet<string>>;
  /** By service: the group that it is drawn and listed with, where the file names one. */
  readonly domains: ReadonlyMap<string, string>;
  /** Journeys in the scenario's order. */
  readonly journeys: readonly string[];
}

const SWEEPS = 8;

/** @param otherLayouts of the same file: the order is the same in all of them */
export function layLanes(scenario: Scenario, otherLayouts: readonly Scenario[] = []): Lanes {
  const { services } = scenario;
  const {
    depth,
    columns: count,
    hasTools,
  } = dependencyDepth(services.map(({ id, needs, users }) => ({ id, needs, hasUsers: users !== null })));
  const columns: string[][] = Array.from({ length: count + (hasTools ? 1 : 0) }, () => []);
  for (const id of services.map((service) => service.id).sort(byText)) columns[depth.get(id) as number].push(id);

  const neighbours = new Map<string, string[]>(services.map(({ id }) => [id, []]));
  for (const { id, needs } of services) {
    for (const need of needs) {
      if (!neighbours.has(need.service) || need.service === id) continue;
      neighbours.get(id)?.push(need.service);
      neighbours.get(need.service)?.push(id);
    }
  }
  sweep(columns, neighbours);
  const spread = spreadOf([scenario, ...otherLayouts]);
  return {
    // Sorting is stable: within a rank the order is that of the sweeps.
    columns: columns.map((column) => [...column].sort((a, b) => (spread.get(b) ?? 0) - (spread.get(a) ?? 0))),
    deployed: whoIsWhere(scenario),
    domains: new Map(services.flatMap(({ id, domain }) => (domain === null ? [] : [[id, domain]]))),
    hasTools,
    bands: inFileOrder(scenario.sites),
    journeys: inFileOrder(scenario.journeys),
  };
}

/** Lanes of several layouts as one: a band has rows for what runs there in any of them, so that slots are the same in all. */
export function sharedLanes(all: readonly Lanes[]): Lanes {
  const [first, ...others] = all;
  const deployed = new Map(
    first.bands.map((site) => [site, new Set(all.flatMap((lanes) => [...(lanes.deployed.get(site) ?? [])]))]),
  );
  return others.length === 0 ? first : { ...first, deployed };
}

/** In how many layouts a service runs outside the site that has most services. */
function spreadOf(layouts: readonly Scenario[]): Map<string, number> {
  const placed = layouts.flatMap(({ services }) =>
    services.map(({ id, deployments }) => ({ id, sites: deployments.map(({ site }) => site) })),
  );
  const sizes = new Map<string, number>();
  for (const { sites } of placed) for (const site of sites) sizes.set(site, (sizes.get(site) ?? 0) + 1);
  const [largest] = [...sizes].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))[0] ?? [''];
  const spread = new Map<string, number>();
  for (const { id, sites } of placed) {
    if (sites.some((site) => site !== largest)) spread.set(id, (spread.get(id) ?? 0) + 1);
  }
  return spread;
}

function whoIsWhere({ sites, services }: Scenario): Map<string, Set<string>> {
  const deployed = new Map(sites.map(({ id }) => [id, new Set<string>()]));
  for (const { id, deployments } of services) for (const { site } of deployments) deployed.get(site)?.add(id);
  return deployed;
}

/** Columns from left to right, then from right to left, and so on; each is ordered by those around it. */
function sweep(columns: string[][], neighbours: ReadonlyMap<string, readonly string[]>): void {
  const place = new Map<string, number>();
  const settle = (column: readonly string[]): void => {
    column.forEach((id, index) => void place.set(id, (index + 0.5) / column.length));
  };
  columns.forEach(settle);
  for (let round = 0; round < SWEEPS; round++) {
    for (const column of round % 2 === 0 ? columns : [...columns].reverse()) {
      const own = new Set(column);
      const mean = new Map<string, number>();
      for (const id of column) {
        const others = (neighbours.get(id) ?? []).filter((other) => !own.has(other));
        const sum = others.reduce((total, other) => total + (place.get(other) as number), 0);
        mean.set(id, others.length === 0 ? (place.get(id) as number) : sum / others.length);
      }
      column.sort((a, b) => (mean.get(a) as number) - (mean.get(b) as number) || byText(a, b));
      settle(column);
    }
  }
}

function inFileOrder(items: readonly { readonly id: string; readonly order: number }[]): string[] {
  return [...items].sort((a, b) => a.order - b.order || byText(a.id, b.id)).map(({ id }) => id);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
