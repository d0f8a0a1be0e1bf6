/** A deployment with fewer servers than it should have, and no repair under way that would say why. */
import type { Constraint } from '../constraint.js';
import { faultsBehind } from '../roots.js';
import { lastBy, spanAt } from '../span.js';

export const short: Constraint = {
  answer({ reading, time }, { entity }) {
    const { view, end } = reading;
    const track = view.track(entity, 'servers');
    const now = view.at(entity, 'servers', time);
    const event = lastBy(reading, entity, ['servers.lost', 'servers.crashed', 'servers.destroyed'], time);
    if (event < 0) return null;
    const span = spanAt(track, time, end, (value) => value <= now);
    return {
      since: reading.record.events.time[event],
      until: span?.until ?? null,
      path: view.entity(entity).path,
      event,
      text: (say) =>
        say.in(
          `${say.name(entity)} has ${now === 0 ? 'no servers' : `only ${say.count(now)} servers`} that serve${say.until(span?.until ?? null)}`,
          `${say.name(entity)} 서비스 중인 서버 ${say.count(now)}대${say.until(span?.until ?? null)}`,
        ),
      next: faultsBehind(reading, event),
    };
  },
};
