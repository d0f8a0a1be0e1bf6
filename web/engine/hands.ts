/** Helpers that are free, and whoever waits for one. A helper that died is not replaced. */
import type { Remote } from 'comlink';
import type { Helper } from './helper.js';

export interface Hand {
  readonly helper: Remote<Helper>;
  /** Numbers of scenarios that it was told. */
  readonly told: Set<number>;
  /** Resolves when it died. */
  readonly lost: Promise<null>;
}

export class Hands {
  readonly #all: (Hand & { readonly lose: () => void })[] = [];
  readonly #alive = new Set<Hand>();
  readonly #free: Hand[] = [];
  #waiting: ((hand: Hand | null) => void)[] = [];

  get count(): number {
    return this.#alive.size;
  }

  isAlive(hand: Hand): boolean {
    return this.#alive.has(hand);
  }

  /** @returns its number, for `lose` */
  add(helper: Remote<Helper>): number {
    let lose: () => void = () => undefined;
    const lost = new Promise<null>((resolve) => {
      lose = () => resolve(null);
    });
    const hand = { helper, told: new Set<number>(), lost, lose };
    this.#alive.add(hand);
    this.release(hand);
    return this.#all.push(hand) - 1;
  }

  lose(number: number): void {
    const hand = this.#all[number];
    if (hand === undefined || !this.#alive.delete(hand)) return;
    const place = this.#free.indexOf(hand);
    if (place >= 0) this.#free.splice(place, 1);
    hand.lose();
    if (this.count > 0) return;
    for (const each of this.#waiting) each(null);
    this.#waiting = [];
  }

  /** The next that is free; null: there is none any more. */
  take(): Promise<Hand | null> {
    const hand = this.#free.shift();
    if (hand !== undefined) return Promise.resolve(hand);
    if (this.count === 0) return Promise.resolve(null);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  release(hand: Hand): void {
    if (!this.isAlive(hand)) return;
    const first = this.#waiting.shift();
    if (first === undefined) this.#free.push(hand);
    else first(hand);
  }
}
