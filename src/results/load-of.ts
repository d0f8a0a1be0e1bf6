/** How much deployments are asked for, over what they can do: 1 is full. */
import type { StepFunction } from '../record/steps.js';
import { combine, maximumOf } from '../record/steps-algebra.js';
import type { Reading } from './reading.js';

/** Greatest of offered over capacity among deployments, at each instant; those that can do nothing are left out. */
export function loadOf(reading: Reading, entities: readonly number[]): StepFunction {
  const loads: StepFunction[] = [];
  for (const entity of entities) {
    const offered = reading.view.track(entity, 'offered');
    const capacity = reading.view.track(entity, 'capacity');
    if (offered && capacity) loads.push(combine(offered, capacity, (asked, able) => (able > 0 ? asked / able : 0)));
  }
  return maximumOf(loads);
}
