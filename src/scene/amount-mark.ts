/**
 * An amount as a disc in a cell of a table: its area is its share of the greatest amount of the table, so that a cell that
 * costs four times as much looks four times as large. Its colour is the page's ink: hues are states.
 */
import type { DisplayList, Shape } from './display-list.js';
import { PALETTES, type Theme } from './theme.js';

/** What is more than nothing is seen. */
const LEAST_RADIUS = 1.25;

export function amountMark(value: number, most: number, size: number, theme: Theme): DisplayList {
  const middle = size / 2;
  const { inkSoft, line } = PALETTES[theme];
  const shapes: Shape[] = [];
  if (value > 0 && most > 0) {
    const radius = Math.max(LEAST_RADIUS, middle * Math.sqrt(Math.min(1, value / most)));
    shapes.push({ kind: 'circle', x: middle, y: middle, radius, fill: inkSoft });
  } else {
    const [from, to] = [middle - 3, middle + 3];
    shapes.push({ kind: 'line', from: [from, middle], to: [to, middle], stroke: line, lineWidth: 1.5 });
  }
  return { width: size, height: size, background: 'none', shapes };
}
