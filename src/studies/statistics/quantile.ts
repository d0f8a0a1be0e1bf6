/**
 * A quantile of a sample by linear interpolation between its ordered values (Hyndman and Fan, The American Statistician,
 * 1996, definition 7; the default of R and NumPy): of n values, the one at place 1 + (n - 1) p.
 */

/** @param sorted ascending @param p 0..1 @returns null without values */
export function quantile(sorted: ArrayLike<number>, p: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  // An infinite neighbour with no weight is not to be multiplied with.
  return place === below ? sorted[below] : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
