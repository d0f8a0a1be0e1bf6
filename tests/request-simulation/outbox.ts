/** Messages of an async dependency that could not be delivered: kept in order, sent again as others get through. */
export class Outbox {
  private readonly ageLimit: number;
  private readonly since: number[] = [];
  private first = 0;
  /** Old messages that may go out: a part of a message saved up counts. */
  private allowed = 0;

  constructor(ageLimit: number | null) {
    this.ageLimit = ageLimit ?? Number.POSITIVE_INFINITY;
  }

  /** Messages that wait, too old ones among them. */
  get size(): number {
    return this.since.length - this.first;
  }

  keep(since: number): void {
    this.since.push(since);
  }

  /** Allows `more` old messages; returns when the oldest that may go now was made, or -1. */
  release(now: number, more: number): number {
    this.allowed += more;
    while (this.size > 0 && now - this.since[this.first] > this.ageLimit) this.first++;
    if (this.size === 0) this.allowed = 0;
    if (this.allowed < 1) return -1;
    this.allowed--;
    const oldest = this.since[this.first++];
    if (this.first > 4096 && this.first * 2 > this.since.length) {
      this.since.splice(0, this.first);
      this.first = 0;
    }
    return oldest;
  }
}
