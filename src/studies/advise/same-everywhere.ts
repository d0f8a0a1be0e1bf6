/** The same money on more servers of everything, everywhere: what one buys without looking. */
import { layoutCost } from '../../results/layout-cost.js';
import { shareOut } from '../../scenario/build/shares.js';
import type { Scenario } from '../../scenario/model.js';

/** Every deployment with so many times its servers, and sites with room for them. Null where servers cost nothing. */
export function sameEverywhere(scenario: Scenario, budget: number): { scenario: Scenario; factor: number } | null {
  const servers = layoutCost(scenario)?.servers ?? 0;
  if (servers <= 0 || budget <= 0) return null;
  const factor = 1 + budget / servers;
  const more = new Map<string, number>();
  const services = scenario.services.map((service) => ({
    ...service,
    deployments: service.deployments.map((deployment) => {
      // Down: what is bought costs no more than the budget.
      const count = Math.floor(deployment.servers * factor);
      more.set(deployment.site, (more.get(deployment.site) ?? 0) + count - deployment.servers);
      const parts = deployment.zones.map(({ zone, servers: some }) => ({ id: zone, share: some / deployment.servers }));
      return { ...deployment, servers: count, zones: shareOut(count, parts) };
    }),
  }));
  const sites = scenario.sites.map((site) => ({ ...site, servers: site.servers + (more.get(site.id) ?? 0) }));
  return { scenario: { ...scenario, services, sites }, factor };
}
