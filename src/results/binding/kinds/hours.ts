/** A team that comes to work only later: a fact that the scenario states. */
import type { Constraint } from '../constraint.js';

export const hours: Constraint = {
  answer({ reading, time }, { entity }) {
    const id = reading.view.entity(entity).id;
    const spec = reading.scenario.recovery.teams.find((each) => each.id === id);
    if (spec === undefined) return null;
    const later = spec.groups.filter(({ fromSeconds }) => fromSeconds * 1e6 > time);
    if (later.length === 0) return null;
    const first = later.reduce((best, each) => (each.fromSeconds < best.fromSeconds ? each : best));
    const from = first.fromSeconds * 1e6;
    return {
      since: null,
      until: from,
      path: `${first.path}.from`,
      event: -1,
      text: (say) =>
        say.in(
          `${say.name(entity)} comes to work at ${say.clock(from)}`,
          `${say.name(entity)} 투입 시각 ${say.clock(from)}`,
        ),
      next: [],
    };
  },
};
