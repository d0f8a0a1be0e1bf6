/**
 * Where rows are too many to be read: how many services are in each bad state over time, stacked, the mean of each bucket. Its
 * height is all of them, so that a tenth of it is a tenth of the services.
 */
import type { State } from '../record/record.js';
import type { DisplayList, Shape } from './display-list.js';
import { styleOf, worse } from './state-table.js';
import type { StripRow } from './strip.js';
import { PALETTES, type Theme } from './theme.js';

export interface DensityView {
  /** Window, microseconds. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}

const PIXELS_A_BUCKET = 3;

/** Mean number of services in each state that is not up, by bucket. */
export function densityOf(
  rows: readonly StripRow[],
  from: number,
  to: number,
  buckets: number,
): ReadonlyMap<State, Float64Array> {
  const span = (to - from) / buckets;
  const counts = new Map<State, Float64Array>();
  for (const { pieces } of rows) {
    for (const piece of pieces) {
      if (piece.to <= from || piece.from >= to) continue;
      const own = counts.get(piece.state) ?? new Float64Array(buckets);
      counts.set(piece.state, own);
      const first = Math.max(0, Math.floor((piece.from - from) / span));
      const last = Math.min(buckets - 1, Math.ceil((piece.to - from) / span) - 1);
      for (let i = first; i <= last; i++) {
        const start = Math.max(piece.from, from + i * span);
        const end = Math.min(piece.to, from + (i + 1) * span);
        if (end > start) own[i] += (end - start) / span;
      }
    }
  }
  return counts;
}

/** The worst stands on the ground. */
export function densityScene(rows: readonly StripRow[], { from, to, width, height, theme }: DensityView): DisplayList {
  const palette = PALETTES[theme];
  const buckets = Math.max(1, Math.floor(width / PIXELS_A_BUCKET));
  const counts = densityOf(rows, from, to, buckets);
  const shapes: Shape[] = [];
  const inOrder = [...counts.keys()].sort((a, b) => (a === b ? 0 : worse(a, b) === a ? -1 : 1));
  for (let i = 0; i < buckets; i++) {
    let ground = height;
    for (const state of inOrder) {
      const high = ((counts.get(state)?.[i] ?? 0) / Math.max(1, rows.length)) * height;
      if (high <= 0) continue;
      const style = styleOf(state);
      shapes.push({
        kind: 'rect',
        // Whole pixels: between halves the ground would shine through.
        x: Math.round((i * width) / buckets),
        y: ground - high,
        width: Math.round(((i + 1) * width) / buckets) - Math.round((i * width) / buckets),
        height: high,
        fill: style.fill?.[theme] ?? palette.page,
        hatch: style.texture,
        ink: style.ink[theme],
      });
      ground -= high;
    }
  }
  shapes.push({
    kind: 'line',
    from: [0, height - 0.5],
    to: [width, height - 0.5],
    stroke: palette.line,
    lineWidth: 1,
  });
  return { width, height, background: 'none', shapes };
}
