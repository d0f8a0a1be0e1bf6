/** Something that is gone, for as long as one likes to think: a site, a zone of it, the way between two sites, a service. */
import type { Link, Scenario, Site } from '../../scenario/model.js';

export interface Loss {
  /** Zones without power, `site/zone`. */
  readonly zones: ReadonlySet<string>;
  /** Pairs of sites that do not reach each other, `a b`, a before b. */
  readonly cuts: ReadonlySet<string>;
  /** Services none of whose servers work. */
  readonly services: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

export const NO_LOSS: Loss = { zones: NONE, cuts: NONE, services: NONE };

export function lossOfSite(site: Site): Loss {
  return { ...NO_LOSS, zones: new Set(site.zones.map(({ id }) => `${site.id}/${id}`)) };
}

export function lossOfZone(site: Site, zone: string): Loss {
  return { ...NO_LOSS, zones: new Set([`${site.id}/${zone}`]) };
}

export function lossOfLink({ between: [a, b] }: Link): Loss {
  return { ...NO_LOSS, cuts: new Set([pairOf(a, b)]) };
}

export function lossOfService(id: string): Loss {
  return { ...NO_LOSS, services: new Set([id]) };
}

export function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Sites on which something stands. */
export function usedSites({ sites, services }: Scenario): readonly Site[] {
  const used = new Set(services.flatMap(({ deployments }) => deployments.map(({ site }) => site)));
  return sites.filter(({ id }) => used.has(id));
}
