/** Nothing else is found that binds: the service is as its last change of state left it. */
import { sentencesOf } from '../../sentences.js';
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { lastBy } from '../span.js';

export const since: Constraint = {
  answer({ reading, time }, { entity }) {
    const { view, record, scenario } = reading;
    const state = lastBy(reading, entity, ['state.changed', 'cause.changed'], time);
    if (state < 0) return null;
    const [first] = view.event(state).causes;
    const event = first ?? state;
    return {
      since: record.events.time[event],
      until: null,
      path: view.entity(record.events.entity[event]).path,
      event,
      text: (say) => sentencesOf(scenario, view, say.language)(view.event(event)),
      next: faultsBehind(reading, event),
    };
  },
};
