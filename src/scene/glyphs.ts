/**
 * The shapes of the glyphs, as paths in a box from -1 to 1: drawn, not typed, so that a state looks the same on every
 * machine, whatever fonts it has (some show a chain or an arrow as a coloured emoji).
 *
 * A glyph is a filled path (`fill`), a stroked one (`stroke`, at a width of `width` in the same units), or both.
 */
export interface GlyphShape {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
}

export const GLYPHS = {
  dot: { fill: 'M-0.5,0A0.5,0.5,0,1,1,0.5,0A0.5,0.5,0,1,1,-0.5,0Z' },
  half: {
    fill: 'M0,-0.75A0.75,0.75,0,0,0,0,0.75Z',
    stroke: 'M-0.75,0A0.75,0.75,0,1,1,0.75,0A0.75,0.75,0,1,1,-0.75,0Z',
    width: 0.24,
  },
  triangle: { fill: 'M0,-0.85L0.88,0.68L-0.88,0.68Z' },
  cross: { stroke: 'M-0.62,-0.62L0.62,0.62M0.62,-0.62L-0.62,0.62', width: 0.34 },
  turn: { stroke: 'M0.62,-0.36A0.72,0.72,0,1,0,0.72,0.12', fill: 'M0.98,-0.92L0.9,0.08L0.08,-0.42Z', width: 0.28 },
  dots: {
    fill: 'M-0.86,0A0.22,0.22,0,1,1,-0.42,0A0.22,0.22,0,1,1,-0.86,0ZM-0.22,0A0.22,0.22,0,1,1,0.22,0A0.22,0.22,0,1,1,-0.22,0ZM0.42,0A0.22,0.22,0,1,1,0.86,0A0.22,0.22,0,1,1,0.42,0Z',
  },
  diamond: { fill: 'M0,-1L0.8,0L0,1L-0.8,0Z' },
  ring: { stroke: 'M-0.55,0A0.55,0.55,0,1,1,0.55,0A0.55,0.55,0,1,1,-0.55,0Z', width: 0.24 },
  chain: {
    stroke:
      'M-0.1,0.3L-0.4,0.6A0.36,0.36,0,0,1,-0.91,0.09L-0.5,-0.32A0.36,0.36,0,0,1,0.02,-0.3M0.1,-0.3L0.4,-0.6A0.36,0.36,0,0,1,0.91,-0.09L0.5,0.32A0.36,0.36,0,0,1,-0.02,0.3',
    width: 0.26,
  },
} as const satisfies Readonly<Record<string, GlyphShape>>;

export type GlyphName = keyof typeof GLYPHS;
