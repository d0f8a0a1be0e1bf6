/**
 * Pulses of change: a slot whose state has just changed gets a ring for 600 ms. One that pulses does not begin anew, so
 * that nothing flashes more than three times a second (WCAG 2.3.1).
 */
import type { State } from '../library.js';

const MILLISECONDS = 600;

export interface Pulses {
  /** Tells the states of now; gives how far each pulse has come, 0..1. */
  update(clock: number, states: ReadonlyMap<string, State>, wanted: boolean): ReadonlyMap<string, number>;
}

export function createPulses(): Pulses {
  let before: ReadonlyMap<string, State> = new Map();
  const begun = new Map<string, number>();
  return {
    update(clock, states, wanted) {
      if (!wanted) begun.clear();
      for (const [key, state] of states) {
        const old = before.get(key);
        if (wanted && old !== undefined && old !== state && !begun.has(key)) begun.set(key, clock);
      }
      before = states;
      const progress = new Map<string, number>();
      for (const [key, start] of begun) {
        const share = (clock - start) / MILLISECONDS;
        if (share >= 1) begun.delete(key);
        else progress.set(key, Math.max(0, share));
      }
      return progress;
    },
  };
}
