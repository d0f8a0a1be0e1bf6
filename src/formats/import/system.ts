/**
 * What a source tells of a system, whatever its format: services, calls between them, and where each was read.
 *
 * Nothing is filled in here. Whatever the source does not say is null, and is decided in `estimate.ts` as an assumption.
 */
import type { DependencyKind } from '../../scenario/model.js';
import type { Span } from '../../scenario/reading/span.js';
import type { ImportNote } from './notes.js';

/** A value that was read, and where; `how` says what it was there, for the comment beside it. */
export interface Fact<Value> {
  readonly value: Value;
  readonly at: Span;
  readonly how: string;
}

export interface Place {
  readonly site: string;
  /** Null: the whole site. */
  readonly zone: string | null;
}

export interface ImportedService {
  /** As in the source; the key under which sources are merged. */
  readonly name: string;
  readonly at: Span;
  /** A namespace, a system, a category. */
  group: string | null;
  replicas: Fact<number> | null;
  /** Where its servers stand, evenly. */
  places: Fact<readonly Place[]> | null;
  /** Somebody outside asks it; requests in the unit of the system's volumes, where known. */
  entry: Fact<number | null> | null;
  /** Requests that reach it in all, in the unit of the system's volumes, where that is told apart from its callers. */
  received: Fact<number> | null;
  /** Requests a second that one server can do. */
  capacity: Fact<number> | null;
  /** Own work on one request, seconds. */
  serviceSeconds: Fact<number> | null;
  /** It answers others and is not asked by people: a database, a cache, a queue, a collector of traces. */
  isBackend: boolean;
}

export interface ImportedCall {
  readonly from: string;
  readonly to: string;
  readonly kind: DependencyKind;
  readonly at: Span;
  readonly how: string;
  /** In the unit of the system's volumes. */
  volume: Fact<number> | null;
  /** Calls per request of the caller. */
  perRequest: Fact<number> | null;
  timeoutSeconds: Fact<number> | null;
  retries: Fact<number> | null;
}

/** What goes wrong, by the names of the source. */
export interface ImportedFault {
  readonly kind: 'crash' | 'slow' | 'surge' | 'power-loss';
  /** Null: the whole of the first site (`power-loss`). */
  readonly service: string | null;
  readonly atSeconds: number;
  readonly untilSeconds: number | null;
  /** Share of its servers; null: all. */
  readonly servers: number | null;
  readonly factor: number | null;
  readonly at: Span;
  readonly how: string;
}

/** What must hold, by the names of the source. */
export interface ImportedExpectation {
  readonly name: string;
  readonly service: string;
  readonly measure: string;
  readonly atLeast: string | null;
  readonly atMost: string | null;
  readonly at: Span;
  readonly how: string;
}

/** Requests over time that an experiment sends to a service. */
export interface ImportedLoad {
  readonly service: string;
  /** Base name of the file that has the rates; null: `ratePerSecond` says all. */
  readonly file: string | null;
  readonly ratePerSecond: number | null;
  readonly at: Span;
}

export interface System {
  readonly file: string;
  /** For people: `Jaeger dependencies`. */
  readonly format: string;
  title: string | null;
  readonly services: Map<string, ImportedService>;
  readonly calls: Map<string, ImportedCall>;
  /** Volumes are a second; false: they count whatever the source counted. */
  ratesPerSecond: boolean;
  /** The source tells who calls whom (traces, meshes), not only who is configured with whose address. */
  measuresCalls: boolean;
  readonly faults: ImportedFault[];
  readonly expectations: ImportedExpectation[];
  readonly loads: ImportedLoad[];
  /** Rates of a load file: seconds, requests a second. */
  readonly rates: (readonly [seconds: number, perSecond: number])[];
  durationSeconds: number | null;
  readonly notes: ImportNote[];
}

export function emptySystem(file: string, format: string): System {
  return {
    file,
    format,
    title: null,
    services: new Map(),
    calls: new Map(),
    ratesPerSecond: false,
    measuresCalls: false,
    faults: [],
    expectations: [],
    loads: [],
    rates: [],
    durationSeconds: null,
    notes: [],
  };
}

/** The service of that name, made if it is new. */
export function serviceOf(system: System, name: string, at: Span): ImportedService {
  const known = system.services.get(name);
  if (known !== undefined) return known;
  const made: ImportedService = {
    name,
    at,
    group: null,
    replicas: null,
    places: null,
    entry: null,
    received: null,
    capacity: null,
    serviceSeconds: null,
    isBackend: false,
  };
  system.services.set(name, made);
  return made;
}

/** The call between two services, made if it is new; both are made too. Start-up needs stand beside calls. */
export function callOf(
  system: System,
  { from, to, kind, at, how }: Pick<ImportedCall, 'from' | 'to' | 'kind' | 'at' | 'how'>,
): ImportedCall {
  serviceOf(system, from, at);
  serviceOf(system, to, at);
  const key = callKey(from, to, kind);
  const known = system.calls.get(key);
  if (known !== undefined) return known;
  const made: ImportedCall = {
    from,
    to,
    kind,
    at,
    how,
    volume: null,
    perRequest: null,
    timeoutSeconds: null,
    retries: null,
  };
  system.calls.set(key, made);
  return made;
}

/** Calls of all kinds are one edge; what is needed only to start or to repair is another. */
export function callKey(from: string, to: string, kind: DependencyKind): string {
  return JSON.stringify([from, to, kind === 'startup' || kind === 'operate' ? kind : 'call']);
}
