/** No copy of its data that could be used is in reach, and no backup to restore. */
import { ask, type Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { waitOf } from '../wait-of.js';

export const data: Constraint = {
  answer({ reading, time }, question) {
    const { entity } = question;
    const wait = waitOf(reading, question, time);
    if (wait === null) return null;
    const about = reading.view.entity(entity);
    return {
      ...wait.span,
      path: about.path,
      event: wait.event,
      text: (say) =>
        say.in(
          `no copy of the data and no backup of ${say.name(entity)} that could be used is in reach${say.until(wait.span.until)}`,
          `${say.name(entity)} 쓸 수 있는 데이터 사본이나 백업에 접근 불가${say.until(wait.span.until)}`,
        ),
      // Work that makes another copy good is told itself.
      next: about.kind === 'task' ? [ask('task', entity)] : faultsBehind(reading, wait.event),
    };
  },
};
