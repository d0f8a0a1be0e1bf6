import { DEFAULT_ZONE, DEFAULTS } from '../defaults.js';
import type { Link, Prices, Service, Site } from '../model.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import { compareIds, type Draft, sortedEntries } from './draft.js';
import { checkName } from './names.js';
import { type Part, wholeShares } from './shares.js';

/** Zones of each site with their shares. */
export function buildZones(draft: Draft, sites: RawScenario['sites']): ReadonlyMap<string, readonly Part[]> {
  return new Map(
    Object.entries(sites).map(([id, { zones }]) => [
      id,
      zones === undefined ? [{ id: DEFAULT_ZONE, share: 1 }] : wholeShares(draft, zones, ['sites', id, 'zones']),
    ]),
  );
}

export function buildSites(
  draft: Draft,
  raw: RawScenario['sites'],
  zones: ReadonlyMap<string, readonly Part[]>,
  services: readonly Service[],
  prices: Prices,
): Site[] {
  const deployed = deployedServers(services);
  return sortedEntries(raw, (id, site, order): Site => {
    const used = deployed.get(id) ?? 0;
    const path = draft.path('sites', id);
    const zonesPath = site.zones === undefined ? path : draft.path('sites', id, 'zones');
    if (site.servers !== undefined && used > site.servers) {
      draft.report({
        code: 'too-many-servers',
        path: ['sites', id, 'servers'],
        values: { deployed: used, site: id, servers: site.servers },
      });
    }
    return {
      id,
      order,
      path,
      name: site.name ?? { en: id },
      at: site.at ?? null,
      servers: site.servers ?? used,
      zones: (zones.get(id) ?? []).map((zone) => ({
        id: zone.id,
        path: Array.isArray(site.zones) || site.zones === undefined ? zonesPath : `${zonesPath}.${zone.id}`,
        share: zone.share,
      })),
      spareServers: typeof site.spare === 'object' ? site.spare.servers : (site.spare ?? 0),
      cost: site.cost ?? prices.perSite,
    };
  });
}

function deployedServers(services: readonly Service[]): ReadonlyMap<string, number> {
  const servers = new Map<string, number>();
  for (const { deployments } of services) {
    for (const deployment of deployments) {
      servers.set(deployment.site, (servers.get(deployment.site) ?? 0) + deployment.servers);
    }
  }
  return servers;
}

export function buildLinks(draft: Draft, raw: RawScenario['links'], prices: Prices): Link[] {
  const links = (raw ?? []).flatMap((link, i): Link[] => {
    const path = ['links', i, 'between'];
    if (link.between.length !== 2) {
      draft.report({ code: 'wrong-type', path, values: { expected: 'two sites', got: `${link.between.length}` } });
      return [];
    }
    for (const [k, site] of link.between.entries()) checkName(draft, 'sites', site, [...path, k]);
    if (link.between[0] === link.between[1])
      draft.report({ code: 'same-twice', path: [...path, 1], values: { name: link.between[1] } });
    const between = [...link.between].sort(compareIds) as [string, string];
    return [
      {
        id: link.id ?? between.join('-'),
        path: draft.path('links', i),
        between,
        latencySeconds: draft.given(link.latency, DEFAULTS.linkLatency, 'links', i, 'latency'),
        cost: link.cost ?? prices.perLink,
      },
    ];
  });
  return links.sort((a, b) => compareIds(a.id, b.id));
}
