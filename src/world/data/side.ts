/** Copies that write apart from the lead of all: since when, and how many writes they have taken. */
import type { Copy } from './copy.js';

export class Side {
  lead: Copy;
  readonly since: number;
  readonly event: number;
  /** Worked out, not yet in force. */
  nextRate = 0;
  private readonly members: ReadonlySet<Copy>;
  private current = 0;
  private before = 0;
  private at: number;

  constructor(lead: Copy, members: readonly Copy[], since: number, event: number) {
    this.lead = lead;
    this.members = new Set(members);
    this.since = since;
    this.event = event;
    this.at = since;
  }

  has(copy: Copy): boolean {
    return this.members.has(copy);
  }

  /** Writes a second. */
  get rate(): number {
    return this.current;
  }

  count(now: number): number {
    return this.before + (this.current * (now - this.at)) / 1e6;
  }

  setRate(now: number, rate: number): void {
    this.before = this.count(now);
    this.at = now;
    this.current = rate;
  }
}
