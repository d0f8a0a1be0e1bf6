/**
 * A piece of a study's work, as plain data: a run, and what is asked of it.
 *
 * The answer follows from the job alone, whoever does it: this process, a thread, or a worker of the page. Answers are
 * small (numbers, ids), never records, so that a study of thousands of runs needs no more memory than one of ten.
 */
import type { RunRecord } from '../../record/record.js';
import type { Fault, Scenario } from '../../scenario/model.js';
import { simulateInSteps } from '../simulate-in-steps.js';

export interface Job<Ask = unknown> {
  /** Place in the work's scenarios. */
  readonly scenario: number;
  readonly seed: string;
  /** Places of further scenarios that the question is about. */
  readonly others?: readonly number[];
  /** Instead of the scenario's. */
  readonly faults?: readonly Fault[];
  /** Instead of the scenario's. */
  readonly durationSeconds?: number;
  /** Plain data: JSON of it is the same again. */
  readonly ask: Ask;
}

/** How jobs of a kind are done. Adding a kind: one file of `kinds/`, named in its index. */
export interface JobKind<Ask, Answer> {
  readonly name: string;
  /** Pure. Yields now and then the share done, so that whoever asked can stop; the answer is plain data like the question. */
  readonly work: (scenario: Scenario, job: Job<Ask>, others: readonly Scenario[]) => Generator<number, Answer>;
}

/** Many jobs of a kind. */
export interface Work<Ask, Answer> {
  readonly kind: JobKind<Ask, Answer>;
  readonly scenarios: readonly Scenario[];
  readonly jobs: readonly Job<Ask>[];
}

/** The job begun; it ends with its answer. */
export function begin<Ask, Answer>({ kind, scenarios }: Work<Ask, Answer>, job: Job<Ask>): Generator<number, Answer> {
  return kind.work(scenarios[job.scenario], job, othersOf(scenarios, job));
}

export function othersOf(scenarios: readonly Scenario[], { others }: Job): readonly Scenario[] {
  return (others ?? []).map((place) => scenarios[place]);
}

/** The scenario that the job runs, and its record. */
export function* runOf(
  scenario: Scenario,
  { seed, faults, durationSeconds }: Job,
): Generator<number, { readonly seen: Scenario; readonly record: RunRecord }> {
  const seen = durationSeconds === undefined ? scenario : { ...scenario, durationSeconds };
  return { seen, record: yield* simulateInSteps(seen, { seed, faults }) };
}
