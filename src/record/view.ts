/**
 * Reading a record: entities by name, state at a time, and the events that led to an event.
 *
 * A view holds look-up tables and nothing else; any number of views may read one record.
 */
import { type Entity, type EntityKind, QUANTITIES, type Quantity, type RunRecord, type Track } from './record.js';
import { RULES, type RuleId, ruleNumber } from './rules.js';
import { nextChange, previousChange, valueAt } from './steps.js';

/** An event of the causal log as an object, for those who read a few. */
export interface EventView {
  readonly index: number;
  /** Microseconds since the scenario's start. */
  readonly time: number;
  readonly rule: RuleId;
  readonly entity: number;
  readonly causes: readonly number[];
  /** By the names that the rule gives them. */
  readonly numbers: Readonly<Record<string, number>>;
}

export interface RecordView {
  readonly record: RunRecord;
  /** Number of an entity, or -1. */
  find(kind: EntityKind, id: string): number;
  entity(index: number): Entity;
  /** Numbers of all entities of a kind, in the order of their registration. */
  ofKind(kind: EntityKind): readonly number[];
  /** Null when nothing was recorded. */
  track(entity: number, quantity: Quantity): Track | null;
  /** The value that holds at `time` (microseconds); NaN before the first sample or without a track. */
  at(entity: number, quantity: Quantity, time: number): number;
  /** The next time after `time`, and the last before it, at which the value changes; null when there is none. */
  nextChange(entity: number, quantity: Quantity, time: number): number | null;
  previousChange(entity: number, quantity: Quantity, time: number): number | null;
  event(index: number): EventView;
  /** Events about an entity, earliest first. */
  eventsOf(entity: number): readonly number[];
  /** Events by any of some rules, earliest first. */
  eventsBy(rules: readonly RuleId[]): readonly number[];
  /** First event about an entity at or after `time` for which `test` holds, or -1. */
  firstEvent(entity: number, time: number, test: (event: EventView) => boolean): number;
  /** Number of the last event at or before `time`, or -1. */
  lastEventAt(time: number): number;
}

const QUANTITY_NAMES = Object.keys(QUANTITIES);

export function viewRecord(record: RunRecord): RecordView {
  const { entities, events } = record;
  const numbers = new Map<string, number>(entities.map((entity, index) => [`${entity.kind} ${entity.id}`, index]));
  const kinds = new Map<EntityKind, number[]>();
  entities.forEach((entity, index) => {
    const ofKind = kinds.get(entity.kind);
    if (ofKind) ofKind.push(index);
    else kinds.set(entity.kind, [index]);
  });
  const places = new Map(QUANTITY_NAMES.map((name, place) => [name, place]));
  const slot = (entity: number, quantity: Quantity): number =>
    entity * QUANTITY_NAMES.length + (places.get(quantity) as number);
  const tracks = new Map<number, Track>(record.tracks.map((track) => [slot(track.entity, track.quantity), track]));
  let byEntity: number[][] | null = null;

  function eventsOf(entity: number): readonly number[] {
    if (byEntity === null) {
      byEntity = entities.map(() => []);
      for (let i = 0; i < events.count; i++) byEntity[events.entity[i]].push(i);
    }
    return byEntity[entity] ?? [];
  }

  function event(index: number): EventView {
    const rule = RULES[events.rule[index]];
    const from = events.numbersStart[index];
    return {
      index,
      time: events.time[index],
      rule: rule.id,
      entity: events.entity[index],
      causes: [...events.causes.subarray(events.causesStart[index], events.causesStart[index + 1])],
      numbers: Object.fromEntries(rule.numbers.map((name, i) => [name, events.numbers[from + i]])),
    };
  }

  return {
    record,
    find: (kind, id) => numbers.get(`${kind} ${id}`) ?? -1,
    entity: (index) => entities[index],
    ofKind: (kind) => kinds.get(kind) ?? [],
    track: (entity, quantity) => tracks.get(slot(entity, quantity)) ?? null,
    at(entity, quantity, time) {
      const track = tracks.get(slot(entity, quantity));
      return track === undefined ? Number.NaN : valueAt(track, time);
    },
    nextChange(entity, quantity, time) {
      const track = tracks.get(slot(entity, quantity));
      return track === undefined ? null : nextChange(track, time);
    },
    previousChange(entity, quantity, time) {
      const track = tracks.get(slot(entity, quantity));
      return track === undefined ? null : previousChange(track, time);
    },
    event,
    eventsOf,
    eventsBy(rules) {
      const wanted = new Set(rules.map(ruleNumber));
      const found: number[] = [];
      for (let i = 0; i < events.count; i++) if (wanted.has(events.rule[i])) found.push(i);
      return found;
    },
    firstEvent(entity, time, test) {
      for (const index of eventsOf(entity)) if (events.time[index] >= time && test(event(index))) return index;
      return -1;
    },
    lastEventAt(time) {
      let low = 0;
      let high = events.count;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (events.time[middle] <= time) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    },
  };
}
