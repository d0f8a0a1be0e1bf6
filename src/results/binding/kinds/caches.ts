/** Caches that are cold: they warm by what they serve. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { waitOf } from '../wait-of.js';

export const caches: Constraint = {
  answer({ reading, time }, question) {
    const { entity } = question;
    const wait = waitOf(reading, question, time);
    if (wait === null) return null;
    const warmth = reading.view.at(entity, 'warmth', time);
    return {
      ...wait.span,
      path: reading.view.entity(entity).path,
      event: wait.event,
      text: (say) =>
        say.in(
          `caches of ${say.name(entity)} are ${Number.isNaN(warmth) ? 'cold' : `${say.share(warmth)} warm`}${say.until(wait.span.until)}`,
          `${say.name(entity)} 캐시 예열 ${Number.isNaN(warmth) ? '안 됨' : say.share(warmth)}${say.until(wait.span.until)}`,
        ),
      next: faultsBehind(reading, wait.event),
    };
  },
};
