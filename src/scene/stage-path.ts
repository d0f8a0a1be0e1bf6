/**
 * An explanation on the stage: all else is dimmed, a line goes from each cause to what it brought about, and each place
 * bears the numbers of its sentences.
 */
import type { Shape } from './display-list.js';
import type { LaneGeometry } from './lane-geometry.js';
import type { LitStep } from './lit-path.js';
import type { StageView } from './stage.js';
import { discOffset, discRadius } from './stage-node.js';
import type { StageSlot } from './stage-slots.js';
import { PALETTES } from './theme.js';

/** What is not on the path is still there, but does not speak. */
export const DIMMED = 0.18;
const BADGE = 7;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly isSite: boolean;
  /** Where numbers stand, from left to right. */
  readonly numbersX: number;
  readonly numbersY: number;
}

export function isLit(lit: readonly LitStep[], key: string): boolean {
  return lit.some(({ places }) => places.includes(key));
}

export function dimmed(shapes: readonly Shape[]): Shape[] {
  return shapes.map((shape) => ({ ...shape, opacity: (shape.opacity ?? 1) * DIMMED }));
}

/** Lines from cause to effect; drawn under the nodes. */
export function pathLines(lit: readonly LitStep[], slots: readonly StageSlot[], view: StageView): Shape[] {
  const { accent } = PALETTES[view.theme];
  const drawn = new Set<string>();
  const shapes: Shape[] = [];
  for (const step of lit) {
    for (const cause of step.causes) {
      const before = lit.find(({ number }) => number === cause + 1);
      const pair = nearestPair(before?.places ?? [], step.places, slots, view.geometry);
      if (pair === null || drawn.has(pair.key)) continue;
      drawn.add(pair.key);
      const { to } = pair;
      // Of a site it falls from its upper edge, past the title.
      const from = pair.from.isSite ? { ...pair.from, x: to.x, y: pair.from.numbersY } : pair.from;
      const reach = Math.max(20, Math.abs(to.x - from.x) / 2);
      const side = to.x >= from.x ? 1 : -1;
      const bend = [from.x + side * reach, from.y, to.x - side * reach, to.y] as const;
      shapes.push({
        kind: 'line',
        from: [from.x, from.y],
        to: [to.x, to.y],
        ...(to.x === from.x ? {} : { bend }),
        stroke: accent,
        lineWidth: 2.5,
      });
    }
  }
  return shapes;
}

/** The numbers of the sentences, over the nodes; several of one place stand beside each other, the rest are dots. */
export function pathNumbers(lit: readonly LitStep[], slots: readonly StageSlot[], view: StageView): Shape[] {
  const { accent, page } = PALETTES[view.theme];
  const numbers = new Map<string, number[]>();
  for (const { number, places } of lit)
    for (const key of places) numbers.set(key, [...(numbers.get(key) ?? []), number]);
  const shapes: Shape[] = [];
  for (const [key, all] of numbers) {
    const place = placeOf(key, slots, view.geometry);
    if (place === null) continue;
    const text = all.length <= 3 ? all.join(' ') : `${all[0]} … ${all.at(-1)}`;
    const width = Math.max(2 * BADGE, view.measure(text, 10, true) + 8);
    const x = Math.min(place.numbersX, view.geometry.width - width - 2);
    shapes.push({
      kind: 'rect',
      x,
      y: place.numbersY - BADGE,
      width,
      height: 2 * BADGE,
      radius: BADGE,
      fill: accent,
      stroke: page,
      lineWidth: 1,
    });
    shapes.push({
      kind: 'text',
      x: x + width / 2,
      y: place.numbersY + 3.5,
      text,
      size: 10,
      bold: true,
      fill: page,
      anchor: 'middle',
    });
  }
  return shapes;
}

function placeOf(key: string, slots: readonly StageSlot[], geometry: LaneGeometry): Place | null {
  if (key.startsWith('site:')) {
    const band = geometry.bands.find(({ site }) => `site:${site}` === key);
    return band === undefined ? null : { x: 6, y: band.y + 12, isSite: true, numbersX: 4, numbersY: band.y + 1 };
  }
  const slot = slots.find((each) => each.key === key);
  if (slot === undefined) return null;
  const x = slot.x + discOffset(slot);
  const y = slot.y + slot.height / 2;
  return { x, y, isSite: false, numbersX: x - discRadius(slot) - 4, numbersY: Math.max(8, slot.y + 5) };
}

/** Of the places of two steps, those that lie nearest to each other. */
function nearestPair(
  causes: readonly string[],
  effects: readonly string[],
  slots: readonly StageSlot[],
  geometry: LaneGeometry,
): { readonly from: Place; readonly to: Place; readonly key: string } | null {
  let best: { readonly from: Place; readonly to: Place; readonly key: string } | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const cause of causes) {
    for (const effect of effects) {
      if (cause === effect) continue;
      const from = placeOf(cause, slots, geometry);
      const to = placeOf(effect, slots, geometry);
      if (from === null || to === null) continue;
      const distance = Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
      if (distance >= least) continue;
      least = distance;
      best = { from, to, key: `${cause} ${effect}` };
    }
  }
  return best;
}
