/**
 * The writes of one service over time: how many were accepted, and how many of those up to any moment are still wanted.
 *
 * A piecewise linear count, since a rate is constant between two events. Going back to an earlier moment takes the writes
 * since then out of the count; what was accepted stays accepted. Times are microseconds. Left out: which write is which,
 * and writes made before the run.
 */
const MICROSECONDS = 1e6;

export class WriteHistory {
  /** Piece i begins at times[i] with counts[i] kept writes, and gains rates[i] a second. */
  private readonly times: number[] = [0];
  private readonly counts: number[] = [0];
  private readonly rates: number[] = [0];
  private acceptedBefore = 0;
  private since = 0;

  /** Writes accepted up to `now`. */
  accepted(now: number): number {
    return this.acceptedBefore + (this.rate * (now - this.since)) / MICROSECONDS;
  }

  get rate(): number {
    return this.rates[this.rates.length - 1];
  }

  /** From `now` on, so many writes a second are accepted. */
  setRate(now: number, rate: number): void {
    if (rate === this.rate) return;
    this.acceptedBefore = this.accepted(now);
    this.since = now;
    this.breakAt(now);
    this.rates[this.rates.length - 1] = rate;
  }

  /** Writes of the time up to `time` that are kept; 0 before the run. */
  kept(time: number): number {
    if (time <= 0) return 0;
    const i = this.pieceAt(time);
    return this.counts[i] + (this.rates[i] * (time - this.times[i])) / MICROSECONDS;
  }

  /** Writes that were accepted elsewhere are part of this from `now` on. */
  adopt(now: number, count: number): void {
    this.breakAt(now);
    this.counts[this.counts.length - 1] += count;
  }

  /** Goes back to `time`: what was written after it is lost. @returns how many writes that are */
  goBack(time: number, now: number): number {
    const left = this.kept(time);
    const lost = this.kept(now) - left;
    if (lost <= 0) return 0;
    const { rate } = this;
    const from = Math.max(0, time);
    const last = this.pieceAt(from);
    for (const column of [this.times, this.counts, this.rates]) column.length = last + 1;
    this.breakAt(from);
    this.rates[this.rates.length - 1] = 0;
    this.counts[this.counts.length - 1] = left;
    this.breakAt(now);
    this.rates[this.rates.length - 1] = rate;
    return lost;
  }

  /** A piece begins at `time`, which is not before the last one's begin. */
  private breakAt(time: number): void {
    const last = this.times.length - 1;
    if (time <= this.times[last]) return;
    const count = this.counts[last] + (this.rates[last] * (time - this.times[last])) / MICROSECONDS;
    this.times.push(time);
    this.counts.push(count);
    this.rates.push(this.rates[last]);
  }

  /** The last piece that begins at or before `time`. */
  private pieceAt(time: number): number {
    let low = 0;
    let high = this.times.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.times[middle] <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
