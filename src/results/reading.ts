/**
 * A scenario and its record, prepared to be measured: who asks for what, how much of it succeeds, and since when.
 *
 * A *subject* is whatever has users or callers: a service or a journey. All measures read from here, so that a number
 * and a picture of it come from the same step functions.
 */
import type { RunRecord, Track } from '../record/record.js';
import { constant, type StepFunction } from '../record/steps.js';
import { combine } from '../record/steps-algebra.js';
import { type RecordView, viewRecord } from '../record/view.js';
import type { Journey, Scenario, Service, Text, Users } from '../scenario/model.js';

export interface Subject {
  readonly id: string;
  readonly kind: 'service' | 'journey';
  readonly entity: number;
  readonly name: Text;
  readonly order: number;
  readonly path: string;
  readonly users: Users | null;
  /** Success that users who are there and callers see, 0..1. */
  readonly share: StepFunction;
  /** Requests a second that would be made had nothing failed: by users, or by callers where there are no users. */
  readonly wanted: StepFunction;
  /** Index into CAUSES. */
  readonly cause: StepFunction;
  /** Share of its users who are away at a substitute; null where nobody may leave. */
  readonly away: StepFunction | null;
  /** 1 once every check and backlog is done; null when nobody recorded it. */
  readonly complete: StepFunction | null;
}

export interface Reading {
  readonly scenario: Scenario;
  readonly record: RunRecord;
  readonly view: RecordView;
  /** T+0 in microseconds: the first fault that took effect; the run's start when none did. */
  readonly origin: number;
  /** The run's end in microseconds. */
  readonly end: number;
  /** Services first, then journeys, each in the file's order. */
  readonly subjects: readonly Subject[];
  readonly subject: (id: string) => Subject | null;
  /** What `compute` gave the first time for this key: many measures rest on the same step functions. */
  readonly remember: <Result>(key: string, compute: () => Result) => Result;
}

export function readRun(scenario: Scenario, record: RunRecord): Reading {
  const view = viewRecord(record);
  const subjects = [
    ...inFileOrder(scenario.services).map((service) => toSubject(view, 'service', service)),
    ...inFileOrder(scenario.journeys).map((journey) => toSubject(view, 'journey', journey)),
  ];
  // A service and a journey may share an id; then the service is meant.
  const byId = new Map<string, Subject>();
  for (const subject of subjects) if (!byId.has(subject.id)) byId.set(subject.id, subject);
  return {
    scenario,
    record,
    view,
    origin: record.originMicroseconds ?? 0,
    end: record.durationMicroseconds,
    subjects,
    subject: (id) => byId.get(id) ?? null,
    remember: memory(),
  };
}

function memory(): Reading['remember'] {
  const known = new Map<string, unknown>();
  return <Result>(key: string, compute: () => Result): Result => {
    if (!known.has(key)) known.set(key, compute());
    return known.get(key) as Result;
  };
}

/** Success of all users, those who left among them: they get nothing. */
export function shareOfAll({ share, away }: Subject): StepFunction {
  return away === null ? share : combine(share, away, (success, gone) => success * (1 - gone));
}

/** Seconds since T+0, or null for null. */
export function afterSeconds(reading: Reading, microseconds: number): number;
export function afterSeconds(reading: Reading, microseconds: number | null): number | null;
export function afterSeconds(reading: Reading, microseconds: number | null): number | null {
  return microseconds === null ? null : (microseconds - reading.origin) / 1e6;
}

function toSubject(view: RecordView, kind: Subject['kind'], spec: Service | Journey): Subject {
  const entity = view.find(kind, spec.id);
  const track = (quantity: Track['quantity']): Track | null => (entity < 0 ? null : view.track(entity, quantity));
  return {
    id: spec.id,
    kind,
    entity,
    name: spec.name,
    order: spec.order,
    path: spec.path,
    users: spec.users,
    share: track('share') ?? constant(1),
    wanted: track(spec.users === null ? 'asked' : 'wanted') ?? constant(0),
    cause: track('cause') ?? constant(0),
    away: track('away'),
    complete: track('complete'),
  };
}

function inFileOrder<Item extends { readonly order: number }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => a.order - b.order);
}
