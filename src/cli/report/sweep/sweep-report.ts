/** A sweep for people: for each measure a chart, one bar a value with its band, and the numbers beside it. */
import {
  formatAmount,
  formatCount,
  type SweepDocument,
  type SweptMeasure,
  type Text,
  textIn,
  type Unit,
} from '../../../index.js';
import { columns } from '../../output/columns.js';
import { asciiSigns, GLYPHS_ASCII } from '../../output/glyphs.js';
import { printableDeep } from '../../output/printable.js';
import { type Language, type Terminal, WIDTH } from '../../output/terminal.js';
import { cut, wrap } from '../../output/width.js';
import { sweepTextsIn } from './sweep-texts.js';

export interface SweepReport {
  readonly document: SweepDocument;
  readonly title: Text;
  /** The command that repeats it. */
  readonly again: string;
  readonly terminal: Terminal;
}

const INDENT = 4;
const BAR = 30;

export function sweepReport({ document: found, title, again, terminal }: SweepReport): string {
  const { paint, glyphs, language } = terminal;
  const safe = <Data>(data: Data): Data => printableDeep(data, glyphs === GLYPHS_ASCII ? asciiSigns : undefined);
  const document = safe(found);
  const texts = safe(sweepTextsIn(language));
  const dot = ` ${glyphs.dot} `;
  const facts = [
    document.scenario.id,
    document.layout,
    document.parameter,
    texts.runs(document.points.length, document.seeds),
  ];
  const sections = [
    [
      `  ${paint.bold(cut(safe(textIn(title, language, document.scenario.id)), WIDTH - 2, glyphs.ellipsis))}`,
      ...wrap(facts.join(dot), WIDTH - 2).map((line) => `  ${paint.dim(line)}`),
      ...(document.partial
        ? [`  ${paint.bold(paint.yellow(texts.partial(document.seeds, document.seedsAsked)))}`]
        : []),
    ],
    ...document.measures.map((measure) => chart(document, measure, terminal)),
    expectations(document, terminal),
    [
      ...wrap(tippingText(document, terminal), WIDTH - 2).map((line) => `  ${paint.bold(line)}`),
      `  ${texts.again}  ${paint.dim(again)}`,
    ],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Charted = SweepDocument['measures'][number];

function chart(
  document: SweepDocument,
  { name, unit, label }: Charted,
  { paint, glyphs, language }: Terminal,
): string[] {
  const texts = sweepTextsIn(language);
  const all = document.points.map(({ measures }) => measures[name]);
  const most = Math.max(...all.map(({ greatest }) => greatest ?? 0), 0);
  const rows = document.points.map(({ value }, place) => {
    const { tippingPoint: tip } = document;
    const isBeyond = tip?.measure === name && tip.between[1] === value;
    const of = all[place];
    return [
      value,
      bar(of, most, glyphs.cells.down, glyphs.cells.degraded),
      of.mean === null ? texts.never : amount(of.mean, unit, language),
      of.ci95 === null ? '' : `± ${amount((of.ci95[1] - of.ci95[0]) / 2, unit, language)}`,
      of.least === null || of.greatest === null || of.least === of.greatest
        ? ''
        : `${amount(of.least, unit, language)} – ${amount(of.greatest, unit, language)}`,
      [of.missing > 0 && of.mean !== null ? texts.missing(of.missing) : '', isBeyond ? texts.tips : '']
        .filter((each) => each !== '')
        .join(', '),
    ];
  });
  const ascii = glyphs === GLYPHS_ASCII;
  const head = ['', '', texts.mean, '', texts.range, ''];
  const lines = columns(
    [head, ...rows].map((row) => (ascii ? row.map(asciiSigns) : row)),
    { align: ['right', 'left', 'right', 'left', 'left', 'left'], indent: INDENT },
  );
  return [
    `  ${paint.bold(`${glyphs.section} ${name}`)}${paint.dim(`  ${textIn(label, language, name)}; ${texts.band(glyphs.cells.down, glyphs.cells.degraded)}`)}`,
    ...lines.map((line, i) => (i === 0 ? paint.dim(line) : line)),
  ];
}

/** Full up to the best run, hatched from there to the worst. */
function bar({ least, greatest }: SweptMeasure, most: number, full: string, hatched: string): string {
  if (least === null || greatest === null || most <= 0) return '';
  const cells = (value: number): number => Math.round((BAR * Math.max(0, value)) / most);
  return full.repeat(cells(least)) + hatched.repeat(cells(greatest) - cells(least));
}

function expectations(document: SweepDocument, { paint, glyphs, language }: Terminal): string[] {
  const texts = sweepTextsIn(language);
  const { points, seeds } = document;
  const judged = document.expectations
    .map((name, place) => ({ name, met: points.map(({ met }) => met[place]) }))
    .filter(({ met }) => met.some((each) => each !== null));
  if (judged.length === 0) return [];
  return [
    `  ${paint.bold(`${glyphs.section} ${texts.expectations}`)}${paint.dim(`  ${texts.metIn}`)}`,
    ...judged.flatMap(({ name, met }) => {
      const told = met.map(
        (each, i) => `${points[i].value}: ${each === null ? glyphs.inconclusive : `${each}/${seeds}`}`,
      );
      return [
        `${' '.repeat(INDENT)}${cut(name, WIDTH - INDENT, glyphs.ellipsis)}`,
        ...wrap(told.join('   '), WIDTH - INDENT - 2).map((line) => `${' '.repeat(INDENT + 2)}${paint.dim(line)}`),
      ];
    }),
  ];
}

function tippingText({ tippingPoint, measures }: SweepDocument, { language }: Terminal): string {
  const texts = sweepTextsIn(language);
  const [{ name }] = measures;
  if (tippingPoint === null) return texts.noTip(name);
  const [before, after] = tippingPoint.between;
  return texts.tip(name, before, after, amount(tippingPoint.shareOfChange, 'share', language));
}

function amount(value: number, unit: Unit, language: Language): string {
  // Counted in people and their hours: the measure's name says so.
  return unit === 'people' || unit === 'person-hours'
    ? formatCount(value, language)
    : formatAmount(value, unit, language);
}
