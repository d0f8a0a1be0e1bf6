/**
 * How a way through a wheel compares: with the default responses under the same cards, and with the ways that parted from
 * it by one decision.
 */
import type { Pool } from '../../studies/pool/pool.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import { defaultResponses, medianLoss, rankResponses, type WheelResponse } from './responses.js';
import type { Turn } from './turned-cards.js';

export interface WheelOutcome {
  readonly own: WheelResponse;
  /** Among the default responses, with as much lost: 1 is the best. */
  readonly place: number;
  /** Default responses, least loss first, and the median of what they lost. */
  readonly ranked: readonly WheelResponse[];
  readonly median: number;
  /** Less was lost than the median. */
  readonly belowMedian: boolean;
  /** Every choice that was not made, all else as it was, in the order of the stops. */
  readonly untaken: readonly UntakenChoice[];
}

export interface UntakenChoice {
  /** From 0. */
  readonly stop: number;
  readonly choice: string;
  readonly userHoursLost: number;
  /** User-hours that it would have cost more; below zero: that it would have saved. */
  readonly more: number;
}

/** Null: it was stopped, or the choices are none of the lesson's. */
export async function wheelOutcome(
  loaded: LoadedLesson,
  choices: readonly string[],
  { pool, turns = [] }: { readonly pool: Pool; readonly turns?: readonly Turn[] },
): Promise<WheelOutcome | null> {
  const defaults = defaultResponses(loaded);
  const ways = untakenWays(loaded, choices);
  const different = new Map([...defaults, choices, ...ways.map((way) => way.choices)].map((way) => [way.join(), way]));
  const { ranked: all, finished } = await rankResponses(loaded, [...different.values()], { pool, turns });
  const ran = new Map(all.map((each) => [each.choices.join(), each]));
  const own = ran.get(choices.join());
  if (!finished || own === undefined) return null;
  const isDefault = new Set(defaults.map((way) => way.join()));
  const ranked = all.filter((each) => isDefault.has(each.choices.join()));
  const median = medianLoss(ranked);
  return {
    own,
    place: 1 + ranked.filter(({ userHoursLost }) => userHoursLost < own.userHoursLost).length,
    ranked,
    median,
    belowMedian: own.userHoursLost < median,
    untaken: ways.flatMap(({ stop, choice, choices: way }) => {
      const lost = ran.get(way.join())?.userHoursLost;
      return lost === undefined ? [] : [{ stop, choice, userHoursLost: lost, more: lost - own.userHoursLost }];
    }),
  };
}

/** Each way that parts from this one by one decision that was made; decisions not made yet stay open. */
export function untakenWays(
  { lesson }: LoadedLesson,
  choices: readonly string[],
): readonly { readonly stop: number; readonly choice: string; readonly choices: readonly string[] }[] {
  return choices.flatMap((made, stop) =>
    Object.keys(lesson.wheel?.stops[stop]?.choices ?? {})
      .filter((choice) => choice !== made)
      .map((choice) => ({ stop, choice, choices: choices.map((each, i) => (i === stop ? choice : each)) })),
  );
}
