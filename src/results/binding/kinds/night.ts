/** The night pause, in which nobody begins a task: a fact that the scenario states. */
import { nightEnd } from '../../../scenario/night-pause.js';
import type { Constraint } from '../constraint.js';

export const night: Constraint = {
  answer({ reading, time }) {
    const { scenario } = reading;
    const until = nightEnd(scenario.recovery.nightPause, scenario.start, time);
    if (until <= time) return null;
    return {
      since: null,
      until,
      path: 'recovery.nightPause',
      event: -1,
      text: (say) =>
        say.in(
          `it is night: nobody begins a task until ${say.clock(until)}`,
          `야간 휴식: ${say.clock(until)}까지 새 작업을 시작하지 않음`,
        ),
      next: [],
    };
  },
};
