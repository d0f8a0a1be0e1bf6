/** A failure that nobody knows of yet. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { waitOf } from '../wait-of.js';

export const notice: Constraint = {
  answer({ reading, time }, question) {
    const { entity } = question;
    const wait = waitOf(reading, question, time);
    if (wait === null) return null;
    return {
      ...wait.span,
      path: reading.view.entity(entity).path,
      event: wait.event,
      text: (say) =>
        say.in(
          `nobody knows of the failure of ${say.name(entity)}${say.until(wait.span.until)}`,
          `${say.name(entity)} 장애를 아직 아무도 모름${say.until(wait.span.until)}`,
        ),
      next: faultsBehind(reading, wait.event),
    };
  },
};
