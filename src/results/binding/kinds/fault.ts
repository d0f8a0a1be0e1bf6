/** A fault of the file, or an operator's intervention: the end of every chain. */

import type { Constraint } from '../constraint.js';
import { lastBy } from '../span.js';

export const fault: Constraint = {
  answer({ reading, time }, { entity }) {
    const { view, record } = reading;
    const began = lastBy(reading, entity, ['fault.began'], time);
    if (began < 0) return null;
    const ended = lastBy(reading, entity, ['fault.ended'], Number.POSITIVE_INFINITY);
    const since = record.events.time[began];
    const until = ended < 0 ? null : record.events.time[ended];
    const isOver = until !== null && until <= time;
    return {
      since,
      until,
      path: view.entity(entity).path,
      event: began,
      text: (say) => {
        const ends = isOver ? say.in(` and ended${say.atClock(until)}`, `, ${say.clock(until)} 종료`) : '';
        return say.in(
          `${say.name(entity)} began${say.atClock(since)}${ends}`,
          `${say.name(entity)}: ${say.clock(since)} 시작${ends}`,
        );
      },
      next: [],
    };
  },
};
