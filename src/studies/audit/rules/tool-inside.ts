/**
 * A tool that goes down with the site whose failure it is there to repair: what promotes the standbys elsewhere, what
 * starts the services of the site again, what boots its servers.
 *
 * An error when standbys elsewhere wait for it, or are promoted by hand and later; a warning when only the way back of the
 * site itself is longer. A tool that work by hand replaces without loss is not told.
 */
import type { Service, Site } from '../../../scenario/model.js';
import { type AuditFacts, onlySite } from '../facts.js';
import type { AuditRule, Found } from '../finding.js';
import { SERVES } from '../standing.js';

export const toolInside: AuditRule = {
  id: 'tool-inside',
  find: (facts) => {
    const tools = new Set(facts.scenario.recovery.boot.tools);
    for (const { needs } of facts.scenario.services)
      for (const { kind, service } of needs) if (kind === 'operate') tools.add(service);
    return [...tools].sort().flatMap((tool) => facts.sites.flatMap((site) => findingOf(facts, site, tool)));
  },
};

function findingOf(facts: AuditFacts, site: Site, tool: string): readonly Found[] {
  const { scenario, services } = facts;
  const service = services.get(tool);
  if (service === undefined || facts.undisturbed.success(tool) < SERVES) return [];
  if (facts.afterSite(site).success(tool) >= SERVES) return [];
  const users = scenario.services.filter(
    ({ id, needs, deployments }) =>
      id !== tool &&
      needs.some(({ kind, service: callee }) => kind === 'operate' && callee === tool) &&
      deployments.some((each) => each.site === site.id),
  );
  const promoted = users.filter((each) => hasStandbyFor(each, site));
  const started = users.filter((each) => factorOf(facts, each) !== 1);
  const { boot } = scenario.recovery;
  const boots = boot.tools.includes(tool) && boot.byToolPerHour > boot.byHandPerHour * peopleWhoBoot(facts);
  if (promoted.length === 0 && started.length === 0 && !boots) return [];
  const isOnlyHere = onlySite(service) === site.id;
  return [
    {
      severity: promoted.length > 0 ? 'error' : 'warning',
      subject: tool,
      paths: [`${service.path}.deploy`, service.path],
      affected: [...new Set([...promoted, ...started].map(({ id }) => id))].sort(),
      message: (say) => {
        const name = say.service(tool);
        const where = say.site(site.id);
        const jobs: string[] = [];
        if (promoted.length > 0) {
          const slower = worstFactor(promoted.map(({ failover }) => failover.byHandFactor));
          const ids = promoted.map(({ id }) => id);
          const names = promoted.length > 3 ? say.counted(promoted.length) : say.some(ids);
          const how =
            slower === null
              ? say.in('which cannot be promoted without it', '없이는 승격 불가')
              : say.in(`${say.number(slower)} times slower by hand`, `손으로는 ${say.number(slower)}배 느림`);
          jobs.push(say.in(`promotes the standbys of ${names} (${how})`, `대기 배치 승격: ${names} (${how})`));
        }
        if (started.length > 0) {
          const factors = started.map((each) => factorOf(facts, each));
          const slower = worstFactor(factors);
          const how =
            slower === null
              ? say.in('which cannot start without it', '없이는 시작 불가')
              : say.in(
                  `up to ${say.number(slower)} times slower by hand`,
                  `손으로는 최대 ${say.number(slower)}배 느림`,
                );
          jobs.push(
            say.in(
              `restarts ${say.counted(started.length)} there (${how})`,
              `${say.counted(started.length)} 재시작 (${how})`,
            ),
          );
        }
        if (boots)
          jobs.push(
            say.in(
              `boots ${say.number(boot.byToolPerHour)} servers an hour instead of ${say.number(boot.byHandPerHour * peopleWhoBoot(facts))}`,
              `서버 부팅 시간당 ${say.number(boot.byToolPerHour)}대 (손으로는 ${say.number(boot.byHandPerHour * peopleWhoBoot(facts))}대)`,
            ),
          );
        const stands = isOnlyHere
          ? say.in(`stands only in ${where}`, `${where}에만 있음`)
          : say.in(`goes down with ${where}`, `${where} 상실 시 함께 중단`);
        return say.in(
          `${name} ${stands}, and is what ${say.list(jobs)} when ${where} fails`,
          `${name}: ${stands}. ${where} 장애 때 맡는 일: ${jobs.join('; ')}`,
        );
      },
      advice: (say) =>
        isOnlyHere
          ? say.in(
              'run it in another site as well, one that does not fail with what it repairs',
              '고칠 대상과 함께 멈추지 않을 다른 데이터센터에도 배치',
            )
          : say.in('let it do without what it needs in that site', '그 데이터센터에 있는 것 없이도 동작하게 함'),
    },
  ];
}

/** It serves from that site alone, and something stands by elsewhere. */
function hasStandbyFor({ deployments }: Service, site: Site): boolean {
  return (
    deployments.every(({ role, site: at }) => role !== 'active' || at === site.id) &&
    deployments.some(({ role, site: at }) => role !== 'active' && at !== site.id)
  );
}

/** So many times slower is its repair without tools; null: it waits. */
function factorOf({ scenario }: AuditFacts, { class: kind }: Service): number | null {
  const found = scenario.classes.find(({ id }) => id === kind);
  return found === undefined || (found.start === null && found.check === null && found.verify === null)
    ? 1
    : found.byHandFactor;
}

function worstFactor(factors: readonly (number | null)[]): number | null {
  return factors.includes(null) ? null : Math.max(...factors.map((factor) => factor as number));
}

/** By hand, everybody of the team boots at once. */
function peopleWhoBoot({ scenario: { recovery } }: AuditFacts): number {
  return recovery.teams.find(({ id }) => id === recovery.boot.team)?.people ?? 1;
}
