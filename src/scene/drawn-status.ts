/**
 * The status of a service as it is drawn, looked up once for each piece of time in which it stays as it is: a picture of
 * thousands, sixty times a second, asks for the same again and again.
 *
 * What is asked for last is kept. The answer is the same object for as long as nothing drawn changes, so that whoever drew it
 * knows that he may leave it.
 */
import type { Quantity, State } from '../record/record.js';
import { placeAt } from '../record/steps.js';
import type { Reading } from '../results/reading.js';
import { type NodeStatus, statusAt } from './node-status.js';

/** Without what changes all the time, or is not drawn. */
export type DrawnStatus = Omit<NodeStatus, 'backlog' | 'routed'>;

const DRAWN_OF_NODES: readonly Quantity[] = ['state', 'cause', 'blocked', 'share', 'servers', 'offered', 'capacity'];
const STATE_ALONE: readonly Quantity[] = ['state'];

interface Piece {
  /** Microseconds, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly status: DrawnStatus;
}

export function drawnStatusAt(reading: Reading, entity: number, time: number): DrawnStatus {
  const kept = reading.remember('drawn statuses', () => new Map<number, Piece>());
  return pieceAt(reading, kept, DRAWN_OF_NODES, entity, time);
}

export function drawnStateAt(reading: Reading, entity: number, time: number): State {
  const kept = reading.remember('drawn states', () => new Map<number, Piece>());
  return pieceAt(reading, kept, STATE_ALONE, entity, time).state;
}

function pieceAt(
  { view }: Reading,
  kept: Map<number, Piece>,
  quantities: readonly Quantity[],
  entity: number,
  time: number,
): DrawnStatus {
  const known = kept.get(entity);
  if (known !== undefined && time >= known.from && time < known.to) return known.status;
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const quantity of entity < 0 ? [] : quantities) {
    const track = view.track(entity, quantity);
    if (track === null) continue;
    const place = placeAt(track, time);
    if (place >= 0) from = Math.max(from, track.times[place]);
    if (place + 1 < track.times.length) to = Math.min(to, track.times[place + 1]);
  }
  const status = statusAt(view, entity, time);
  kept.set(entity, { from, to, status });
  return status;
}
