/** What the rules of an audit have in hand: the scenario, and what stands after a loss, worked out once. */
import type { Deployment, Scenario, Service, Site } from '../../scenario/model.js';
import { type Loss, lossOfService, lossOfSite, NO_LOSS, usedSites } from './loss.js';
import { faced, SERVES, type Standing, standingsOf } from './standing.js';

export interface AuditFacts {
  readonly scenario: Scenario;
  /** Sites on which something stands. */
  readonly sites: readonly Site[];
  /** Ids of what has users (all services, where nobody has), sorted. */
  readonly faced: readonly string[];
  readonly services: ReadonlyMap<string, Service>;
  readonly undisturbed: Standing;
  after(loss: Loss): Standing;
  afterSite(site: Site): Standing;
  afterService(id: string): Standing;
  /** Of what has users, what works undisturbed and is down after a loss. */
  fallen(standing: Standing): readonly string[];
}

export function factsOf(scenario: Scenario): AuditFacts {
  const ids = faced(scenario).map(({ id }) => id);
  const after = standingsOf(scenario);
  const undisturbed = after(NO_LOSS);
  const kept = new Map<string, Standing>();
  const keep = (key: string, loss: () => Loss): Standing => {
    const standing = kept.get(key) ?? after(loss());
    kept.set(key, standing);
    return standing;
  };
  return {
    scenario,
    sites: usedSites(scenario),
    faced: ids,
    services: new Map(scenario.services.map((service) => [service.id, service])),
    undisturbed,
    after,
    afterSite: (site) => keep(`site ${site.id}`, () => lossOfSite(site)),
    afterService: (id) => keep(`service ${id}`, () => lossOfService(id)),
    fallen: (standing) => ids.filter((id) => undisturbed.success(id) >= SERVES && standing.success(id) < SERVES),
  };
}

/** The services that are gone themselves, by whose want another one fails: itself, or what it needs, however far down. */
export function rootsOf({ services, scenario }: AuditFacts, id: string, standing: Standing): readonly string[] {
  const journey = scenario.journeys.find((each) => each.id === id);
  const roots = new Set<string>();
  const seen = new Set<string>();
  const open = journey ? journey.needs.map((need) => need.service) : [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const service = services.get(next);
    if (service === undefined || seen.has(next) || standing.success(next) >= NEARLY_ALL) continue;
    seen.add(next);
    const below = service.needs.filter(
      ({ kind, service: callee }) => kind === 'required' && standing.success(callee) < NEARLY_ALL,
    );
    if (!standing.hasServers(next) || below.length === 0) roots.add(next);
    else open.push(...below.map((need) => need.service));
  }
  return [...roots].sort();
}

/** A service that has at least this success is up. */
export const NEARLY_ALL = 0.99;

/** The one site in which all of a service stands; null: in several. */
export function onlySite({ deployments }: Service): string | null {
  const sites = new Set(deployments.map(({ site }: Deployment) => site));
  return sites.size === 1 ? [...sites][0] : null;
}
