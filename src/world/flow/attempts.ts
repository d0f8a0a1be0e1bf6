/**
 * What retries make of one attempt.
 *
 * An attempt is answered well in time (p), fails at once (u: refused, or a quick error) or late (h: nothing until the
 * timeout). A late failure is tried again after the timeout and the back-off, independently of the first. A failure
 * at once is tried again at once where there is no back-off, and meets the same full queue: it fails again, unless the
 * retry goes to another place (`elsewhere`, the chance that it then succeeds).
 * Left out: retries of the library inside a retry, jitter (it changes when, not how many).
 */
export interface Chain {
  /** Success after all retries. */
  success: number;
  /** Attempts per request, all of them. */
  attempts: number;
  /** Success of an attempt with its immediate retries. */
  successPerRound: number;
  /** Chance that an attempt with its immediate retries ends in failure for good. */
  failPerRound: number;
  /** Chance that it is tried again later: the ratio of one round to the round before. */
  again: number;
  /** Immediate retries per attempt that failed at once. */
  immediate: number;
}

/**
 * @param p @param u @param h shares of an attempt's outcomes, p + u + h = 1
 * @param retries whole number >= 0
 * @param delayed whether failures at once are retried with back-off (so later, independently)
 * @param budget retries at most this share of first attempts; Infinity for none
 * @param elsewhere chance that an immediate retry succeeds
 */
export function chain(p: number, u: number, h: number, retries: number, delayed: boolean, budget: number, elsewhere: number, into: Chain): void {
  evaluate(p, u, h, retries, delayed, 1, elsewhere, into);
  if (into.attempts - 1 <= budget) return;
  // The share of wanted retries that the budget allows: attempts grow with it, so bisection finds it.
  let low = 0;
  let high = 1;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    evaluate(p, u, h, retries, delayed, middle, elsewhere, into);
    if (into.attempts - 1 > budget) high = middle;
    else low = middle;
  }
  evaluate(p, u, h, retries, delayed, low, elsewhere, into);
}

function evaluate(p: number, u: number, h: number, retries: number, delayed: boolean, allowed: number, elsewhere: number, into: Chain): void {
  let immediate = 0;
  let successPerRound = p;
  if (!delayed && u > 0 && retries > 0) {
    // Sum over the retries of the chance that all before failed: 1 + q + q^2 ..., each allowed by the budget.
    const failsAgain = allowed * (1 - elsewhere);
    let still = allowed;
    for (let i = 0; i < retries; i++) {
      immediate += still;
      still *= failsAgain;
    }
    successPerRound += u * immediate * elsewhere;
  }
  const again = allowed * (delayed ? u + h : h);
  let rounds = 0;
  let share = 1;
  for (let k = 0; k <= retries; k++) {
    rounds += share;
    share *= again;
  }
  into.success = Math.min(1, successPerRound * rounds);
  into.attempts = rounds * (1 + (delayed ? 0 : u * immediate));
  into.successPerRound = successPerRound;
  into.failPerRound = Math.max(0, 1 - successPerRound - (delayed ? u + h : h));
  into.again = again;
  into.immediate = immediate;
}
