/** Why, of a run that was made: what the worker answers about one subject at one instant. */
import {
  type ExplainDocument,
  type ExplainProgress,
  explainOnceInSteps,
  type LoadedScenario,
  outageAt,
  type Reading,
} from '../library.js';
import { type ByLanguage, byLanguage } from './by-language.js';
import type { RunRequest } from './run-request.js';

export interface ExplainRequest {
  /** The run that is asked about. */
  readonly run: RunRequest;
  /** Id of a service or journey. */
  readonly subject: string;
  /** Microseconds since the run's start. */
  readonly time: number;
  /** Further runs, too: its roots, and what would have saved it. */
  readonly further: boolean;
}

export interface ExplainAnswer {
  readonly documents: ByLanguage<ExplainDocument>;
}

/** While it is up at the time that is asked about, the longest time that it was not is explained. */
export function* explainRun(
  scenario: LoadedScenario,
  reading: Reading,
  { subject: id, time, further }: ExplainRequest,
): Generator<ExplainProgress, ExplainAnswer> {
  const subject = reading.subject(id);
  const isBad = subject !== null && outageAt(reading, subject, time) !== null;
  const documentIn = yield* explainOnceInSteps(scenario, id, {
    reading,
    at: isBad ? time : undefined,
    changes: further ? undefined : 0,
  });
  return { documents: byLanguage(documentIn) };
}
