/** Where runs are made: in a worker or, where the browser lets us have none (a policy, an old browser), here. */
import { proxy, type Remote, wrap } from 'comlink';
import type { RunWorker } from './run.worker.js';
import type { RunAnswer, RunRequest, RunStep } from './run-scenario.js';
import { startWorker } from './start-worker.js';

export interface Engine {
  /** @param onStep told now and then, and once with the run as soon as it is made, before or after the answer is there */
  run(request: RunRequest, onStep: (step: RunStep) => void): Promise<RunAnswer>;
}

/** @param onFallback called once when runs are made in the page itself. */
export function startEngine(onFallback: () => void): Engine {
  let starting: Promise<RunWorkerHandle | null> | null = workerHandle();
  return {
    async run(request, onStep) {
      const worker = await starting;
      if (worker !== null) {
        try {
          return await Promise.race([worker.remote.run(request, proxy(onStep)), worker.broken]);
        } catch (error) {
          // What the library threw is the caller's to hear; only a worker that never came is replaced.
          if (!(error instanceof NoWorker)) throw error;
        }
      }
      if (starting !== null) onFallback();
      starting = null;
      return runHere(request, onStep);
    },
  };
}

interface RunWorkerHandle {
  readonly remote: Remote<RunWorker>;
  /** Rejects when the worker does not start. */
  readonly broken: Promise<never>;
}

class NoWorker extends Error {}

async function workerHandle(): Promise<RunWorkerHandle | null> {
  try {
    const worker = await startWorker();
    const broken = new Promise<never>((_, reject) => {
      worker.addEventListener('error', () => reject(new NoWorker()), { once: true });
    });
    // Nobody may be listening when it breaks.
    broken.catch(() => undefined);
    return { remote: wrap<RunWorker>(worker), broken };
  } catch {
    return null;
  }
}

/** In slices, so that the page can paint and answer in between. */
async function runHere(request: RunRequest, onStep: (step: RunStep) => void): Promise<RunAnswer> {
  const { runScenario } = await import('./run-scenario.js');
  const steps = runScenario(request);
  for (;;) {
    const until = performance.now() + 30;
    do {
      const { done, value } = steps.next();
      if (done) return value;
      onStep(value);
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
