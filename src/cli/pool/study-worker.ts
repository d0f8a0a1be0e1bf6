/** A thread that does jobs of studies: scenarios and questions in, small answers out. */
import { deserialize } from 'node:v8';
import { doJob, type Job, type Scenario } from '../../index.js';

/** A scenario as bytes that all threads see; copied by nobody until one needs it. */
export interface SharedScenario {
  /** Of the scenario within the process. */
  readonly number: number;
  readonly bytes: SharedArrayBuffer;
}

export interface Order {
  readonly kind: string;
  readonly scenario: SharedScenario;
  readonly others: readonly SharedScenario[];
  readonly job: Job;
}

/** An error is an answer, too: whoever gets none knows that the thread died. */
export type Reply = { readonly answer: unknown } | { readonly error: PlainError };

/** What would be lost of an error on its way between threads. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly [more: string]: unknown;
}

export default function reply({ kind, scenario, others, job }: Order): Reply {
  try {
    return { answer: doJob(kind, scenarioOf(scenario), job, others.map(scenarioOf)) };
  } catch (error) {
    return { error: plain(error) };
  }
}

/** Of those used last: a study goes through its layouts in turn. */
const MOST_KEPT = 16;
const kept = new Map<number, Scenario>();

function scenarioOf({ number, bytes }: SharedScenario): Scenario {
  const scenario = kept.get(number) ?? (deserialize(new Uint8Array(bytes).slice()) as Scenario);
  kept.delete(number);
  kept.set(number, scenario);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as number);
  return scenario;
}

function plain(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const more = Object.entries(error).filter(([, value]) => typeof value === 'number' || typeof value === 'string');
  return { ...Object.fromEntries(more), name: error.name, message: error.message, stack: error.stack };
}
