/**
 * Answers to an incident, as the wheel of misfortune has them: a choice at each stop, laid over the scenario; and thirty
 * that nobody thought about, run and ranked, to compare one's own with.
 *
 * Left out: whether a choice has its effect from its stop on and not before, which the author of the lesson sees to.
 */
import { streams } from '../../engine/streams.js';
import { MEASURES } from '../../results/measures.js';
import { addFaults } from '../../scenario/add-faults.js';
import { checkScenario } from '../../scenario/check-scenario.js';
import type { Edit } from '../../scenario/edits/edit.js';
import { editScenario } from '../../scenario/edits/edit-scenario.js';
import type { Scenario } from '../../scenario/model.js';
import { type LayoutRunAsk, layoutRunKind } from '../../studies/compare/layout-run.js';
import type { Pool } from '../../studies/pool/pool.js';
import { faultKinds } from '../../world/faults/index.js';
import { DESIGN } from '../designs/design-text.js';
import { laidAsEdits } from '../designs/laid-as-edits.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import type { Lesson } from '../lessons/lesson.js';
import { type Turn, turnedFaults } from './turned-cards.js';

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

export interface RankOptions {
  readonly pool: Pool;
  /** Of the lesson when left out. */
  readonly seed?: string;
  /** Cards that were turned, the same for all. */
  readonly turns?: readonly Turn[];
}

export const DEFAULT_RESPONSES = 30;

/** What choices lay over the scenario, as changes of its layout; of a stop not decided yet nothing. */
export function responseEdits({ wheel }: Lesson, choices: readonly string[]): readonly Edit[] {
  return (wheel?.stops ?? []).flatMap((stop, i) =>
    Object.hasOwn(stop.choices, choices[i] ?? '') ? laidAsEdits(stop.choices[choices[i]].lays) : [],
  );
}

/** The scenario that choices and turned cards make, as a text that opens anywhere, and checked; null: it is wrong. */
export function responseScenario(
  { lesson, scenarioText, scenario }: LoadedLesson,
  choices: readonly string[],
  turns: readonly Turn[] = [],
): { readonly text: string; readonly layout: string; readonly scenario: Scenario | null } {
  const edits = responseEdits(lesson, choices);
  const edited = editScenario(scenarioText, edits, { layout: lesson.watch.layout, name: DESIGN });
  const { layout } = edited;
  const text = addFaults(edited.text, layout, turnedFaults(lesson, turns));
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
  { pool, seed = loaded.lesson.watch.seed, turns = [] }: RankOptions,
): Promise<RankedResponses> {
  const made = responses.flatMap((choices) => {
    const { scenario } = responseScenario(loaded, choices, turns);
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
  return { ranked, median: medianLoss(ranked), finished };
}

/** Of ways in order of their loss; 0 of none. */
export function medianLoss(ranked: readonly WheelResponse[]): number {
  const at = (i: number): number => ranked[i]?.userHoursLost ?? 0;
  const middle = ranked.length >> 1;
  return ranked.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
}
