/** Where "now" is in a chart over time. */

import { plotWidth, timeToX } from '../state/chart-room.js';
import { time } from '../state/clock.js';

export function Playhead() {
  const x = timeToX.value(time.value);
  if (x < -1 || x > plotWidth.value + 1) return null;
  return <div class="playhead" style={{ transform: `translateX(${x.toFixed(1)}px)` }} aria-hidden="true" />;
}
