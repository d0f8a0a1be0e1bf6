/**
 * The library's pool on helpers: workers that the page started beside the desk's own. Where there are none, or when the last
 * of them died, the desk does the jobs itself, in slices.
 *
 * What a helper was doing when it died is done by another. Studies share the helpers: each job takes the next that is free,
 * so that a small study need not wait for a large one.
 */
import { doJobInSteps, type Job, othersOf, type Pool, type Scenario } from '../library.js';
import type { Hand, Hands } from './hands.js';
import { inSlices } from './slices.js';

/** Told after each job and, within one that the desk does itself, now and then. */
export type PoolProgress = (done: number, of: number) => void;

/** Scenarios that a helper keeps: more than any one job is about. */
const MOST_TOLD = 32;

const numbers = new WeakMap<Scenario, number>();
let nextNumber = 0;

export function helperPool(hands: Hands, signal: AbortSignal, progress: PoolProgress): Pool {
  return {
    async do({ kind, scenarios, jobs }, answered) {
      let next = 0;
      let done = 0;
      async function one(number: number): Promise<void> {
        const job = jobs[number];
        const order = { kind: kind.name, job, needed: [scenarios[job.scenario], ...othersOf(scenarios, job)] };
        const reply = await someone(order, () => progress(done, jobs.length));
        if (reply === null) return;
        answered(reply.answer as never, number);
        progress(++done, jobs.length);
      }
      async function lane(): Promise<void> {
        while (next < jobs.length && !signal.aborted) await one(next++);
      }
      await Promise.all(Array.from({ length: Math.max(1, Math.min(hands.count, jobs.length)) }, lane));
      return done === jobs.length;
    },
  };

  /** Null: it is not wanted any more. */
  async function someone(order: JobOrder, alive: () => void): Promise<Reply> {
    for (;;) {
      const hand = await hands.take();
      if (hand === null) return alone(order, signal, alive);
      if (signal.aborted) {
        hands.release(hand);
        return null;
      }
      const reply = await byHelper(hand, order, signal).finally(() => hands.release(hand));
      if (signal.aborted) return null;
      if (reply !== null) return reply;
    }
  }
}

interface JobOrder {
  readonly kind: string;
  readonly job: Job;
  /** The job's scenario, and the others that it is about. */
  readonly needed: readonly Scenario[];
}

type Reply = { readonly answer: unknown } | null;

/** Null when the helper died or was told to stop. */
async function byHelper(hand: Hand, { kind, job, needed }: JobOrder, signal: AbortSignal): Promise<Reply> {
  const stop = (): void => void hand.helper.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (const each of needed) await told(hand, each);
    const [scenario, ...others] = needed.map(numberOf);
    return await Promise.race([hand.helper.work({ kind, scenario, others, job }), hand.lost]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function told(hand: Hand, scenario: Scenario): Promise<void> {
  const number = numberOf(scenario);
  if (hand.told.has(number)) return;
  const [oldest] = hand.told;
  if (hand.told.size >= MOST_TOLD) {
    hand.told.delete(oldest);
    void hand.helper.forget(oldest);
  }
  hand.told.add(number);
  await Promise.race([hand.helper.know(number, scenario), hand.lost]);
}

function numberOf(scenario: Scenario): number {
  const known = numbers.get(scenario) ?? nextNumber++;
  numbers.set(scenario, known);
  return known;
}

async function alone({ kind, job, needed }: JobOrder, signal: AbortSignal, alive: () => void): Promise<Reply> {
  const [scenario, ...others] = needed;
  const answer = await inSlices(
    doJobInSteps(kind, scenario, job, others),
    alive,
    () => false,
    () => !signal.aborted,
  );
  return signal.aborted ? null : { answer };
}
