/**
 * A comparison as one page of HTML that can be sent and printed: `compare --report`.
 *
 * It has no script and asks for nothing. Names, sources and changes come from the file and are escaped.
 */
import { code, type Html, heading, list, page, paragraph, table } from '../../formats/html/page.js';
import type { Language } from '../../results/amounts.js';
import { textIn } from '../../results/names.js';
import type { Scenario } from '../../scenario/model.js';
import type { CompareDocument } from '../../studies/compare/comparison.js';
import {
  changesSection,
  expectationsSection,
  measuresSection,
  partsSection,
  servicesSection,
} from './detail-sections.js';
import type { PageFrame } from './page-frame.js';
import { pageTextsIn } from './page-texts.js';
import { moneySection, summarySection } from './summary-section.js';

export interface ComparePageOptions {
  /** The command that makes it again, as it is to be pasted. */
  readonly command: string;
  readonly language?: Language;
}

/** @param scenario the baseline, for the names, sources and defaults that the document does not have */
export function comparePage(
  document: CompareDocument,
  scenario: Scenario,
  { command, language = 'en' }: ComparePageOptions,
): string {
  const texts = pageTextsIn(language);
  const frame: PageFrame = { document, scenario, command, language, texts };
  const title = textIn(scenario.title, language, scenario.id);
  return page({
    title,
    language,
    body: [
      heading(1, title),
      paragraph(texts.facts(document.scenario.id, document.baseline, document.seeds)),
      ...(scenario.purpose === null ? [] : [paragraph(textIn(scenario.purpose, language, ''))]),
      ...summarySection(frame),
      ...moneySection(frame),
      ...measuresSection(frame),
      ...servicesSection(frame),
      ...expectationsSection(frame),
      ...changesSection(frame),
      ...partsSection(frame),
      heading(2, texts.how),
      list(texts.howLines),
      heading(2, texts.again),
      code(command),
      paragraph(`engine ${document.engine} · SHA-256 ${document.scenario.sha256}`),
      ...sources(frame),
    ],
  });
}

function sources({ scenario, texts }: PageFrame): readonly Html[] {
  const all = Object.entries(scenario.provenance).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = all.map(([path, { source = '', assumed = '' }]) => [path, source, assumed]);
  return [
    heading(2, texts.sources),
    ...(rows.length === 0 ? [] : [table({ head: [texts.value, texts.source, texts.assumed], rows, words: [1, 2] })]),
    paragraph(texts.defaults(scenario.defaulted.length)),
  ];
}
