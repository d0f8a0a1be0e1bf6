import { describe, expect, it } from 'vitest';
import { SCENE_WORDS } from '../../src/scene/scene-words.js';
import { BLOCKED_BADGE, STATE_TABLE } from '../../src/scene/state-table.js';
import { en } from '../../web/i18n/en.js';
import { ko } from '../../web/i18n/ko.js';
import { unbroken } from '../../web/i18n/unbroken.js';

/** A particle depends on the sound of what fills the placeholder before it. */
const PARTICLE = /\}(은|는|이|가|을|를|과|와|으로|로)(?![가-힣])/;
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const CATALOGUES: readonly (readonly [string, Record<string, string>, Record<string, string>])[] = [
  ['the page', en, ko],
  ['the pictures', { ...SCENE_WORDS.en }, { ...SCENE_WORDS.ko }],
];

describe.each(CATALOGUES)('the texts of %s', (_, english, korean) => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(korean)).toEqual(Object.keys(english));
  });

  it('have the same placeholders in both languages', () => {
    for (const key of Object.keys(english))
      expect([key, placeholders(korean[key])]).toEqual([key, placeholders(english[key])]);
  });

  it('are not empty, and Korean where they are Korean', () => {
    const same = Object.keys(english).filter((key) => korean[key] === english[key]);
    // The name of the project, and what is all numbers and signs.
    expect(
      same.filter(
        (key) =>
          !/^(app\.name|timeline\.pace\.linear|stage\.(item|journey)|strip\.(piece|up)|live\.change|why\.because)$/.test(
            key,
          ),
      ),
    ).toEqual([]);
    for (const text of [...Object.values(english), ...Object.values(korean)]) expect(text.trim()).not.toBe('');
  });

  it('have no Korean particle after a placeholder', () => {
    expect(Object.entries(korean).filter(([, text]) => PARTICLE.test(text))).toEqual([]);
  });
});

it('finds a particle after a placeholder where there is one', () => {
  expect(PARTICLE.test('{name}이 멈췄습니다')).toBe(true);
  expect(PARTICLE.test('{name} 이후')).toBe(false);
});

it('names and explains every state in both languages', () => {
  for (const { name, meaning } of [...STATE_TABLE, BLOCKED_BADGE]) {
    for (const text of [name.en, name.ko, meaning.en, meaning.ko]) expect(text).not.toBe('');
  }
});

it('keeps a number and its unit on one line, and nothing else', () => {
  expect(unbroken('0 % succeed after 86 h 30 min, 3 servers')).toBe(
    '0\u00a0% succeed after 86\u00a0h 30\u00a0min, 3 servers',
  );
  expect(unbroken('2 hours')).toBe('2 hours');
});
