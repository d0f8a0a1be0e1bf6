/**
 * A service with servers in several sites that fails with one of them all the same, because something it requires stands
 * only there: the redundancy of the whole is the redundancy of its weakest part.
 *
 * Told once for each part that is missing, with all that fail for want of it. Below half of the requests it is an error;
 * a smaller share that fails is a warning.
 */
import type { Service, Site } from '../../../scenario/model.js';
import { type AuditFacts, NEARLY_ALL, onlySite, rootsOf } from '../facts.js';
import type { AuditRule, Found } from '../finding.js';
import { SERVES, type Standing } from '../standing.js';

export const redundantInNameOnly: AuditRule = {
  id: 'redundant-in-name-only',
  find: (facts) => facts.sites.flatMap((site) => findingsOf(facts, site)),
};

function findingsOf(facts: AuditFacts, site: Site): readonly Found[] {
  const standing = facts.afterSite(site);
  const byRoot = new Map<string, string[]>();
  for (const { id, deployments } of facts.scenario.services) {
    const isHit = deployments.some((each) => each.site === site.id);
    if (!isHit || !standing.hasServers(id) || standing.success(id) >= NEARLY_ALL) continue;
    if (facts.undisturbed.success(id) < NEARLY_ALL) continue;
    for (const root of rootsOf(facts, id, standing)) byRoot.set(root, [...(byRoot.get(root) ?? []), id]);
  }
  return [...byRoot].map(([root, ids]) => findingOf(facts, site, standing, root, ids));
}

function findingOf(
  { services, afterService }: AuditFacts,
  site: Site,
  standing: Standing,
  root: string,
  ids: readonly string[],
): Found {
  const isOwnData = ids.length === 1 && ids[0] === root;
  // What the want of this one part alone does: others may be missing too.
  const alone = isOwnData ? standing : afterService(root);
  const worst = ids.reduce((least, id) => Math.min(least, alone.success(id)), 1);
  const path = services.get(root)?.path ?? '';
  return {
    severity: worst < SERVES ? 'error' : 'warning',
    subject: root,
    paths: isOwnData ? [`${path}.data`, path] : [`${path}.deploy`, path],
    affected: ids,
    message: (say) => {
      const names = say.some(ids);
      const where = say.site(site.id);
      const one = ids.length === 1;
      const only = onlySite(services.get(root) as Service) === site.id;
      if (isOwnData)
        return say.in(
          `${names} has servers outside ${where}, but not enough copies of its data: without ${where} ${failing(worst)} of its requests fail`,
          `${names}: ${where} 밖에도 서버가 있으나 데이터 사본이 부족하여 ${where} 상실 시 요청의 ${say.share(1 - worst)} 실패`,
        );
      const much =
        worst < SERVES
          ? say.in(`${one ? 'is' : 'are'} down`, '중단')
          : say.in(
              `${one ? 'loses' : 'lose'} up to ${say.share(1 - worst)} of requests`,
              `요청의 최대 ${say.share(1 - worst)} 실패`,
            );
      return say.in(
        `${names} ${one ? 'has' : 'have'} servers outside ${where} and still ${much} without it: ${say.service(root)}, which ${one ? 'it needs' : 'they need'}, ${only ? 'stands only there' : 'does not work without it'}`,
        `${names}: ${where} 밖에도 서버가 있으나 ${where} 상실 시 ${much}. 필요한 ${say.service(root)}: ${only ? `${where}에만 있음` : '그때 함께 중단'}`,
      );

      function failing(success: number): string {
        return success <= 0 ? 'all' : say.share(1 - success);
      }
    },
    advice: (say) =>
      isOwnData
        ? say.in('keep a copy, or a vote, in another site', '다른 데이터센터에 사본 또는 투표권 배치')
        : say.in(
            `place ${say.service(root)} where its callers are, or let them do without it`,
            `${say.service(root)}: 호출하는 쪽이 있는 곳에도 배치하거나 없이도 동작하게 함`,
          ),
  };
}
