/** Backups in the one site that also has every copy: what takes the data takes them too. */
import type { AuditRule } from '../finding.js';

export const backupBesideOriginal: AuditRule = {
  id: 'backup-beside-original',
  find: ({ scenario }) =>
    scenario.services.flatMap(({ id, data }) => {
      const backups = data?.backups ?? null;
      if (data === null || backups === null || data.copies.some((site) => site !== backups.site)) return [];
      return [
        {
          severity: 'error',
          subject: id,
          paths: [`${data.path}.backups`, data.path],
          affected: [id],
          message: (say) =>
            say.in(
              `backups of ${say.service(id)} lie in ${say.site(backups.site)}, beside every copy of its data: a fire there takes all of it`,
              `${say.service(id)} 백업: 모든 데이터 사본과 같은 ${say.site(backups.site)}에 있어 화재 한 번에 전부 잃음`,
            ),
          advice: (say) => say.in('keep the backups in another site', '백업을 다른 데이터센터에 보관'),
        },
      ];
    }),
};
