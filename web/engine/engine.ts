/** Where runs are made: in a worker or, where the browser lets us have none (a policy, an old browser), here. */
import { proxy, type Remote, wrap } from 'comlink';
import type { SweptParameter } from '../library.js';
import type { Desk } from './desk.js';
import type { RunRequest } from './run-request.js';
import { startHelpers } from './start-helpers.js';
import { startWorker } from './start-worker.js';
import { toldUntilAnswered } from './told-until-answered.js';

/** See desk.ts; `onStep` is told now and then, and once with the run as soon as it is made, before or after the answer is there. */
export type Engine = Omit<Desk, 'help' | 'loseHelper' | 'serve' | 'sweptParameters'> & {
  sweptParameters(request: RunRequest): Promise<readonly SweptParameter[]>;
};

/** @param onFallback called once when runs are made in the page itself. */
export function startEngine(onFallback: () => void): Engine {
  let starting: Promise<WorkerHandle | null> | null = workerHandle();
  let here: Promise<Desk> | null = null;
  let helpers: Promise<void> | null = null;

  /** By the worker; only one that never came is replaced: what the library threw is the caller's to hear. */
  async function ask<Answer>(question: (desk: Desk | Remote<Desk>) => Promise<Answer>): Promise<Answer> {
    const worker = await starting;
    if (worker !== null) {
      try {
        return await Promise.race([question(worker.remote), worker.broken]);
      } catch (error) {
        if (!(error instanceof NoWorker)) throw error;
      }
    }
    if (starting !== null) onFallback();
    starting = null;
    here ??= import('./desk.js').then(({ createDesk }) => createDesk());
    return question(await here);
  }

  /** A study, with helpers where there is a worker for them to help. */
  async function study<Answer>(question: (desk: Desk | Remote<Desk>) => Promise<Answer>): Promise<Answer> {
    const worker = await starting;
    if (worker !== null) helpers ??= startHelpers(worker.remote);
    await helpers;
    return ask(question);
  }

  return {
    run: (request, onStep) => ask((desk) => desk.run(request, proxy(onStep))),
    explain: (request, onStep) => ask((desk) => desk.explain(request, proxy(onStep))),
    stopExplaining: () => void ask(async (desk) => desk.stopExplaining()),
    beside: (request) => ask((desk) => desk.beside(request)),
    compare: (request, others, onShare) =>
      toldUntilAnswered(onShare, (tell) => study((desk) => desk.compare(request, others, proxy(tell)))),
    stopComparing: () => void ask(async (desk) => desk.stopComparing()),
    contingency: (request, question, onStep) =>
      toldUntilAnswered(onStep, (tell) => study((desk) => desk.contingency(request, question, proxy(tell)))),
    imported: (name, text) => ask((desk) => desk.imported(name, text)),
    sweptParameters: (request) => ask(async (desk) => desk.sweptParameters(request)),
    sweep: (request, question, onStep) => study((desk) => desk.sweep(request, question, proxy(onStep))),
    stopSweep: () => void ask(async (desk) => desk.stopSweep()),
    stopContingency: () => void ask(async (desk) => desk.stopContingency()),
    grade: (question, onShare) =>
      toldUntilAnswered(onShare, (tell) => study((desk) => desk.grade(question, proxy(tell)))),
    wheel: (question, onShare) =>
      toldUntilAnswered(onShare, (tell) => study((desk) => desk.wheel(question, proxy(tell)))),
    stopGrading: () => void ask(async (desk) => desk.stopGrading()),
  };
}

interface WorkerHandle {
  readonly remote: Remote<Desk>;
  /** Rejects when the worker does not start. */
  readonly broken: Promise<never>;
}

class NoWorker extends Error {}

async function workerHandle(): Promise<WorkerHandle | null> {
  try {
    const worker = await startWorker();
    const broken = new Promise<never>((_, reject) => {
      worker.addEventListener('error', () => reject(new NoWorker()), { once: true });
    });
    // Nobody may be listening when it breaks.
    broken.catch(() => undefined);
    return { remote: wrap<Desk>(worker), broken };
  } catch {
    return null;
  }
}
