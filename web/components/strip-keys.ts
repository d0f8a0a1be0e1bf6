/** Left and right in a row of the strip: to the previous or next change of that row. */
import type { StripRow } from '../library.js';
import { playing, seek, time } from '../state/clock.js';

export function jumpInRow(row: Pick<StripRow, 'pieces'> | undefined, forward: boolean): void {
  const edges = (row?.pieces ?? []).flatMap((piece) => [piece.from, piece.to]);
  const now = time.value;
  const target = forward ? edges.find((edge) => edge > now) : edges.findLast((edge) => edge < now);
  if (target === undefined) return;
  playing.value = false;
  seek(target);
}
