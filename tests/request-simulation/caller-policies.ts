/** What a caller does to protect itself and its callee: cache, retry budget, breaker. One of each a route. */
import type { Breaker, Cache } from '../../src/scenario/model.js';

/**
 * A request asks for one of N entries, all alike. An entry that is not there is fetched, and there once the fetch has
 * succeeded; one that is there answers a share `hits` of those who ask (the others ask for what is never cached).
 */
export class EntryCache {
  readonly hits: number;
  private readonly filled: Uint8Array;
  private count = 0;

  constructor(spec: Cache) {
    this.hits = spec.hits;
    this.filled = new Uint8Array(spec.entries);
    if (!spec.coldAtStart) {
      this.filled.fill(1);
      this.count = spec.entries;
    }
  }

  get warmth(): number {
    return this.count / this.filled.length;
  }

  /** The entry to fetch, or -1 when it was a hit. */
  look(which: number, luck: number): number {
    const entry = Math.floor(which * this.filled.length);
    return this.filled[entry] === 1 && luck < this.hits ? -1 : entry;
  }

  fill(entry: number): void {
    this.count += 1 - this.filled[entry];
    this.filled[entry] = 1;
  }

  chill(): void {
    this.filled.fill(0);
    this.count = 0;
  }
}

/** Retries that may be saved up: assumed, small beside a second's traffic. */
const ROOM = 10;

/** A token bucket: each first attempt puts in a share of a token, each retry takes one. */
export class RetryTokens {
  private readonly share: number;
  private tokens = ROOM;

  constructor(share: number | null) {
    this.share = share ?? Number.POSITIVE_INFINITY;
  }

  first(): void {
    this.tokens = Math.min(ROOM, this.tokens + this.share);
  }

  /** Takes a token for a retry if there is one. */
  take(): boolean {
    if (this.share === Number.POSITIVE_INFINITY) return true;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}

const BUCKETS = 10;
/** Fewer attempts than this in a window say nothing: assumed. */
const FEWEST = 10;

/**
 * Opens when the failing share of the attempts that ended within the last window reaches the limit; then lets nothing
 * through for its time, then one probe at a time: an answer closes it, a failure keeps it open for its time again.
 */
export class WindowBreaker {
  private readonly spec: Breaker;
  private readonly good = new Float64Array(BUCKETS);
  private readonly bad = new Float64Array(BUCKETS);
  private bucket = 0;
  private openUntil = -1;
  private probing = false;

  constructor(spec: Breaker) {
    this.spec = spec;
  }

  get isOpen(): boolean {
    return this.openUntil >= 0;
  }

  /** Whether an attempt may be sent now, and as what. */
  admits(now: number): 'no' | 'yes' | 'probe' {
    if (this.openUntil < 0) return 'yes';
    if (now < this.openUntil || this.probing) return 'no';
    this.probing = true;
    return 'probe';
  }

  /** An attempt that was sent has ended. One that was sent before the breaker opened tells it nothing. */
  ended(now: number, well: boolean, probe: boolean): void {
    if (probe) {
      this.probing = false;
      if (well) this.close(now);
      else this.openUntil = now + this.spec.openSeconds;
      return;
    }
    if (this.openUntil >= 0) return;
    this.turn(now);
    const at = this.bucket % BUCKETS;
    if (well) this.good[at]++;
    else this.bad[at]++;
    if (well) return;
    let good = 0;
    let bad = 0;
    for (let i = 0; i < BUCKETS; i++) {
      good += this.good[i];
      bad += this.bad[i];
    }
    if (good + bad >= FEWEST && bad >= this.spec.failureShare * (good + bad)) {
      this.openUntil = now + this.spec.openSeconds;
    }
  }

  private close(now: number): void {
    this.openUntil = -1;
    this.good.fill(0);
    this.bad.fill(0);
    this.bucket = this.bucketAt(now);
  }

  private bucketAt(now: number): number {
    return Math.floor((now * BUCKETS) / this.spec.windowSeconds);
  }

  /** Empties the buckets that have passed. */
  private turn(now: number): void {
    const to = this.bucketAt(now);
    for (let b = Math.max(this.bucket + 1, to - BUCKETS + 1); b <= to; b++) {
      this.good[b % BUCKETS] = 0;
      this.bad[b % BUCKETS] = 0;
    }
    this.bucket = to;
  }
}
