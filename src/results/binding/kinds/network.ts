/** A site that is cut off from all others. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { waitOf } from '../wait-of.js';

export const network: Constraint = {
  answer({ reading, time }, question) {
    const { view, record } = reading;
    const { entity } = question;
    const wait = waitOf(reading, question, time);
    if (wait === null) return null;
    const cut = view
      .eventsBy(['link.cut'])
      .findLast(
        (event) => record.events.time[event] <= time && touches(view.entity(record.events.entity[event]).of, entity),
      );
    const event = cut ?? wait.event;
    return {
      ...wait.span,
      path: view.entity(entity).path,
      event,
      text: (say) =>
        say.in(
          `${say.name(entity)} is cut off from all other sites${say.until(wait.span.until)}`,
          `${say.name(entity)} 다른 모든 데이터센터와 단절${say.until(wait.span.until)}`,
        ),
      next: faultsBehind(reading, event),
    };
  },
};

const touches = (ends: readonly number[], site: number): boolean => ends.includes(site);
