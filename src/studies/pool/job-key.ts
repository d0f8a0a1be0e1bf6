/**
 * The name of a job by content: jobs of one key have one answer, so that an answer of yesterday can be used again.
 *
 * The key covers the engine's version, the whole scenario (but for where its file lies), the seed and the question.
 */
import type { Scenario } from '../../scenario/model.js';
import { sha256 } from '../../scenario/sha256.js';
import { ENGINE_VERSION } from '../../world/simulate.js';
import type { Job, Work } from './job.js';

/** Keys of the jobs, in hexadecimal, in their order. */
export function jobKeys<Ask, Answer>({ kind, scenarios, jobs }: Work<Ask, Answer>): readonly string[] {
  const contents = scenarios.map(contentKey);
  return jobs.map((job) =>
    keyOf(kind.name, [contents[job.scenario], ...(job.others ?? []).map((place) => contents[place])], job),
  );
}

/** 128 bits: two of a million jobs share a key with a chance of 1e-27. */
const LENGTH = 32;

function keyOf(kind: string, content: readonly string[], { seed, faults, durationSeconds, ask }: Job): string {
  return sha256(written([ENGINE_VERSION, kind, content, seed, faults ?? null, durationSeconds ?? null, ask])).slice(
    0,
    LENGTH,
  );
}

/** Of everything that the scenario says; equal scenarios have equal keys, wherever they were read. */
export function contentKey({ file: _, ...content }: Scenario): string {
  return sha256(written(content));
}

/** JSON has no infinite numbers. */
function written(data: unknown): string {
  return JSON.stringify(data, (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? `number ${value}` : value,
  );
}
