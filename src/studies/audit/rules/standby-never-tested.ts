/** A standby whose promotion fails so often that nobody can have tried it. */
import type { AuditRule } from '../finding.js';

/** Assumed: a promotion that is rehearsed fails less often than one time in five. */
const UNTESTED_FAILS = 0.2;

export const standbyNeverTested: AuditRule = {
  id: 'standby-never-tested',
  find: ({ scenario }) =>
    scenario.services.flatMap(({ id, path, failover, deployments }) => {
      const standbys = deployments.filter(({ role }) => role !== 'active').map(({ site }) => site);
      if (standbys.length === 0 || failover.failChance < UNTESTED_FAILS) return [];
      return [
        {
          severity: 'warning',
          subject: id,
          paths: [`${path}.failover.tested`, `${path}.failover.failChance`, `${path}.failover`, path],
          affected: [id],
          message: (say) => {
            const where = say.list(standbys.map(say.site));
            return say.in(
              `the standby of ${say.service(id)} in ${where} has never been tested: its promotion is taken to fail in ${say.share(failover.failChance)} of cases`,
              `${say.service(id)} 대기 배치(${where}): 시험한 적 없음. 승격 실패 확률 ${say.share(failover.failChance)}로 봄`,
            );
          },
          advice: (say) =>
            say.in('promote it on an ordinary day, and again every quarter', '평소에 승격해 보고 분기마다 되풀이'),
        },
      ];
    }),
};
