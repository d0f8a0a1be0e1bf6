/**
 * Names where slots have room for discs alone: what is chosen or pointed at and, of what is in trouble, as many as have room, the
 * worst first. No tag lies on another, nor on the disc of anything in trouble; it may lie on one that is well.
 */
import type { State } from '../record/record.js';
import { textIn } from '../results/names.js';
import type { Shape } from './display-list.js';
import type { StageView } from './stage.js';
import type { StageSlot } from './stage-slots.js';
import { SEVERITY } from './state-table.js';
import { PALETTES } from './theme.js';

export interface NameTags {
  readonly shapes: readonly Shape[];
  /** Of so many in trouble, so many bear their names. */
  readonly troubled: number;
  readonly named: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const NONE: NameTags = { shapes: [], troubled: 0, named: 0 };
const SIZE = 10;
const HEIGHT = 15;

/** @param states of the slots, in their order */
export function nameTags(slots: readonly StageSlot[], states: readonly State[], view: StageView): NameTags {
  // Of thousands of squares none is named here: what is chosen is shown by focus.ts.
  if (view.geometry.detail !== 'discs') return NONE;
  const focus = view.pointed ?? view.chosen;
  const bad = slots
    .map((slot, i) => ({ slot, rank: SEVERITY.indexOf(states[i]), is: inTrouble(states[i]) }))
    .filter(({ is }) => is);
  // In a grid as coarse as the slots, so that a tag is held against what is near it alone.
  const taken = new Grid(view.geometry.slotWidth * 4, view.geometry.slotHeight * 2);
  for (const { slot } of bad) taken.add(slot);
  // The tag of what is chosen is larger, and drawn over all (stage-node.ts).
  for (const slot of slots)
    if (slot.key === focus) taken.add({ ...slot, x: slot.x - 4, width: slot.width + 8 + tagWidth(slot, view, 1.4) });
  const shapes: Shape[] = [];
  let named = 0;
  for (const { slot } of [...bad].sort((a, b) => a.rank - b.rank)) {
    if (slot.key === focus) {
      named++;
      continue;
    }
    const box = freeBox(slot, tagWidth(slot, view), view, taken);
    if (box === null) continue;
    taken.add(box);
    named++;
    shapes.push(...tag(box, slot, view));
  }
  return { shapes, troubled: bad.length, named };
}

function inTrouble(state: State): boolean {
  return state !== 'up' && state !== 'standby';
}

function tagWidth(slot: StageSlot, view: StageView, factor = 1): number {
  return factor * view.measure(textIn(slot.name, view.language, slot.id), SIZE, true) + 6;
}

/** Beside its disc, to the right or to the left; null: neither has room. */
function freeBox(slot: StageSlot, width: number, { geometry }: StageView, taken: Grid): Box | null {
  const y = slot.y + (slot.height - HEIGHT) / 2;
  const places = [slot.x + slot.width, slot.x - width].map((x) => ({ x, y, width, height: HEIGHT }));
  return places.find((box) => box.x >= 0 && box.x + width <= geometry.width && !taken.touches(box)) ?? null;
}

function tag({ x, y, width, height }: Box, slot: StageSlot, view: StageView): Shape[] {
  const { page, line, ink } = PALETTES[view.theme];
  const text = textIn(slot.name, view.language, slot.id);
  return [
    { kind: 'rect', x, y, width, height, radius: 3, fill: page, stroke: line, lineWidth: 1 },
    { kind: 'text', x: x + 3, y: y + 11, text, size: SIZE, bold: true, fill: ink },
  ];
}

/** Boxes by the cells that they lie in. */
class Grid {
  readonly #cells = new Map<string, Box[]>();
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  add(box: Box): void {
    for (const cell of this.#cellsOf(box)) this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), box]);
  }

  touches(box: Box): boolean {
    return this.#cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => overlap(box, other)));
  }

  #cellsOf({ x, y, width, height }: Box): string[] {
    const cells: string[] = [];
    for (let column = Math.floor(x / this.#width); column * this.#width <= x + width; column++)
      for (let row = Math.floor(y / this.#height); row * this.#height <= y + height; row++)
        cells.push(`${column} ${row}`);
    return cells;
  }
}

/** Neighbours that touch do not overlap, though fractions of a pixel do not add up. */
const LEAST = 1e-6;

function overlap(a: Box, b: Box): boolean {
  const along = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return along > LEAST && down > LEAST;
}
