/**
 * People affected over a run as a small picture without an axis, beside the words that tell it: the mean of each part of the
 * time as a bar, so that its area is the person-hours lost. Its height is that of the greatest among all that are compared.
 *
 * Its colour is the page's ink: hues are states, textures are causes. A second curve may lie over it as a line.
 */
import type { DisplayList, Shape } from './display-list.js';
import { PALETTES, type Theme } from './theme.js';

export interface AffectedView {
  /** People who fill the height. */
  readonly most: number;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** What it is compared with, cut into as many parts. */
  readonly beside?: readonly number[];
}

/** What is more than nothing is seen. */
const LEAST_HEIGHT = 1;

/** @param people affected on average in each part of the run's time */
export function affectedMark(people: readonly number[], view: AffectedView): DisplayList {
  const { most, width, height, theme, beside = [] } = view;
  const { accent, inkSoft, outline, page } = PALETTES[theme];
  const ground = height - 1;
  const high = (count: number): number =>
    count > 0 && most > 0 ? Math.max(LEAST_HEIGHT, ground * Math.min(1, count / most)) : 0;
  const part = width / Math.max(1, people.length);
  const shapes: Shape[] = people.flatMap((count, i): Shape[] => {
    const tall = high(count);
    if (tall === 0) return [];
    // To the edge of the next: between two halves of a pixel the ground would shine through.
    const [x, end] = [Math.round(i * part), Math.round((i + 1) * part)];
    return [{ kind: 'rect', x, y: ground - tall, width: end - x, height: tall, fill: inkSoft }];
  });
  const lines = [
    { stroke: page, lineWidth: 4 },
    { stroke: accent, lineWidth: 1.5, dash: [4, 3] },
  ];
  for (const line of lines) {
    beside.forEach((count, i) => {
      const [x, y] = [i * part, ground - high(count)];
      const before = i === 0 ? y : ground - high(beside[i - 1]);
      if (before !== y) shapes.push({ kind: 'line', from: [x, before], to: [x, y], ...line });
      shapes.push({ kind: 'line', from: [x, y], to: [x + part, y], ...line });
    });
  }
  shapes.push({ kind: 'line', from: [0, ground + 0.5], to: [width, ground + 0.5], stroke: outline, lineWidth: 1 });
  return { width, height, background: 'none', shapes };
}
