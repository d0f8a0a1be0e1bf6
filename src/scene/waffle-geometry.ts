/**
 * The stage in pixels for thousands of services: in each band a small square for everything that runs there, packed close, by
 * domain and then in the order of the lanes. No names, no columns, no lines: what is chosen is shown by focus.ts.
 *
 * Squares are as large as lets all bands stand in the room, within what an eye can tell apart; what does not fit is scrolled.
 */
import { BAND } from './band-measures.js';
import type { LaneGeometry, Room } from './lane-geometry.js';
import type { Lanes } from './lanes.js';
import { packedBands } from './packed-bands.js';

/** From so many services on. */
export const WAFFLE_FROM = 600;
const LEAST = 7;
const MOST = 12;

export function fitWaffle(lanes: Lanes, room: Room): LaneGeometry {
  for (let size = MOST; size > LEAST; size--) {
    const fitting = place(lanes, room, size);
    if (fitting.height <= room.height) return fitting;
  }
  return place(lanes, room, LEAST);
}

function place(lanes: Lanes, room: Room, size: number): LaneGeometry {
  const across = Math.max(1, Math.floor((room.width - 2 * BAND.padding) / size));
  return { ...packedBands(lanes, byDomain(lanes), room, { width: size, height: size }, across), detail: 'waffle' };
}

function byDomain({ columns, domains }: Lanes): readonly string[] {
  const place = new Map([...new Set(domains.values())].sort().map((domain, i) => [domain, i]));
  const rank = (id: string): number => place.get(domains.get(id) ?? '') ?? -1;
  return columns.flat().sort((a, b) => rank(a) - rank(b));
}
