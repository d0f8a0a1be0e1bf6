/**
 * One copy of a service's data: where it is, what holds it, and up to which moment it has all writes.
 *
 * A copy stands on the service's servers in its site, or, where the service has none that run, on storage of the site.
 * Left out: parts of a copy (shards), and how a site keeps one copy on many servers: see `tolerates`.
 */
import type { RunContext } from '../run-context.js';
import type { ServiceNode } from '../topology.js';

export interface Copy {
  readonly index: number;
  readonly site: number;
  readonly entity: number;
  /** The deployment on whose servers it stands; -1: storage of the site. */
  readonly deployment: number;
  /** Destroyed, and not restored since. */
  lost: boolean;
  /** Its corruption has been noticed: nobody reads it until it is restored. */
  condemned: boolean;
  /** Corrupted by itself, not by what it was sent, and not noticed yet. */
  corrupt: boolean;
  /** Runs and can be read: of use to those who reach it. */
  live: boolean;
  /** Gets every write of the leading copy now, or is it. */
  follows: boolean;
  /** While it does not follow: the moment up to which it has all writes, in microseconds. */
  heldUntil: number;
  /** Share of its servers that was destroyed when it was last restored: those are gone, and counted. */
  forgiven: number;
  /** Latest event about it; -1: none. */
  event: number;
}

export function makeCopy(context: RunContext, service: number, site: number, index: number): Copy {
  const { topology, recorder } = context;
  const node = topology.services[service];
  const place = topology.sites[site];
  const own = node.deployments.find((d) => topology.deployments[d].site === site);
  const holds = own !== undefined && topology.deployments[own].spec.role !== 'cold-standby';
  return {
    index,
    site,
    entity: recorder.entity(
      'copy',
      `${node.spec.id}@${place.spec.id}`,
      [node.entity, place.entity],
      node.spec.data?.path,
    ),
    deployment: holds ? own : -1,
    lost: false,
    condemned: false,
    corrupt: false,
    live: false,
    follows: false,
    heldUntil: 0,
    forgiven: 0,
    event: -1,
  };
}

/** The one beside the most servers that serve from the start, the first by site among equals; else the first. */
export function firstLead(copies: readonly Copy[], { deployments }: ServiceNode, { topology }: RunContext): Copy {
  let best = copies[0];
  let most = 0;
  for (const d of deployments) {
    const { spec, site } = topology.deployments[d];
    const copy = copies.find((each) => each.site === site);
    if (!copy || spec.role !== 'active' || spec.servers <= most) continue;
    most = spec.servers;
    best = copy;
  }
  return best;
}
