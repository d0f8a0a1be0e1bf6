/** The rebuild on another site goes first (strategy `rebuild`). */
import { ask, type Constraint } from '../constraint.js';
import { waitOf } from '../wait-of.js';

export const rebuild: Constraint = {
  answer({ reading, time }, question) {
    const { entity } = question;
    const wait = waitOf(reading, question, time);
    if (wait === null) return null;
    return {
      ...wait.span,
      path: 'recovery.strategy',
      event: wait.event,
      text: (say) =>
        say.in(`${say.name(entity)} goes first, as the strategy says`, `복구 방침에 따라 ${say.name(entity)} 우선`),
      next: [ask('task', entity)],
    };
  },
};
