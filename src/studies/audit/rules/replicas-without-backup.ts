/**
 * Data that is copied to several sites and backed up nowhere: copies protect from fire, and carry every mistake to each
 * other. A copy that is kept behind for longer than people need to notice does the work of a backup.
 */
import type { AuditRule } from '../finding.js';

/** Assumed: a wrong release is noticed, and the copies are stopped, within half an hour. */
const TIME_TO_NOTICE_SECONDS = 1800;

export const replicasWithoutBackup: AuditRule = {
  id: 'replicas-without-backup',
  find: ({ scenario }) =>
    scenario.services.flatMap(({ id, data }) => {
      if (data === null || data.backups !== null || new Set(data.copies).size < 2) return [];
      const behind = data.replication === 'async' ? data.lagSeconds : 0;
      if (data.replication === 'none' || behind >= TIME_TO_NOTICE_SECONDS) return [];
      return [
        {
          severity: 'warning',
          subject: id,
          paths: [`${data.path}.copies`, data.path],
          affected: [id],
          message: (say) => {
            const when =
              behind > 0
                ? say.in(`within ${say.duration(behind)}`, `${say.duration(behind)} 안에`)
                : say.in('at once', '즉시');
            return say.in(
              `${say.service(id)} has ${data.copies.length} copies of its data and no backup: what corrupts one is in all of them ${when}`,
              `${say.service(id)} 데이터: 사본 ${data.copies.length}개, 백업 없음. 하나가 손상되면 ${when} 모두 손상`,
            );
          },
          advice: (say) =>
            say.in(
              'take backups, or keep one copy well behind the others',
              '백업을 하거나 사본 하나를 일부러 늦게 따라오게 함',
            ),
        },
      ];
    }),
};
