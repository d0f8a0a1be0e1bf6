/** A comparison as a page: what it comes to, the layouts in one table, two pictures, then all measures and what differs. */
import type { Scenario } from '../../../scenario/model.js';
import type { CompareDocument } from '../../../studies/compare/comparison.js';
import { type StudyPageOptions, studyPage } from '../frame/study-page.js';
import type { CompareFrame } from './compare-frame.js';
import { compareTextsIn } from './compare-texts.js';
import {
  changesSection,
  expectationsSection,
  measuresSection,
  partsSection,
  servicesSection,
} from './detail-sections.js';
import { moneySection, summarySection } from './summary-section.js';

/** @param scenario the baseline, for the names, sources and defaults that the document does not have */
export function comparePage(
  document: CompareDocument,
  scenario: Scenario,
  { command, language = 'en' }: StudyPageOptions,
): string {
  const texts = compareTextsIn(language);
  const frame: CompareFrame = { document, scenario, language, texts };
  return studyPage({
    scenario,
    facts: [texts.facts(document.scenario.id, document.baseline, document.seeds)],
    partial: document.partial ? texts.partial(document.seeds, document.seedsAsked) : null,
    sections: [
      ...summarySection(frame),
      ...moneySection(frame),
      ...measuresSection(frame),
      ...servicesSection(frame),
      ...expectationsSection(frame),
      ...changesSection(frame),
      ...partsSection(frame),
    ],
    how: texts.howLines,
    engine: document.engine,
    command,
    language,
  });
}
