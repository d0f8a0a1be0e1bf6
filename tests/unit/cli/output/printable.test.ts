import { describe, expect, it } from 'vitest';
import { printable, printableDeep, printableJson, printableLines } from '../../../../src/cli/output/printable.js';

const ESC = '\u001b';

describe('text from strangers', () => {
  it('shows terminal escapes, also in their one-character form, and never sends them', () => {
    expect(printable(`${ESC}[2J\u009b31mred\u0007`)).toBe('\\u001b[2J\\u009b31mred\\u0007');
  });

  it('shows what would reorder a line', () => {
    expect(printable('abc\u202egnp.exe\u2066')).toBe('abc\\u202egnp.exe\\u2066');
  });

  it('keeps Hangul, accents and emoji as they are', () => {
    expect(printable('카카오톡 é 🔥')).toBe('카카오톡 é 🔥');
  });

  it('shows a line break inside one line of text, and keeps it in text of several lines', () => {
    expect(printable('a\nb')).toBe('a\\u000ab');
    expect(printableLines(`a\nb${ESC}`)).toBe('a\nb\\u001b');
  });

  it('reaches every string of plain data, keys included, and leaves columns of numbers alone', () => {
    const column = new Float64Array([1]);
    expect(printableDeep({ [`k${ESC}`]: [`v${ESC}`, 1, null, true], column })).toEqual({
      'k\\u001b': ['v\\u001b', 1, null, true],
      column,
    });
  });

  it('writes JSON that steers no terminal and parses to the same text', () => {
    const text = `\u009b\u202e${ESC}\u007f`;
    const json = printableJson({ text });
    expect(json).toMatch(/^[\n\u0020-\u007e]*$/);
    expect(JSON.parse(json)).toEqual({ text });
  });
});
