/** The page's texts: one key, one text in each language; the types hold that no language lacks a key. */
import type { en } from './en.js';

export type TextKey = keyof typeof en;
export type Catalogue = Readonly<Record<TextKey, string>>;
