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

/** Tasks that hold more people than their team has would never begin. */
export function checkTeams(scenario: Scenario): CheckFinding[] {
  const people = new Map(scenario.recovery.teams.map((team) => [team.id, team.people]));
  const { unlimitedPeople, boot } = scenario.recovery;
  if (unlimitedPeople) return [];
  const tasks = scenario.classes.flatMap((each) =>
    (['check', 'start', 'verify', 'rebuild'] as const).map((stage) => ({
      task: each[stage],
      at: `${each.path}.${stage}`,
    })),
  );
  tasks.push({ task: boot.repair, at: 'recovery.boot.repair' });
  const findings = tasks.flatMap(({ task, at }): CheckFinding[] => {
    const there = task === null ? undefined : people.get(task.team);
    return task === null || there === undefined || task.people <= there
      ? []
      : [tooMany(task.team, task.people, there, `${at}.people`)];
  });
  for (const { failover, path } of scenario.services) {
    const there = failover.team === null ? undefined : people.get(failover.team);
    if (there !== undefined && failover.people > there) {
      findings.push(tooMany(failover.team ?? '', failover.people, there, `${path}.failover.people`));
    }
  }
  return findings;
}

function tooMany(team: string, needed: number, people: number, at: string): CheckFinding {
  return { code: 'too-many-people', at, values: { team, needed, people } };
}
