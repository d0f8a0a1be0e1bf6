/**
 * One service in one site: a disc filled by state with its glyph, a ring of the capacity that is left, an arc of load,
 * the sign of a blocked one, and its name.
 *
 * The ring is whole while all servers serve; what is lost is a dashed gap. The arc of load begins at twelve o'clock,
 * is full at 100 % and laps onto a second one beyond, with the figure.
 */
import type { Language } from '../results/amounts.js';
import { formatShare } from '../results/amounts.js';
import { textIn } from '../results/names.js';
import type { Shape } from './display-list.js';
import type { DrawnStatus } from './drawn-status.js';
import type { StageView } from './stage.js';
import type { StageSlot } from './stage-slots.js';
import { BLOCKED_BADGE, styleOf } from './state-table.js';
import { fitText } from './text-fit.js';
import { PALETTES, type Palette, type Theme } from './theme.js';

const FIGURE_FROM = 0.8;
const LEAST_NAME = 30;

/** @param ground colour that its name stands on, where lines may run below it; null: none do */
export function nodeShapes(slot: StageSlot, status: DrawnStatus, view: StageView, ground: string | null): Shape[] {
  const palette = PALETTES[view.theme];
  const radius = discRadius(slot);
  const x = slot.x + discOffset(slot);
  const y = slot.y + slot.height / 2;
  const shapes: Shape[] = [];
  const framed = view.chosen === slot.key || view.pointed === slot.key;
  if (framed) shapes.push(frame(slot, view.chosen === slot.key, palette));
  const pulse = view.pulses?.get(slot.key);
  if (pulse !== undefined) {
    shapes.push({
      kind: 'circle',
      x,
      y,
      radius: radius + 3 + 8 * pulse,
      stroke: palette.ink,
      lineWidth: 2,
      opacity: 1 - pulse,
    });
  }
  shapes.push(...disc(x, y, radius, status, view.theme));
  shapes.push(...capacityRing(x, y, radius, slot, status, palette), ...loadArc(x, y, radius, status, palette));
  if (view.changed?.has(slot.key)) shapes.push(...changedBadge(x + radius * 0.8, y + radius * 0.8, palette));
  if (status.blocked) shapes.push(...badge(x + radius * 0.8, y - radius * 0.8, palette));
  const halo = framed && ground !== null ? palette.page : ground;
  for (const shape of label(slot, status, x + radius + 7, y, view, palette))
    shapes.push(halo === null || shape.kind !== 'text' ? shape : { ...shape, halo });
  return shapes;
}

/** The name of what is chosen or pointed at, where slots have no room for names; over whatever lies there. */
export function nameTag(slot: StageSlot, view: StageView): Shape[] {
  if (slot.width >= LEAST_NAME + 2 * discOffset(slot)) return [];
  const palette = PALETTES[view.theme];
  const text = textIn(slot.name, view.language, slot.id);
  const width = view.measure(text, 12, true) + 14;
  const right = slot.x + slot.width + 3;
  const x = right + width <= view.geometry.width ? right : slot.x - width - 3;
  const y = slot.y + slot.height / 2;
  return [
    {
      kind: 'rect',
      x,
      y: y - 11,
      width,
      height: 22,
      radius: 4,
      fill: palette.page,
      stroke: palette.outline,
      lineWidth: 1,
    },
    { kind: 'text', x: x + 7, y: y + 4, text, size: 12, bold: true, fill: palette.ink },
  ];
}

/** Ten pixels in the smallest slot with a name, eighteen where there is room. */
export function discRadius(slot: Pick<StageSlot, 'height'>): number {
  return Math.min(18, 0.4 * slot.height - 2);
}

/** From the left edge of the slot to the middle of its disc. */
export function discOffset(slot: Pick<StageSlot, 'height' | 'width'>): number {
  return discRadius(slot) + (slot.width < 40 ? 3 : 7);
}

/** The disc alone: legend and stage draw it alike. */
export function disc(
  x: number,
  y: number,
  radius: number,
  { state }: Pick<DrawnStatus, 'state'>,
  theme: Theme,
): Shape[] {
  const style = styleOf(state);
  const { outline, page } = PALETTES[theme];
  const ink = style.ink[theme];
  const hollow = style.fill === null;
  const shapes: Shape[] = [
    {
      kind: 'circle',
      x,
      y,
      radius,
      fill: style.fill?.[theme] ?? page,
      hatch: style.texture,
      ink,
      stroke: outline,
      lineWidth: 1.5,
      ...(hollow ? { dash: [2.5, 2] } : {}),
    },
  ];
  // A glyph on a hatch needs ground of its own to be read.
  if (style.fill !== null && style.texture !== 'plain') {
    shapes.push({ kind: 'circle', x, y, radius: radius * 0.72, fill: style.fill[theme] });
  }
  shapes.push({ kind: 'glyph', glyph: style.glyph, x, y, radius: radius * (state === 'up' ? 0.42 : 0.56), ink });
  return shapes;
}

function frame(slot: StageSlot, chosen: boolean, palette: Palette): Shape {
  return {
    kind: 'rect',
    x: slot.x + 0.5,
    y: slot.y + 1,
    width: slot.width - 3,
    height: slot.height - 2,
    radius: 5,
    fill: palette.page,
    stroke: chosen ? palette.accent : palette.outline,
    lineWidth: chosen ? 2 : 1,
  };
}

function capacityRing(
  x: number,
  y: number,
  radius: number,
  slot: StageSlot,
  status: DrawnStatus,
  palette: Palette,
): Shape[] {
  const nominal = slot.deployment?.servers ?? 0;
  if (nominal <= 0 || status.servers === null || status.state === 'standby') return [];
  const share = Math.min(1, Math.max(0, status.servers / nominal));
  const ring = { kind: 'arc', x, y, radius: radius + 3, stroke: palette.line, lineWidth: 2 } as const;
  const shapes: Shape[] = [];
  if (share > 0) shapes.push({ ...ring, from: 0, to: share });
  if (share < 1) shapes.push({ ...ring, from: share, to: 1, dash: [1.5, 2.5], stroke: palette.inkSoft });
  return shapes;
}

function loadArc(x: number, y: number, radius: number, status: DrawnStatus, palette: Palette): Shape[] {
  if (status.load === null || !Number.isFinite(status.load) || status.state === 'standby') return [];
  const arc = { kind: 'arc', x, y, stroke: palette.inkSoft, lineWidth: 2 } as const;
  const shapes: Shape[] = [{ ...arc, radius: radius + 3, from: 0, to: Math.min(1, status.load) }];
  if (status.load > 1) shapes.push({ ...arc, radius: radius + 6, from: 0, to: Math.min(1, status.load - 1) });
  return shapes;
}

function badge(x: number, y: number, palette: Palette): Shape[] {
  return [
    { kind: 'circle', x, y, radius: 6, fill: palette.page, stroke: palette.outline, lineWidth: 1 },
    { kind: 'glyph', glyph: BLOCKED_BADGE.glyph, x, y, radius: 4.4, ink: palette.ink },
  ];
}

/** Another layout has it otherwise. */
function changedBadge(x: number, y: number, palette: Palette): Shape[] {
  return [
    { kind: 'circle', x, y, radius: 6, fill: palette.accent },
    { kind: 'glyph', glyph: 'triangle', x, y, radius: 3.6, ink: palette.page },
  ];
}

/** Name and figure, in as much room as there is up to the next slot of the row that is not empty. */
function label(slot: StageSlot, status: DrawnStatus, x: number, y: number, view: StageView, palette: Palette): Shape[] {
  const room = slot.x + slot.labelWidth - x - 6;
  // Names here and there would be taken for those of their neighbours.
  if (room < LEAST_NAME || slot.width < LEAST_NAME + 2 * discOffset(slot)) return [];
  const lines = slot.height >= 30 ? 2 : 1;
  const size = sizeFor(slot, room, view);
  const line = size + 2;
  const figure = figureOf(status, view.language);
  const beside = figure === null || lines === 2 ? 0 : view.measure(figure, size, true) + 5;
  // A name that is cut off to nothing tells less than the figure does; the inspector has both.
  const shown = figure !== null && room - beside >= LEAST_NAME ? figure : null;
  const name = fitText(
    textIn(slot.name, view.language, slot.id),
    { width: shown === null ? room : room - beside, lines: shown === null ? lines : 1, size },
    view.measure,
  );
  const soft = status.state === 'up' || status.state === 'standby';
  const rows = [
    ...name.map((text) => ({ text, bold: false })),
    ...(shown !== null && lines === 2 ? [{ text: shown, bold: true }] : []),
  ];
  const top = y - ((rows.length - 1) * line) / 2 + 4;
  const shapes: Shape[] = rows.map(({ text, bold }, i) => ({
    kind: 'text',
    x,
    y: top + i * line,
    text,
    size,
    bold,
    fill: soft && !bold ? palette.inkSoft : palette.ink,
  }));
  if (shown !== null && lines === 1) {
    const after = x + view.measure(name[0] ?? '', size, false) + 5;
    shapes.push({ kind: 'text', x: after, y: y + 4, text: shown, size, bold: true, fill: palette.ink });
  }
  return shapes;
}

/** One size less where a word would else be broken in two. */
function sizeFor(slot: StageSlot, room: number, view: StageView): number {
  const size = slot.height >= 44 ? 13 : 11;
  const words = textIn(slot.name, view.language, slot.id).split(/\s+/u);
  const broken = words.filter((word) => view.measure(word, size, false) > room);
  return broken.length > 0 && broken.every((word) => view.measure(word, size - 1, false) <= room) ? size - 1 : size;
}

function figureOf(status: DrawnStatus, language: Language): string | null {
  if (status.load === null || status.load < FIGURE_FROM || status.state === 'standby') return null;
  return Number.isFinite(status.load) ? formatShare(Math.min(status.load, 99), language) : null;
}
