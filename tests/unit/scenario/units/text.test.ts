import { describe, expect, it } from 'vitest';
import { readCoordinates, readLine, readText } from '../../../../src/scenario/units/text.js';

describe('a text', () => {
  it('is one for all, or one a language', () => {
    expect(readText('Mail')).toEqual({ ok: true, value: { en: 'Mail' } });
    expect(readText({ en: 'Mail', ko: '메일' })).toEqual({ ok: true, value: { en: 'Mail', ko: '메일' } });
    expect(readText({ ko: '메일' })).toEqual({ ok: true, value: { ko: '메일' } });
    expect(readText(2022)).toEqual({ ok: true, value: { en: '2022' } });
  });

  it('is on one line', () => {
    expect(readText('two\n  lines\n')).toEqual({ ok: true, value: { en: 'two lines' } });
  });

  it.each([[''], [' '], [{}], [{ fr: 'Courrier' }], [{ en: 3 }], [['Mail']], [null]])('%j is refused', (value) => {
    expect(readText(value).ok).toBe(false);
  });
});

describe('a line', () => {
  it('is one text, joined to one line', () => {
    expect(readLine(' back\n within ')).toEqual({ ok: true, value: 'back within' });
  });

  it.each([[''], [' \t'], [1], [{ en: 'a' }], [null]])('%j is refused', (value) => {
    expect(readLine(value).ok).toBe(false);
  });
});

describe('a place on earth', () => {
  it('is latitude and longitude', () => {
    expect(readCoordinates([37.4, 127.1])).toEqual({ ok: true, value: [37.4, 127.1] });
    for (const value of [[91, 0], [0, 181], [0], ['37', '127'], '37.4, 127.1'])
      expect(readCoordinates(value).ok).toBe(false);
  });
});
