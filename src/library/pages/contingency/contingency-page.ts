/** A contingency as a page: what it comes to, the matrix, the worst cases of each layout, and what nobody would expect. */
import { type Html, heading, list, paragraph, table } from '../../../formats/html/page.js';
import { formatCount, formatDuration } from '../../../results/amounts.js';
import { isoInstant } from '../../../results/instant.js';
import type { Scenario } from '../../../scenario/model.js';
import type { ContingencyCase, ContingencyDocument } from '../../../studies/contingency/contingency.js';
import { type StudyPageOptions, studyPage } from '../frame/study-page.js';
import { type ContingencyFrame, contingencyFrame, isTelling, lostText } from './contingency-frame.js';
import { contingencyPageTextsIn } from './contingency-texts.js';
import { pairsPictures, singlesPicture } from './pictures.js';

/** Of one layout alone, and of each of several, which the matrix tells of as well. */
const CASES_TOLD = 25;
const CASES_TOLD_EACH = 8;
const SURPRISES_TOLD = 25;
const NAMES_TOLD = 6;

/** @param scenario the first layout, for the names, sources and defaults that the document does not have */
export function contingencyPage(
  document: ContingencyDocument,
  scenario: Scenario,
  { command, language = 'en' }: StudyPageOptions,
): string {
  const texts = contingencyPageTextsIn(language);
  const frame = contingencyFrame(document, scenario, language, texts);
  const { epochMilliseconds, offsetMinutes } = scenario.start;
  const at = isoInstant(epochMilliseconds + document.layouts[0].failsAtSeconds * 1000, offsetMinutes);
  return studyPage({
    scenario,
    facts: [
      document.scenario.id,
      texts.facts(document.layouts.map(({ id }) => id).join(', '), document.done, document.seed, at.replace('T', ' ')),
    ],
    partial: document.partial ? texts.partial(document.done, document.asked) : null,
    sections: [
      heading(2, texts.inShort),
      list(sentences(frame)),
      ...expectationsSection(frame),
      ...singlesPicture(frame),
      ...pairsPictures(frame),
      ...document.layouts.flatMap(({ id }) => worstCases(id, frame)),
      ...surprises(frame),
    ],
    how: texts.how,
    engine: document.engine,
    command,
    language,
  });
}

function sentences(frame: ContingencyFrame): readonly string[] {
  const { document, texts, failure, service, language } = frame;
  const failed = document.cases.filter(({ verdict }) => verdict === 'failed').length;
  const isJudged = document.cases.some(({ verdict }) => verdict !== null);
  const surprising = document.cases.filter(({ unexpected }) => unexpected.length > 0).length;
  const worst = document.layouts.flatMap(({ id }) => {
    const found = document.cases.find(({ layout }) => layout === id);
    if (found === undefined) return [];
    if (found.userHoursLost <= 0) return [texts.nothingLost(id)];
    return [texts.worst(id, failure(found), formatCount(found.userHoursLost, language))];
  });
  const parts = document.partsCostMore.map(({ zone, site, services }) =>
    texts.partCostsMore(
      failure({ kinds: ['zone'], failed: [zone] }),
      failure({ kinds: ['site'], failed: [site] }),
      services.map(service).join(', '),
    ),
  );
  return [
    ...(isJudged ? [texts.failed(failed, document.cases.length)] : []),
    ...worst,
    ...(surprising > 0 ? [texts.surprises(surprising)] : []),
    // The same for several layouts is said once.
    ...new Set(parts),
  ];
}

function expectationsSection({ document, texts }: ContingencyFrame): readonly Html[] {
  const rows = document.layouts.flatMap(({ id, expectations }) =>
    expectations.map(({ name, verdict, because }) => [name, id, texts.verdicts[verdict], because]),
  );
  if (rows.length === 0) return [];
  return [
    heading(2, texts.expectations),
    table({ head: [texts.expectation, texts.layout, texts.verdict, texts.because], rows, words: [1, 2, 3] }),
  ];
}

function worstCases(id: string, { document, texts, failure, service, language }: ContingencyFrame): readonly Html[] {
  const all = document.cases.filter(({ layout }) => layout === id);
  const telling = all.filter(isTelling);
  const shown = telling.slice(0, document.layouts.length === 1 ? CASES_TOLD : CASES_TOLD_EACH);
  const longest = ({ worst: [first] }: ContingencyCase): string =>
    first === undefined ? '' : `${formatDuration(first.downtimeSeconds, language)} ${service(first.id)}`;
  const rows = shown.map((each) => [
    failure(each),
    [...new Set(each.kinds)].map((kind) => texts.kinds[kind]).join(' + '),
    lostText(each, language),
    String(each.down),
    longest(each),
  ]);
  const harmless = all.length - telling.length;
  return [
    heading(2, texts.worstOf(id)),
    ...(rows.length === 0
      ? []
      : [table({ head: [texts.failure, texts.kind, texts.lost, texts.down, texts.longest], rows, words: [1, 4] })]),
    ...(telling.length > shown.length ? [paragraph(texts.more(telling.length - shown.length))] : []),
    ...(harmless > 0 ? [paragraph(texts.harmless(harmless))] : []),
  ];
}

function surprises({ document, texts, failure, service, language }: ContingencyFrame): readonly Html[] {
  const all = document.cases.filter(({ unexpected }) => unexpected.length > 0);
  if (all.length === 0) return [heading(2, texts.unexpected), paragraph(texts.nothingUnexpected)];
  const several = document.layouts.length > 1;
  const told = ({ unexpected }: ContingencyCase): string => {
    const names = unexpected
      .slice(0, NAMES_TOLD)
      .map(({ id, downtimeSeconds }) => `${service(id)} (${formatDuration(downtimeSeconds, language)})`)
      .join(', ');
    const left = unexpected.length - NAMES_TOLD;
    return left > 0 ? `${names} ${texts.moreNames(left)}` : names;
  };
  const shown = all.slice(0, SURPRISES_TOLD);
  return [
    heading(2, texts.unexpected),
    paragraph(texts.unexpectedMeans),
    table({
      head: [texts.failure, ...(several ? [texts.layout] : []), texts.longest],
      rows: shown.map((each) => [failure(each), ...(several ? [each.layout] : []), told(each)]),
      words: [1, 2],
    }),
    ...(all.length > shown.length ? [paragraph(texts.more(all.length - shown.length))] : []),
  ];
}
