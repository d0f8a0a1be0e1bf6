import type { Scenario } from '../model.js';
import { writeDuration } from '../units/write-duration.js';
import type { CheckFinding } from './check.js';

/** A fault after the end of the run does nothing. */
export function checkFaultTimes(scenario: Scenario): CheckFinding[] {
  const { faults, durationSeconds } = scenario;
  return faults
    .filter(({ atSeconds }) => atSeconds >= durationSeconds)
    .map(({ path, atSeconds }) => ({
      code: 'late-fault',
      at: `${path}.at`,
      values: { at: writeDuration(atSeconds), duration: writeDuration(durationSeconds) },
    }));
}
