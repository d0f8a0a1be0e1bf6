/** A pool on this machine: threads, or this process alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProcessPool, type Pool } from '../../index.js';
import { packageRoot } from '../package-root.js';

export interface OpenPoolOptions {
  /** 1: this process. */
  readonly workers: number;
  /** Stops it; what is being done is dropped. */
  readonly signal: AbortSignal;
  /** Told now and then how many jobs of the present work are done. */
  readonly progress: (done: number, of: number) => Promise<void>;
}

export interface OpenPool extends Pool {
  close(): Promise<void>;
}

const SLICE_MILLISECONDS = 50;

/** Where nothing is built (in tests of the source), this process does all. */
export async function openPool({ workers, signal, progress }: OpenPoolOptions): Promise<OpenPool> {
  // By the package, not beside this file: bundled, this file is a chunk in a folder of its own.
  const built = join(packageRoot(), 'dist', 'study-worker.js');
  if (workers <= 1 || !existsSync(built)) return { ...pacedPool(signal, progress), close: async () => {} };
  const worker = pathToFileURL(built);
  const { threadPool } = await import('./thread-pool.js');
  return threadPool({ workers, signal, worker, progress: (done, of) => void progress(done, of) });
}

/** In slices, so that Ctrl-C is heard and a bar can move. */
function pacedPool(signal: AbortSignal, progress: OpenPoolOptions['progress']): Pool {
  let sliceEnd = performance.now() + SLICE_MILLISECONDS;
  const next = async (done: number, of: number): Promise<boolean> => {
    await progress(done, of);
    await new Promise((resolve) => setImmediate(resolve));
    sliceEnd = performance.now() + SLICE_MILLISECONDS;
    return !signal.aborted;
  };
  return inProcessPool({
    pause: (done, of) => !signal.aborted && (performance.now() < sliceEnd || next(done, of)),
  });
}
