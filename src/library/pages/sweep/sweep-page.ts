/** A sweep as a page: where it tips in a sentence, a curve and its numbers for each measure, and what still holds at which value. */
import { figure, type Html, heading, list, table } from '../../../formats/html/page.js';
import { formatShare, type Language } from '../../../results/amounts.js';
import { textIn } from '../../../results/names.js';
import type { Scenario } from '../../../scenario/model.js';
import { curveChart } from '../../../scene/charts/curve-chart.js';
import { paintSvg } from '../../../scene/svg.js';
import { PALETTES } from '../../../scene/theme.js';
import { nullMeansOf, type SweepDocument, type SweptMeasure } from '../../../studies/sweep/sweep.js';
import { measureLabel } from '../frame/measure-label.js';
import { amount } from '../frame/page-amounts.js';
import { type StudyPageOptions, studyPage } from '../frame/study-page.js';
import { heldAt } from './held-at.js';
import { type SweepPageTexts, sweepPageTextsIn } from './sweep-texts.js';

interface Frame {
  readonly document: SweepDocument;
  readonly scenario: Scenario;
  readonly language: Language;
  readonly texts: SweepPageTexts;
}

type Told = SweepDocument['measures'][number];

const WIDTH = 900;
const HEIGHT = 340;

/** @param scenario as it is in the file, for the names, sources and defaults that the document does not have */
export function sweepPage(
  document: SweepDocument,
  scenario: Scenario,
  { command, language = 'en' }: StudyPageOptions,
): string {
  const texts = sweepPageTextsIn(language);
  const frame: Frame = { document, scenario, language, texts };
  return studyPage({
    scenario,
    facts: [
      document.scenario.id,
      document.layout,
      document.parameter,
      texts.runs(document.points.length, document.seeds),
    ],
    partial: document.partial ? texts.partial(document.seeds, document.seedsAsked) : null,
    sections: [
      heading(2, texts.inShort),
      list(sentences(frame)),
      ...document.measures.flatMap((measure) => measureSection(measure, frame)),
      ...expectationsSection(frame),
    ],
    how: texts.how,
    engine: document.engine,
    command,
    language,
  });
}

function sentences(frame: Frame): readonly string[] {
  const { document, language, texts } = frame;
  const { tippingPoint, points, measures } = document;
  const name = nameOf(measures[0], frame);
  const tip =
    tippingPoint === null
      ? texts.noTip(name)
      : texts.tip(name, ...tippingPoint.between, formatShare(tippingPoint.shareOfChange, language));
  const [first, last] = [points[0], points[points.length - 1]];
  return [
    tip,
    ...measures.map((measure) =>
      texts.from(
        nameOf(measure, frame),
        first.value,
        meanText(first.measures[measure.name], measure, frame),
        last.value,
        meanText(last.measures[measure.name], measure, frame),
      ),
    ),
  ];
}

/** In words, with the service that it is of. */
function nameOf({ name }: Told, { scenario, language }: Frame): string {
  const [measure, of] = name.split(':');
  const label = measureLabel(measure, language);
  if (of === undefined) return label;
  const all = [...scenario.services, ...scenario.journeys, ...scenario.sites];
  return `${textIn(all.find(({ id }) => id === of)?.name, language, of)}: ${label}`;
}

function meanText({ mean }: SweptMeasure, { name, unit }: Told, { language, texts }: Frame): string {
  if (mean !== null) return amount(mean, unit, language);
  return nullMeansOf(name) === 'never' ? texts.never : '–';
}

function measureSection(measure: Told, frame: Frame): readonly Html[] {
  const { document, language, texts } = frame;
  const { name, unit } = measure;
  const missing = (count: number): string =>
    count === 0 ? '' : nullMeansOf(name) === 'never' ? texts.neverIn(count) : texts.unknownIn(count);
  const all = document.points.map(({ measures }) => measures[name]);
  const someMissing = all.some((each) => each.missing > 0);
  const range = (low: number, high: number): string =>
    low === high ? amount(low, unit, language) : `${amount(low, unit, language)} – ${amount(high, unit, language)}`;
  return [
    heading(2, nameOf(measure, frame)),
    figure(curve(measure, frame), texts.caption),
    table({
      head: [
        document.parameter,
        texts.mean,
        texts.interval,
        texts.range,
        texts.p95,
        ...(someMissing ? [texts.notes] : []),
      ],
      rows: document.points.map(({ value }, place) => {
        const of = all[place];
        return [
          value,
          meanText(of, measure, frame),
          of.ci95 === null ? '' : range(...of.ci95),
          of.least === null || of.greatest === null ? '' : range(of.least, of.greatest),
          of.p95 === null ? '' : amount(of.p95, unit, language),
          ...(someMissing ? [missing(of.missing)] : []),
        ];
      }),
    }),
  ];
}

function curve(measure: Told, frame: Frame): string {
  const { document, language, texts } = frame;
  const { name, unit } = measure;
  const { tippingPoint: tip, points } = document;
  const chart = curveChart({
    points: points.map(({ value, number, measures }) => {
      const { mean, ci95, least, greatest, missing } = measures[name];
      const never = nullMeansOf(name) === 'never' ? missing : 0;
      return { number, text: value, mean, ci95, least, greatest, never };
    }),
    unit,
    tipsAfter: tip?.measure === name ? points.findIndex(({ value }) => value === tip.between[0]) : null,
    words: { parameter: document.parameter, measure: nameOf(measure, frame), never: texts.never, tips: texts.tips },
    width: WIDTH,
    height: HEIGHT,
    palette: PALETTES.light,
    language,
  });
  return paintSvg(chart, { title: nameOf(measure, frame), description: texts.caption });
}

function expectationsSection({ document, texts }: Frame): readonly Html[] {
  const { points, seeds } = document;
  const values = points.map(({ value }) => value);
  const rows = document.expectations.flatMap((name, place) => {
    const met = points.map((point) => point.met[place]);
    if (met.every((each) => each === null)) return [];
    const some = values.flatMap((value, i) => {
      const of = met[i];
      return of === null || of === 0 || of === seeds ? [] : [texts.some(value, of, seeds)];
    });
    const ofMet = (wanted: number | null): string => heldAt(values, (i) => met[i] === wanted);
    return [[name, ofMet(seeds), some.join(', '), ofMet(0), ofMet(null)]];
  });
  if (rows.length === 0) return [];
  const hasUnjudged = rows.some((row) => row[4] !== '');
  const columns = hasUnjudged ? 5 : 4;
  return [
    heading(2, texts.expectations),
    table({
      head: [texts.expectation, texts.metInAll, texts.metInSome, texts.metInNone, texts.notJudged].slice(0, columns),
      rows: rows.map((row) => row.slice(0, columns)),
      words: [1, 2, 3, 4],
    }),
  ];
}
