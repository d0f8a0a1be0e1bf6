/** The painter for the screen: a display list on a canvas, at the screen's own resolution. */
import {
  type Box,
  boundsOf,
  type CircleShape,
  type DisplayList,
  damageBetween,
  GLYPHS,
  type GlyphMark,
  type GlyphShape,
  HALO_WIDTH,
  type Paint,
  type RectShape,
  type Shape,
  touches,
} from '../library.js';
import { hatchPattern } from './hatch-pattern.js';
import { fontOf } from './measure-text.js';

const TURN = 2 * Math.PI;
const glyphPaths = new Map<string, { fill: Path2D | null; stroke: Path2D | null; width: number }>();

/** What a canvas shows. */
const shown = new WeakMap<HTMLCanvasElement, { readonly list: DisplayList; readonly ratio: number }>();

/**
 * Gives the canvas its size on first sight or after a change, and paints what differs from what it shows.
 *
 * @param ratio pixels of the canvas to one of the list
 */
export function paintCanvas(
  canvas: HTMLCanvasElement,
  list: DisplayList,
  ratio: number = window.devicePixelRatio || 1,
): void {
  const [width, height] = [Math.round(list.width * ratio), Math.round(list.height * ratio)];
  const before = shown.get(canvas);
  shown.set(canvas, { list, ratio });
  const isFresh = canvas.width !== width || canvas.height !== height;
  // Two pictures without anything are one.
  if (!isFresh && before?.list.shapes.length === 0 && list.shapes.length === 0 && list.background === 'none') return;
  if (isFresh) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${list.width}px`;
    canvas.style.height = `${list.height}px`;
  }
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  // Edges of a part would fall between pixels of a canvas that has not a whole number of them.
  const isWhole = isFresh || before === undefined || before.ratio !== ratio || !Number.isInteger(ratio);
  const boxes = isWhole ? null : damageBetween(before.list, list);
  if (boxes === null) {
    clear(context, list, { left: 0, top: 0, right: list.width, bottom: list.height });
    paintShapes(context, list.shapes);
  }
  for (const box of boxes ?? []) paintPart(context, list, box);
}

/** As it would be with all painted: what reaches into the box is painted again, and cut off at its edges. */
function paintPart(context: CanvasRenderingContext2D, list: DisplayList, box: Box): void {
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  clear(context, list, box);
  for (const piece of list.pieces ?? []) {
    const reach = boundsOf(piece);
    if (reach !== null && touches(reach, box)) paintShapes(context, piece);
  }
  context.restore();
}

function clear(context: CanvasRenderingContext2D, { background }: DisplayList, box: Box): void {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (background === 'none') {
    context.clearRect(box.left, box.top, width, height);
    return;
  }
  context.fillStyle = background;
  context.fillRect(box.left, box.top, width, height);
}

/** Neighbours in the list that look alike are painted as one: thousands of squares, hundreds of dots. None of them overlap. */
function paintShapes(context: CanvasRenderingContext2D, shapes: readonly Shape[]): void {
  for (let i = 0; i < shapes.length; ) {
    const shape = shapes[i];
    let end = i + 1;
    if (isSmall(shape)) while (end < shapes.length && looksLike(shapes[end], shape)) end++;
    context.globalAlpha = shape.opacity ?? 1;
    if (end - i === 1) paint(context, shape);
    else paintAlike(context, shapes as readonly (RectShape | CircleShape)[], i, end);
    i = end;
  }
  context.globalAlpha = 1;
}

/** Of a kind of which there are many. */
function isSmall(shape: Shape): shape is RectShape | CircleShape {
  return (shape.kind === 'rect' && shape.width === shape.height) || shape.kind === 'circle';
}

function looksLike(shape: Shape, other: RectShape | CircleShape): boolean {
  return (
    shape.kind === other.kind &&
    (shape.kind === 'circle'
      ? shape.radius === (other as CircleShape).radius
      : shape.width === (other as RectShape).width && shape.radius === other.radius) &&
    shape.fill === other.fill &&
    shape.stroke === other.stroke &&
    shape.lineWidth === other.lineWidth &&
    shape.dash === other.dash &&
    shape.hatch === other.hatch &&
    shape.ink === other.ink &&
    shape.opacity === other.opacity
  );
}

function paintAlike(
  context: CanvasRenderingContext2D,
  shapes: readonly (RectShape | CircleShape)[],
  from: number,
  to: number,
): void {
  context.beginPath();
  for (let i = from; i < to; i++) outline(context, shapes[i]);
  fillAndStroke(context, shapes[from]);
}

function outline(context: CanvasRenderingContext2D, shape: RectShape | CircleShape): void {
  if (shape.kind === 'circle') {
    context.moveTo(shape.x + shape.radius, shape.y);
    context.arc(shape.x, shape.y, shape.radius, 0, TURN);
  } else if (shape.radius === undefined) context.rect(shape.x, shape.y, shape.width, shape.height);
  else context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
}

function paint(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'rect':
    case 'circle':
      context.beginPath();
      outline(context, shape);
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
