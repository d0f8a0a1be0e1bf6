/** A site that may be entered earlier: its ban ends in half the time. */
import { writeDuration } from '../../../scenario/units/write-duration.js';
import type { Change } from '../change.js';
import { type Clues, concerned } from '../clues.js';

export function entry(clues: Clues): Change[] {
  const { scenario, reading } = clues;
  return concerned(clues, 'entry.allowed', 'entry').flatMap((entity) => {
    const site = reading.view.entity(entity).id;
    return scenario.faults
      .filter(
        ({ kind, parameters, untilSeconds }) =>
          kind === 'no-entry' && parameters.site === site && untilSeconds !== null,
      )
      .map((fault): Change => {
        const until = Math.round((fault.atSeconds + (fault.untilSeconds ?? 0)) / 2);
        return {
          id: `entry:${fault.id}`,
          kind: 'entry',
          set: [`${fault.path}.until=${writeDuration(until)}`],
          layout: null,
          text: (say) =>
            say.in(
              `${say.name(entity)} may be entered at ${say.clock(until * 1e6)}`,
              `${say.name(entity)} 출입을 ${say.clock(until * 1e6)}에 허용`,
            ),
          apply: (base) => ({
            ...base,
            faults: base.faults.map((each) => (each.id === fault.id ? { ...each, untilSeconds: until } : each)),
          }),
        };
      });
  });
}
