/**
 * Reads a record the way a test asks: when did what happen to whom, in seconds since the start.
 *
 * ```ts
 * const run = readRun(simulate(scenario, { seed: 1 }));
 * expect(run.time('task.finished', 'web@here:check#1')).toBe(41_400);
 * ```
 */
import type { EntityKind, Quantity, RunRecord } from '../../src/record/record.js';
import type { RuleId } from '../../src/record/rules.js';
import { type EventView, viewRecord } from '../../src/record/view.js';

export interface RunReader {
  readonly record: RunRecord;
  /** Seconds of all events of a rule about an entity (by id, of any kind), in order. */
  times(rule: RuleId, id?: string): number[];
  /** The only one; throws when there is none or another. */
  time(rule: RuleId, id: string): number;
  events(rule: RuleId, id?: string): EventView[];
  /** Value of a track at a time in seconds. */
  at(kind: EntityKind, id: string, quantity: Quantity, seconds: number): number;
  /** Largest value of a track. */
  most(kind: EntityKind, id: string, quantity: Quantity): number;
  /** Rules and entities of the events that such events name as their causes: `power.lost here/z`. */
  causes(rule: RuleId, id: string): string[];
}

export function readRun(record: RunRecord): RunReader {
  const view = viewRecord(record);
  const all = Array.from({ length: record.events.count }, (_, index) => view.event(index));
  const events: RunReader['events'] = (rule, id) =>
    all.filter((event) => event.rule === rule && (id === undefined || view.entity(event.entity).id === id));
  const only = (rule: RuleId, id: string): EventView => {
    const found = events(rule, id);
    if (found.length !== 1) throw new Error(`${found.length} events ${rule} of ${id}, not one`);
    return found[0];
  };
  return {
    record,
    events,
    times: (rule, id) => events(rule, id).map((event) => event.time / 1e6),
    time: (rule, id) => only(rule, id).time / 1e6,
    at: (kind, id, quantity, seconds) => view.at(view.find(kind, id), quantity, seconds * 1e6),
    most(kind, id, quantity) {
      const track = view.track(view.find(kind, id), quantity);
      return track ? Math.max(...track.values) : Number.NaN;
    },
    causes: (rule, id) =>
      events(rule, id)
        .flatMap(({ causes }) => causes)
        .map((cause) => `${all[cause].rule} ${view.entity(all[cause].entity).id}`),
  };
}
