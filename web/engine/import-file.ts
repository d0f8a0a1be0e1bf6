/** A file of another program to the text of a scenario: what the worker answers. */
import { formatProblem, importScenario } from '../library.js';
import { type ByLanguage, byLanguage } from './by-language.js';

export interface ImportAnswer {
  /** Null: it could not be read; the problems say why. */
  readonly text: string | null;
  readonly problems: ByLanguage<readonly string[]>;
  /** What the file cannot know, and what was put in its place. */
  readonly notes: ByLanguage<readonly string[]>;
  readonly services: number;
  readonly calls: number;
}

export function importFile(name: string, source: string): ImportAnswer {
  const { text, problems, notes, services, calls } = importScenario([{ name, text: source }]);
  return {
    text,
    problems: byLanguage((lang) => problems.map((problem) => formatProblem(problem, { lang }))),
    notes: byLanguage((lang) => notes.map((note) => (lang === 'ko' ? note.messageKo : note.message))),
    services,
    calls,
  };
}
