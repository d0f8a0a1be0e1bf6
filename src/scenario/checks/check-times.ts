import type { Scenario } from '../model.js';
import type { CheckFinding } from './check.js';

/** A fault after the end of the run does nothing. */
export function checkFaultTimes(scenario: Scenario): CheckFinding[] {
  const { faults, durationSeconds } = scenario;
  return faults
    .filter(({ atSeconds }) => atSeconds >= durationSeconds)
    .map(({ path, atSeconds }) => ({
      code: 'late-fault',
      at: `${path}.at`,
      values: { at: spoken(atSeconds), duration: spoken(durationSeconds) },
    }));
}

/** `2d4h`, in the units of the file. */
function spoken(seconds: number): string {
  let rest = seconds;
  let text = '';
  for (const [unit, size] of [
    ['d', 86400],
    ['h', 3600],
    ['m', 60],
  ] as const) {
    const whole = Math.floor(rest / size);
    rest -= whole * size;
    if (whole > 0) text += `${whole}${unit}`;
  }
  return rest > 0 || text === '' ? `${text}${Number(rest.toFixed(6))}s` : text;
}
