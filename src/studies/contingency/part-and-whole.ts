/**
 * Where losing a zone costs more than losing its whole site, and the failover that explains it.
 *
 * A failover begins when every deployment that traffic goes to is believed dead (`world/failover.ts`). With one zone gone the servers
 * of the others still answer, fewer than are needed, and the standby elsewhere goes on standing by; with the whole site gone it
 * steps in. Told only where a service is found of which that is true. Left out: other reasons why a part may cost more.
 */
import type { Scenario, Service } from '../../scenario/model.js';
import type { ContingencyCase } from './contingency.js';

export interface PartCostsMore {
  readonly layout: string;
  /** `north/a`, and `north`. */
  readonly zone: string;
  readonly site: string;
  /** Services whose standby steps in for the whole site alone, in the order of the file. */
  readonly services: readonly string[];
}

/** @param cases of that layout */
export function partsThatCostMore(scenario: Scenario, cases: readonly ContingencyCase[]): readonly PartCostsMore[] {
  const alone = cases.filter(({ failed }) => failed.length === 1);
  const lost = (kind: string, id: string): number | null =>
    alone.find(({ kinds, failed }) => kinds[0] === kind && failed[0] === id)?.userHoursLost ?? null;
  return scenario.sites.flatMap((site) =>
    site.zones.flatMap(({ id }): PartCostsMore[] => {
      const zone = `${site.id}/${id}`;
      const [part, whole] = [lost('zone', zone), lost('site', site.id)];
      if (part === null || whole === null || part <= whole) return [];
      const services = [...scenario.services]
        .sort((a, b) => a.order - b.order)
        .filter((service) => standsBy(service, site.id, id))
        .map((service) => service.id);
      return services.length === 0 ? [] : [{ layout: scenario.layout, zone, site: site.id, services }];
    }),
  );
}

/** All that serves is in the site, the zone has some of it but not all, and a standby is elsewhere. */
function standsBy({ deployments }: Service, site: string, zone: string): boolean {
  const active = deployments.filter(({ role }) => role === 'active');
  const standby = deployments.some((each) => each.role !== 'active' && each.site !== site);
  const zones = active.flatMap((each) => each.zones.filter(({ servers }) => servers > 0).map((part) => part.zone));
  return (
    standby && active.every((each) => each.site === site) && zones.includes(zone) && zones.some((each) => each !== zone)
  );
}
