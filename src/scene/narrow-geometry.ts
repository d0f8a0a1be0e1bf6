/**
 * The stage in pixels where it is as narrow as a phone: in each band what runs there, close together, with names.
 *
 * The order is that of the lanes, so what users call comes first and tools last. Left out, for want of room: columns of
 * depth, and the same slot in every band. What does not fit is scrolled.
 */
import { BAND } from './band-measures.js';
import type { LaneGeometry, Room } from './lane-geometry.js';
import type { Lanes } from './lanes.js';
import { packedBands } from './packed-bands.js';

const NARROW = 560;
/** A sign and some two short words beside it. */
const LEAST_WIDTH = 108;
/** Two lines of a name. */
const SLOT_HEIGHT = 34;

/** As on a phone. */
export function isNarrow(width: number): boolean {
  return width < NARROW;
}

export function fitNarrow(lanes: Lanes, { width }: Room): LaneGeometry {
  const inner = width - 2 * BAND.padding;
  const across = Math.max(1, Math.floor(inner / LEAST_WIDTH));
  const slotWidth = Math.max(inner / across, LEAST_WIDTH);
  const size = { width: slotWidth, height: SLOT_HEIGHT };
  return packedBands(
    lanes,
    lanes.columns.flat(),
    { width: Math.max(width, slotWidth + 2 * BAND.padding) },
    size,
    across,
  );
}
