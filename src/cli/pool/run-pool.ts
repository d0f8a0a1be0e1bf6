/**
 * Runs made by as many threads as the machine has cores, this one among them; records come back in any order.
 *
 * This thread works in slices, so that Ctrl-C is heard. A thread that cannot be started is done without. Left out:
 * threads that stay for the next command.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ChangeRun, makeChangeRunInSteps, type RunRecord } from '../../index.js';

/** More do not help: what is shared is memory. */
const MOST_THREADS = 8;
const SLICE_MILLISECONDS = 50;

export interface RunPoolOptions {
  /** Called for each record as it comes. */
  readonly made: (number: number, record: RunRecord) => void;
  /** Called now and then, with the number of runs made; throws in order to stop. */
  readonly tick: (made: number) => Promise<void>;
}

interface Answer {
  readonly number: number;
  readonly record?: RunRecord;
  readonly error?: unknown;
}

/** @throws what a run, or `tick`, throws */
export async function makeRuns(runs: readonly ChangeRun[], { made, tick }: RunPoolOptions): Promise<void> {
  let next = 0;
  let done = 0;
  let failure: { readonly error: unknown } | null = null;
  const waiting = new Set<() => void>();
  const finish = (number: number, record: RunRecord): void => {
    done++;
    made(number, record);
  };
  const workers = startWorkers(Math.min(MOST_THREADS, availableParallelism(), runs.length) - 1);
  try {
    for (const worker of workers) {
      const order = (): void => {
        if (next >= runs.length) return;
        const number = next++;
        worker.postMessage({ number, run: runs[number] });
      };
      worker.on('message', ({ number, record, error }: Answer) => {
        if (record === undefined) failure ??= { error };
        else finish(number, record);
        order();
        for (const wake of waiting) wake();
      });
      worker.on('error', (error) => {
        failure ??= { error };
        for (const wake of waiting) wake();
      });
      order();
    }
    while (next < runs.length && failure === null) {
      const number = next++;
      finish(number, await makeHere(runs[number], () => tick(done)));
    }
    while (done < runs.length && failure === null) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, SLICE_MILLISECONDS);
        waiting.add(wake);
      });
      await tick(done);
    }
    if (failure !== null) throw (failure as { error: unknown }).error;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function makeHere(run: ChangeRun, tick: () => Promise<void>): Promise<RunRecord> {
  const steps = makeChangeRunInSteps(run);
  let sliceEnd = performance.now() + SLICE_MILLISECONDS;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < sliceEnd) continue;
    await new Promise((resolve) => setImmediate(resolve));
    await tick();
    sliceEnd = performance.now() + SLICE_MILLISECONDS;
  }
}

/** Where the built worker is not beside the command (in tests of the source), this thread does all. */
function startWorkers(count: number): Worker[] {
  const file = new URL('./run-worker.js', import.meta.url);
  if (count <= 0 || !existsSync(file)) return [];
  return Array.from({ length: count }, () => new Worker(file));
}
