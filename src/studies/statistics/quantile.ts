/**
 * A quantile of a sample by linear interpolation between its ordered values (Hyndman and Fan, The American Statistician,
 * 1996, definition 7; the default of R and NumPy): of n values, the one at place 1 + (n - 1) p.
 */

/** @param sorted ascending @param p 0..1 @returns null without values */
export function quantile(sorted: ArrayLike<number>, p: number): number | null {
  return quantileOf(sorted.length, (place) => sorted[place], p);
}

/** The same of values that are not all there. @param at the value at a place in ascending order; of two neighbours it is asked */
export function quantileOf(count: number, at: (place: number) => number, p: number): number | null {
  if (count === 0) return null;
  const place = (count - 1) * p;
  const below = Math.floor(place);
  // An infinite neighbour with no weight is not to be multiplied with.
  if (place === below) return at(below);
  const least = at(below);
  return least + (place - below) * (at(Math.min(below + 1, count - 1)) - least);
}
