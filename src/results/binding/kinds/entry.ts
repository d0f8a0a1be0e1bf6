/** A site that nobody may enter. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { lastBy, spanAt } from '../span.js';

export const entry: Constraint = {
  answer({ reading, time }, { entity }) {
    const { view, end } = reading;
    const span = spanAt(view.track(entity, 'entry'), time, end, (value) => value < 1);
    if (span === null) return null;
    const event = lastBy(reading, entity, ['entry.forbidden'], time);
    return {
      ...span,
      path: view.entity(entity).path,
      event,
      text: (say) =>
        say.in(
          `nobody may enter ${say.name(entity)}${say.until(span.until)}`,
          `${say.name(entity)} 출입 금지${say.until(span.until)}`,
        ),
      next: faultsBehind(reading, event),
    };
  },
};
