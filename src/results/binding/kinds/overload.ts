/** More is asked of a deployment than it can do, or a queue is too long for those who wait: also when nothing is broken. */
import { blameRoots } from '../../blame-roots.js';
import type { Constraint, Moment } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { lastBy } from '../span.js';

export const overload: Constraint = {
  answer(at, { entity }) {
    const { reading, time } = at;
    const { view, record } = reading;
    const began = lastBy(reading, entity, ['overload.began'], time);
    if (began < 0) return null;
    const ended = view.firstEvent(entity, time, ({ rule, time: when }) => rule === 'overload.ended' && when > time);
    const [offered, capacity, waiting] = (['offered', 'capacity', 'backlog'] as const).map((q) =>
      view.at(entity, q, time),
    );
    const isSustained = allOver(at, began);
    return {
      since: record.events.time[began],
      until: ended < 0 ? null : record.events.time[ended],
      path: view.entity(entity).path,
      event: began,
      text: (say) => {
        const queue = waiting >= 1 ? say.in(`, ${say.count(waiting)} wait`, `, 대기 ${say.count(waiting)}건`) : '';
        const sustained = isSustained
          ? say.in(
              '; nothing is broken any more: retries and waiting work keep it so',
              '; 고장은 끝났으나 재시도와 대기 작업이 과부하를 유지',
            )
          : '';
        return say.in(
          `${say.name(entity)} is asked ${say.count(offered)}/s and can do ${say.count(capacity)}/s${queue}${sustained}`,
          `${say.name(entity)} 초당 요청 ${say.count(offered)}건, 처리 능력 초당 ${say.count(capacity)}건${queue}${sustained}`,
        );
      },
      next: faultsBehind(reading, began),
    };
  },
};

/** Every fault behind it is over. */
function allOver({ reading, time }: Moment, event: number): boolean {
  const { view, record } = reading;
  const faults = blameRoots(reading, event)
    .map((root) => record.events.entity[root])
    .filter((entity) => view.entity(entity).kind === 'fault');
  return faults.length > 0 && faults.every((fault) => lastBy(reading, fault, ['fault.ended'], time) >= 0);
}
