/**
 * The stage in pixels for thousands of services: in each band a small square for everything that runs there, packed close, by
 * domain and then in the order of the lanes. No names, no columns, no lines: what is chosen is shown by focus.ts.
 *
 * Squares are as large as lets all bands stand in the room, within what an eye can tell apart; what does not fit is scrolled.
 */
import { BAND } from './band-measures.js';
import type { Band, LaneGeometry, Room, Slot } from './lane-geometry.js';
import type { Lanes } from './lanes.js';

/** From so many services on. */
export const WAFFLE_FROM = 600;
const LEAST = 7;
const MOST = 12;
const ABOVE = 2;

export function fitWaffle(lanes: Lanes, room: Room): LaneGeometry {
  for (let size = MOST; size > LEAST; size--) {
    const fitting = place(lanes, room, size);
    if (fitting.height <= room.height) return fitting;
  }
  return place(lanes, room, LEAST);
}

function place(lanes: Lanes, room: Room, size: number): LaneGeometry {
  const across = Math.max(1, Math.floor((room.width - 2 * BAND.padding) / size));
  let y = ABOVE;
  function band(site: string, ids: readonly string[]): Band {
    const slots = new Map(
      ids.map((id, i): [string, Slot] => [
        id,
        { x: BAND.padding + (i % across) * size, y: Math.floor(i / across) * size },
      ]),
    );
    const high = Math.ceil(ids.length / across) * size + (ids.length === 0 ? 0 : BAND.padding);
    const made = { site, y, height: BAND.title + high, top: y + BAND.title, slots };
    y += made.height + BAND.gap;
    return made;
  }
  const journeyBand = lanes.journeys.length === 0 ? null : band('', lanes.journeys);
  const journeys = new Map(
    [...(journeyBand?.slots ?? [])].map(([id, slot]): [string, Slot] => [
      id,
      { x: slot.x, y: slot.y + (journeyBand?.top ?? 0) },
    ]),
  );
  const inOrder = byDomain(lanes);
  const bands = lanes.bands.map((site) =>
    band(
      site,
      inOrder.filter((id) => lanes.deployed.get(site)?.has(id)),
    ),
  );
  return {
    detail: 'waffle',
    width: room.width,
    height: y,
    slotWidth: size,
    slotHeight: size,
    columns: [],
    bands,
    journeys,
    journeyWidth: size,
    journeyBand,
    lanesHaveTools: false,
  };
}

function byDomain({ columns, domains }: Lanes): readonly string[] {
  const place = new Map([...new Set(domains.values())].sort().map((domain, i) => [domain, i]));
  const rank = (id: string): number => place.get(domains.get(id) ?? '') ?? -1;
  return columns.flat().sort((a, b) => rank(a) - rank(b));
}
