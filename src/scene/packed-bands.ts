/** Bands in which what runs there is packed close, row by row: for stages without columns, a phone's and a crowd's. */
import { BAND } from './band-measures.js';
import type { Band, LaneGeometry, Room, Slot } from './lane-geometry.js';
import type { Lanes } from './lanes.js';

/** Nothing stands over the bands: there are no columns. */
const ABOVE = 2;

export interface SlotSize {
  readonly width: number;
  readonly height: number;
}

/** @param inOrder ids of services, as they are packed in each band; @param across slots beside each other */
export function packedBands(
  lanes: Lanes,
  inOrder: readonly string[],
  { width }: Pick<Room, 'width'>,
  slot: SlotSize,
  across: number,
): LaneGeometry {
  let y = ABOVE;
  function band(site: string, ids: readonly string[]): Band {
    const slots = new Map(
      ids.map((id, i): [string, Slot] => [
        id,
        { x: BAND.padding + (i % across) * slot.width, y: Math.floor(i / across) * slot.height },
      ]),
    );
    const high = Math.ceil(ids.length / across) * slot.height + (ids.length === 0 ? 0 : BAND.padding);
    const made = { site, y, height: BAND.title + high, top: y + BAND.title, slots };
    y += made.height + BAND.gap;
    return made;
  }
  const journeyBand = lanes.journeys.length === 0 ? null : band('', lanes.journeys);
  const journeys = new Map<string, Slot>();
  for (const [id, { x, y: below }] of journeyBand?.slots ?? [])
    journeys.set(id, { x, y: below + (journeyBand?.top ?? 0) });
  const bands = lanes.bands.map((site) =>
    band(
      site,
      inOrder.filter((id) => lanes.deployed.get(site)?.has(id)),
    ),
  );
  return {
    width,
    height: y,
    slotWidth: slot.width,
    slotHeight: slot.height,
    columns: [],
    bands,
    journeys,
    journeyWidth: slot.width,
    journeyBand,
    lanesHaveTools: false,
  };
}
