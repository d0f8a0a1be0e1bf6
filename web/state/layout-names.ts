/** What layouts are called: a lesson gives them names, elsewhere they have none but their ids. */
import { signal } from '@preact/signals';
import type { Language } from '../library.js';
import { language } from './preferences.js';

/** Of the lesson that is open, by the layout's id. */
export const layoutNames = signal<Readonly<Record<string, Readonly<Record<Language, string>>>>>({});

export function layoutName(id: string): string {
  return Object.hasOwn(layoutNames.value, id) ? layoutNames.value[id][language.value] : id;
}
