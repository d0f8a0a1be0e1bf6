/**
 * The stage as a picture of its own: above it what is shown and when, below it the legend and which run it is.
 *
 * For files and slides: whoever sees it has nothing else to ask. The same list is painted on a canvas or written as SVG.
 */
import { textIn } from '../results/names.js';
import type { Reading } from '../results/reading.js';
import type { DisplayList, Shape } from './display-list.js';
import { legendOf, legendSign } from './legend.js';
import { momentText, sinceFault, zoneText } from './moment-text.js';
import { type StageView, stageScene } from './stage.js';
import { PALETTES } from './theme.js';

const HEAD = 52;
const FOOT = 56;
const MARGIN = 12;

/** @param hash of the run, to tell it from others; may be shortened */
export function stagePicture(reading: Reading, time: number, view: StageView, hash: string): DisplayList {
  const stage = stageScene(reading, time, view);
  const palette = PALETTES[view.theme];
  const { scenario, record } = reading;
  const { language, measure } = view;
  const title = textIn(scenario.title, language, scenario.id);
  const when = `${sinceFault(reading, time)} · ${momentText(reading, time, language)} ${zoneText(reading)}`;
  const shapes: Shape[] = [
    { kind: 'text', x: MARGIN, y: 24, text: title, size: 17, bold: true, fill: palette.ink },
    { kind: 'text', x: MARGIN, y: 43, text: `${record.layout} · ${when}`, size: 12, fill: palette.inkSoft },
    ...stage.shapes.map((shape) => moved(shape, HEAD)),
  ];
  const line = HEAD + stage.height + 20;
  let x = MARGIN;
  for (const { key, name } of legendOf(reading)) {
    for (const shape of legendSign(key, view.theme, 16).shapes) shapes.push(movedBy(shape, x, line - 12));
    const text = name[language];
    shapes.push({ kind: 'text', x: x + 20, y: line, text, size: 11, fill: palette.ink });
    x += 20 + measure(text, 11, false) + 14;
  }
  const run = `Firebreak ${record.engine} · seed ${record.seed} · ${hash.slice(0, 8)}`;
  shapes.push({ kind: 'text', x: MARGIN, y: line + 22, text: run, size: 11, fill: palette.inkSoft });
  return {
    width: Math.max(stage.width, x),
    height: HEAD + stage.height + FOOT,
    background: palette.page,
    shapes,
  };
}

const moved = (shape: Shape, down: number): Shape => movedBy(shape, 0, down);

function movedBy(shape: Shape, right: number, down: number): Shape {
  if (shape.kind !== 'line') return { ...shape, x: shape.x + right, y: shape.y + down };
  const { from, to, bend } = shape;
  return {
    ...shape,
    from: [from[0] + right, from[1] + down],
    to: [to[0] + right, to[1] + down],
    ...(bend === undefined
      ? {}
      : { bend: [bend[0] + right, bend[1] + down, bend[2] + right, bend[3] + down] as const }),
  };
}
