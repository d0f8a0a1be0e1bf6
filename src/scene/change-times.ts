/** When anything that is drawn can change: between two such times a picture of the run stays as it is. */
import type { Quantity, RunRecord } from '../record/record.js';

const DRAWN: ReadonlySet<Quantity> = new Set([
  'state',
  'cause',
  'blocked',
  'share',
  'servers',
  'offered',
  'capacity',
  'up',
  'powered',
  'entry',
  'connected',
]);

/** What is seen at a glance; the rest are figures, rings and arcs. */
const STATES_ALONE: ReadonlySet<Quantity> = new Set(['state', 'cause', 'blocked', 'powered', 'entry', 'connected']);

/** When a state can change, of a service or of a site. */
export function stateTimes(record: RunRecord): Float64Array {
  return changeTimes(record, STATES_ALONE);
}

/**
 * Distinct times of the tracks that are drawn, microseconds, in order.
 *
 * @param quantities others than those of the stage
 */
export function changeTimes(record: RunRecord, quantities = DRAWN): Float64Array {
  const drawn = record.tracks.filter((track) => quantities.has(track.quantity));
  const all = new Float64Array(drawn.reduce((sum, { times }) => sum + times.length, 0));
  let count = 0;
  for (const { times } of drawn) {
    all.set(times, count);
    count += times.length;
  }
  all.sort();
  let distinct = 0;
  for (const time of all) if (distinct === 0 || all[distinct - 1] !== time) all[distinct++] = time;
  return all.slice(0, distinct);
}

/** Number of times at or before `time`. */
export function countUpTo(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
