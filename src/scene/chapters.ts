/**
 * A run in a few chapters, to be told before an audience: where it begins, each fault, the worst moment, the return of the
 * power, who is back and who is last.
 *
 * There are as many as there are digits to press: of more, those that tell most are kept, the first fault, the worst moment
 * and the last return among them. Left out: what a chapter means, which a lesson's own chapters say.
 */
import type { RuleId } from '../record/rules.js';
import type { Reading } from '../results/reading.js';
import type { ImpactCurve } from './impact.js';
import type { Marker } from './markers.js';

export type Chapter =
  /** Told by an event of the causal log. */
  | { readonly kind: 'event'; readonly time: number; readonly event: number }
  /** The most people affected. */
  | { readonly kind: 'peak'; readonly time: number; readonly people: number };

export const MOST_CHAPTERS = 9;

/** The less, the more it tells; what is not here is told by the others. */
const WEIGHTS: Readonly<Partial<Record<RuleId, number>>> = {
  'power.lost': 1,
  'fault.began': 1,
  'fault.stepped': 2,
  'cooling.lost': 1,
  'entry.forbidden': 2,
  'link.cut': 1,
  'link.slowed': 2,
  'demand.surged': 1,
  'team.left': 2,
  'intervention.made': 1,
  'power.returned': 1,
  'function.complete': 3,
  'failover.refused': 3,
  'failover.done': 3,
};

/** In order of time, one an instant, nine at most; none of a run in which nothing happens. */
export function chaptersOf(reading: Reading, markers: readonly Marker[], impact: ImpactCurve): readonly Chapter[] {
  const found = new Map<number, { readonly chapter: Chapter; weight: number }>();
  const add = (chapter: Chapter, weight: number): void => {
    const before = found.get(chapter.time);
    if (before === undefined || weight < before.weight) found.set(chapter.time, { chapter, weight });
  };
  for (const { event, time } of markers) {
    const weight = WEIGHTS[reading.view.event(event).rule];
    if (weight !== undefined) add({ kind: 'event', time, event }, weight);
  }
  const { peak, peakAt } = impact;
  // What happens at the worst moment tells more than the number.
  const atPeak = peakAt === null ? undefined : found.get(peakAt);
  if (atPeak !== undefined) atPeak.weight = 0;
  else if (peakAt !== null) add({ kind: 'peak', time: peakAt, people: peak }, 0);
  const all = [...found.values()].sort((a, b) => a.chapter.time - b.chapter.time);
  const ends = [all[0], all.findLast(({ weight }) => weight === WEIGHTS['function.complete'])];
  for (const end of ends) if (end !== undefined) end.weight = 0;
  const kept = [...all].sort((a, b) => a.weight - b.weight).slice(0, MOST_CHAPTERS);
  return kept.map(({ chapter }) => chapter).sort((a, b) => a.time - b.time);
}
