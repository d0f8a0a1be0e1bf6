/** A deployment that serves again while callers, or users' addresses, still hold it dead. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { firstAfter, lastBy } from '../span.js';

export const belief: Constraint = {
  answer({ reading, time }, { entity }) {
    const { view, record } = reading;
    const dead = view.at(entity, 'believed', time) === 0;
    const seen = firstAfter(reading, entity, ['health.seen'], time);
    const event = lastBy(reading, entity, ['servers.recovered', 'failover.done', 'failback.done', 'health.seen'], time);
    if (event < 0) return null;
    const until = dead && seen >= 0 ? record.events.time[seen] : null;
    return {
      since: record.events.time[event],
      until,
      path: view.entity(entity).path,
      event,
      text: (say) =>
        dead
          ? say.in(
              `${say.name(entity)} serves again, but health checks see it only at ${until === null ? 'a later time' : say.clock(until)}`,
              `${say.name(entity)} 다시 가동하나 상태 점검에는 ${until === null ? '아직' : say.clock(until)} 반영`,
            )
          : say.in(
              `${say.name(entity)} is seen healthy, but users' addresses still lead elsewhere`,
              `${say.name(entity)} 정상 확인, 사용자 주소는 아직 갱신되지 않음`,
            ),
      next: faultsBehind(reading, event),
    };
  },
};
