/**
 * Answers to an incident, as the wheel of misfortune has them: a choice at each stop, laid over the scenario; and thirty
 * that nobody thought about, run and ranked, to compare one's own with.
 *
 * Left out: whether a choice has its effect from its stop on and not before, which the author of the lesson sees to.
 */
import { streams } from '../../engine/streams.js';
import { MEASURES } from '../../results/measures.js';
import { checkScenario } from '../../scenario/check-scenario.js';
import { editScenario } from '../../scenario/edits/edit-scenario.js';
import type { Scenario } from '../../scenario/model.js';
import { type LayoutRunAsk, layoutRunKind } from '../../studies/compare/layout-run.js';
import type { Pool } from '../../studies/pool/pool.js';
import { faultKinds } from '../../world/faults/index.js';
import { DESIGN } from '../designs/design-text.js';
import { laidAsEdits } from '../designs/laid-as-edits.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';

export interface WheelResponse {
  /** Ids of choices, one a stop. */
  readonly choices: readonly string[];
  readonly userHoursLost: number;
  /** Null: not within the run. */
  readonly served95AfterSeconds: number | null;
}

export interface RankedResponses {
  /** Least loss first. */
  readonly ranked: readonly WheelResponse[];
  /** Median user-hours lost of these. */
  readonly median: number;
  readonly finished: boolean;
}

export const DEFAULT_RESPONSES = 30;

/** The scenario that choices make, as a text that opens anywhere, and checked; null: it is wrong. */
export function responseScenario(
  { lesson, scenarioText, scenario }: LoadedLesson,
  choices: readonly string[],
): { readonly text: string; readonly layout: string; readonly scenario: Scenario | null } {
  const lays = (lesson.wheel?.stops ?? []).flatMap((stop, i) =>
    Object.hasOwn(stop.choices, choices[i] ?? '') ? laidAsEdits(stop.choices[choices[i]].lays) : [],
  );
  const { text, layout } = editScenario(scenarioText, lays, { layout: lesson.watch.layout, name: DESIGN });
  const checked = checkScenario(text, { file: scenario.file, layout, faultKinds, measures: MEASURES });
  return { text, layout, scenario: checked.scenario };
}

/** All that can be chosen, in the order of the stops; thirty of them, drawn by the lesson's name, where there are more. */
export function defaultResponses({ lesson }: LoadedLesson, most = DEFAULT_RESPONSES): readonly (readonly string[])[] {
  const all = (lesson.wheel?.stops ?? []).reduce<readonly (readonly string[])[]>(
    (before, { choices }) => before.flatMap((each) => Object.keys(choices).map((id) => [...each, id])),
    [[]],
  );
  const stream = streams(lesson.id).stream('wheel', 'default responses');
  const drawn = all.map((choices) => ({ choices, key: stream.next() })).sort((a, b) => a.key - b.key);
  return drawn.slice(0, most).map(({ choices }) => choices);
}

export async function rankResponses(
  loaded: LoadedLesson,
  responses: readonly (readonly string[])[],
  { pool, seed = loaded.lesson.watch.seed }: { readonly pool: Pool; readonly seed?: string },
): Promise<RankedResponses> {
  const made = responses.flatMap((choices) => {
    const { scenario } = responseScenario(loaded, choices);
    return scenario === null ? [] : [{ choices, scenario }];
  });
  const ask: LayoutRunAsk = {
    measures: ['userHoursLost', 'served95AfterSeconds'],
    subjects: [],
    ofSubjects: [],
    parts: 1,
    judge: false,
  };
  const ran: WheelResponse[] = [];
  const jobs = made.map((_, scenario) => ({ scenario, seed, ask }));
  const finished = await pool.do(
    { kind: layoutRunKind, scenarios: made.map(({ scenario }) => scenario), jobs },
    (answer, job) => {
      const [userHoursLost, served95AfterSeconds] = answer.measures;
      ran.push({ choices: made[job].choices, userHoursLost: userHoursLost ?? 0, served95AfterSeconds });
    },
  );
  const ranked = ran.sort(
    (a, b) => a.userHoursLost - b.userHoursLost || (a.choices.join() < b.choices.join() ? -1 : 1),
  );
  const middle = ranked.length >> 1;
  const at = (i: number): number => ranked[i]?.userHoursLost ?? 0;
  const median = ranked.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { ranked, median: ranked.length === 0 ? 0 : median, finished };
}
