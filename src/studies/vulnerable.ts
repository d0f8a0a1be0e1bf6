/**
 * Stability of a run: `metastable` when it stays bad with nothing broken any more; `vulnerable` when it does so once
 * every fault is a tenth larger; else `stable`. The verdict bears its evidence.
 */
import type { RunRecord } from '../record/record.js';
import { readRun } from '../results/reading.js';
import { type StabilityVerdict, stabilityOf } from '../results/stability.js';
import type { FaultKind } from '../scenario/fault-kind.js';
import type { Scenario } from '../scenario/model.js';
import { withLargerFaults } from './larger-faults.js';
import type { Simulate } from './simulate-contract.js';

export type { StabilityVerdict } from '../results/stability.js';

/** `record` is the run of `scenario` with `seed`; runs it once more, with larger faults, unless it is metastable. */
export function judgeStability(
  scenario: Scenario,
  record: RunRecord,
  simulate: Simulate,
  seed: string,
  kinds: readonly FaultKind[],
): StabilityVerdict {
  const asItStands = stabilityOf(readRun(scenario, record));
  if (asItStands.stability === 'metastable') return asItStands;
  const larger = withLargerFaults(scenario, kinds);
  if (larger.changes.length === 0) return asItStands;
  return stabilityOf(readRun(larger.scenario, simulate(larger.scenario, { seed })), larger.changes);
}
