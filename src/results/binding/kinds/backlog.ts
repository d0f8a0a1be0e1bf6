/** Work that has piled up and is worked off. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { waitOf } from '../wait-of.js';

export const backlog: Constraint = {
  answer({ reading, time }, question) {
    const { entity } = question;
    const wait = waitOf(reading, question, time);
    if (wait === null) return null;
    const waiting = reading.view.at(entity, 'backlog', time);
    return {
      ...wait.span,
      path: reading.view.entity(entity).path,
      event: wait.event,
      text: (say) =>
        say.in(
          `${say.count(waiting)} requests wait at ${say.name(entity)}${say.until(wait.span.until)}`,
          `${say.name(entity)} 대기 요청 ${say.count(waiting)}건${say.until(wait.span.until)}`,
        ),
      next: faultsBehind(reading, wait.event),
    };
  },
};
