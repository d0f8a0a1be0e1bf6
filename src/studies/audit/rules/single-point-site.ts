/**
 * A site with which services go down that nothing else takes over, standbys counted as taking over.
 *
 * Told once a site. What to do first is worked out: the services that stand only there, by how much goes down without
 * each of them alone.
 */
import type { Site } from '../../../scenario/model.js';
import { type AuditFacts, onlySite } from '../facts.js';
import type { AuditRule, Found } from '../finding.js';

/** From this share of what has users on, it is no matter of taste. */
const MOST = 0.5;
const ADVISED = 3;

export const singlePointSite: AuditRule = {
  id: 'single-point-site',
  find: (facts) => facts.sites.flatMap((site) => findingOf(facts, site)),
};

function findingOf(facts: AuditFacts, site: Site): readonly Found[] {
  const fallen = facts.fallen(facts.afterSite(site));
  if (fallen.length === 0) return [];
  const all = facts.faced.length;
  const first = heaviest(facts, site);
  const isAlone = facts.scenario.sites.length === 1;
  return [
    {
      severity: fallen.length >= all * MOST ? 'error' : 'warning',
      subject: site.id,
      paths: [site.path],
      affected: fallen,
      message: (say) => {
        const name = say.site(site.id);
        if (fallen.length === all && isAlone)
          return say.in(
            `${name} is the only site: all that people use goes down with it`,
            `데이터센터가 ${name} 한 곳뿐: 사용자가 쓰는 모든 서비스가 함께 중단`,
          );
        const count = say.countedFaced(fallen.length, all);
        return say.in(
          `without ${name}, ${count} ${fallen.length === 1 ? 'is' : 'are'} down until it is back: ${say.some(fallen)}`,
          `${name} 상실 시 복구될 때까지 ${count} 중단: ${say.some(fallen)}`,
        );
      },
      advice: (say) => {
        const told = first.map(({ id, pulls }) => {
          const others = pulls.filter((each) => each !== id).length;
          const more = others === 0 ? '' : say.in(` (takes ${others} more along)`, ` (함께 중단 ${others}개)`);
          return say.service(id) + more;
        });
        const where = isAlone
          ? say.in('a second site', '두 번째 데이터센터')
          : say.in('another site', '다른 데이터센터');
        return say.in(
          `give ${where} to what stands only here, first ${say.list(told)}`,
          `여기에만 있는 것을 ${where}에도 배치. 우선순위: ${say.list(told)}`,
        );
      },
    },
  ];
}

interface Pull {
  readonly id: string;
  readonly pulls: readonly string[];
}

/** What stands only there and goes down most without it. */
function heaviest(facts: AuditFacts, site: Site): readonly Pull[] {
  return facts.scenario.services
    .filter((service) => onlySite(service) === site.id)
    .map(({ id }): Pull => ({ id, pulls: facts.fallen(facts.afterService(id)) }))
    .filter(({ pulls }) => pulls.length > 0)
    .sort((a, b) => b.pulls.length - a.pulls.length || (a.id < b.id ? -1 : 1))
    .slice(0, ADVISED);
}
