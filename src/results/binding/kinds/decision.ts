/** A failover that people have not decided on yet. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { firstAfter, lastBy } from '../span.js';

export const decision: Constraint = {
  answer({ reading, time }, { entity }) {
    const { view, scenario, record } = reading;
    const decided = firstAfter(reading, entity, ['failover.decided'], time);
    if (decided < 0) return null;
    const until = record.events.time[decided];
    const [service] = view.entity(entity).of;
    const id = view.entity(service).id;
    const spec = scenario.services.find((each) => each.id === id);
    const [why] = view.event(decided).causes;
    // What it will follow from may lie ahead: then its service's failure is what there is.
    const isPast = why !== undefined && record.events.time[why] <= time;
    const event = isPast ? why : lastBy(reading, service, ['state.changed', 'cause.changed'], time);
    return {
      since: event < 0 ? null : record.events.time[event],
      until,
      path: `${spec?.path ?? ''}.failover`,
      event,
      text: (say) =>
        spec?.failover.decide === null && spec.failover.noticed === null
          ? say.in(
              `failover to ${say.name(entity)} begins only when the failure is detected, at ${say.clock(until)}`,
              `${say.name(entity)} 전환은 장애가 감지되는 ${say.clock(until)}에 시작`,
            )
          : say.in(
              `nobody has decided yet on the failover to ${say.name(entity)}; that takes until ${say.clock(until)}`,
              `${say.name(entity)} 전환을 아직 아무도 결정하지 않음, 결정 시각 ${say.clock(until)}`,
            ),
      next: faultsBehind(reading, event),
    };
  },
};
