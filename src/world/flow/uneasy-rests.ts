/**
 * Queues that rest between two drifts of opposite sign, neither near zero, do so because of what holds around them: each is let go
 * again after a while, to see whether it still would, twice as long after each further time, so many times.
 */

/** Of the shortest patience of the callers: the first while. */
const FIRST_TEST = 0.25;
const MOST_TESTS = 8;

export class UneasyRests {
  private readonly uneasy: Uint8Array;
  private readonly since: Float64Array;
  private readonly tests: Uint8Array;

  constructor(nodes: number) {
    this.uneasy = new Uint8Array(nodes);
    this.since = new Float64Array(nodes);
    this.tests = new Uint8Array(nodes);
  }

  forget(i: number): void {
    this.uneasy[i] = 0;
    this.tests[i] = 0;
  }

  begin(i: number, now: number): void {
    if (this.uneasy[i]) return;
    this.uneasy[i] = 1;
    this.since[i] = now;
  }

  /** Seconds from `now` to the next time that it is let go; Infinity: never. */
  secondsToTest(i: number, shortestPatience: number, now: number): number {
    if (!this.uneasy[i] || this.tests[i] >= MOST_TESTS) return Number.POSITIVE_INFINITY;
    return Math.max(0, this.since[i] + FIRST_TEST * shortestPatience * (1 << this.tests[i]) - now);
  }

  /** It is let go, if it rests uneasily. @returns whether it does */
  test(i: number): boolean {
    if (!this.uneasy[i]) return false;
    this.uneasy[i] = 0;
    this.tests[i]++;
    return true;
  }
}
