/**
 * Lanes in pixels: how many rows a column may have before it wraps, how large a slot is, where the bands lie.
 *
 * A column with many services is wrapped into several beside each other, with the same greatest number of rows in all;
 * the number is chosen so that a slot is as large as the room allows. A band is as high as the rows that it uses. What does not fit becomes higher than the
 * room and is scrolled: a slot never gets too small to read or to hit (WCAG 2.5.8: 24 px). Where hundreds of services would
 * be half a dozen screens of names, there is room for their states alone, and a name is told of what is pointed at.
 * On a phone there is no room for columns of lanes, nor for slots that stay empty: see narrow-geometry.ts.
 */
import { BAND } from './band-measures.js';
import type { Lanes } from './lanes.js';
import { fitNarrow, isNarrow } from './narrow-geometry.js';
import { fitWaffle, WAFFLE_FROM } from './waffle-geometry.js';

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
  /** By service. */
  readonly slots: ReadonlyMap<string, Slot>;
}

export interface LaneGeometry {
  /** `waffle`: squares for thousands of services; `discs`: nodes without names, for want of room; nodes when left out. */
  readonly detail?: 'waffle' | 'discs';
  readonly width: number;
  readonly height: number;
  readonly slotWidth: number;
  readonly slotHeight: number;
  /** Left edge and width of each column of lanes; none where services are not in columns. */
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly bands: readonly Band[];
  /** Places of journeys, absolute; the band is null when there are none. */
  readonly journeys: ReadonlyMap<string, Slot>;
  readonly journeyWidth: number;
  readonly journeyBand: Band | null;
  /** The last column holds tools. */
  readonly lanesHaveTools: boolean;
}

const HEADING = 18;
const { title: TITLE, gap: GAP, padding: PADDING } = BAND;
const COLUMN_GAP = 10;

interface Density {
  readonly wanted: { readonly width: number; readonly height: number };
  readonly least: { readonly width: number; readonly height: number };
  readonly most: { readonly width: number; readonly height: number };
}

const NAMED: Density = {
  wanted: { width: 118, height: 32 },
  least: { width: 76, height: 30 },
  most: { width: 240, height: 64 },
};
/** A step nearer: names that are read rather than guessed, however high the stage becomes. */
const NEAR: Density = { ...NAMED, wanted: { width: 150, height: 32 }, least: { width: 118, height: 30 } };
/** No names. */
const DENSE: Density = {
  wanted: { width: 28, height: 26 },
  least: { width: 24, height: 24 },
  most: { width: 34, height: 30 },
};
/** Heights of the room that are scrolled through rather than doing without names. */
const SCREENS = 2.5;

/** Whether nodes have room for their names. */
export function hasNames({ detail }: Pick<LaneGeometry, 'detail'>): boolean {
  return detail === undefined;
}

/**
 * @param screens heights of the room that names may take; where several stages stand side by side, one
 * @param near names for all in any case
 */
export function fitLanes(lanes: Lanes, room: Room, screens = SCREENS, near = false): LaneGeometry {
  if (sum(lanes.columns.map((column) => column.length)) > WAFFLE_FROM) return fitWaffle(lanes, room);
  const narrow = isNarrow(room.width);
  if (near && !narrow) return place(lanes, room, fitted(lanes, room, NEAR));
  const named = narrow ? fitNarrow(lanes, room) : place(lanes, room, fitted(lanes, room, NAMED));
  if (named.height <= screens * room.height || (narrow && screens === SCREENS)) return named;
  const dense = place(lanes, room, fitted(lanes, room, DENSE));
  return dense.height < named.height ? { ...dense, detail: 'discs' } : named;
}

function fitted(lanes: Lanes, room: Room, density: Density): Fit {
  const longest = Math.max(1, ...lanes.columns.map((column) => column.length));
  let best = measure(lanes, room, 1, density);
  for (let rows = 2; rows <= longest; rows++) {
    const other = measure(lanes, room, rows, density);
    if (other.score > best.score + 1e-9) best = other;
  }
  return best;
}

interface Fit {
  /** At most, in a column. */
  readonly rows: number;
  readonly slotWidth: number;
  readonly slotHeight: number;
  readonly most: Density['most'];
  readonly score: number;
}

function measure(lanes: Lanes, room: Room, rows: number, { wanted, least, most }: Density): Fit {
  const across = Math.max(1, sum(lanes.columns.map((column) => columnsFor(column, rows))));
  const gaps = Math.max(0, lanes.columns.length - 1) * COLUMN_GAP;
  const slotWidth = (room.width - 2 * PADDING - gaps) / across;
  const journeyRows = lanes.journeys.length === 0 ? 0 : 1;
  const chrome = HEADING + (lanes.bands.length + journeyRows) * (TITLE + GAP + PADDING);
  const allRows = sum(lanes.bands.map((site) => rowsOf(lanes, site, rows))) + journeyRows;
  const slotHeight = (room.height - chrome) / Math.max(1, allRows);
  return {
    rows,
    slotWidth: clamp(slotWidth, least.width, most.width),
    slotHeight: clamp(slotHeight, least.height, most.height),
    most,
    // What is too wide for the room is worse than what is too high: one scrolls down, not sideways.
    score:
      slotWidth < least.width
        ? slotWidth / least.width - 2
        : Math.min(1.4, slotWidth / wanted.width, slotHeight / wanted.height),
  };
}

/** Beside each other, so that none is higher than `rows`. */
function columnsFor(column: readonly string[], rows: number): number {
  return Math.max(1, Math.ceil(column.length / rows));
}

/** Filled row by row: the rows that a band needs end with the last service that has a slot in it. */
function rowsOf({ columns, deployed }: Lanes, site: string, rows: number): number {
  const here = deployed.get(site);
  const last = columns.map((column) => {
    const index = column.findLastIndex((id) => here?.has(id));
    return Math.floor(index / columnsFor(column, rows)) + 1;
  });
  return Math.max(0, ...last);
}

function place(lanes: Lanes, room: Room, { rows, slotWidth, slotHeight, most }: Fit): LaneGeometry {
  const slots = new Map<string, Slot>();
  const columns: { x: number; width: number }[] = [];
  let x = PADDING;
  for (const column of lanes.columns) {
    const across = columnsFor(column, rows);
    column.forEach((id, index) => {
      slots.set(id, { x: x + (index % across) * slotWidth, y: Math.floor(index / across) * slotHeight });
    });
    columns.push({ x, width: across * slotWidth });
    x += across * slotWidth + COLUMN_GAP;
  }
  const width = Math.max(room.width, x - COLUMN_GAP + PADDING);

  let y = HEADING;
  function band(site: string, high: number): Band {
    const made = { site, y, height: TITLE + high * slotHeight + (high === 0 ? 0 : PADDING), top: y + TITLE, slots };
    y += made.height + GAP;
    return made;
  }
  const inner = width - 2 * PADDING;
  const across = clamp(lanes.journeys.length, 1, Math.max(1, Math.floor(inner / slotWidth)));
  const journeyWidth = Math.min(most.width, inner / across);
  const journeyBand = lanes.journeys.length === 0 ? null : band('', Math.ceil(lanes.journeys.length / across));
  const journeys = new Map(
    lanes.journeys.map((id, index): [string, Slot] => [
      id,
      {
        x: PADDING + (index % across) * journeyWidth,
        y: (journeyBand?.top ?? 0) + Math.floor(index / across) * slotHeight,
      },
    ]),
  );
  const bands = lanes.bands.map((site) => band(site, rowsOf(lanes, site, rows)));
  return {
    width,
    height: y,
    slotWidth,
    slotHeight,
    columns,
    bands,
    journeys,
    journeyWidth,
    journeyBand,
    lanesHaveTools: lanes.hasTools,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
