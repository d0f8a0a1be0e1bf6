/**
 * What retries make of one attempt.
 *
 * An attempt is answered well in time (p), fails at once (u: refused, or a quick error) or late (h: nothing until the
 * timeout). A late failure is tried again after the timeout and the back-off, independently of the first: the next
 * round. A failure at once is tried again at once where there is no back-off, with all the retries that are left. Part of
 * it is *stuck*: what refused it is as full as it was, so it fails again, unless it goes to another place (`elsewhere`,
 * the chance that it then succeeds). The rest is *fresh*: time has passed on the way to what failed, so the retry is as
 * good as a first attempt. However they mix, a request makes at most 1 + retries attempts.
 * Left out: retries of the library inside a retry, jitter (it changes when, not how many); a fresh retry that is late
 * is tried again without its delay.
 */

/** Outcome of one attempt: shares with p + u + h = 1. */
export interface Attempt {
  p: number;
  u: number;
  h: number;
  /** Of the failures at once, the share that is stuck. */
  stuck: number;
  /** Chance that the retry of a stuck one succeeds, at another place. */
  elsewhere: number;
}

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

/** What the immediate retries of one failure at once come to. */
export interface Immediate {
  /** Retries as good as first attempts, and those of stuck failures. */
  fresh: number;
  stuck: number;
  /** Chance that one of them succeeds. */
  wins: number;
  /** Share of those that fail to the end that are stuck then. */
  stuckInTheEnd: number;
}

const immediate: Immediate = { fresh: 0, stuck: 0, wins: 0, stuckInTheEnd: 0 };

/**
 * @param retries whole number >= 0
 * @param delayed whether failures at once are retried with back-off (so later, independently)
 * @param budget retries at most this share of first attempts; Infinity for none
 */
export function chain(attempt: Attempt, retries: number, delayed: boolean, budget: number, into: Chain): void {
  evaluate(attempt, retries, delayed, 1, into);
  if (into.attempts - 1 <= budget) return;
  // The share of wanted retries that the budget allows: attempts grow with it, so bisection finds it.
  let low = 0;
  let high = 1;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    evaluate(attempt, retries, delayed, middle, into);
    if (into.attempts - 1 > budget) high = middle;
    else low = middle;
  }
  evaluate(attempt, retries, delayed, low, into);
}

/** Immediate retries of a failure at once with `left` retries to go: each is made if allowed and all before failed. */
export function retryAtOnce(attempt: Attempt, left: number, allowed: number, into: Immediate): void {
  let stuck = attempt.stuck;
  let fresh = 1 - stuck;
  into.fresh = 0;
  into.stuck = 0;
  into.wins = 0;
  const toStuck = attempt.u * attempt.stuck;
  for (let i = 0; i < left; i++) {
    const freshTries = fresh * allowed;
    const stuckTries = stuck * allowed;
    into.fresh += freshTries;
    into.stuck += stuckTries;
    into.wins += freshTries * attempt.p + stuckTries * attempt.elsewhere;
    // Those who were not allowed have ended.
    fresh = freshTries * (1 - attempt.p - toStuck);
    stuck = freshTries * toStuck + stuckTries * (1 - attempt.elsewhere);
  }
  into.stuckInTheEnd = fresh + stuck > 0 ? stuck / (fresh + stuck) : attempt.stuck;
}

function evaluate(attempt: Attempt, retries: number, delayed: boolean, allowed: number, into: Chain): void {
  const { p, u, h } = attempt;
  const again = allowed * (delayed ? u + h : h);
  let success = 0;
  let attempts = 0;
  let share = 1;
  for (let k = 0; k <= retries; k++) {
    retryAtOnce(attempt, delayed ? 0 : retries - k, allowed, immediate);
    success += share * (p + u * immediate.wins);
    attempts += share * (1 + u * (immediate.fresh + immediate.stuck));
    share *= again;
  }
  into.success = Math.min(1, success);
  into.attempts = attempts;
  into.again = again;
  into.allowed = allowed;
}
