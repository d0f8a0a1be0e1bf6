/** What the worker tells, in every language at once: so the page may switch without asking again. */
import { LANGUAGES, type Language } from '../library.js';

export type ByLanguage<Value> = Readonly<Record<Language, Value>>;

export function byLanguage<Value>(make: (language: Language) => Value): ByLanguage<Value> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, Value>;
}
