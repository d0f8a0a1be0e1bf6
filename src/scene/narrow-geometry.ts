/**
 * The stage in pixels where it is as narrow as a phone: in each band what runs there, close together, with names.
 *
 * The order is that of the lanes, so what users call comes first and tools last. Left out, for want of room: columns of
 * depth, and the same slot in every band. What does not fit is scrolled.
 */
import { BAND } from './band-measures.js';
import type { Band, LaneGeometry, Room, Slot } from './lane-geometry.js';
import type { Lanes } from './lanes.js';

const NARROW = 560;
/** A sign and some two short words beside it. */
const LEAST_WIDTH = 108;
/** Two lines of a name. */
const SLOT_HEIGHT = 34;
/** Nothing stands over the bands: there are no columns. */
const ABOVE = 2;

/** As on a phone. */
export function isNarrow(width: number): boolean {
  return width < NARROW;
}

export function fitNarrow(lanes: Lanes, { width }: Room): LaneGeometry {
  const inner = width - 2 * BAND.padding;
  const across = Math.max(1, Math.floor(inner / LEAST_WIDTH));
  const slotWidth = Math.max(inner / across, LEAST_WIDTH);
  let y = ABOVE;

  function band(site: string, ids: readonly string[]): Band {
    const slots = new Map(
      ids.map((id, index): [string, Slot] => [
        id,
        { x: BAND.padding + (index % across) * slotWidth, y: Math.floor(index / across) * SLOT_HEIGHT },
      ]),
    );
    const high = Math.ceil(ids.length / across) * SLOT_HEIGHT + (ids.length === 0 ? 0 : BAND.padding);
    const made = { site, y, height: BAND.title + high, top: y + BAND.title, slots };
    y += made.height + BAND.gap;
    return made;
  }

  const journeyBand = lanes.journeys.length === 0 ? null : band('', lanes.journeys);
  const journeys = new Map<string, Slot>();
  for (const [id, slot] of journeyBand?.slots ?? []) {
    journeys.set(id, { x: slot.x, y: slot.y + (journeyBand?.top ?? 0) });
  }
  const inOrder = lanes.columns.flat();
  const bands = lanes.bands.map((site) =>
    band(
      site,
      inOrder.filter((id) => lanes.deployed.get(site)?.has(id)),
    ),
  );
  return {
    width: Math.max(width, slotWidth + 2 * BAND.padding),
    height: y,
    slotWidth,
    slotHeight: SLOT_HEIGHT,
    columns: [],
    bands,
    journeys,
    journeyWidth: slotWidth,
    journeyBand,
    lanesHaveTools: false,
  };
}
