/**
 * The score of the budget challenge, 0 to 1050, always with its parts.
 *
 *   A = 1 - min(1, L/L0)   user-hours lost (weighted by tier) against those of the unedited base
 *   R = 1 - min(1, T/T0)   time to 95 % of demand against the base's
 *   C = unspent / budget   counted only where A is at least 0.5: thrift is no merit without safety
 *   score = 600 A + 250 R + 150 C, and up to 50 for foresight: 50 (1 - |predicted L - L| / max(predicted L, L))
 *
 * The weights are the game's own. Left out: negative scores; a design over the budget, which cannot be locked.
 */
export interface ScoreInput {
  readonly loss: number;
  readonly baseLoss: number;
  readonly seconds: number;
  readonly baseSeconds: number;
  readonly unspent: number;
  readonly budget: number;
  /** Null: none was made. */
  readonly predictedLoss: number | null;
}

export interface Score {
  /** Each not rounded; whoever shows them rounds. */
  readonly availability: number;
  readonly recovery: number;
  readonly thrift: number;
  readonly foresight: number;
  /** Their sum, as a whole number. */
  readonly total: number;
}

export const MOST_POINTS = 1050;
const WEIGHTS = { availability: 600, recovery: 250, thrift: 150, foresight: 50 } as const;
const SAFE_ENOUGH = 0.5;

export function scoreOf(input: ScoreInput): Score {
  const a = 1 - Math.min(1, shareOf(input.loss, input.baseLoss));
  const r = 1 - Math.min(1, shareOf(input.seconds, input.baseSeconds));
  const c = a >= SAFE_ENOUGH ? Math.max(0, Math.min(1, input.unspent / input.budget)) : 0;
  const availability = WEIGHTS.availability * a;
  const recovery = WEIGHTS.recovery * r;
  const thrift = WEIGHTS.thrift * c;
  const foresight = WEIGHTS.foresight * foresightOf(input.predictedLoss, input.loss);
  const total = Math.round(availability + recovery + thrift + foresight);
  return { availability, recovery, thrift, foresight, total };
}

/** Of nothing, nothing is nothing and anything is all. */
function shareOf(value: number, of: number): number {
  return of > 0 ? value / of : value > 0 ? 1 : 0;
}

function foresightOf(predicted: number | null, actual: number): number {
  if (predicted === null || !(predicted >= 0)) return 0;
  const larger = Math.max(predicted, actual);
  return larger === 0 ? 1 : 1 - Math.abs(predicted - actual) / larger;
}
