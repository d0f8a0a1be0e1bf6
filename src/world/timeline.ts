/**
 * The world's own events and when they are: a thin face of the engine for whoever schedules.
 *
 * Numbers are the order in which the facts of one instant apply: what happens to machines before what people do about
 * it. The flow's events come after all of these.
 */
import { type EventHandle, NO_EVENT } from '../engine/event-queue.js';
import { later, type Microseconds, microseconds } from '../engine/time.js';

export const WORLD_EVENTS = {
  /** Target: fault; payload: step, see fault-course.ts. */
  fault: 0,
  /** Target: row of `recovery.power`. */
  power: 1,
  /** Target: team, some of which come to work; or -1: the night is over. */
  team: 2,
  /** Target: task. */
  task: 3,
  /** Target: deployment; somebody now knows that it has crashed. */
  notice: 4,
  /** Target: (place + 1) x deployments + deployment. */
  health: 5,
  /** The same; payload 1: users now know that it is healthy. */
  names: 6,
  /** Target: service; payload: what of its failover, see failover.ts. */
  failover: 7,
  /** Target: service; payload: which corruption of its data is noticed. */
  data: 8,
  /** Target: deployment that lets in more. */
  admission: 9,
} as const;

/** Names of the kinds, for messages, in the order of their numbers. */
export const WORLD_EVENT_NAMES: readonly string[] = Object.keys(WORLD_EVENTS);

export interface Timeline {
  now(): Microseconds;
  at(time: Microseconds, kind: number, target: number, payload?: number): EventHandle;
  /** Infinity is never, and gives a handle that no event has. */
  after(seconds: number, kind: number, target: number, payload?: number): EventHandle;
  cancel(handle: EventHandle): void;
  /** Events of the world's own that are still to come. */
  readonly due: number;
  /** One of them has come. */
  happened(): void;
}

/** What a timeline needs of the engine. */
export interface EventSink {
  readonly now: Microseconds;
  schedule(time: Microseconds, kind: number, target: number, payload?: number): EventHandle;
  cancel(handle: EventHandle): boolean;
}

export function createTimeline(engine: EventSink): Timeline {
  let due = 0;
  const at: Timeline['at'] = (time, kind, target, payload = 0) => {
    due++;
    return engine.schedule(time, kind, target, payload);
  };
  return {
    at,
    after(seconds, kind, target, payload) {
      if (seconds === Number.POSITIVE_INFINITY) return NO_EVENT;
      return at(later(engine.now, microseconds(seconds)), kind, target, payload);
    },
    cancel(handle) {
      if (handle !== NO_EVENT && engine.cancel(handle)) due--;
    },
    now: () => engine.now,
    get due() {
      return due;
    },
    happened() {
      due--;
    },
  };
}
