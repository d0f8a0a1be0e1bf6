/**
 * A service in one site without which several others go down. Told where there is another site to put it in: in the only
 * site of a scenario it is told with the site.
 */
import { onlySite } from '../facts.js';
import type { AuditRule, Found } from '../finding.js';

/** Fewer are told with the site. */
const SEVERAL = 3;

export const singlePointService: AuditRule = {
  id: 'single-point-service',
  find: (facts) => {
    if (facts.scenario.sites.length < 2) return [];
    return facts.scenario.services.flatMap((service): readonly Found[] => {
      const site = onlySite(service);
      if (site === null) return [];
      const fallen = facts.fallen(facts.afterService(service.id)).filter((id) => id !== service.id);
      if (fallen.length < SEVERAL) return [];
      return [
        {
          severity: 'warning',
          subject: service.id,
          paths: [`${service.path}.deploy`, service.path],
          affected: fallen,
          message: (say) =>
            say.in(
              `${say.service(service.id)} stands only in ${say.site(site)}, and ${say.countedFaced(fallen.length)} go down without it: ${say.some(fallen)}`,
              `${say.service(service.id)}: ${say.site(site)} 한 곳에만 있고, 없으면 ${say.countedFaced(fallen.length)} 중단 (${say.some(fallen)})`,
            ),
          advice: (say) =>
            say.in(
              'give it another site, or let its callers do without it (optional, cached, queued)',
              '다른 데이터센터에도 두거나, 호출하는 쪽이 없이도 동작하게 함 (선택, 캐시, 비동기)',
            ),
        },
      ];
    });
  },
};
