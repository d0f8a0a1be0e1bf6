/**
 * The backups of one service: taken at whole multiples of the interval while the data and the place they go to can be
 * reached, the newest so many kept.
 *
 * Nothing happens when one is taken, so no event is made for it: which there are follows from the times at which it was
 * possible. Left out: how long it takes to take one, increments, and backups that cannot be read when they are needed.
 */
import type { Backups } from '../../scenario/model.js';

export class BackupStore {
  private readonly interval: number;
  private readonly keep: number;
  /** Spans of time, both ends among them, in which backups were possible; the last may be open. */
  private readonly spans: { from: number; to: number; readonly spoilt: boolean }[] = [];
  private open = false;
  private gone = false;

  constructor({ everySeconds, keep }: Backups) {
    this.interval = Math.max(1, Math.round(everySeconds * 1e6));
    this.keep = keep ?? Number.POSITIVE_INFINITY;
  }

  /** From `now` on backups are possible, or not. What happens at one instant goes before the backup of that instant. */
  setPossible(now: number, possible: boolean): void {
    if (this.gone || possible === this.open) return;
    this.open = possible;
    if (possible) this.spans.push({ from: now, to: Number.POSITIVE_INFINITY, spoilt: false });
    else this.spans[this.spans.length - 1].to = now - 1;
  }

  /** Those taken from `from` to `now` hold what was corrupt; they take their place among those that are kept all the same. */
  spoil(from: number, now: number): void {
    this.setPossible(now, false);
    for (let s = this.spans.length - 1; s >= 0 && this.spans[s].to >= from; s--) {
      const span = this.spans[s];
      const parts = [
        { from: span.from, to: Math.min(span.to, from - 1), spoilt: span.spoilt },
        { from: Math.max(span.from, from), to: span.to, spoilt: true },
      ];
      this.spans.splice(s, 1, ...parts.filter((part) => part.to >= part.from));
    }
  }

  /** All of them are destroyed. */
  destroy(): void {
    this.gone = true;
    this.spans.length = 0;
  }

  get isDestroyed(): boolean {
    return this.gone;
  }

  /** When the newest backup was taken that is kept at `now` and was taken before `limit`; -1: there is none. */
  newestBefore(limit: number, now: number): number {
    let newer = 0;
    for (let s = this.spans.length - 1; s >= 0; s--) {
      const { from, spoilt } = this.spans[s];
      const to = Math.min(this.spans[s].to, now);
      const first = Math.ceil(from / this.interval);
      const last = Math.floor(to / this.interval);
      const wanted = Math.min(last, Math.ceil(limit / this.interval) - 1);
      if (!spoilt && wanted >= first) return newer + (last - wanted) < this.keep ? wanted * this.interval : -1;
      newer += Math.max(0, last - first + 1);
      if (newer >= this.keep) return -1;
    }
    return -1;
  }
}
