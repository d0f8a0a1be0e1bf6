/**
 * What to draw, as data: the one language between a scene and its painters (canvas on the screen, SVG text elsewhere).
 *
 * Units are CSS pixels; angles are turns (0 at twelve o'clock, clockwise, 1 a full circle). Colours are concrete: a
 * painter knows no theme. The order of the list is the order of painting. Texts are already as short as they must be.
 */
import type { GlyphName } from './glyphs.js';

export const HATCHES = ['plain', 'diagonal', 'up-hatch', 'dots', 'level', 'cross'] as const;
/** A texture over a fill. `plain` is none. */
export type Hatch = (typeof HATCHES)[number];

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly dash?: readonly number[];
  /** Drawn over the fill, in `ink`. */
  readonly hatch?: Hatch;
  readonly ink?: string;
  readonly opacity?: number;
}

export interface RectShape extends Paint {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}

export interface CircleShape extends Paint {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A piece of a circle's outline. */
export interface ArcShape {
  readonly kind: 'arc';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly from: number;
  readonly to: number;
  readonly stroke: string;
  readonly lineWidth: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** From one point to another, straight, or bent by two control points. */
export interface LineShape {
  readonly kind: 'line';
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly bend?: readonly [x1: number, y1: number, x2: number, y2: number];
  readonly stroke: string;
  readonly lineWidth: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of the ground that is kept free around the letters, over whatever lies below. */
  readonly halo?: string;
  readonly opacity?: number;
}

/** How wide a halo is, to each side. */
export const HALO_WIDTH = 2.5;

/** A glyph of glyphs.ts, scaled so that its box from -1 to 1 has this radius. */
export interface GlyphMark {
  readonly kind: 'glyph';
  readonly glyph: GlyphName;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly ink: string;
  readonly opacity?: number;
}

export type Shape = RectShape | CircleShape | ArcShape | LineShape | TextShape | GlyphMark;

export interface DisplayList {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly shapes: readonly Shape[];
  /** The same shapes in the same order, by what changes together; see damage.ts. Left out: all does. */
  readonly pieces?: readonly (readonly Shape[])[];
}
