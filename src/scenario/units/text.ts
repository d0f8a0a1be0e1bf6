import type { Text } from '../model.js';
import { nearest } from '../nearest.js';
import { bad, good, type Reading, within, wrongType } from './reading.js';

const LANGUAGES = ['en', 'ko'];
const EXPECTED = 'a text, or { en: ..., ko: ... }';

/** A name or title: one for all languages (kept as English), or one each. Lines are joined; not empty. */
export function readText(value: unknown): Reading<Text> {
  if (typeof value === 'string' || typeof value === 'number') {
    const line = joined(String(value));
    return line.ok ? good({ en: line.value }) : line;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrongType(EXPECTED, value);
  const texts: Record<string, string> = {};
  for (const [language, written] of Object.entries(value)) {
    if (!LANGUAGES.includes(language)) return unknownLanguage(language);
    const line = within(language, readLine(written));
    if (!line.ok) return line;
    texts[language] = line.value;
  }
  return Object.keys(texts).length > 0 ? good(texts) : wrongType(EXPECTED, value);
}

/** A text of one line that is the same in all languages. */
export function readLine(value: unknown): Reading<string> {
  return typeof value === 'string' ? joined(value) : wrongType('a text', value);
}

/** A place on earth in degrees. */
export function readCoordinates(value: unknown): Reading<readonly [number, number]> {
  if (!Array.isArray(value) || value.length !== 2) return wrongType('[latitude, longitude]', value);
  for (const [i, limit] of [90, 180].entries()) {
    const degrees: unknown = value[i];
    if (typeof degrees !== 'number') return within(i, wrongType('degrees', degrees));
    if (Math.abs(degrees) > limit) return within(i, bad('out-of-range', { got: degrees, min: -limit, max: limit }));
  }
  return good([value[0], value[1]]);
}

function joined(text: string): Reading<string> {
  const line = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
  return line === '' ? wrongType('a text', text) : good(line);
}

function unknownLanguage(key: string): Reading<never> {
  const fault = {
    code: 'unknown-key',
    values: { key },
    suggestion: nearest(key, LANGUAGES),
    within: [key],
    on: 'key',
  } as const;
  return { ok: false, fault };
}
