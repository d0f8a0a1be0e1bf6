/** Submissions as they come in: one for each person and lesson, the last one counts. */
import type { Submission } from '../tokens/submission.js';

export interface Collected {
  /** In the order in which people first handed something in. */
  readonly submissions: readonly Submission[];
  /** How many were replaced by a later one. */
  readonly replaced: number;
}

export function collect(submissions: readonly Submission[]): Collected {
  const latest = new Map<string, Submission>();
  for (const submission of submissions) {
    const { workshop, lesson, nick } = submission;
    latest.set(JSON.stringify([workshop, lesson, nick.toLowerCase()]), submission);
  }
  return { submissions: [...latest.values()], replaced: submissions.length - latest.size };
}
