/**
 * The painter that writes SVG: a display list as text, with real letters, inline styles and nothing to load.
 *
 * Names come from files of strangers: every text and attribute is escaped, and characters that XML does not know or
 * that would turn the reading direction of what follows are replaced. The same list gives the same text, byte for byte.
 */
import { arc as arcPath } from 'd3-shape';
import {
  type ArcShape,
  type DisplayList,
  HALO_WIDTH,
  type Hatch,
  type LineShape,
  type Paint,
  type Shape,
  type TextShape,
} from './display-list.js';
import { GLYPHS } from './glyphs.js';
import { hatchTile } from './hatches.js';

/** One stack for canvas, SVG and page: what has both scripts first, then what has Latin, then what has Korean. */
export const FONT_STACK =
  "Pretendard, Inter, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans KR', 'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif";

export interface SvgOptions {
  readonly title: string;
  readonly description?: string;
}

export function paintSvg(list: DisplayList, { title, description = '' }: SvgOptions): string {
  const defs = new Map<string, string>();
  const body = list.shapes.map((shape) => element(shape, defs)).join('\n');
  const [width, height] = [number(list.width), number(list.height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escapeXml(FONT_STACK)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    defs.size === 0 ? '' : `<defs>${[...defs.values()].join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="${escapeXml(list.background)}"/>`,
    body,
    '</svg>',
    '',
  ]
    .filter((line, i) => line !== '' || i === 7)
    .join('\n');
}

/** The shapes alone, to be put inside an <svg>; `scope` keeps the names of their textures apart from another picture's. */
export function paintShapes(shapes: readonly Shape[], scope: string): string {
  const defs = new Map<string, string>();
  const body = shapes.map((shape) => element(shape, defs)).join('');
  const name = scope.replace(/[^0-9a-zA-Z-]/g, '');
  const scoped = (text: string): string => text.replace(/(id="|url\(#)/g, `$1${name}-`);
  return `${defs.size === 0 ? '' : `<defs>${scoped([...defs.values()].join(''))}</defs>`}${defs.size === 0 ? body : scoped(body)}`;
}

/** Text and attribute alike: XML's five, control characters, lone surrogates, and marks that override direction. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function element(shape: Shape, defs: Map<string, string>): string {
  switch (shape.kind) {
    case 'rect': {
      const place = `x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}" height="${number(shape.height)}"${attribute('rx', shape.radius)}`;
      return painted('rect', place, shape, defs);
    }
    case 'circle':
      return painted(
        'circle',
        `cx="${number(shape.x)}" cy="${number(shape.y)}" r="${number(shape.radius)}"`,
        shape,
        defs,
      );
    case 'arc':
      return arc(shape);
    case 'line':
      return line(shape);
    case 'text':
      return text(shape);
    case 'glyph': {
      const glyph: { fill?: string; stroke?: string; width?: number } = GLYPHS[shape.glyph];
      const move = `transform="translate(${number(shape.x)} ${number(shape.y)}) scale(${number(shape.radius)})"${attribute('opacity', shape.opacity)}`;
      const ink = escapeXml(shape.ink);
      const filled = glyph.fill === undefined ? '' : `<path d="${glyph.fill}" fill="${ink}"/>`;
      const stroked =
        glyph.stroke === undefined
          ? ''
          : `<path d="${glyph.stroke}" fill="none" stroke="${ink}" stroke-width="${glyph.width ?? 0.2}" stroke-linecap="round" stroke-linejoin="round"/>`;
      return `<g ${move}>${filled}${stroked}</g>`;
    }
  }
}

/** Fill and outline, then the texture over it as a second element of the same form. */
function painted(name: string, place: string, paint: Paint, defs: Map<string, string>): string {
  const look = `fill="${escapeXml(paint.fill ?? 'none')}"${stroke(paint)}${attribute('opacity', paint.opacity)}`;
  const first = `<${name} ${place} ${look}/>`;
  if (paint.hatch === undefined || paint.hatch === 'plain' || paint.ink === undefined) return first;
  return `${first}<${name} ${place} fill="url(#${pattern(paint.hatch, paint.ink, defs)})"${attribute('opacity', paint.opacity)}/>`;
}

function pattern(hatch: Hatch, ink: string, defs: Map<string, string>): string {
  const id = `${hatch}-${ink.replace(/[^0-9a-zA-Z]/g, '')}`;
  if (!defs.has(id)) {
    const tile = hatchTile(hatch);
    const marks = [
      ...tile.lines.map(
        ([x1, y1, x2, y2]) =>
          `<path d="M${x1},${y1}L${x2},${y2}" stroke="${escapeXml(ink)}" stroke-width="${tile.lineWidth}"/>`,
      ),
      ...tile.dots.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${escapeXml(ink)}"/>`),
    ].join('');
    defs.set(
      id,
      `<pattern id="${id}" width="${tile.size}" height="${tile.size}" patternUnits="userSpaceOnUse">${marks}</pattern>`,
    );
  }
  return id;
}

const drawArc = arcPath<ArcShape>()
  .innerRadius((shape) => shape.radius)
  .outerRadius((shape) => shape.radius)
  .startAngle((shape) => shape.from * 2 * Math.PI)
  .endAngle((shape) => shape.to * 2 * Math.PI)
  .digits(2);

function arc(shape: ArcShape): string {
  const move = `transform="translate(${number(shape.x)} ${number(shape.y)})"`;
  // A whole turn is a circle: as an arc its ends would meet and nothing be drawn.
  if (shape.to - shape.from >= 1) {
    return `<circle r="${number(shape.radius)}" ${move} fill="none"${stroke(shape)}${attribute('opacity', shape.opacity)}/>`;
  }
  return `<path d="${oneWay(drawArc(shape) ?? '')}" ${move} fill="none"${stroke(shape)}${attribute('opacity', shape.opacity)}/>`;
}

/** d3 draws a segment of a ring, there and back; with equal radii the way there is the arc. */
function oneWay(path: string): string {
  return /^M[^A]*A[^ALZ]*/.exec(path)?.[0] ?? '';
}

function line(shape: LineShape): string {
  const [x1, y1] = shape.from.map(number);
  const [x2, y2] = shape.to.map(number);
  const way = shape.bend === undefined ? `L${x2},${y2}` : `C${shape.bend.map(number).join(',')},${x2},${y2}`;
  return `<path d="M${x1},${y1}${way}" fill="none"${stroke(shape)}${attribute('opacity', shape.opacity)}/>`;
}

function text(shape: TextShape): string {
  const weight = shape.bold ? ' font-weight="600"' : '';
  const anchor = shape.anchor && shape.anchor !== 'start' ? ` text-anchor="${shape.anchor}"` : '';
  const place = `x="${number(shape.x)}" y="${number(shape.y)}" font-size="${number(shape.size)}"`;
  const halo =
    shape.halo === undefined
      ? ''
      : ` stroke="${escapeXml(shape.halo)}" stroke-width="${2 * HALO_WIDTH}" stroke-linejoin="round" paint-order="stroke"`;
  return `<text ${place} fill="${escapeXml(shape.fill)}"${weight}${anchor}${halo}${attribute('opacity', shape.opacity)}>${escapeXml(shape.text)}</text>`;
}

function stroke(paint: Pick<Paint, 'stroke' | 'lineWidth' | 'dash'>): string {
  if (paint.stroke === undefined) return '';
  const dash = paint.dash && paint.dash.length > 0 ? ` stroke-dasharray="${paint.dash.map(number).join(' ')}"` : '';
  return ` stroke="${escapeXml(paint.stroke)}" stroke-width="${number(paint.lineWidth ?? 1)}"${dash}`;
}

function attribute(name: string, value: number | undefined): string {
  return value === undefined || (name === 'opacity' && value === 1) ? '' : ` ${name}="${number(value)}"`;
}

/** Hundredths of a pixel, without a trailing zero or a negative one. */
function number(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}
