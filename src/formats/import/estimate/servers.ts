/** Servers, what each can do, and how many requests it holds: from the source, else so that half of it is free. */
import type { ImportedService } from '../system.js';

/** Two: one is a single point of failure that nobody has said there is. */
const LEAST_SERVERS = 2;
/** Requests a second that an assumed server is asked to do at most. */
const MOST_PER_SERVER = 200;
const HEADROOM = 2;
/** What a scenario that says nothing gets. */
const USUAL_WORKERS = 200;

export interface Servers {
  readonly count: number;
  readonly countAssumed: string | null;
  /** A second, each. */
  readonly capacity: number;
  readonly capacityAssumed: string | null;
  /** Null: the usual number is enough. */
  readonly workers: number | null;
}

/** What no system does, and no scenario may say. */
const MOST_LOAD = 1e10;
const MOST_SERVERS = 1e6;
const MOST_WORKERS = 1e9;

export function serversFor(
  service: ImportedService,
  nominal: number,
  ownSeconds: number,
  answerSeconds: number,
): Servers {
  const load = Math.min(nominal, MOST_LOAD);
  const { replicas, capacity } = service;
  const perServer = capacity === null ? MOST_PER_SERVER : capacity.value / HEADROOM;
  const count = replicas?.value ?? Math.min(MOST_SERVERS, Math.max(LEAST_SERVERS, Math.ceil(load / perServer)));
  const each = load / count;
  // One core at least.
  const enough = Math.max(1 / ownSeconds, HEADROOM * each);
  const held = Math.ceil(3 * Math.max(each, capacity === null ? 0 : Math.min(each, capacity.value)) * answerSeconds);
  return {
    count,
    countAssumed: replicas === null ? 'the source does not say' : null,
    capacity: capacity?.value ?? enough,
    capacityAssumed:
      capacity !== null ? null : enough > 1 / ownSeconds ? 'twice what reaches it at the peak' : 'one core',
    workers: held > USUAL_WORKERS ? Math.min(held, MOST_WORKERS) : null,
  };
}
