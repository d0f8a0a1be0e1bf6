/** Servers that are destroyed: nothing of the deployment is left to boot. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { lastBy } from '../span.js';
import { waitOf } from '../wait-of.js';

export const gone: Constraint = {
  answer({ reading, time }, question) {
    const { entity } = question;
    const wait = waitOf(reading, question, time);
    if (wait === null) return null;
    const destroyed = lastBy(reading, entity, ['servers.destroyed', 'servers.lost'], time);
    const event = destroyed >= 0 ? destroyed : wait.event;
    return {
      ...wait.span,
      path: reading.view.entity(entity).path,
      event,
      text: (say) => say.in(`${say.name(entity)} has no servers left`, `${say.name(entity)} 남은 서버 없음`),
      next: faultsBehind(reading, event),
    };
  },
};
