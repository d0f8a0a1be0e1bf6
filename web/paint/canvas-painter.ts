/** The painter for the screen: a display list on a canvas, at the screen's own resolution. */
import {
  type DisplayList,
  GLYPHS,
  type GlyphMark,
  type GlyphShape,
  HALO_WIDTH,
  type Paint,
  type Shape,
} from '../library.js';
import { hatchPattern } from './hatch-pattern.js';
import { fontOf } from './measure-text.js';

const TURN = 2 * Math.PI;
const glyphPaths = new Map<string, { fill: Path2D | null; stroke: Path2D | null; width: number }>();

/** Gives the canvas its size on first sight or after a change, and paints. */
/** @param ratio pixels of the canvas to one of the list */
export function paintCanvas(
  canvas: HTMLCanvasElement,
  list: DisplayList,
  ratio: number = window.devicePixelRatio || 1,
): void {
  const [width, height] = [Math.round(list.width * ratio), Math.round(list.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${list.width}px`;
    canvas.style.height = `${list.height}px`;
  }
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, list.width, list.height);
  if (list.background !== 'none') {
    context.fillStyle = list.background;
    context.fillRect(0, 0, list.width, list.height);
  }
  for (const shape of list.shapes) {
    context.globalAlpha = shape.opacity ?? 1;
    paint(context, shape);
  }
  context.globalAlpha = 1;
}

function paint(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'rect':
      context.beginPath();
      if (shape.radius === undefined) context.rect(shape.x, shape.y, shape.width, shape.height);
      else context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
      fillAndStroke(context, shape);
      break;
    case 'circle':
      context.beginPath();
      context.arc(shape.x, shape.y, shape.radius, 0, TURN);
      fillAndStroke(context, shape);
      break;
    case 'arc':
      context.beginPath();
      context.arc(shape.x, shape.y, shape.radius, (shape.from - 0.25) * TURN, (shape.to - 0.25) * TURN);
      stroke(context, shape.stroke, shape.lineWidth, shape.dash);
      break;
    case 'line':
      context.beginPath();
      context.moveTo(...shape.from);
      if (shape.bend === undefined) context.lineTo(...shape.to);
      else context.bezierCurveTo(...shape.bend, ...shape.to);
      stroke(context, shape.stroke, shape.lineWidth, shape.dash);
      break;
    case 'text':
      context.font = fontOf(shape.size, shape.bold ?? false);
      context.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start');
      context.textBaseline = 'alphabetic';
      if (shape.halo !== undefined) {
        context.lineJoin = 'round';
        context.setLineDash([]);
        context.strokeStyle = shape.halo;
        context.lineWidth = 2 * HALO_WIDTH;
        context.strokeText(shape.text, shape.x, shape.y);
      }
      context.fillStyle = shape.fill;
      context.fillText(shape.text, shape.x, shape.y);
      break;
    case 'glyph':
      paintGlyph(context, shape);
      break;
  }
}

function fillAndStroke(context: CanvasRenderingContext2D, shape: Paint): void {
  if (shape.fill !== undefined) {
    context.fillStyle = shape.fill;
    context.fill();
  }
  if (shape.hatch !== undefined && shape.hatch !== 'plain' && shape.ink !== undefined) {
    const pattern = hatchPattern(context, shape.hatch, shape.ink);
    if (pattern !== null) {
      context.fillStyle = pattern;
      context.fill();
    }
  }
  if (shape.stroke !== undefined) stroke(context, shape.stroke, shape.lineWidth ?? 1, shape.dash);
}

function stroke(context: CanvasRenderingContext2D, style: string, width: number, dash: readonly number[] = []): void {
  context.strokeStyle = style;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.stroke();
}

function paintGlyph(context: CanvasRenderingContext2D, { glyph, x, y, radius, ink }: GlyphMark): void {
  const { fill, stroke, width } = pathsOf(glyph);
  context.save();
  context.translate(x, y);
  context.scale(radius, radius);
  if (fill !== null) {
    context.fillStyle = ink;
    context.fill(fill);
  }
  if (stroke !== null) {
    context.strokeStyle = ink;
    context.lineWidth = width;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.setLineDash([]);
    context.stroke(stroke);
  }
  context.restore();
}

function pathsOf(glyph: GlyphMark['glyph']) {
  const known = glyphPaths.get(glyph);
  if (known !== undefined) return known;
  const shape: GlyphShape = GLYPHS[glyph];
  const made = {
    fill: shape.fill === undefined ? null : new Path2D(shape.fill),
    stroke: shape.stroke === undefined ? null : new Path2D(shape.stroke),
    width: shape.width ?? 0.2,
  };
  glyphPaths.set(glyph, made);
  return made;
}
