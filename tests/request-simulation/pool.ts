/** Requests at a place and calls in flight, used again and again: a run makes millions, and no garbage. */
import { NO_EVENT } from '../../src/engine/event-queue.js';

/** One request at one place. */
export class Job {
  static readonly FREE = 0;
  static readonly TRAVELLING = 1;
  static readonly WAITING = 2;
  /** Holds a core and a worker. */
  static readonly WORKING = 3;
  /** Holds a worker. */
  static readonly CALLING = 4;

  readonly id: number;
  state = Job.FREE;
  place = 0;
  /** Who waits for the answer, and which attempt of it; later attempts are not interested. */
  call: Call | null = null;
  attempt = 0;
  latency = 0;
  arrivedAt = 0;
  /** Calls of the place begun so far; calls of the present one still to be made; calls under way. */
  step = 0;
  left = 0;
  open = 0;
  failed = false;
  timer: number = NO_EVENT;
  /** The next one in the queue. */
  next: Job | null = null;

  constructor(id: number) {
    this.id = id;
  }

  begin(place: number, call: Call, attempt: number, latency: number): void {
    this.state = Job.TRAVELLING;
    this.place = place;
    this.call = call;
    this.attempt = attempt;
    this.latency = latency;
    this.step = 0;
    this.left = 0;
    this.open = 0;
    this.failed = false;
    this.next = null;
  }

  clear(): void {
    this.state = Job.FREE;
    this.call = null;
  }
}

/** One call: a first attempt and its retries. */
export class Call {
  readonly id: number;
  route = 0;
  /** The request that calls; null for users and for messages. */
  job: Job | null = null;
  /** Counts up whenever an answer that is under way loses its meaning. */
  attempt = 0;
  tries = 0;
  /** An attempt is under way, as a breaker's probe or not; to the how-manieth place of a spilling route. */
  sent = false;
  sentAt = 0;
  probe = false;
  nth = 0;
  /** Entry of the cache that it fetches; -1: none. */
  entry = -1;
  /** When it was first made. */
  since = 0;
  timer: number = NO_EVENT;
  retry: number = NO_EVENT;

  constructor(id: number) {
    this.id = id;
  }

  clear(): void {
    this.job = null;
    this.sent = false;
  }
}

/** Hands out items and takes them back; an item's id is its place in `items`. */
export class Pool<T extends { clear(): void }> {
  readonly items: T[] = [];
  private readonly free: T[] = [];
  private readonly make: (id: number) => T;

  constructor(make: (id: number) => T) {
    this.make = make;
  }

  take(): T {
    const used = this.free.pop();
    if (used) return used;
    const made = this.make(this.items.length);
    this.items.push(made);
    return made;
  }

  give(item: T): void {
    item.clear();
    this.free.push(item);
  }
}
