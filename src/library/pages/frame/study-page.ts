/**
 * The frame of every page that a study is sent and printed as: what it is about, what was found, how to read it, the command
 * that makes it again, what is assumed and where it comes from.
 *
 * A page has no script and asks for nothing. Names, sources and sentences come from the file and are escaped. What was found
 * is each study's own.
 */
import { code, element, type Html, heading, list, page, paragraph, table } from '../../../formats/html/page.js';
import type { Language } from '../../../results/amounts.js';
import { textIn } from '../../../results/names.js';
import type { Scenario } from '../../../scenario/model.js';
import { frameTextsIn } from './frame-texts.js';

export interface StudyPageOptions {
  /** The command that makes it again, as it is to be pasted. */
  readonly command: string;
  readonly language?: Language;
}

export interface StudyPage extends Required<StudyPageOptions> {
  /** Its names, sources and defaults. */
  readonly scenario: Scenario;
  /** What is studied, in a line. */
  readonly facts: readonly string[];
  /** That it was stopped early, in words; null when it was not. */
  readonly partial: string | null;
  /** What was found. */
  readonly sections: readonly Html[];
  /** How to read it, a sentence or two each. */
  readonly how: readonly string[];
  /** Null: nothing was run. */
  readonly engine: string | null;
}

export function studyPage({ scenario, facts, partial, sections, how, engine, command, language }: StudyPage): string {
  const texts = frameTextsIn(language);
  const title = textIn(scenario.title, language, scenario.id);
  return page({
    title,
    language,
    body: [
      heading(1, title),
      paragraph(facts.join(' · ')),
      ...(scenario.purpose === null ? [] : [paragraph(textIn(scenario.purpose, language, ''))]),
      ...(partial === null ? [] : [element('p class="warn"', partial)]),
      ...sections,
      heading(2, texts.how),
      list(how),
      heading(2, texts.again),
      code(command),
      paragraph(`${engine === null ? '' : `engine ${engine} · `}SHA-256 ${scenario.sha256}`),
      ...sources(scenario, language),
    ],
  });
}

function sources({ provenance, defaulted }: Scenario, language: Language): readonly Html[] {
  const texts = frameTextsIn(language);
  const all = Object.entries(provenance).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = all.map(([path, { source = '', assumed = '' }]) => [path, source, assumed]);
  return [
    heading(2, texts.sources),
    ...(rows.length === 0 ? [] : [table({ head: [texts.value, texts.source, texts.assumed], rows, words: [1, 2] })]),
    paragraph(texts.defaults(defaulted.length)),
  ];
}
