/** Servers of a site: how many its deployments take, and how many are left. */
import type { Scenario } from './model.js';

export interface SiteRoom {
  readonly site: string;
  readonly servers: number;
  readonly used: number;
  readonly free: number;
}

/** In the order of the file. */
export function siteRooms({ sites, services }: Scenario): readonly SiteRoom[] {
  return [...sites]
    .sort((a, b) => a.order - b.order)
    .map(({ id, servers }) => {
      const used = services
        .flatMap(({ deployments }) => deployments)
        .reduce((sum, deployment) => sum + (deployment.site === id ? deployment.servers : 0), 0);
      return { site: id, servers, used, free: servers - used };
    });
}
