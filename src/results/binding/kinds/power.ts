/** A zone without power. When it is back is a fact that the scenario states, or the end of its fault. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { lastBy, spanAt } from '../span.js';

export const power: Constraint = {
  answer({ reading, time }, { entity }) {
    const { view, scenario, end } = reading;
    const span = spanAt(view.track(entity, 'powered'), time, end, (value) => value < 1);
    if (span === null) return null;
    const event = lastBy(reading, entity, ['power.lost'], time);
    const zone = view.entity(entity);
    const row = scenario.recovery.power.find((each) => `${each.site}/${each.zone}` === zone.id);
    return {
      ...span,
      path: row?.path ?? zone.path,
      event,
      text: (say) => {
        const during = say.span(span.since, span.until);
        return say.in(`${say.name(entity)} has no power ${during}`, `${say.name(entity)} 전원 없음, ${during}`);
      },
      next: faultsBehind(reading, event),
    };
  },
};
