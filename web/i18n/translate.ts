/** A text in the language that is chosen; whoever renders it renders anew when the language changes. */
import { fill, type Language } from '../library.js';
import { language } from '../state/preferences.js';
import type { Catalogue, TextKey } from './catalogue.js';
import { en } from './en.js';
import { ko } from './ko.js';

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, ko };

export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return fill(CATALOGUES[language.value][key], texts);
}
