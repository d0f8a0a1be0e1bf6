/**
 * A zone with which services go down that have servers elsewhere, or none at all: a part of a site that takes more along
 * than what stands in it. What stands wholly in one zone is told with its site.
 */
import type { Site } from '../../../scenario/model.js';
import { type AuditFacts, rootsOf } from '../facts.js';
import type { AuditRule, Found } from '../finding.js';
import { lossOfZone } from '../loss.js';

const MOST = 0.5;

export const singlePointZone: AuditRule = {
  id: 'single-point-zone',
  find: (facts) =>
    facts.sites.flatMap((site) =>
      site.zones.length < 2 ? [] : site.zones.flatMap((zone) => findingOf(facts, site, zone.id)),
    ),
};

function findingOf(facts: AuditFacts, site: Site, zone: string): readonly Found[] {
  const standing = facts.after(lossOfZone(site, zone));
  const fallen = facts.fallen(standing).filter((id) => !standsWhollyIn(facts, id, site.id, zone));
  if (fallen.length === 0) return [];
  const roots = [...new Set(fallen.flatMap((id) => rootsOf(facts, id, standing)))].sort();
  const { share, path } = site.zones.find(({ id }) => id === zone) as Site['zones'][number];
  return [
    {
      severity: fallen.length >= facts.faced.length * MOST ? 'error' : 'warning',
      subject: `${site.id}/${zone}`,
      paths: [path, site.path],
      affected: fallen,
      message: (say) => {
        const name = say.zone(`${site.id}/${zone}`);
        return say.in(
          `${name}, ${say.share(share)} of its site, takes down ${say.countedFaced(fallen.length)} not confined to it: ${say.some(fallen)}; only there ${roots.length === 1 ? 'stands' : 'stand'} ${say.some(roots)}`,
          `${name} 구역(데이터센터의 ${say.share(share)}) 상실 시, 이 구역에만 있지 않은 ${say.countedFaced(fallen.length)} 중단: ${say.some(fallen)}. 이 구역에만 있는 것: ${say.some(roots)}`,
        );
      },
      advice: (say) =>
        say.in(
          `spread ${say.some(roots)} over several zones, or sites`,
          `여러 구역이나 데이터센터에 분산: ${say.some(roots)}`,
        ),
    },
  ];
}

function standsWhollyIn({ services }: AuditFacts, id: string, site: string, zone: string): boolean {
  const deployments = services.get(id)?.deployments ?? null;
  if (deployments === null) return false;
  return deployments.every(
    (each) => each.site === site && each.zones.every((part) => part.zone === zone || part.servers === 0),
  );
}
