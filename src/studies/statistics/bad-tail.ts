/**
 * The 95th percentile on the bad side of numbers that come one after another: exact, whatever their order, and of all of them
 * only the worst twentieth is kept.
 *
 * How many there will be is said before, for of what was forgotten nothing can be told: of more than that no percentile is
 * given. A sketch (t-digest, P-square) would need less and say something near it, which depends on the order.
 */
import { quantileOf } from './quantile.js';
import type { Reads } from './summarise-sample.js';

export interface BadTail {
  /** Null: no number. Where that means never, it is worse than any. */
  add(value: number | null): void;
  /** 95 % are as good as this or better; null when that is one that never came, or nothing is known. */
  p95(): number | null;
  /** So many numbers are there room for. */
  readonly room: number;
}

const TAIL = 0.95;

/** @param most numbers that will come, at most */
export function badTail({ better, nullMeans }: Reads, most: number): BadTail {
  const sign = better === 'lower' ? 1 : -1;
  // Of n values the percentile lies between those at 0.95 (n - 1), rounded down and up: so many places from the end, and one to spare.
  const needed = Math.ceil((1 - TAIL) * Math.max(0, most - 1)) + 2;
  // Twice as many, so that only now and then the better half is forgotten.
  const kept = new Float64Array(Math.min(2 * needed, Math.max(1, most)));
  let length = 0;
  let known = 0;
  let never = 0;
  const forgetBetter = (): void => {
    kept.sort();
    kept.copyWithin(0, length - needed, length);
    length = needed;
  };
  return {
    room: kept.length,
    add(value) {
      if (value === null || !Number.isFinite(value)) {
        if (nullMeans === 'never') never++;
        return;
      }
      if (length === kept.length) forgetBetter();
      kept[length++] = sign * value;
      known++;
    },
    p95() {
      const count = known + never;
      if (count > most) return null;
      const ordered = kept.slice(0, length).sort();
      const at = (place: number): number =>
        place >= known ? Number.POSITIVE_INFINITY : ordered[place - (known - length)];
      const found = quantileOf(count, at, TAIL);
      return found === null || !Number.isFinite(found) ? null : sign * found;
    },
  };
}
