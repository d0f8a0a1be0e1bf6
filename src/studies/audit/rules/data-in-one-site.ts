/** Data of which every copy is in one site, and no backup anywhere: what destroys the site destroys it for good. */
import type { AuditRule } from '../finding.js';

export const dataInOneSite: AuditRule = {
  id: 'data-in-one-site',
  find: ({ scenario }) =>
    scenario.services.flatMap(({ id, data }) => {
      if (data === null || data.backups !== null || new Set(data.copies).size !== 1) return [];
      const [site] = data.copies;
      return [
        {
          severity: 'error',
          subject: id,
          paths: [data.path],
          affected: [id],
          message: (say) =>
            say.in(
              `the data of ${say.service(id)} is in ${say.site(site)} only, without a backup: a fire there takes it for good`,
              `${say.service(id)} 데이터: ${say.site(site)} 한 곳에만 있고 백업 없음. 화재 한 번에 영구 손실`,
            ),
          advice: (say) => say.in('keep a copy or a backup in another site', '다른 데이터센터에 사본이나 백업 보관'),
        },
      ];
    }),
};
