/**
 * Colours that are not states: paper, ink, lines and the one accent, which marks what is chosen and where "now" is.
 *
 * The outline carries the contrast of 3:1 that non-text needs (WCAG 1.4.11), so that fills are free for the ladder of
 * lightness in state-table.ts.
 */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Palette {
  readonly page: string;
  /** A band of the stage, a row of the strip. */
  readonly panel: string;
  /** A band whose site is dark. */
  readonly panelDead: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly outline: string;
  readonly line: string;
  readonly accent: string;
  /** Words about what is wrong: readable as text on page and panel. */
  readonly alarm: string;
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#FFFFFF',
    panel: '#FAFAFA',
    panelDead: '#ECEDEF',
    ink: '#1A1D21',
    inkSoft: '#565D66',
    outline: '#3A4048',
    line: '#D5D9DE',
    accent: '#7A2E8E',
    alarm: '#A33110',
  },
  dark: {
    page: '#12151A',
    panel: '#191D23',
    panelDead: '#0D0F12',
    ink: '#E8EBEF',
    inkSoft: '#A3ACB7',
    outline: '#AEB7C2',
    line: '#333A43',
    accent: '#E29BF2',
    alarm: '#FF9A73',
  },
};
