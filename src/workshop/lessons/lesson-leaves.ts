/** Values of a lesson's front matter that a scenario has not: a text in both languages, and a piece of a layout. */
import type { Text } from '../../scenario/model.js';
import { leaf } from '../../scenario/schema/leaf.js';
import { good, type Reading, wrongType } from '../../scenario/units/reading.js';
import { readText } from '../../scenario/units/text.js';

/** What learners read is there in both languages. */
export type BothLanguages = Readonly<Record<'en' | 'ko', string>>;

/** Plain data, laid over the scenario like a layout; what it says is checked with the scenario. */
export type Overlay = { readonly [key: string]: unknown };

function readBoth(value: unknown): Reading<BothLanguages> {
  const text: Reading<Text> = readText(value);
  if (!text.ok) return text;
  const { en, ko } = text.value;
  if (typeof value !== 'object' || value === null) return wrongType('{ en: ..., ko: ... }', value);
  if (en !== undefined && ko !== undefined) return good({ en, ko });
  return { ok: false, fault: { code: 'missing-key', within: [en === undefined ? 'en' : 'ko'] } };
}

function readOverlay(value: unknown): Reading<Overlay> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return good(value as Overlay);
  return wrongType('a mapping', value);
}

export const both = leaf('both', { title: 'text in both languages' }, readBoth);
export const overlayPiece = leaf('overlay', { title: 'piece of a layout' }, readOverlay);

export const NO_TEXT = { en: '-', ko: '-' };
