/** What was handed in of a wheel: what the choices of each cost, against the default responses under the same cards. */
import type { Pool } from '../../studies/pool/pool.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import type { Submission } from '../tokens/submission.js';
import { defaultResponses, rankResponses } from '../wheel/responses.js';
import { readInterventions, type Turn } from '../wheel/turned-cards.js';

export interface GradedWheel {
  /** User-hours; in the order of what was handed in. Null: they are no choices of the lesson. */
  readonly lost: readonly (number | null)[];
  /** Less than the median of the default responses. */
  readonly passed: readonly boolean[];
  /** Of the default responses under the cards that were turned first of all. */
  readonly defaultMedian: number;
  readonly finished: boolean;
}

export async function gradeWheel(
  loaded: LoadedLesson,
  submissions: readonly Submission[],
  pool: Pool,
): Promise<GradedWheel> {
  const { stops = [], deck = {} } = loaded.lesson.wheel ?? {};
  const isCard = ({ stop, card }: Turn): boolean => stop < stops.length && Object.hasOwn(deck, card);
  const all = submissions.map(({ interventions }) => {
    const { choices, turns } = readInterventions(interventions);
    const valid = stops.every((stop, i) => Object.hasOwn(stop.choices, choices[i] ?? '')) && turns.every(isCard);
    return { choices: choices.slice(0, stops.length), turns, hand: JSON.stringify(turns), valid };
  });
  const lost: (number | null)[] = submissions.map(() => null);
  const passed = submissions.map(() => false);
  let defaultMedian: number | null = null;
  let finished = true;
  for (const hand of new Set(all.map((each) => each.hand))) {
    const own = all.filter((each) => each.hand === hand);
    const { turns } = own[0];
    const defaults = await rankResponses(loaded, defaultResponses(loaded), { pool, turns });
    const ways = new Map(own.filter(({ valid }) => valid).map(({ choices }) => [choices.join(), choices]));
    const ran = await rankResponses(loaded, [...ways.values()], { pool, turns });
    finished = finished && defaults.finished && ran.finished;
    defaultMedian ??= defaults.median;
    for (const [i, each] of all.entries()) {
      if (each.hand !== hand || !each.valid) continue;
      lost[i] = ran.ranked.find(({ choices }) => choices.join() === each.choices.join())?.userHoursLost ?? null;
      passed[i] = (lost[i] ?? Number.POSITIVE_INFINITY) < defaults.median;
    }
  }
  return { lost, passed, defaultMedian: defaultMedian ?? 0, finished };
}
