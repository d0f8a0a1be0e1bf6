/**
 * Firebreak as a library: what the command line and the page are made of, for Node and for bundlers.
 *
 * ```ts
 * import { loadScenario, run } from 'firebreak';
 *
 * const scenario = loadScenario(text, { file: 'two-sites.yaml' });
 * const { document } = run(scenario, { seed: '1' });
 * console.log(document.totals.userHoursLost);
 * ```
 *
 * Pure: no files, no clock, no network, no DOM. docs/library.md explains it; its example is executed by a test.
 */

export type { RunRecord, RunWarning, State } from './record/record.js';
export { formatAmount, formatCount, formatDuration, formatShare, LANGUAGES, type Language } from './results/amounts.js';
export { LOSS_CAUSES, type LossCause } from './results/by-cause.js';
export type { ExpectationResult, Verdict } from './results/expectations.js';
export type { HistoryResult } from './results/history.js';
export { isoInstant } from './results/instant.js';
export type { Unit } from './results/measures/measure.js';
export { MEASURES, type Measured, measure } from './results/measures.js';
export { textIn } from './results/names.js';
export { type Reading, readRun, type Subject } from './results/reading.js';
export type { RunDocument, ServiceResult, Stability } from './results/run-document.js';
export { type Summary, summarise } from './results/summary.js';
export { type Step, wentDown } from './results/went-down.js';
export { CAUSE_WORDS, STATE_WORDS } from './results/words.js';
export type { Expectation, Scenario, Text } from './scenario/model.js';
export type { StabilityVerdict } from './studies/vulnerable.js';
