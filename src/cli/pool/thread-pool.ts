/**
 * A pool of threads (piscina). A thread that dies is replaced and its job done again; the third death over one job is an
 * error that names it.
 *
 * Loaded only by commands that make many runs. Left out: threads that stay for the next command.
 */
import { serialize } from 'node:v8';
import { Piscina } from 'piscina';
import { othersOf, type Pool, type Scenario } from '../../index.js';
import { JobFailed } from './job-failed.js';
import { compileLess, THREAD_LIMITS } from './lean-threads.js';
import type { Order, Reply, SharedScenario } from './study-worker.js';

export interface ThreadPoolOptions {
  readonly workers: number;
  /** Stops it; what is being done is dropped. */
  readonly signal: AbortSignal;
  /** Called after each job. */
  readonly progress: (done: number, of: number) => void;
  /** The built worker. */
  readonly worker: URL;
}

export interface ThreadPool extends Pool {
  close(): Promise<void>;
}

const MOST_DEATHS = 3;

export function threadPool({ workers, signal, progress, worker }: ThreadPoolOptions): ThreadPool {
  compileLess();
  const threads = new Piscina<Order, Reply>({
    filename: worker.href,
    minThreads: workers,
    maxThreads: workers,
    recordTiming: false,
    resourceLimits: THREAD_LIMITS,
  });
  const shared = sharing();
  const dead = deathOfAll(threads);
  const stopped = new Promise<false>((resolve) => {
    if (signal.aborted) resolve(false);
    else signal.addEventListener('abort', () => resolve(false), { once: true });
  });

  return {
    async do({ kind, scenarios, jobs }, answered) {
      let next = 0;
      let done = 0;
      /** Each keeps one thread busy, and takes the next job only then: on Ctrl-C nothing waits in a queue. */
      const lane = async (): Promise<void> => {
        while (next < jobs.length && !signal.aborted) {
          const number = next++;
          const job = jobs[number];
          const scenario = scenarios[job.scenario];
          const answer = await answerOf(
            { kind: kind.name, scenario: shared(scenario), others: othersOf(scenarios, job).map(shared), job },
            scenario,
          );
          if (signal.aborted) return;
          answered(answer as never, number);
          progress(++done, jobs.length);
        }
      };
      const all = Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, lane)).then(() => !signal.aborted);
      return Promise.race([all, stopped, dead]);
    },
    close: () => threads.destroy(),
  };

  async function answerOf(order: Order, scenario: Scenario): Promise<unknown> {
    for (let deaths = 1; ; deaths++) {
      let reply: Reply;
      try {
        reply = await threads.run(order);
      } catch (error) {
        if (signal.aborted) return null;
        if (deaths < MOST_DEATHS) continue;
        throw new JobFailed(lost(error), scenario, order.job.seed);
      }
      if ('answer' in reply) return reply.answer;
      throw new JobFailed(Object.assign(new Error(reply.error.message), reply.error), scenario, order.job.seed);
    }
  }
}

function lost(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`a worker died ${MOST_DEATHS} times over the same run: ${reason}`, { cause: error });
}

/** Rejects when no thread is left and none can be started: piscina would wait for ever. */
function deathOfAll(threads: Piscina<Order, Reply>): Promise<never> {
  const death = new Promise<never>((_, reject) => {
    threads.on('error', reject);
    threads.on('workerDestroy', () => {
      setImmediate(() => {
        if (threads.threads.length === 0) reject(new Error('no worker can be started'));
      });
    });
  });
  // After the work nobody waits for it any more.
  death.catch(() => {});
  return death;
}

/** Each scenario is written down once, when it is first wanted. */
function sharing(): (scenario: Scenario) => SharedScenario {
  const known = new WeakMap<Scenario, SharedScenario>();
  let number = 0;
  return (scenario) => {
    const before = known.get(scenario);
    if (before !== undefined) return before;
    const written = serialize(scenario);
    const bytes = new SharedArrayBuffer(written.byteLength);
    new Uint8Array(bytes).set(written);
    const made = { number: number++, bytes };
    known.set(scenario, made);
    return made;
  };
}
