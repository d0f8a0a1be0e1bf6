/** Over a chart: what was not played yet, covered. */
import { plotWidth, timeToX } from '../state/chart-room.js';
import { seenUntil } from '../state/learning.js';

interface FutureProps {
  /** Place of a time within the chart; that of the charts below the window when left out. */
  readonly x?: (microseconds: number) => number;
}

export function Future({ x = timeToX.value }: FutureProps) {
  const until = seenUntil.value;
  if (until === Number.POSITIVE_INFINITY) return null;
  const left = Math.max(0, x(until));
  const width = plotWidth.value - left;
  return width <= 0 ? null : (
    <div class="covered-future" style={{ left: `${left}px`, width: `${width}px` }} aria-hidden="true" />
  );
}
