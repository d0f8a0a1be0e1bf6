import { describe, expect, it } from 'vitest';
import { asciiSigns, GLYPHS_ASCII } from '../../../../src/cli/output/glyphs.js';
import { languageOf, terminalFor } from '../../../../src/cli/output/terminal.js';

const isColoured = (tty: boolean, environment: Record<string, string>): boolean =>
  terminalFor({ isTTY: tty }, {}, environment).paint.isColorSupported;

describe('what a terminal is given', () => {
  it('has colour on a terminal, not in a pipe, with NO_COLOR, in CI, or on a dumb terminal', () => {
    expect(isColoured(true, { TERM: 'xterm-256color' })).toBe(true);
    expect(isColoured(false, { TERM: 'xterm-256color' })).toBe(false);
    expect(isColoured(true, { NO_COLOR: '1' })).toBe(false);
    expect(isColoured(true, { CI: 'true' })).toBe(false);
    expect(isColoured(true, { TERM: 'dumb' })).toBe(false);
  });

  it('ignores an empty NO_COLOR, as no-color.org asks', () => {
    expect(isColoured(true, { NO_COLOR: '' })).toBe(true);
  });

  it('speaks Korean in a Korean locale, by the first variable that is set', () => {
    expect(languageOf({ LANG: 'ko_KR.UTF-8' })).toBe('ko');
    expect(languageOf({ LANG: 'ko_KR.UTF-8', LC_ALL: 'C.UTF-8' })).toBe('en');
    expect(languageOf({ LANG: 'kok_IN' })).toBe('en');
    expect(languageOf({})).toBe('en');
  });

  it('replaces signs that ASCII does not have', () => {
    expect(terminalFor({}, { ascii: true }, {}).glyphs).toBe(GLYPHS_ASCII);
    expect(asciiSigns('mail: up → down · ≤ 12 h, 4.1×')).toBe('mail: up -> down - <= 12 h, 4.1x');
  });
});
