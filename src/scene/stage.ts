/**
 * The stage at an instant: sites as bands, services in their slots, their states, and what hangs on what is chosen.
 *
 * Pure: the same record, time and view give the same display list. Left out: particles of flow, which are a layer of their
 * own (flow-particles.ts).
 */
import type { State } from '../record/record.js';
import { formatCount, type Language } from '../results/amounts.js';
import { textIn } from '../results/names.js';
import type { Reading } from '../results/reading.js';
import { fill } from '../results/sentences.js';
import type { DisplayList, Shape } from './display-list.js';
import { drawnStateAt, drawnStatusAt } from './drawn-status.js';
import { keptShapes, keptTags } from './kept-shapes.js';
import type { LaneGeometry } from './lane-geometry.js';
import type { Lanes } from './lanes.js';
import type { LitStep } from './lit-path.js';
import { type NameTags, nameTags } from './name-tags.js';
import { SCENE_WORDS } from './scene-words.js';
import { siteStatusAt } from './site-status.js';
import { bandShapes } from './stage-band.js';
import { needShapes } from './stage-needs.js';
import { nameTag, nodeShapes } from './stage-node.js';
import { dimmed, isLit, pathLines, pathNumbers } from './stage-path.js';
import { type StageSlot, slotsOf } from './stage-slots.js';
import { waffleShapes } from './stage-waffle.js';
import type { MeasureText } from './text-fit.js';
import { PALETTES, type Theme } from './theme.js';

export interface StageView {
  readonly lanes: Lanes;
  readonly geometry: LaneGeometry;
  readonly theme: Theme;
  readonly language: Language;
  /** Key of the slot that is chosen, and of the one that is pointed at; see stage-slots.ts. */
  readonly chosen: string | null;
  readonly pointed: string | null;
  readonly measure: MeasureText;
  /** By slot key: how far a pulse of change has come, 0..1. */
  readonly pulses?: ReadonlyMap<string, number>;
  /** An explanation that is being read: all else is dimmed. */
  readonly lit?: readonly LitStep[];
  /** Slots that bear the badge of what another layout has otherwise; see changed-slots.ts. */
  readonly changed?: ReadonlySet<string>;
}

export function stageScene(reading: Reading, time: number, view: StageView): DisplayList {
  const { geometry, theme, language } = view;
  const palette = PALETTES[theme];
  const slots = slotsOf(reading, geometry);
  const waffle = geometry.detail === 'waffle';
  const lit = view.lit ?? [];
  const focus = view.pointed ?? view.chosen;
  const hasLines = lit.length > 0 || focus !== null;
  const grounds = new Map<string, string>();
  const bands = geometry.bands.flatMap((band): Shape[][] => {
    const site = reading.scenario.sites.find((each) => each.id === band.site);
    if (site === undefined) return [];
    const status = siteStatusAt(reading.view, site, time);
    grounds.set(site.id, status.powered ? palette.panel : palette.panelDead);
    return [bandShapes({ band, title: textIn(site.name, language, site.id), status, site, reading, time, view })];
  });
  if (geometry.journeyBand !== null) {
    const title = SCENE_WORDS[language].journeys;
    bands.unshift(bandShapes({ band: geometry.journeyBand, title, status: null, wrong: [], view }));
  }
  // Lines lie on the grounds and under all that is read.
  const pieces: (readonly Shape[])[] = [headings(view), ...bands.map(([ground]) => [ground])];
  if (lit.length > 0 && !waffle) pieces.push(pathLines(lit, slots, view));
  else if (focus !== null && !waffle) pieces.push(needShapes(reading, time, slots, focus, view));
  for (const [ground, ...rest] of bands) pieces.push(hasLines ? rest.map((each) => withHalo(each, ground)) : rest);
  const states: State[] = [];
  for (const slot of slots) {
    const dim = lit.length > 0 && !isLit(lit, slot.key);
    const ground = hasLines && !waffle ? (grounds.get(slot.site ?? '') ?? palette.panel) : null;
    const status = waffle ? drawnStateAt(reading, slot.entity, time) : drawnStatusAt(reading, slot.entity, time);
    states.push(typeof status === 'string' ? status : status.state);
    pieces.push(
      keptShapes(slot, status, view, `${ground} ${dim}`, () => {
        const node =
          typeof status === 'string' ? waffleShapes(slot, status, view) : nodeShapes(slot, status, view, ground);
        return dim ? dimmed(node) : node;
      }),
    );
  }
  if (lit.length === 0)
    pieces.push(keptTags(slots, states, view, () => tagShapes(nameTags(slots, states, view), view)));
  if (lit.length > 0 && !waffle) pieces.push(pathNumbers(lit, slots, view));
  pieces.push(slots.filter(({ key }) => key === focus).flatMap((slot) => nameTag(slot, view)));
  return { width: geometry.width, height: geometry.height, background: palette.page, shapes: pieces.flat(), pieces };
}

/** With how many of those in trouble bear no name, for want of room. */
function tagShapes({ shapes, troubled, named }: NameTags, { geometry, theme, language }: StageView): readonly Shape[] {
  if (named === troubled) return shapes;
  const count = (value: number): string => formatCount(value, language);
  const text = fill(SCENE_WORDS[language].named, { named: count(named), troubled: count(troubled) });
  const fillColour = PALETTES[theme].inkSoft;
  return [
    ...shapes,
    { kind: 'text', x: geometry.width / 2, y: 12, text, size: 11, fill: fillColour, anchor: 'middle' },
  ];
}

function withHalo(shape: Shape, ground: Shape): Shape {
  return shape.kind === 'text' && ground.kind === 'rect' ? { ...shape, halo: ground.fill } : shape;
}

/** The slot under a point, or null. */
export function slotAt(slots: readonly StageSlot[], x: number, y: number): StageSlot | null {
  return (
    slots.find((slot) => x >= slot.x && x < slot.x + slot.width && y >= slot.y && y < slot.y + slot.height) ?? null
  );
}

/** Over the columns: on the left what users call, on the right what that depends on, then the tools. */
function headings({ lanes, geometry, theme, language }: StageView): Shape[] {
  const words = SCENE_WORDS[language];
  const { inkSoft, line } = PALETTES[theme];
  const { columns } = geometry;
  const flowing = lanes.hasTools ? columns.slice(0, -1) : columns;
  const text = (x: number, label: string, anchor: 'start' | 'end'): Shape => ({
    kind: 'text',
    x,
    y: 12,
    text: label,
    size: 11,
    fill: inkSoft,
    anchor,
  });
  const all: Shape[] = [];
  const first = flowing[0];
  const last = flowing.at(-1);
  if (first !== undefined && last !== undefined) {
    all.push(text(first.x, words.callers, 'start'));
    if (flowing.length > 1) all.push(text(last.x + last.width, `${words.callees} →`, 'end'));
  }
  const tools = lanes.hasTools ? columns.at(-1) : undefined;
  if (tools !== undefined) {
    all.push(text(tools.x + 4, words.tools, 'start'));
    all.push({
      kind: 'line',
      from: [tools.x - 5, 3],
      to: [tools.x - 5, geometry.height - 6],
      stroke: line,
      lineWidth: 1,
      dash: [2, 3],
    });
  }
  return all;
}
