/** One service in one site as a small square: colour and texture of its state, hollow while it stands by. */
import type { State } from '../record/record.js';
import type { Shape } from './display-list.js';
import type { StageView } from './stage.js';
import type { StageSlot } from './stage-slots.js';
import { styleOf } from './state-table.js';
import { PALETTES } from './theme.js';

export function waffleShapes(slot: StageSlot, state: State, view: StageView): Shape[] {
  const { outline, accent } = PALETTES[view.theme];
  const style = styleOf(state);
  const size = slot.width - 1.5;
  const marked = view.chosen === slot.key || view.pointed === slot.key;
  const square: Shape = {
    kind: 'rect',
    x: slot.x + 0.5,
    y: slot.y + 0.5,
    width: size,
    height: size,
    ...(style.fill === null ? {} : { fill: style.fill[view.theme], hatch: style.texture, ink: style.ink[view.theme] }),
    stroke: marked ? accent : outline,
    lineWidth: marked ? 2 : 0.6,
  };
  return [square];
}
