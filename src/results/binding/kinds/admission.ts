/** A service that comes back lets in only a part of what is asked, and more in steps. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { waitOf } from '../wait-of.js';

export const admission: Constraint = {
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
          `${say.name(entity)} lets in only a part of what is asked${say.until(wait.span.until)}`,
          `${say.name(entity)} 요청의 일부만 받아들임${say.until(wait.span.until)}`,
        ),
      next: faultsBehind(reading, wait.event),
    };
  },
};
