import type { Scenario } from '../model.js';
import type { CheckFinding } from './check.js';

/** More servers stand in a zone than its share of the site's. Told, not refused: shares are often rounded. */
export function checkZoneRoom(scenario: Scenario): CheckFinding[] {
  const deployed = new Map<string, number>();
  for (const { deployments } of scenario.services) {
    for (const { site, zones } of deployments) {
      for (const { zone, servers } of zones) {
        const key = `${site}/${zone}`;
        deployed.set(key, (deployed.get(key) ?? 0) + servers);
      }
    }
  }
  return scenario.sites.flatMap((site) => {
    const total = site.zones.reduce((sum, zone) => sum + (deployed.get(`${site.id}/${zone.id}`) ?? 0), 0);
    // A site whose number is not stated is as large as it needs to be, and so are its zones.
    if (site.servers <= total) return [];
    return site.zones.flatMap((zone): CheckFinding[] => {
      const there = deployed.get(`${site.id}/${zone.id}`) ?? 0;
      const room = Math.ceil(zone.share * site.servers - 1e-9);
      return there <= room
        ? []
        : [
            {
              code: 'zone-overfull',
              at: zone.path,
              on: 'key',
              values: { zone: zone.id, deployed: there, servers: room },
            },
          ];
    });
  });
}

/** A service that nobody uses, and one that nothing serves. */
export function checkUse(scenario: Scenario): CheckFinding[] {
  const called = new Set(
    [...scenario.services, ...scenario.journeys].flatMap(({ needs }) => needs.map(({ service }) => service)),
  );
  for (const tool of scenario.recovery.boot.tools) called.add(tool);
  return scenario.services.flatMap((service): CheckFinding[] => {
    const findings: CheckFinding[] = [];
    if (service.users === null && !called.has(service.id)) {
      findings.push({ code: 'no-demand', at: service.path, on: 'key', values: { name: service.id } });
    }
    if (!service.deployments.some(({ role }) => role === 'active')) {
      findings.push({ code: 'nothing-serves', at: service.path, on: 'key', values: { name: service.id } });
    }
    return findings;
  });
}
