/**
 * A part of a large graph: what is within so many steps of one service or journey, both ways, and never more than a stage can
 * show. What is left out is counted, and how much of it is down.
 */
import { STATES, type State } from '../record/record.js';
import type { Reading } from '../results/reading.js';
import type { Scenario } from '../scenario/model.js';
import { type Lanes, layLanes } from './lanes.js';

export const MOST_FOCUSED = 80;

export interface FocusSet {
  /** Ids of services and journeys; that of the middle first. */
  readonly ids: ReadonlySet<string>;
  /** Steps that are shown in full; one more may be in part. */
  readonly hops: number;
}

/** Nearest first; of those of one step, callers and callees in the order of the file. */
export function focusSet(
  { services, journeys }: Scenario,
  middle: string,
  hops: number,
  most = MOST_FOCUSED,
): FocusSet {
  const subjects = [...services, ...journeys];
  const next = new Map<string, Set<string>>(subjects.map(({ id }) => [id, new Set()]));
  for (const { id, needs } of subjects) {
    for (const { service } of needs) {
      next.get(id)?.add(service);
      next.get(service)?.add(id);
    }
  }
  const ids = new Set([middle]);
  let edge = [middle];
  for (let step = 0; step < hops; step++) {
    const found = new Set(edge.flatMap((id) => [...(next.get(id) ?? [])]).filter((id) => !ids.has(id)));
    for (const id of found) {
      if (ids.size >= most) return { ids, hops: step };
      ids.add(id);
    }
    edge = [...found];
  }
  return { ids, hops };
}

/** Lanes of that part alone, the same in all layouts of the file. */
export function focusLanes(scenario: Scenario, otherLayouts: readonly Scenario[], { ids }: FocusSet): Lanes {
  const part = (whole: Scenario): Scenario => ({
    ...whole,
    services: whole.services.filter(({ id }) => ids.has(id)),
    journeys: whole.journeys.filter(({ id }) => ids.has(id)),
  });
  return layLanes(part(scenario), otherLayouts.map(part));
}

/** Services and journeys that are not among those shown. */
export function hiddenBeside(reading: Reading, { ids }: FocusSet, time: number): { hidden: number; down: number } {
  const bad: ReadonlySet<State> = new Set(['down', 'recovering']);
  let [hidden, down] = [0, 0];
  for (const { id, entity } of reading.subjects) {
    if (ids.has(id)) continue;
    hidden++;
    if (entity >= 0 && bad.has(STATES[reading.view.at(entity, 'state', time)])) down++;
  }
  return { hidden, down };
}
