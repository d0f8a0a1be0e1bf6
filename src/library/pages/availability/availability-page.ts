/** Availability over years as a page: what is lost a year, what goes wrong, and how available each service is in each layout. */
import { figure, type Html, heading, list, table } from '../../../formats/html/page.js';
import { formatCount, formatDuration, formatShare, type Language } from '../../../results/amounts.js';
import { textIn } from '../../../results/names.js';
import type { Scenario } from '../../../scenario/model.js';
import { barsChart } from '../../../scene/charts/bars-chart.js';
import { paintSvg } from '../../../scene/svg.js';
import { PALETTES } from '../../../scene/theme.js';
import { DISASTER } from '../../../studies/availability/chances.js';
import type {
  AvailabilityDocument,
  AvailabilityLayout,
  AvailabilityOf,
} from '../../../studies/availability/document.js';
import { type AvailabilityLimit, availabilityMisses } from '../../../studies/availability/misses.js';
import { type StudyPageOptions, studyPage } from '../frame/study-page.js';
import { type AvailabilityPageTexts, availabilityPageTextsIn } from './availability-texts.js';
import { countEstimate, percent, shareEstimate, short } from './estimates.js';

export interface AvailabilityPageOptions extends StudyPageOptions {
  /** What is told when it is not shown to hold. */
  readonly limits?: readonly AvailabilityLimit[];
}

interface Frame {
  readonly document: AvailabilityDocument;
  readonly limits: readonly AvailabilityLimit[];
  readonly language: Language;
  readonly texts: AvailabilityPageTexts;
}

const SERVICES_DRAWN = 20;
/** Below so many lives with a loss the mean of the lives is far from normal. */
const FEW = 20;

/** @param scenario the first layout, for the names, sources and defaults that the document does not have */
export function availabilityPage(
  document: AvailabilityDocument,
  scenario: Scenario,
  { command, language = 'en', limits = [] }: AvailabilityPageOptions,
): string {
  const texts = availabilityPageTextsIn(language);
  const frame: Frame = { document, limits, language, texts };
  return studyPage({
    scenario,
    facts: [document.scenario.id, texts.lives(document.seeds, short(document.years))],
    partial: document.partial ? texts.partial(document.seeds, document.seedsAsked) : null,
    sections: [
      heading(2, texts.inShort),
      list(document.layouts.flatMap((layout) => sentences(layout, frame))),
      ...misses(frame),
      ...downtimePicture(frame),
      ...sums(frame),
      ...services(frame),
      ...chances(frame),
      heading(2, texts.leavesOut),
      list(document.leavesOut),
    ],
    how: texts.how,
    engine: document.engine,
    command,
    language,
  });
}

function sentences(layout: AvailabilityLayout, { document, texts, language }: Frame): readonly string[] {
  const { id, against, moneyLostPerYear: money, rarerThanOnceInYears: rarer } = layout;
  const { currency, seeds, layouts } = document;
  const lossy = seeds - layout.livesWithoutLoss;
  const first = layouts[0].id;
  const size = formatCount(Math.abs(against?.difference ?? 0), language);
  return [
    rarer === null
      ? texts.hours(id, countEstimate(layout.userHoursLostPerYear, language))
      : texts.noLoss(id, short(rarer)),
    ...(money === null || currency === null ? [] : [texts.money(id, `${countEstimate(money, language)} ${currency}`)]),
    ...(against === null
      ? []
      : against.shown === 'none'
        ? [texts.notShown(id, first)]
        : against.shown === 'better'
          ? [texts.fewer(id, first, size, against.betterIn, seeds)]
          : [texts.more(id, first, size, against.worseIn, seeds)]),
    ...(lossy > 0 && lossy < FEW ? [texts.few(id)] : []),
    ...(layout.unfinished > 0 ? [texts.unfinished(id, layout.unfinished, layout.episodes)] : []),
  ];
}

function misses({ document, limits, texts, language }: Frame): readonly Html[] {
  const all = availabilityMisses(document, limits).map(({ layout, id, share, isShown }) => {
    const found = document.layouts[0].services.find((each) => each.id === id);
    return (isShown ? texts.below : texts.notShownToBe)(
      textIn(found?.name, language, id),
      layout,
      percent(share, language),
    );
  });
  return all.length === 0 ? [] : [heading(2, texts.missed), list(all)];
}

/** Those with users, or all where nobody has; worst in any layout first. */
function told({ document }: Frame): readonly AvailabilityOf[] {
  const [{ services: all }] = document.layouts;
  const faced = all.filter(({ hasUsers }) => hasUsers);
  const down = (id: string): number =>
    Math.max(...document.layouts.map((layout) => of(layout, id)?.downSecondsPerYear.mean ?? 0));
  return [...(faced.length > 0 ? faced : all)]
    .filter(({ availability }) => availability !== null)
    .sort((a, b) => down(b.id) - down(a.id));
}

function of({ services: all }: AvailabilityLayout, id: string): AvailabilityOf | undefined {
  return all.find((each) => each.id === id);
}

function downtimePicture(frame: Frame): readonly Html[] {
  const { document, texts, language } = frame;
  const all = told(frame);
  const shown = all.slice(0, SERVICES_DRAWN);
  if (shown.length === 0) return [];
  const caption = texts.downtimeCaption(shown.length, all.length);
  const chart = barsChart({
    series: document.layouts.map(({ id }) => id),
    rows: shown.map(({ id, name }) => ({
      name: textIn(name, language, id),
      bars: document.layouts.map((layout) => {
        const found = of(layout, id)?.downSecondsPerYear;
        if (found === undefined) return null;
        return { value: found.mean, text: formatDuration(found.mean, language), ci95: found.ci95 };
      }),
    })),
    unit: 'seconds',
    width: 900,
    palette: PALETTES.light,
    language,
  });
  return [
    heading(2, texts.downtime),
    figure(paintSvg(chart, { title: texts.downtime, description: caption }), caption),
  ];
}

function sums({ document, texts, language }: Frame): readonly Html[] {
  const isPriced = document.layouts.some(({ moneyLostPerYear: money }) => money !== null);
  return [
    heading(2, texts.sums),
    table({
      head: [
        texts.layout,
        texts.userHours,
        ...(isPriced ? [texts.moneyAYear(document.currency ?? '')] : []),
        texts.withoutLoss,
        texts.simulated,
      ],
      rows: document.layouts.map((layout) => [
        layout.id,
        countEstimate(layout.userHoursLostPerYear, language),
        ...(isPriced ? [layout.moneyLostPerYear === null ? '' : countEstimate(layout.moneyLostPerYear, language)] : []),
        texts.ofLives(layout.livesWithoutLoss, document.seeds),
        formatShare(layout.simulatedShare, language, 2),
      ]),
    }),
  ];
}

/** A service in all layouts, then the next. */
function services(frame: Frame): readonly Html[] {
  const { document, texts, language } = frame;
  const several = document.layouts.length > 1;
  const rows = told(frame).flatMap(({ id, name }) =>
    document.layouts.flatMap((layout) => {
      const found = of(layout, id);
      if (found === undefined || found.availability === null) return [];
      return [
        [
          textIn(name, language, id),
          ...(several ? [layout.id] : []),
          shareEstimate(found.availability, language),
          formatDuration(found.downSecondsPerYear.mean, language),
          formatDuration(found.notUpSecondsPerYear.mean, language),
          short(found.outagesPerYear.mean),
        ],
      ];
    }),
  );
  if (rows.length === 0) return [];
  const head = [
    texts.service,
    ...(several ? [texts.layout] : []),
    texts.available,
    texts.down,
    texts.notUp,
    texts.outages,
  ];
  return [heading(2, texts.services), table({ head, rows, words: several ? [1] : [] })];
}

/** The same luck in every layout: told once, where a layout has no rates of its own. */
function chances({ document, texts }: Frame): readonly Html[] {
  const [first] = document.layouts;
  return document.layouts.flatMap((layout) => {
    const isFirst = layout === first;
    if (!isFirst && JSON.stringify(layout.chances) === JSON.stringify(first.chances)) return [];
    return [
      heading(2, isFirst ? texts.chances : texts.chancesOf(layout.id)),
      table({
        head: [texts.chance, texts.perYear, texts.began, texts.expected],
        rows: layout.chances.map(({ id, perYear, began, expected }) => [
          id === DISASTER ? texts.disaster : id,
          short(perYear),
          String(began),
          short(expected),
        ]),
      }),
    ];
  });
}
