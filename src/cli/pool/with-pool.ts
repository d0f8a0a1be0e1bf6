/**
 * A pool for one study, from the command's options, with a journal where one is named.
 *
 * Ctrl-C stops it: the study goes on with what is done and says that it is partial. A second Ctrl-C ends the process.
 */
import { availableParallelism } from 'node:os';
import type { Pool } from '../../index.js';
import type { Language } from '../output/terminal.js';
import { catchInterrupt } from '../process-signals.js';
import { type JournalOf, openJournal } from './journal.js';
import { journaledPool } from './journaled-pool.js';
import { openPool } from './open-pool.js';
import { studyProgress } from './study-progress.js';

export interface StudyPoolOptions {
  /** All cores when left out; 1: this process. */
  readonly workers?: number;
  /** A file that answers are kept in and taken from. */
  readonly resume?: string;
  readonly journalOf: JournalOf;
  readonly language: Language;
  /** Stops it, too: a limit of time. */
  readonly limit?: AbortSignal | null;
}

/** @throws BadInput for a journal that cannot be used, before any work; JobFailed; what `use` throws */
export async function withPool<Result>(
  { workers = availableParallelism(), resume, journalOf, language, limit = null }: StudyPoolOptions,
  use: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  const journal = resume === undefined ? null : openJournal(resume, journalOf);
  const interruption = catchInterrupt();
  const progress = studyProgress(process.stderr, language);
  const signal = limit === null ? interruption.signal : AbortSignal.any([interruption.signal, limit]);
  const pool = await openPool({ workers, signal, progress: progress.show });
  try {
    return await use(journal === null ? pool : journaledPool(pool, journal));
  } finally {
    progress.stop();
    await pool.close();
    interruption.release();
    journal?.close();
  }
}
