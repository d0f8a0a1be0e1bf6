/** Measures text as the canvas draws it; each text once. */
import { FONT_STACK, type MeasureText } from '../library.js';

const LIMIT = 4000;
const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

export function fontOf(size: number, bold: boolean): string {
  return `${bold ? '600 ' : ''}${size}px ${FONT_STACK}`;
}

export const measureText: MeasureText = (text, size, bold) => {
  const key = `${size}${bold ? 'b' : ''} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null || context === undefined) return text.length * size * 0.6;
  context.font = fontOf(size, bold);
  const { width } = context.measureText(text);
  if (widths.size > LIMIT) widths.clear();
  widths.set(key, width);
  return width;
};
