/**
 * Strains: faults that take no servers away but make what is there too slow, asked too much, or out of reach.
 *
 * They are kept as events, so that a service that fails under one can name it. A surge strains all that the surging
 * users ask, directly or not. Left out: how much of a failure is each strain's.
 */
import type { Topology } from './topology.js';

export class Strains {
  private readonly topology: Topology;
  private readonly slow: Int32Array;
  private readonly surges: Int32Array;
  /** By pair of sites, row-major: cut, slower. */
  private readonly cuts: Int32Array;
  private readonly links: Int32Array;
  private readonly sourcesOf: readonly (readonly number[])[];
  private any = false;

  constructor(topology: Topology) {
    const { deployments, sources, sites } = topology;
    this.topology = topology;
    this.slow = new Int32Array(deployments.length).fill(-1);
    this.surges = new Int32Array(sources.length).fill(-1);
    this.cuts = new Int32Array(sites.length * sites.length).fill(-1);
    this.links = new Int32Array(sites.length * sites.length).fill(-1);
    this.sourcesOf = sourcesAbove(topology);
  }

  /** In all of these a negative event says that it is over. */
  slowed(deployment: number, event: number): void {
    this.slow[deployment] = event;
    this.any = true;
  }

  surged(source: number, event: number): void {
    this.surges[source] = event;
    this.any = true;
  }

  cut(a: number, b: number, event: number): void {
    this.setPair(this.cuts, a, b, event);
  }

  linkSlowed(a: number, b: number, event: number): void {
    this.setPair(this.links, a, b, event);
  }

  /** Events of the strains on a deployment now; cuts come apart, since many hurt nobody. */
  of(deployment: number): readonly number[] {
    if (!this.any) return NONE;
    const { service, site } = this.topology.deployments[deployment];
    const found: number[] = [];
    const add = (event: number): void => {
      if (event >= 0 && !found.includes(event)) found.push(event);
    };
    add(this.slow[deployment]);
    for (const source of this.sourcesOf[service]) add(this.surges[source]);
    for (const event of this.ofSite(this.links, site)) add(event);
    return found;
  }

  /** Events that cut the deployment's site off from another one. */
  cutsOf(deployment: number): readonly number[] {
    return this.any ? this.ofSite(this.cuts, this.topology.deployments[deployment].site) : NONE;
  }

  isSurged(deployment: number): boolean {
    if (!this.any) return false;
    return this.sourcesOf[this.topology.deployments[deployment].service].some((source) => this.surges[source] >= 0);
  }

  private ofSite(of: Int32Array, site: number): readonly number[] {
    const sites = this.topology.sites.length;
    return [...of.subarray(site * sites, (site + 1) * sites)].filter((event) => event >= 0);
  }

  private setPair(of: Int32Array, a: number, b: number, event: number): void {
    const sites = this.topology.sites.length;
    of[a * sites + b] = event;
    of[b * sites + a] = event;
    this.any = true;
  }
}

const NONE: readonly number[] = [];

/** By service: sources of demand that reach it through calls. */
function sourcesAbove(topology: Topology): readonly (readonly number[])[] {
  const found = topology.services.map(() => new Set<number>());
  for (const { index, service, journey } of topology.sources) {
    const open =
      service >= 0 ? [service] : topology.journeys[journey].calls.map((d) => topology.dependencies[d].callee);
    const seen = new Set<number>();
    while (open.length > 0) {
      const at = open.pop() as number;
      if (seen.has(at)) continue;
      seen.add(at);
      found[at].add(index);
      for (const d of topology.services[at].calls) open.push(topology.dependencies[d].callee);
    }
  }
  return found.map((set) => [...set].sort((a, b) => a - b));
}
