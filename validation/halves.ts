/**
 * The scored rows in two halves, for fitting on one and testing on the other.
 *
 * Rows with the same interval rest on the same notice: were one of them here and one there, a half would be tested on
 * what it was fitted to. So intervals are divided, not rows: in the order of their middles, by turns.
 */
import type { HistoryRow } from '../src/scenario/model.js';

export type Halves = readonly [ReadonlySet<string>, ReadonlySet<string>];

export function halves(rows: readonly HistoryRow[]): Halves {
  const scored = rows.flatMap(({ id, order, afterSeconds: after, bySeconds: by }) =>
    after === null || by === null ? [] : [{ id, order, after, by, interval: `${after}/${by}` }],
  );
  scored.sort((a, b) => a.after + a.by - b.after - b.by || a.order - b.order);
  const intervals = [...new Set(scored.map(({ interval }) => interval))];
  const half = (turn: number): ReadonlySet<string> =>
    new Set(scored.filter(({ interval }) => intervals.indexOf(interval) % 2 === turn).map(({ id }) => id));
  return [half(0), half(1)];
}
