/**
 * The loop of a run: one queue, one clock, facts first and conclusions after.
 *
 * All facts of one microsecond are applied before anything is evaluated: each due event is handed to its kind's handler,
 * in order of (kind, target), whatever the order in which they were scheduled; then `settle` is called once, to work out
 * what follows. What a handler or settle schedules for this same microsecond is applied, and settled,
 * before time moves on. Nothing happens, and nothing is paid, between events.
 * Left out: processes, waiting, interruption of handlers, real time. A model that needs a state keeps it itself.
 */
import { type EventHandle, EventQueue } from './event-queue.js';
import { EventStormError, StormGuard } from './storm-guard.js';
import { type Microseconds, START, toSeconds } from './time.js';

/** A kind of event; its index in the list given to {@link Engine} is the integer that events carry. */
export interface EventKind {
  /** For messages, as a past fact: `power.lost`. */
  readonly name: string;
  /** Applies the fact: changes the model's state, schedules events, evaluates nothing. */
  readonly apply: (target: number, payload: number, time: Microseconds) => void;
}

export interface EngineOptions {
  /** In the order in which the facts of one instant apply: causes (power) before consequences (boot). */
  readonly kinds: readonly EventKind[];
  /** Called once after all facts of an instant; evaluates, and schedules what will follow. */
  readonly settle?: (time: Microseconds) => void;
  /** How many events one simulated second may have before the run is given up as an endless loop: a million. */
  readonly maxEventsPerSecond?: number;
}

/** An error thrown by a handler or by settle, with the event that it was about; the error itself is the `cause`. */
export class EventError extends Error {
  override name = 'EventError';
  readonly time: Microseconds;
  /** The kind's name, or `settle`. */
  readonly kind: string;
  /** What it happened to; the last event's for `settle`. */
  readonly target: number;

  constructor(time: Microseconds, kind: string, target: number, cause: unknown) {
    const what = kind === 'settle' ? kind : `${kind} of ${target}`;
    super(`${what} at ${toSeconds(time)} s: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.time = time;
    this.kind = kind;
    this.target = target;
  }
}

const SETTLE = -1;
const MAX_EVENTS_PER_SECOND = 1e6;

export class Engine {
  /** The current instant. */
  now: Microseconds = START;
  /** Events applied so far. */
  events = 0;

  readonly #queue = new EventQueue();
  readonly #kinds: readonly EventKind[];
  readonly #settle: (time: Microseconds) => void;
  readonly #guard: StormGuard;
  #kind = SETTLE;
  #target = 0;

  constructor({ kinds, settle = () => {}, maxEventsPerSecond = MAX_EVENTS_PER_SECOND }: EngineOptions) {
    this.#kinds = kinds;
    this.#settle = settle;
    this.#guard = new StormGuard(kinds, maxEventsPerSecond);
  }

  /** Events waiting. */
  get pending(): number {
    return this.#queue.size;
  }

  /** When the next event is due; Infinity when none is. */
  get nextTime(): number {
    return this.#queue.peekTime();
  }

  /**
   * Schedules an event. Two of one kind, target and instant are applied in the order of scheduling.
   *
   * @param time whole microseconds, now or later
   * @param kind index of the kind
   * @param target what it happens to, a 32-bit integer: the model's own numbering, made in order of id
   * @throws RangeError for a time in the past or not whole, an unknown kind, a target that is no such integer
   */
  schedule(time: Microseconds, kind: number, target: number, payload = 0): EventHandle {
    const what = this.#kinds[kind];
    if (what === undefined) throw new RangeError(`there is no kind of event ${kind}`);
    if (!Number.isSafeInteger(time) || time < this.now) {
      throw new RangeError(
        `${what.name} of ${target} cannot be at ${time} us: it is ${this.now} us, and time is whole`,
      );
    }
    if ((target | 0) !== target) throw new RangeError(`${what.name} cannot happen to ${target}`);
    return this.#queue.push(time, kind, target, payload);
  }

  /** Takes a scheduled event back; false if it has happened or was cancelled before. */
  cancel(handle: EventHandle): boolean {
    return this.#queue.cancel(handle);
  }

  /**
   * Applies all events up to and at `end`, then sets the clock to `end`; may be called again with a later one.
   *
   * @throws EventError around whatever a handler or settle throws; EventStormError for an endless loop
   */
  runUntil(end: Microseconds): void {
    while (this.#queue.peekTime() <= end) this.step();
    if (end > this.now) this.now = end;
  }

  /** Moves to the next instant that has events, applies and settles all of it; false when nothing is due any more. */
  step(): boolean {
    const time = this.#queue.peekTime() as Microseconds;
    if (time === Number.POSITIVE_INFINITY) return false;
    this.now = time;
    try {
      do {
        this.#applyFacts(time);
        this.#kind = SETTLE;
        this.#settle(time);
      } while (this.#queue.peekTime() === time);
    } catch (error) {
      if (error instanceof EventStormError || error instanceof EventError) throw error;
      throw new EventError(time, this.#kind === SETTLE ? 'settle' : this.#kinds[this.#kind].name, this.#target, error);
    }
    return true;
  }

  #applyFacts(time: Microseconds): void {
    const queue = this.#queue;
    while (queue.peekTime() === time) {
      queue.pop();
      this.#kind = queue.kind;
      this.#target = queue.target;
      this.#guard.count(time, queue.kind, queue.target);
      this.events++;
      this.#kinds[queue.kind].apply(queue.target, queue.payload, time);
    }
  }
}
