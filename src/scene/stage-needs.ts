/**
 * The needs of what is chosen, one step both ways: what it calls, and who calls it.
 *
 * By kind: required solid, optional dashed, async with long dashes, start-up and repair dotted. What it calls is drawn
 * in the accent, who calls it in grey; an arrowhead shows which way, one of three widths how much. A need whose callee cannot answer bears a cross in its middle.
 */

import type { Reading } from '../results/reading.js';
import { DOWN_SHARE } from '../results/thresholds.js';
import type { Dependency, DependencyKind, Scenario } from '../scenario/model.js';
import type { Shape } from './display-list.js';
import { flowEdges, flowWidth, greatestFlow } from './flow-edges.js';
import type { StageView } from './stage.js';
import { discOffset, discRadius } from './stage-node.js';
import type { StageSlot } from './stage-slots.js';
import { PALETTES } from './theme.js';

export const NEED_DASHES: Readonly<Record<DependencyKind, readonly number[]>> = {
  required: [],
  optional: [6, 4],
  async: [12, 4],
  startup: [1.5, 4],
  operate: [1.5, 4],
};

export function needShapes(
  reading: Reading,
  time: number,
  slots: readonly StageSlot[],
  focus: string,
  view: StageView,
): Shape[] {
  const palette = PALETTES[view.theme];
  const chosen = slots.find((slot) => slot.key === focus);
  if (chosen === undefined) return [];
  const shapes: Shape[] = [...spine(slots, chosen, palette.line)];
  const answers = (service: string): boolean => {
    const share = reading.view.at(reading.view.find('service', service), 'share', time);
    return Number.isNaN(share) || share >= DOWN_SHARE;
  };
  const greatest = greatestFlow(reading);
  const rates = new Map(flowEdges(reading, slots, time).map((each) => [`${each.from.key} ${each.to.key}`, each.rate]));
  for (const { of, need, from, to, middle } of needEdges(reading.scenario, slots, chosen)) {
    const rate = rates.get(`${from.key} ${to.key}`) ?? 0;
    const width = flowWidth(rate, greatest);
    const stroke = of === chosen.id ? palette.accent : palette.inkSoft;
    shapes.push(...link(from, to, NEED_DASHES[need.kind], stroke, width));
    if (!answers(need.service)) {
      const [x, y] = middle;
      shapes.push({ kind: 'circle', x, y, radius: 6, fill: palette.page });
      shapes.push({ kind: 'glyph', glyph: 'cross', x, y, radius: 5, ink: palette.alarm });
    }
  }
  return shapes;
}

/** A need as it is drawn: who has it (`of`), from slot to slot, and the middle of its line. */
export interface NeedEdge {
  readonly of: string;
  readonly need: Dependency;
  readonly from: StageSlot;
  readonly to: StageSlot;
  readonly middle: readonly [x: number, y: number];
}

/** What the chosen one calls, and who calls it. */
export function needEdges(
  { services, journeys }: Pick<Scenario, 'services' | 'journeys'>,
  slots: readonly StageSlot[],
  chosen: StageSlot,
): readonly NeedEdge[] {
  return [...services, ...journeys].flatMap(({ id: of, needs }) =>
    needs
      .filter(({ service }) => of === chosen.id || service === chosen.id)
      .flatMap((need) =>
        pairs(slots, of, need.service, chosen).map(([from, to]) => ({ of, need, from, to, middle: middle(from, to) })),
      ),
  );
}

/** In the chosen one's own site when both are there, else across to wherever the other is. */
function pairs(
  slots: readonly StageSlot[],
  caller: string,
  callee: string,
  chosen: StageSlot,
): [StageSlot, StageSlot][] {
  const other = caller === chosen.id ? callee : caller;
  const others = slots.filter((slot) => slot.id === other);
  const near = others.filter((slot) => slot.site === chosen.site);
  return (near.length > 0 ? near : others).map((slot) => (caller === chosen.id ? [chosen, slot] : [slot, chosen]));
}

function spine(slots: readonly StageSlot[], chosen: StageSlot, stroke: string): Shape[] {
  const same = slots.filter((slot) => slot.id === chosen.id && slot.kind === chosen.kind);
  return same.slice(1).map((slot, i) => ({
    kind: 'line',
    from: [centreX(same[i]), centreY(same[i])],
    to: [centreX(slot), centreY(slot)],
    stroke,
    lineWidth: 5,
  }));
}

function link(from: StageSlot, to: StageSlot, dash: readonly number[], stroke: string, lineWidth: number): Shape[] {
  const [x1, y1, x2, y2] = [centreX(from), centreY(from), centreX(to), centreY(to)];
  const reach = Math.max(24, Math.abs(x2 - x1) / 2);
  const bend = [x1 + reach, y1, x2 - reach, y2] as const;
  const tip = x2 - discRadius(to) - 3;
  return [
    { kind: 'line', from: [x1, y1], to: [x2, y2], bend, stroke, lineWidth, dash },
    // The bent line comes in level, from the left.
    { kind: 'line', from: [tip - 6, y2 - 4], to: [tip, y2], stroke, lineWidth: 1.75 },
    { kind: 'line', from: [tip - 6, y2 + 4], to: [tip, y2], stroke, lineWidth: 1.75 },
  ];
}

/** Of the bent line: at half the way a cubic is at the mean of its ends, weighted with its control points. */
function middle(from: StageSlot, to: StageSlot): [number, number] {
  return [(centreX(from) + centreX(to)) / 2, (centreY(from) + centreY(to)) / 2];
}

function centreX(slot: StageSlot): number {
  return slot.x + discOffset(slot);
}

function centreY(slot: StageSlot): number {
  return slot.y + slot.height / 2;
}
