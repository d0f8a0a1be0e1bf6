/**
 * The one implementation of {@link Recorder}: entities in a list, events and samples in growing columns.
 *
 * Left out: hashing (`record-hash.ts`) and reading (`view.ts`); a recorder only writes, and writes once.
 */
import { EventLog } from './event-log.js';
import type { Entity, EntityKind, Quantity, RunRecord, RunWarning } from './record.js';
import type { Recorder, RecordFacts } from './recorder.js';
import type { RuleId } from './rules.js';
import { grown, SampleLog } from './sample-log.js';

/**
 * A fresh recorder. Its methods throw a RangeError on a mistake of the caller (time that runs backwards, a cause that
 * has not happened, NaN, an entity that nobody registered): a record is right or there is none.
 */
export function createRecorder(): Recorder {
  const entities: Entity[] = [];
  const known = new Map<EntityKind, Map<string, number>>();
  const events = new EventLog();
  const samples = new SampleLog();
  const warnings: RunWarning[] = [];
  let latest = new Int32Array(64).fill(-1);

  function mustExist(entity: number): void {
    if (!(entity >= 0 && entity < entities.length))
      throw new RangeError(`there is no entity ${entity}; ${entities.length} are registered`);
  }

  return {
    entity(kind: EntityKind, id: string, of: readonly number[] = [], path = ''): number {
      const ofKind = known.get(kind) ?? new Map<string, number>();
      known.set(kind, ofKind);
      const found = ofKind.get(id);
      if (found !== undefined) return found;
      const index = entities.length;
      ofKind.set(id, index);
      entities.push({ kind, id, of: [...of], path });
      if (index === latest.length) latest = grown(latest, new Int32Array(index * 2).fill(-1));
      return index;
    },
    entityAt(index: number): Entity {
      mustExist(index);
      return entities[index];
    },
    event(
      time: number,
      rule: RuleId,
      entity: number,
      causes: readonly number[],
      ...numbers: readonly number[]
    ): number {
      mustExist(entity);
      const index = events.append(time, rule, entity, causes, numbers);
      latest[entity] = index;
      return index;
    },
    level(time: number, entity: number, quantity: Quantity, value: number): void {
      mustExist(entity);
      samples.set(time, entity, quantity, value);
    },
    track(entity: number, quantity: Quantity): number {
      return samples.track(entity, quantity);
    },
    levelAt(time: number, track: number, value: number): void {
      samples.setAt(time, track, value);
    },
    current(entity: number, quantity: Quantity): number {
      return samples.current(entity, quantity);
    },
    lastEvent(entity: number): number {
      return entity >= 0 && entity < entities.length ? latest[entity] : -1;
    },
    warn(warning: RunWarning): void {
      warnings.push(warning);
    },
    finish(facts: RecordFacts): RunRecord {
      return {
        format: 'firebreak.record/1',
        engine: facts.engine,
        scenario: facts.scenario,
        layout: facts.layout,
        seed: facts.seed,
        startEpochMilliseconds: facts.startEpochMilliseconds,
        offsetMinutes: facts.offsetMinutes,
        durationMicroseconds: facts.durationMicroseconds,
        originMicroseconds: facts.originMicroseconds,
        entities: entities.slice(),
        events: events.columns(),
        tracks: samples.split(),
        ledgers: facts.ledgers,
        warnings: warnings.slice(),
        counters: facts.counters,
        end: facts.end,
      };
    },
  };
}
