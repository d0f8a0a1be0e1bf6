/**
 * Lanes in pixels: how many rows a column may have before it wraps, how large a slot is, where the bands lie.
 *
 * A column with many services is wrapped into several beside each other, by the same number of rows in all columns and
 * bands; the number is chosen so that a slot is as large as the room allows. What does not fit becomes higher than the
 * room and is scrolled: a slot never gets too small to read or to hit (WCAG 2.5.8: 24 px).
 */
import type { Lanes } from './lanes.js';

export interface Room {
  readonly width: number;
  readonly height: number;
}

export interface Slot {
  /** Top left corner, relative to the top left of its band's inner area. */
  readonly x: number;
  readonly y: number;
}

export interface Band {
  readonly site: string;
  readonly y: number;
  readonly height: number;
  /** Where slots begin. */
  readonly top: number;
}

export interface LaneGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly slotWidth: number;
  readonly slotHeight: number;
  /** Left edge and width of each column of lanes. */
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly slots: ReadonlyMap<string, Slot>;
  readonly bands: readonly Band[];
  /** Places of journeys, absolute; the band is null when there are none. */
  readonly journeys: ReadonlyMap<string, Slot>;
  readonly journeyBand: Band | null;
  /** The last column holds tools. */
  readonly lanesHaveTools: boolean;
}

const HEADING = 18;
const TITLE = 24;
const GAP = 6;
const PADDING = 8;
const COLUMN_GAP = 10;
/** Narrower than this there is room for signs only, without names; see stage-node.ts. */
const NARROW = 560;
const SLOT = {
  wide: { wanted: { width: 118, height: 32 }, least: { width: 76, height: 30 } },
  narrow: { wanted: { width: 30, height: 30 }, least: { width: 27, height: 26 } },
} as const;
const MOST = { width: 190, height: 44 } as const;

export function fitLanes(lanes: Lanes, room: Room): LaneGeometry {
  const longest = Math.max(1, ...lanes.columns.map((column) => column.length));
  let best = measure(lanes, room, 1);
  for (let rows = 2; rows <= longest; rows++) {
    const other = measure(lanes, room, rows);
    if (other.score > best.score + 1e-9) best = other;
  }
  return place(lanes, room, best);
}

interface Fit {
  readonly rows: number;
  readonly slotWidth: number;
  readonly slotHeight: number;
  readonly score: number;
}

function measure(lanes: Lanes, room: Room, rows: number): Fit {
  const { wanted, least } = isNarrow(room.width) ? SLOT.narrow : SLOT.wide;
  const across = Math.max(1, sum(lanes.columns.map((column) => Math.ceil(column.length / rows))));
  const gaps = Math.max(0, lanes.columns.length - 1) * COLUMN_GAP;
  const bands = Math.max(1, lanes.bands.length);
  const slotWidth = (room.width - 2 * PADDING - gaps) / across;
  const journeyRows = lanes.journeys.length === 0 ? 0 : 1;
  const chrome = HEADING + bands * (TITLE + GAP + PADDING) + journeyRows * (TITLE + GAP + PADDING);
  const slotHeight = (room.height - chrome) / (bands * rows + journeyRows);
  return {
    rows,
    slotWidth: clamp(slotWidth, least.width, MOST.width),
    slotHeight: clamp(slotHeight, least.height, MOST.height),
    // What is too wide for the room is worse than what is too high: one scrolls down, not sideways.
    score:
      slotWidth < least.width
        ? slotWidth / least.width - 2
        : Math.min(1.4, slotWidth / wanted.width, slotHeight / wanted.height),
  };
}

function place(lanes: Lanes, room: Room, { rows, slotWidth, slotHeight }: Fit): LaneGeometry {
  const slots = new Map<string, Slot>();
  const columns: { x: number; width: number }[] = [];
  let x = PADDING;
  for (const column of lanes.columns) {
    const across = Math.max(1, Math.ceil(column.length / rows));
    // Filled evenly: nine in three rows and two columns are five and four, not six and three.
    const high = Math.ceil(column.length / across);
    column.forEach((id, index) => {
      slots.set(id, { x: x + Math.floor(index / high) * slotWidth, y: (index % high) * slotHeight });
    });
    columns.push({ x, width: across * slotWidth });
    x += across * slotWidth + COLUMN_GAP;
  }
  const width = Math.max(room.width, x - COLUMN_GAP + PADDING);

  let y = HEADING;
  let journeyBand: Band | null = null;
  const journeys = new Map<string, Slot>();
  if (lanes.journeys.length > 0) {
    const across = Math.max(1, Math.floor((width - 2 * PADDING) / slotWidth));
    const high = Math.ceil(lanes.journeys.length / across);
    journeyBand = { site: '', y, height: TITLE + high * slotHeight + PADDING, top: y + TITLE };
    lanes.journeys.forEach((id, index) => {
      journeys.set(id, {
        x: PADDING + (index % across) * slotWidth,
        y: y + TITLE + Math.floor(index / across) * slotHeight,
      });
    });
    y += journeyBand.height + GAP;
  }
  const high = Math.max(
    1,
    ...lanes.columns.map((column) => Math.ceil(column.length / Math.max(1, Math.ceil(column.length / rows)))),
  );
  const bands = lanes.bands.map((site): Band => {
    const band = { site, y, height: TITLE + high * slotHeight + PADDING, top: y + TITLE };
    y += band.height + GAP;
    return band;
  });
  return {
    width,
    height: y,
    left: PADDING,
    slotWidth,
    slotHeight,
    columns,
    slots,
    bands,
    journeys,
    journeyBand,
    lanesHaveTools: lanes.hasTools,
  };
}

/** As on a phone. */
export function isNarrow(width: number): boolean {
  return width < NARROW;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
