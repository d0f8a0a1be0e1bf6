/** Air that is too hot for servers to run. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { lastBy } from '../span.js';
import { waitOf } from '../wait-of.js';

export const cooling: Constraint = {
  answer({ reading, time }, question) {
    const { view } = reading;
    const { entity } = question;
    const wait = waitOf(reading, question, time);
    if (wait === null) return null;
    const [site] = view.entity(entity).of;
    const event = Math.max(lastBy(reading, site ?? entity, ['cooling.lost'], time), -1);
    const explained = event >= 0 ? event : wait.event;
    return {
      ...wait.span,
      path: view.entity(entity).path,
      event: explained,
      text: (say) =>
        say.in(
          `${say.name(entity)} is too hot for servers to run${say.until(wait.span.until)}`,
          `${say.name(entity)} 온도가 높아 서버 가동 불가${say.until(wait.span.until)}`,
        ),
      next: faultsBehind(reading, explained),
    };
  },
};
