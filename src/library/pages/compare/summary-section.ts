/** What it comes to, in sentences; the layouts in one table; and the two pictures. */
import { figure, type Html, heading, list, paragraph, table } from '../../../formats/html/page.js';
import { formatCount } from '../../../results/amounts.js';
import { frontChart } from '../../../scene/charts/front-chart.js';
import { linesChart } from '../../../scene/charts/lines-chart.js';
import { paintSvg } from '../../../scene/svg.js';
import { PALETTES } from '../../../scene/theme.js';
import { amount, digits } from '../frame/page-amounts.js';
import { type CompareFrame, choicesOf, money } from './compare-frame.js';

const WIDTH = 900;
const palette = PALETTES.light;

export function summarySection(frame: CompareFrame): readonly Html[] {
  const { texts } = frame;
  return [
    heading(2, texts.inShort),
    list(sentences(frame)),
    heading(2, texts.layouts),
    layoutsTable(frame),
    ...frontPicture(frame),
    heading(2, texts.affected),
    figure(affectedPicture(frame), texts.affectedCaption),
  ];
}

function sentences({ document, texts }: CompareFrame): readonly string[] {
  const ranks = document.ranking.map(({ fewer, more, ratio, ci95, betterIn, worseIn, of, shown }) => {
    if (betterIn + worseIn === 0) return texts.equal(fewer, more);
    if (!shown || ratio === null) return texts.notShown(fewer, more);
    const times = ci95 === null ? digits(ratio) : `${digits(ratio)} (${digits(ci95[0])}–${digits(ci95[1])})`;
    return texts.fewer(fewer, more, times, betterIn, of);
  });
  const dominated = document.layouts
    .filter(({ dominated: is }) => is)
    .map(({ id, dominatedBy }) => texts.dominated(id, dominatedBy.join(', ')));
  return [...ranks, texts.front(document.front.join(', ')), ...dominated];
}

function layoutsTable(frame: CompareFrame): Html {
  const { document, texts, language } = frame;
  const priced = document.layouts.some(({ cost }) => cost !== null);
  const unit = priceUnit(frame);
  const hours = (value: number | null): string => (value === null ? '' : amount(value, 'person-hours', language));
  return table({
    head: [
      texts.layout,
      ...(priced ? [texts.costAMonth(document.currency ?? '')] : []),
      texts.userHoursLost,
      texts.sd,
      texts.p95,
      texts.difference,
      texts.interval,
      texts.betterIn,
      ...(priced ? [texts.savedPerMonth(formatCount(unit, language))] : []),
      texts.onFront,
    ],
    rows: document.layouts.map((layout) => {
      const of = layout.measures.userHoursLost;
      const saved = layout.userHoursSavedPerCost;
      return [
        layout.id,
        ...(priced ? [layout.cost === null ? '' : formatCount(layout.cost, language)] : []),
        hours(of.mean),
        hours(of.sd),
        hours(of.p95),
        of.shown === 'none' ? texts.notTold : hours(of.pairedDifference),
        of.ci95 === null ? '' : `${hours(of.ci95[0])} – ${hours(of.ci95[1])}`,
        of.betterIn === null ? '' : `${of.betterIn} / ${document.seeds}`,
        ...(priced ? [saved === null || of.shown !== 'better' ? '' : formatCount(saved * unit, language)] : []),
        layout.sameDisaster ? (document.front.includes(layout.id) ? texts.yes : '') : texts.otherDisaster,
      ];
    }),
    words: [priced ? 9 : 7],
  });
}

/** A power of ten of the size of the differences. */
function priceUnit({ document }: CompareFrame): number {
  const most = Math.max(1, ...document.layouts.map(({ costDifference }) => Math.abs(costDifference ?? 0)));
  let unit = 1;
  while (unit * 10 <= most / 10) unit *= 10;
  return unit;
}

function frontPicture(frame: CompareFrame): readonly Html[] {
  const { document, texts, language } = frame;
  const marks = choicesOf(frame).flatMap(({ id, cost, measures }) => {
    const { mean, sd } = measures.userHoursLost;
    if (cost === null || mean === null) return [];
    return [{ name: id, cost, loss: mean, spread: sd ?? 0, onFront: document.front.includes(id) }];
  });
  if (marks.length < 2) return [];
  const chart = frontChart({
    marks,
    costLabel: texts.costAMonth(document.currency ?? ''),
    lossLabel: texts.userHoursLost,
    width: WIDTH,
    height: 360,
    palette,
    language,
  });
  return [figure(paintSvg(chart, { title: texts.frontCaption }), texts.frontCaption)];
}

function affectedPicture({ document, texts, language }: CompareFrame): string {
  const chart = linesChart({
    series: document.layouts.map(({ id, affected }) => ({ name: id, values: affected })),
    edges: document.affectedAtSeconds,
    width: WIDTH,
    height: 300,
    palette,
    language,
  });
  return paintSvg(chart, { title: texts.affected, description: texts.affectedCaption });
}

/** Cost against loss, where the file states both. */
export function moneySection(frame: CompareFrame): readonly Html[] {
  const { document, texts } = frame;
  const choices = choicesOf(frame);
  if (choices.every(({ money: each }) => each.lossOfOne === null || each.costPerYear === null)) return [];
  const { frequencyPerYear } = document;
  return [
    heading(2, texts.money),
    paragraph(frequencyPerYear === null ? texts.noFrequency : texts.frequency(String(frequencyPerYear))),
    table({
      head: [texts.layout, texts.costPerYear, texts.lossOfOne, texts.expectedLoss, texts.breakEven],
      rows: choices.map((layout) => [
        layout.id,
        money(layout.money.costPerYear, frame),
        money(layout.money.lossOfOne, frame),
        money(layout.money.expectedLossPerYear, frame),
        breakEvenText(layout.money.breakEven, frame),
      ]),
      words: [4],
    }),
  ];
}

function breakEvenText(
  breakEven: CompareFrame['document']['layouts'][number]['money']['breakEven'],
  { texts }: CompareFrame,
): string {
  if (breakEven === null) return '';
  if (breakEven.kind !== 'from') return breakEven.kind === 'always' ? texts.always : texts.notPaying;
  const { perYear, ci95 } = breakEven;
  const range = ci95 === null || ci95[1] === null ? '' : ` (${digits(ci95[0])}–${digits(ci95[1])})`;
  return texts.timesAYear(digits(perYear), range);
}
