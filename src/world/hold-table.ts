/**
 * What several faults do to one thing, put together: a number for each fault that holds it, and their combination.
 *
 * Combined in order of fault, so that the last bit of a product does not depend on who came first.
 */
export class HoldTable {
  private readonly holds = new Map<number, Map<number, number>>();
  private readonly neutral: number;
  private readonly combine: (a: number, b: number) => number;

  /** @param neutral what holds without faults; a fault whose value it is holds nothing. */
  constructor(neutral: number, combine: (a: number, b: number) => number) {
    this.neutral = neutral;
    this.combine = combine;
  }

  /** Replaces what `fault` does to `thing`; true when the combination is another one now. */
  set(thing: number, fault: number, value: number): boolean {
    const before = this.of(thing);
    let held = this.holds.get(thing);
    if (value === this.neutral) {
      held?.delete(fault);
    } else {
      if (!held) {
        held = new Map();
        this.holds.set(thing, held);
      }
      held.set(fault, value);
    }
    return this.of(thing) !== before;
  }

  of(thing: number): number {
    const held = this.holds.get(thing);
    if (!held || held.size === 0) return this.neutral;
    let value = this.neutral;
    for (const fault of [...held.keys()].sort((a, b) => a - b)) value = this.combine(value, held.get(fault) as number);
    return value;
  }

  /** Faults that hold a thing, ascending. */
  holders(thing: number): readonly number[] {
    const held = this.holds.get(thing);
    return held ? [...held.keys()].sort((a, b) => a - b) : [];
  }

  /** Things that a fault holds, ascending. */
  heldBy(fault: number): readonly number[] {
    const things: number[] = [];
    for (const [thing, held] of this.holds) if (held.has(fault)) things.push(thing);
    return things.sort((a, b) => a - b);
  }
}

export const product = (a: number, b: number): number => a * b;
/** What is left after independent losses, as the share that is lost. */
export const eitherShare = (a: number, b: number): number => 1 - (1 - a) * (1 - b);
export const sumToOne = (a: number, b: number): number => Math.min(1, a + b);
export const largest = (a: number, b: number): number => Math.max(a, b);
