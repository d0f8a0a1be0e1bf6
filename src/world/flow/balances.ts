/**
 * Closing in on a length at which a queue's drift changes sign: what is known below and above it, and where it should be.
 *
 * A secant between the two (regula falsi), kept away from its ends.
 */

/** The next guess is at least this share of the gap away from both ends. */
const AWAY = 0.1;

export class Balances {
  /** Lengths at which the queue grew, and at which it shrank, the last ones; NaN: none yet. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  private readonly belowDrift: Float64Array;
  private readonly aboveDrift: Float64Array;

  constructor(nodes: number) {
    this.below = new Float64Array(nodes).fill(Number.NaN);
    this.above = new Float64Array(nodes).fill(Number.NaN);
    this.belowDrift = new Float64Array(nodes);
    this.aboveDrift = new Float64Array(nodes);
  }

  forget(i: number): void {
    this.below[i] = Number.NaN;
    this.above[i] = Number.NaN;
  }

  /** At length `x` the queue moves by `drift` a second. */
  note(i: number, x: number, drift: number): void {
    if (drift > 0) {
      this.below[i] = x;
      this.belowDrift[i] = drift;
    } else {
      this.above[i] = x;
      this.aboveDrift[i] = drift;
    }
  }

  /** Whether the balance is known to be between two lengths. */
  isBetween(i: number): boolean {
    return this.below[i] < this.above[i];
  }

  gap(i: number): number {
    return this.above[i] - this.below[i];
  }

  guess(i: number): number {
    const share = this.belowDrift[i] / (this.belowDrift[i] - this.aboveDrift[i]);
    return this.below[i] + this.gap(i) * Math.min(1 - AWAY, Math.max(AWAY, share));
  }

  /** What was above now pulls up, or the other way round: the balance has moved, and the other side is not known. */
  forgetOther(i: number, drift: number): void {
    if (this.below[i] >= this.above[i]) (drift > 0 ? this.above : this.below)[i] = Number.NaN;
  }
}
