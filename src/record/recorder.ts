import type { Entity, EntityKind, Quantity, RunCounters, RunRecord, RunWarning } from './record.js';
import type { RuleId } from './rules.js';

/** Writes a record. The world sees this surface only; `createRecorder` (record-writer.ts) gives one. */
export interface Recorder {
  /** Registers an entity, or finds it when (kind, id) is known already; returns its number. */
  entity(kind: EntityKind, id: string, of?: readonly number[], path?: string): number;
  entityAt(index: number): Entity;
  /**
   * Appends a past fact at `time` (microseconds, never before the last) and returns its number. `causes` are numbers of
   * earlier events; negative ones and repeats are left out.
   */
  event(time: number, rule: RuleId, entity: number, causes: readonly number[], ...numbers: readonly number[]): number;
  /** Sets a step function from `time` on; a value equal to the present one writes nothing; two at one time: the last holds. */
  level(time: number, entity: number, quantity: Quantity, value: number): void;
  /** Number of the track of a quantity of an entity, for `levelAt`; -1 before its first `level`. */
  track(entity: number, quantity: Quantity): number;
  /** The same as `level`, by the track's number. */
  levelAt(time: number, track: number, value: number): void;
  /** The value a track has now; NaN before the first `level`. */
  current(entity: number, quantity: Quantity): number;
  /** Number of the latest event about an entity, or -1. */
  lastEvent(entity: number): number;
  warn(warning: RunWarning): void;
  finish(facts: RecordFacts): RunRecord;
}

/** What only the end of a run knows. */
export interface RecordFacts {
  readonly engine: string;
  readonly scenario: { readonly id: string; readonly sha256: string };
  readonly layout: string;
  readonly seed: string;
  readonly startEpochMilliseconds: number;
  readonly offsetMinutes: number;
  readonly durationMicroseconds: number;
  readonly originMicroseconds: number | null;
  readonly ledgers: RunRecord['ledgers'];
  readonly counters: RunCounters;
  readonly end: RunRecord['end'];
}
