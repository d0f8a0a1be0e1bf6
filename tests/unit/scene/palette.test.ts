import { describe, expect, it } from 'vitest';
import { STATE_TABLE } from '../../../src/scene/state-table.js';
import { PALETTES, THEMES } from '../../../src/scene/theme.js';
import { contrast, difference, grey, linear, seenAs, VISIONS, type Vision } from './colour-vision.js';

describe.each(THEMES)('the %s palette', (theme) => {
  // Recovering and warming share a blue: glyph and texture tell them apart. Standby is hollow.
  const fills = [...new Set(STATE_TABLE.flatMap((style) => (style.fill === null ? [] : [style.fill[theme]])))];
  const pairs = fills.flatMap((a, i) => fills.slice(i + 1).map((b) => [a, b] as const));
  const palette = PALETTES[theme];

  it('has five fills', () => {
    expect(fills).toHaveLength(5);
  });

  it.each(Object.keys(VISIONS) as Vision[])('keeps fills at least 15 apart in %s vision', (vision) => {
    const least = Math.min(...pairs.map(([a, b]) => difference(seenAs(linear(a), vision), seenAs(linear(b), vision))));
    expect(least).toBeGreaterThanOrEqual(15);
  });

  it('keeps fills at least 10 apart in grey', () => {
    const least = Math.min(...pairs.map(([a, b]) => difference(grey(linear(a)), grey(linear(b)))));
    expect(least).toBeGreaterThanOrEqual(10);
  });

  it.each(['page', 'panel', 'panelDead'] as const)('has an outline of contrast 3 and more on the %s', (ground) => {
    expect(contrast(palette.outline, palette[ground])).toBeGreaterThanOrEqual(3);
  });

  it.each(STATE_TABLE.map((style) => [style.state, style] as const))('has a glyph that is seen on %s', (_, style) => {
    const ground = style.fill?.[theme] ?? palette.page;
    expect(contrast(style.ink[theme], ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(['ink', 'inkSoft', 'alarm', 'accent'] as const)(
    'has %s that is readable as text on page and bands',
    (ink) => {
      for (const ground of [palette.page, palette.panel, palette.panelDead]) {
        expect(contrast(palette[ink], ground)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});

describe('the table of states', () => {
  it('tells every two states apart without colour, by glyph', () => {
    expect(new Set(STATE_TABLE.map((style) => style.glyph)).size).toBe(STATE_TABLE.length);
    expect(new Set(STATE_TABLE.map((style) => style.character)).size).toBe(STATE_TABLE.length);
  });

  it('gives states of one fill different textures', () => {
    const looks = STATE_TABLE.map((style) => `${style.fill?.light ?? 'hollow'} ${style.texture}`);
    expect(new Set(looks).size).toBe(STATE_TABLE.length);
  });
});
