/** Measures of a run: any of the registry, of the whole or of one service, journey or site. */
import { measure } from '../../../results/measures.js';
import { readRun } from '../../../results/reading.js';
import { type JobKind, runOf } from '../job.js';

export interface AskedMeasure {
  readonly name: string;
  /** Null: of the whole; a measure that services alone have is then that of the worst one. */
  readonly of: string | null;
}

/** Values in the order of the question; null: unknown, never came, or not there. */
export const measuresKind: JobKind<readonly AskedMeasure[], readonly (number | null)[]> = {
  name: 'measures',
  *work(scenario, job) {
    const { seen, record } = yield* runOf(scenario, job);
    const reading = readRun(seen, record);
    return job.ask.map(({ name, of }) => measure(reading, name, of)?.value ?? null);
  },
};
