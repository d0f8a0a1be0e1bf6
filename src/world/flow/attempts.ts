/**
 * What retries make of one attempt.
 *
 * An attempt is answered well in time (p), fails at once (u: refused, or a quick error) or late (h: nothing until the
 * timeout). A late failure is tried again after the timeout and the back-off, independently of the first: the next
 * round. A failure at once is tried again at once where there is no back-off, with all the retries that are left, and
 * meets the same full queue: it fails again, unless it goes to another place (`elsewhere`, the chance that it then
 * succeeds). However they mix, a request makes at most 1 + retries attempts.
 * Left out: retries of the library inside a retry, jitter (it changes when, not how many).
 */
export interface Chain {
  /** Success after all retries. */
  success: number;
  /** Attempts per request, all of them. */
  attempts: number;
  /** Chance that an attempt is followed by a later round: the ratio of one round to the round before. */
  again: number;
  /** Share of wanted retries that the budget allows. */
  allowed: number;
}

/**
 * @param p @param u @param h shares of an attempt's outcomes, p + u + h = 1
 * @param retries whole number >= 0
 * @param delayed whether failures at once are retried with back-off (so later, independently)
 * @param budget retries at most this share of first attempts; Infinity for none
 * @param elsewhere chance that an immediate retry succeeds
 */
export function chain(
  p: number,
  u: number,
  h: number,
  retries: number,
  delayed: boolean,
  budget: number,
  elsewhere: number,
  into: Chain,
): void {
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

/** Immediate retries after a failure at once with `left` retries to go: each is made if allowed and all before failed. */
export function immediateRetries(left: number, allowed: number, elsewhere: number): number {
  const failsAgain = allowed * (1 - elsewhere);
  let sum = 0;
  let still = allowed;
  for (let i = 0; i < left; i++) {
    sum += still;
    still *= failsAgain;
  }
  return sum;
}

function evaluate(
  p: number,
  u: number,
  h: number,
  retries: number,
  delayed: boolean,
  allowed: number,
  elsewhere: number,
  into: Chain,
): void {
  const again = allowed * (delayed ? u + h : h);
  let success = 0;
  let attempts = 0;
  let share = 1;
  for (let k = 0; k <= retries; k++) {
    const immediate = delayed ? 0 : immediateRetries(retries - k, allowed, elsewhere);
    success += share * (p + u * immediate * elsewhere);
    attempts += share * (1 + u * immediate);
    share *= again;
  }
  into.success = Math.min(1, success);
  into.attempts = attempts;
  into.again = again;
  into.allowed = allowed;
}
