/** The band of a site: its name, what is wrong with it in words, its zones, and how many of its servers are up. */
import type { Reading } from '../results/reading.js';
import type { Site } from '../scenario/model.js';
import type { Shape } from './display-list.js';
import type { Band } from './lane-geometry.js';
import { isNarrow } from './narrow-geometry.js';
import { type SiteStatus, serversText, siteWords } from './site-status.js';
import type { StageView } from './stage.js';
import { fitText } from './text-fit.js';
import { PALETTES, type Palette } from './theme.js';

const BAR = { wide: 72, narrow: 40, height: 7 } as const;

export interface BandFacts {
  readonly band: Band;
  readonly title: string;
  /** Null: not a site. */
  readonly status: SiteStatus | null;
  readonly site?: Site;
  readonly reading?: Reading;
  readonly time?: number;
  readonly wrong?: readonly string[];
  readonly view: StageView;
}

/** The first is its ground. */
export function bandShapes(facts: BandFacts): Shape[] {
  const { band, title, status, view } = facts;
  const palette = PALETTES[view.theme];
  const { width } = view.geometry;
  const base = band.y + 16;
  const dead = status !== null && !status.powered;
  const shapes: Shape[] = [
    {
      kind: 'rect',
      x: 0.5,
      y: band.y + 0.5,
      width: width - 1,
      height: band.height - 1,
      radius: 6,
      fill: dead ? palette.panelDead : palette.panel,
      stroke: view.chosen === `site:${band.site}` ? palette.accent : palette.line,
      lineWidth: view.chosen === `site:${band.site}` ? 2 : 1,
    },
    { kind: 'text', x: 10, y: base, text: title, size: 13, bold: true, fill: palette.ink },
  ];
  if (status === null || facts.site === undefined || facts.reading === undefined) return shapes;

  // At the end there is room for a switch that the page puts there.
  let right = width - 32;
  right = serverBar(shapes, right, base, status, view, palette);
  right = zoneSigns(shapes, right, base, status, view, palette);
  const wrong = siteWords(facts.reading, facts.site, facts.time ?? 0, view.language);
  if (wrong.length === 0) return shapes;
  const left = 10 + view.measure(title, 13, true) + 12;
  const [text] = fitText(wrong.join(' · '), { width: right - left - 20, lines: 1, size: 12, bold: true }, view.measure);
  if (text === undefined) return shapes;
  shapes.push({ kind: 'glyph', glyph: 'cross', x: left + 4, y: base - 4.5, radius: 4.5, ink: palette.alarm });
  shapes.push({ kind: 'text', x: left + 14, y: base, text, size: 12, bold: true, fill: palette.alarm });
  return shapes;
}

/** Draws at the right end; returns where it begins. */
function serverBar(
  shapes: Shape[],
  right: number,
  base: number,
  status: SiteStatus,
  view: StageView,
  palette: Palette,
): number {
  const share = status.servers > 0 ? Math.min(1, status.up / status.servers) : 0;
  const narrow = isNarrow(view.geometry.width);
  const width = narrow ? BAR.narrow : BAR.wide;
  const { height } = BAR;
  const x = right - width;
  const y = base - 8;
  shapes.push({
    kind: 'rect',
    x,
    y,
    width,
    height,
    radius: 2,
    fill: palette.page,
    stroke: palette.outline,
    lineWidth: 1,
  });
  if (share > 0) shapes.push({ kind: 'rect', x, y, width: width * share, height, radius: 2, fill: palette.outline });
  if (narrow) return x - 4;
  const text = serversText(status, view.language);
  shapes.push({ kind: 'text', x: x - 8, y: base, text, size: 11, fill: palette.inkSoft, anchor: 'end' });
  return x - 8 - view.measure(text, 11, false) - 14;
}

/** A small box for each zone: whole while it has power, crossed and hollow while it has none. */
function zoneSigns(
  shapes: Shape[],
  right: number,
  base: number,
  status: SiteStatus,
  view: StageView,
  palette: Palette,
): number {
  if (status.zones.length < 2 || status.zones.length > 12 || view.geometry.width < 700) return right;
  let x = right;
  for (const zone of [...status.zones].reverse()) {
    const [text] = fitText(zone.id, { width: 60, lines: 1, size: 10 }, view.measure);
    const width = view.measure(text, 10, false) + 8;
    x -= width;
    const ink = zone.powered ? palette.inkSoft : palette.alarm;
    shapes.push({
      kind: 'rect',
      x,
      y: base - 11,
      width: width - 2,
      height: 14,
      radius: 3,
      stroke: ink,
      lineWidth: 1,
      ...(zone.powered ? {} : { dash: [2, 2] }),
    });
    shapes.push({ kind: 'text', x: x + (width - 2) / 2, y: base - 0.5, text, size: 10, fill: ink, anchor: 'middle' });
    if (!zone.powered)
      shapes.push({ kind: 'line', from: [x + 1, base + 2], to: [x + width - 3, base - 10], stroke: ink, lineWidth: 1 });
    x -= 2;
  }
  return x - 12;
}
