/**
 * Spearman's rank correlation with ties: Pearson's correlation of the ranks, equal values sharing their mean rank
 * (Kendall and Gibbons, "Rank Correlation Methods", 1990, chapter 3).
 *
 * Own, because simple-statistics ranks ties by their place. Infinite values are allowed: they rank last, or first.
 */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  if (a.length !== b.length) throw new RangeError(`rank correlation of ${a.length} with ${b.length} values`);
  return a.length < 2 ? null : pearson(ranks(a), ranks(b));
}

/** From 1; equal values get the mean of their places. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => compare(values[i], values[j]));
  const result = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) result[order[i]] = (from + 1 + to) / 2;
    from = to;
  }
  return result;
}

/** The middle value, or the mean of the two middle ones; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort(compare);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Null when one side never varies: there is nothing to correlate. */
function pearson(a: readonly number[], b: readonly number[]): number | null {
  const meanA = a.reduce((sum, x) => sum + x, 0) / a.length;
  const meanB = b.reduce((sum, x) => sum + x, 0) / b.length;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  a.forEach((x, i) => {
    ab += (x - meanA) * (b[i] - meanB);
    aa += (x - meanA) * (x - meanA);
    bb += (b[i] - meanB) * (b[i] - meanB);
  });
  return aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb);
}

/** Infinity minus Infinity is not a number, so differences cannot sort. */
function compare(x: number, y: number): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
