/** The textures, as one tile each that repeats: lines and dots in a small square, for both painters. */
import type { Hatch } from './display-list.js';

export interface HatchTile {
  readonly size: number;
  readonly lineWidth: number;
  /** From x, y to x, y. */
  readonly lines: readonly (readonly [number, number, number, number])[];
  /** Centre and radius. */
  readonly dots: readonly (readonly [number, number, number])[];
}

// Slanted lines begin and end outside the tile, so that its edges show no gaps.
const FALLING = [
  [-1, 5, 1, 7],
  [-1, -1, 7, 7],
  [5, -1, 7, 1],
] as const;
const RISING = [
  [-1, 1, 1, -1],
  [-1, 7, 7, -1],
  [5, 7, 7, 5],
] as const;

const TILES: Readonly<Record<Hatch, HatchTile>> = {
  plain: { size: 6, lineWidth: 0, lines: [], dots: [] },
  diagonal: { size: 6, lineWidth: 1.1, lines: FALLING, dots: [] },
  'up-hatch': { size: 6, lineWidth: 1.1, lines: RISING, dots: [] },
  level: { size: 4, lineWidth: 1, lines: [[0, 2, 4, 2]], dots: [] },
  cross: { size: 6, lineWidth: 0.8, lines: [...FALLING, ...RISING], dots: [] },
  dots: {
    size: 4,
    lineWidth: 0,
    lines: [],
    dots: [
      [1, 1, 0.75],
      [3, 3, 0.75],
    ],
  },
};

export function hatchTile(hatch: Hatch): HatchTile {
  return TILES[hatch];
}
