/** Shapes of slots, made once for as long as they look the same: most of a picture is that of the frame before. */
import type { State } from '../record/record.js';
import type { Shape } from './display-list.js';
import type { DrawnStatus } from './drawn-status.js';
import type { StageView } from './stage.js';
import type { StageSlot } from './stage-slots.js';
import type { MeasureText } from './text-fit.js';

interface Kept {
  readonly status: DrawnStatus | State;
  readonly look: string;
  readonly measure: MeasureText;
  readonly shapes: readonly Shape[];
}

const kept = new WeakMap<StageSlot, Kept>();

/** @param more what else its look depends on than status and view */
export function keptShapes(
  slot: StageSlot,
  status: DrawnStatus | State,
  view: StageView,
  more: string,
  make: () => readonly Shape[],
): readonly Shape[] {
  if (view.pulses?.has(slot.key)) return make();
  const mark = view.chosen === slot.key ? 'chosen' : view.pointed === slot.key ? 'pointed' : '';
  const look = `${view.theme} ${view.language} ${mark} ${view.changed?.has(slot.key) ?? false} ${more}`;
  const before = kept.get(slot);
  if (before?.status === status && before.look === look && before.measure === view.measure) return before.shapes;
  const shapes = make();
  kept.set(slot, { status, look, measure: view.measure, shapes });
  return shapes;
}

const tags = new WeakMap<readonly StageSlot[], Omit<Kept, 'status'>>();

/** Which of the names have room depends on the states of all. */
export function keptTags(
  slots: readonly StageSlot[],
  states: readonly State[],
  view: StageView,
  make: () => readonly Shape[],
): readonly Shape[] {
  const look = `${view.theme} ${view.language} ${view.pointed} ${view.chosen} ${states.join()}`;
  const before = tags.get(slots);
  if (before?.look === look && before.measure === view.measure) return before.shapes;
  const shapes = make();
  tags.set(slots, { look, measure: view.measure, shapes });
  return shapes;
}
