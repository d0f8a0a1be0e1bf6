/** A rebuild elsewhere without enough spare servers that have power, or without a living copy of the data. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { waitOf } from '../wait-of.js';

export const spare: Constraint = {
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
          `no other site has enough spare servers with power, or a copy of the data, for ${say.name(entity)}${say.until(wait.span.until)}`,
          `${say.name(entity)} 재구축에 쓸 예비 서버나 데이터 사본이 다른 곳에 없음${say.until(wait.span.until)}`,
        ),
      next: faultsBehind(reading, wait.event),
    };
  },
};
