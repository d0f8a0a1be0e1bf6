/**
 * What a run leaves: a causal log of events and step functions of everything that can be watched, in columns.
 *
 * Everything a person is shown is read from here. State at a time is a search in a step function, so playing, seeking
 * and comparing are one operation. Times are whole microseconds since the scenario's start. The arrays are plain typed
 * arrays: a record can be posted from a worker, written to disk, or hashed as it is.
 */

/** Things that events are about and tracks belong to. `person` kinds are teams. */
export const ENTITY_KINDS = [
  'run',
  'site',
  'zone',
  'link',
  'service',
  'journey',
  'deployment',
  'dependency',
  'team',
  'fault',
  'task',
  'substitute',
  'copy',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/**
 * An entity of a run. Its index in `entities` is its number everywhere.
 * `id` is unique within its kind: a zone is `pangyo/a1`, a deployment `mail@anyang`, a dependency `mail->object-store`,
 * a task `mail@pangyo:boot#1`. `of` are the entities it belongs to (a zone: its site; a deployment: service, site; a
 * dependency: caller, callee; a task: what it works on, its team or -1).
 */
export interface Entity {
  readonly kind: EntityKind;
  readonly id: string;
  readonly of: readonly number[];
  /** Scenario path, to find its line; empty when there is none. */
  readonly path: string;
}

/** States of services and deployments (design section 2), in the order of their codes in tracks. */
export const STATES = ['up', 'degraded', 'overloaded', 'down', 'recovering', 'warming', 'standby'] as const;
export type State = (typeof STATES)[number];

/** Why a state is bad, in the order of their codes in tracks; `none` while it is up or standby. */
export const CAUSES = ['none', 'own', 'site', 'dependency', 'overload', 'operator', 'shared'] as const;
export type Cause = (typeof CAUSES)[number];

/**
 * Quantities that are recorded as step functions. `unit` is for readers; codes and flags say what their numbers mean.
 * A quantity that never changes from its first value has a single sample at time 0.
 */
export const QUANTITIES = {
  /** service, journey, deployment: index into STATES. */
  state: 'code',
  /** service, journey, deployment: index into CAUSES. */
  cause: 'code',
  /** service, journey, deployment: 1 while its own machines are fine and a dependency is not. */
  blocked: 'flag',
  /** service, journey: success that its users (callers included) see, 0..1. */
  share: 'share',
  /** service, journey with users: first attempts a second that users would make had nothing failed. */
  wanted: '1/s',
  /** service, journey with users: first attempts and returns that succeed, a second. */
  succeeded: '1/s',
  /** service: requests a second wanted by all callers, users and services, had nothing failed upstream of it. */
  asked: '1/s',
  /** deployment: attempts that arrive, a second (refused ones included). */
  offered: '1/s',
  /** deployment: attempts turned away, a second. */
  refused: '1/s',
  /** deployment: requests it finishes, a second, wasted ones included. */
  completed: '1/s',
  /** deployment: requests a second that it can finish now. */
  capacity: '1/s',
  /** deployment: requests waiting. */
  backlog: 'count',
  /** deployment: servers that serve. */
  servers: 'count',
  /** deployment: 0 standby, 1 routed to. */
  routed: 'flag',
  /** deployment: believed healthy by the callers' health checks. */
  believed: 'flag',
  /** deployment: warmth of its coldest cache, 0..1. */
  warmth: 'share',
  /** site, zone: servers with power and booted; site, zone, link: 1 when powered / open / connected. */
  up: 'count',
  powered: 'flag',
  entry: 'flag',
  connected: 'flag',
  /** team: people at work; tasks that wait for it. */
  busy: 'count',
  queue: 'count',
  /** service: work that waits for an async callee; users who come back later. */
  pending: 'count',
  /** service, journey: 1 once every check and backlog is done (full function). */
  complete: 'flag',
  /** dependency: 1 while its breaker is open. */
  open: 'flag',
  /** service with data: writes accepted a second; writes lost so far; writes of two sides that wait to be merged. */
  writes: '1/s',
  lostWrites: 'count',
  unmerged: 'count',
  /** service, journey with users who may leave: share of them who are away at a substitute. */
  away: 'share',
  /** task: its place in the queue of its team, from 1; 0 while it does not queue. */
  position: 'count',
} as const;
export type Quantity = keyof typeof QUANTITIES;

/** One entity's one quantity over time: `values[i]` holds from `times[i]` up to `times[i+1]`; times strictly increase. */
export interface Track {
  readonly entity: number;
  readonly quantity: Quantity;
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/**
 * The causal log. Event `i` happened at `time[i]` to `entity[i]` by `rule[i]` (index into RULES), because of the events
 * `causes[causesStart[i] .. causesStart[i+1])`, all of them earlier in the log; its numbers are
 * `numbers[numbersStart[i] .. numbersStart[i+1])`, named by the rule. An event without causes is a root: a fault, an
 * intervention, or a fact that the scenario states.
 */
export interface EventColumns {
  readonly count: number;
  readonly time: Float64Array;
  readonly rule: Uint16Array;
  readonly entity: Int32Array;
  readonly causesStart: Uint32Array;
  readonly causes: Uint32Array;
  readonly numbersStart: Uint32Array;
  readonly numbers: Float64Array;
}

/** Something a reader must know before trusting the run; `code` is stable, `numbers` fill the sentence. */
export interface RunWarning {
  readonly code:
    | 'not-converged'
    | 'flapping'
    | 'fault-without-effect'
    | 'near-edge'
    | 'start-up-circle'
    | 'waits-for-ever';
  /** Ids concerned, for example deployments. */
  readonly subjects: readonly string[];
  readonly count: number;
  readonly message: string;
}

/** What the run cost the machine; counts are deterministic. */
export interface RunCounters {
  readonly events: number;
  readonly settles: number;
  /** Of queues and retry pools, which feed back on each other; not those of users, demand and machines. */
  readonly steps: number;
  /** Nodes whose quality or load was worked out anew. */
  readonly visits: number;
  readonly notConverged: number;
}

export interface RunRecord {
  readonly format: 'firebreak.record/1';
  readonly engine: string;
  readonly scenario: { readonly id: string; readonly sha256: string };
  readonly layout: string;
  readonly seed: string;
  readonly startEpochMilliseconds: number;
  readonly offsetMinutes: number;
  readonly durationMicroseconds: number;
  /** The first fault that takes effect on anything: T+0 of all results; null when nothing was hit. */
  readonly originMicroseconds: number | null;
  readonly entities: readonly Entity[];
  readonly events: EventColumns;
  /** Sorted by entity, then by quantity's place in QUANTITIES. */
  readonly tracks: readonly Track[];
  /** Sums over the run, exact integrals of what the flow did; see docs/model.md. */
  readonly ledgers: {
    /** By deployment entity: offered = refused + lost + completed + queued. */
    readonly server: readonly {
      readonly entity: number;
      readonly offered: number;
      readonly refused: number;
      readonly lost: number;
      readonly completed: number;
      readonly queued: number;
    }[];
    /**
     * By service or journey entity with users: wanted = succeeded + failed + pending. Of what failed, `notAsked` was
     * never asked because its users were away; of what is pending, `deferred` is put off until it works. Shares of all
     * its users who ever left for a substitute, and who came back: those away at the end are left - returned.
     */
    readonly client: readonly {
      readonly entity: number;
      readonly wanted: number;
      readonly succeeded: number;
      readonly failed: number;
      readonly pending: number;
      readonly notAsked: number;
      readonly deferred: number;
      readonly left: number;
      readonly returned: number;
    }[];
    /** By service entity with data: accepted = kept + lost + unmerged, in writes. */
    readonly data: readonly {
      readonly entity: number;
      readonly accepted: number;
      readonly kept: number;
      readonly lost: number;
      readonly unmerged: number;
    }[];
    /** By asynchronous dependency entity: pieces of work that became too old and are lost, and that still wait. */
    readonly work: readonly { readonly entity: number; readonly bounced: number; readonly waiting: number }[];
  };
  readonly warnings: readonly RunWarning[];
  readonly counters: RunCounters;
  /** What was true at the end, for the verdict on stability. */
  readonly end: { readonly faultsActive: number; readonly tasksOpen: number };
}
