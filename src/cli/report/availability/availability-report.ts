/** Availability over years for people: what goes wrong, what each service is available, how sure that is, and what it leaves out. */
import {
  type AvailabilityDocument,
  type AvailabilityLayout,
  type AvailabilityMiss,
  type AvailabilityOf,
  type Estimate,
  formatCount,
  formatDuration,
  formatShare,
  textIn,
} from '../../../index.js';
import { columns } from '../../output/columns.js';
import { asciiSigns, GLYPHS_ASCII } from '../../output/glyphs.js';
import { printableDeep } from '../../output/printable.js';
import { type Language, type Terminal, WIDTH } from '../../output/terminal.js';
import { cut, wrap } from '../../output/width.js';
import { type AvailabilityTexts, availabilityTextsIn } from './availability-texts.js';

export interface AvailabilityReport {
  readonly document: AvailabilityDocument;
  readonly missed: readonly AvailabilityMiss[];
  /** The command that gives the same again. */
  readonly again: string;
  readonly full: boolean;
  readonly terminal: Terminal;
}

type Frame = AvailabilityReport & { readonly texts: AvailabilityTexts };

const INDENT = 4;
const SHOWN = 12;
const NAME = 30;
/** Below so many lives with a loss the mean of the lives is far from normal. */
const FEW = 20;

export function availabilityReport(asked: AvailabilityReport): string {
  const { terminal } = asked;
  const report = { ...asked, document: printableDeep(asked.document), texts: availabilityTextsIn(terminal.language) };
  const { document, texts } = report;
  const text = [
    head(report),
    ...document.layouts.flatMap((layout, i) => [
      i > 0 && isSame(layout.chances, document.layouts[0].chances) ? [] : chances(layout, report),
      services(layout, report),
      sums(layout, report),
    ]),
    missedLines(report),
    section(
      texts.leavesOut,
      '',
      document.leavesOut.flatMap((line) => wrapped(`- ${line}`, 2)),
      terminal,
    ),
    [`  ${texts.again}  ${terminal.paint.dim(asked.again)}`],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return `${terminal.glyphs === GLYPHS_ASCII ? asciiSigns(text) : text}\n`;
}

function head({ document, terminal, texts }: Frame): string[] {
  const { paint, glyphs, language } = terminal;
  const facts = [document.scenario.id, texts.lives(document.seeds, digits(document.years))].join(` ${glyphs.dot} `);
  const title = textIn(document.scenario.title, language, document.scenario.id);
  return [
    `  ${paint.bold(cut(title, WIDTH - 2, glyphs.ellipsis))}`,
    `  ${paint.dim(facts)}`,
    ...(document.partial ? [`  ${paint.bold(paint.yellow(texts.partial(document.seeds, document.seedsAsked)))}`] : []),
  ];
}

function chances(layout: AvailabilityLayout, { terminal, texts }: Frame): string[] {
  const lines = layout.chances.flatMap(({ id, perYear, began, expected }) =>
    wrapped(
      texts.chance(id === 'disaster' ? texts.disaster : id, texts.perYear(digits(perYear)), began, digits(expected)),
      2,
    ),
  );
  return section(texts.chances, layout.id, lines, terminal);
}

/** The same luck in every layout: told once, where a layout has no rates of its own. */
function isSame(a: AvailabilityLayout['chances'], b: AvailabilityLayout['chances']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function services(layout: AvailabilityLayout, { terminal, texts, full }: Frame): string[] {
  const { paint, glyphs, language } = terminal;
  const told = layout.services
    .filter(
      ({ availability, hasUsers }) =>
        availability !== null && (full || hasUsers || !layout.services.some((each) => each.hasUsers)),
    )
    .sort((a, b) => worth(a) - worth(b));
  const shown = full ? told : told.slice(0, SHOWN);
  const rows = shown.map((each) => [
    cut(textIn(each.name, language, each.id), NAME, glyphs.ellipsis),
    shareText(each.availability as Estimate, language),
    formatDuration(each.downSecondsPerYear.mean, language),
    formatDuration(each.notUpSecondsPerYear.mean, language),
    digits(each.outagesPerYear.mean),
  ]);
  const lines = columns([['', texts.available, texts.down, texts.notUp, texts.outages], ...rows], {
    align: ['left', 'right', 'right', 'right', 'right'],
    indent: INDENT,
  });
  const left = told.length - shown.length;
  return [
    ...section(
      texts.services,
      `${layout.id}; ${texts.interval}`,
      lines.map((line, i) => (i === 0 ? paint.dim(line) : line)),
      terminal,
    ),
    ...(left > 0 ? [`${' '.repeat(INDENT)}${paint.dim(texts.more(left))}`] : []),
  ];
}

function worth({ availability }: AvailabilityOf): number {
  return availability?.mean ?? 1;
}

function sums(layout: AvailabilityLayout, { document, terminal, texts }: Frame): string[] {
  const { language } = terminal;
  const { currency, seeds } = document;
  const outages = layout.services.reduce((sum, each) => sum + each.outages, 0);
  const { against: other, moneyLostPerYear: money } = layout;
  const lossy = seeds - layout.livesWithoutLoss;
  const says = [
    texts.hours(countText(layout.userHoursLostPerYear, language)),
    ...(money === null || currency === null ? [] : [texts.money(`${countText(money, language)} ${currency}`)]),
    layout.rarerThanOnceInYears === null
      ? texts.sure(outages, layout.livesWithoutLoss, seeds)
      : texts.noLoss(digits(layout.rarerThanOnceInYears)),
    ...(lossy > 0 && lossy < FEW ? [texts.few] : []),
    ...(layout.unfinished > 0 ? [texts.unfinished(layout.unfinished, layout.episodes)] : []),
    ...(other === null || other.difference === null
      ? []
      : [
          texts.against(
            differenceText(other.difference, other.ci95, language, texts),
            other.betterIn,
            other.worseIn,
            seeds,
          ),
        ]),
    texts.simulated(formatShare(layout.simulatedShare, language, 2), layout.episodes),
  ];
  return section(
    texts.inAll,
    layout.id,
    says.flatMap((line) => wrapped(line, 2)),
    terminal,
  );
}

function missedLines({ missed, terminal, texts }: Frame): string[] {
  const { language, paint, glyphs } = terminal;
  if (missed.length === 0) return [];
  const lines = printableDeep(missed).flatMap(({ layout, id, share, isShown }) =>
    wrapped(`${id} (${layout}): ${(isShown ? texts.below : texts.notShown)(percent(share, language))}`, 2).map((line) =>
      (isShown ? paint.red : paint.yellow)(line),
    ),
  );
  return [`  ${paint.bold(`${glyphs.section} ${texts.missed}`)}`, ...lines];
}

function section(title: string, note: string, lines: readonly string[], { paint, glyphs }: Terminal): string[] {
  return [`  ${paint.bold(`${glyphs.section} ${title}`)}${note === '' ? '' : paint.dim(`  ${note}`)}`, ...lines];
}

function wrapped(line: string, hang: number): string[] {
  return wrap(line, WIDTH - INDENT - hang).map((each, i) => ' '.repeat(i === 0 ? INDENT : INDENT + hang) + each);
}

/** With as many nines as the interval leaves. */
function shareText({ mean, ci95 }: Estimate, language: Language): string {
  const half = ci95 === null ? null : (ci95[1] - ci95[0]) / 2;
  return half === null || half === 0
    ? percent(mean, language)
    : `${percent(mean, language, decimalsFor(half))} ± ${percent(half, language, decimalsFor(half))}`;
}

/** Two digits of the half interval, of per cent. */
function decimalsFor(half: number): number {
  return Math.min(8, Math.max(1, 1 - Math.floor(Math.log10(half * 100))));
}

function percent(share: number, language: Language, decimals = 4): string {
  const text = (share * 100).toFixed(decimals).replace(/\.?0+$/, '');
  return `${text}${language === 'en' ? ' %' : '%'}`;
}

function countText({ mean, ci95 }: Estimate, language: Language): string {
  const half = ci95 === null ? 0 : (ci95[1] - ci95[0]) / 2;
  return half === 0 ? formatCount(mean, language) : `${formatCount(mean, language)} ± ${formatCount(half, language)}`;
}

function differenceText(
  difference: number,
  ci95: readonly [number, number] | null,
  language: Language,
  texts: AvailabilityTexts,
): string {
  const signed = (value: number): string =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatCount(Math.abs(value), language)}`;
  return ci95 === null
    ? signed(difference)
    : `${signed(difference)} (${texts.range(signed(ci95[0]), signed(ci95[1]))})`;
}

/** Three digits, without an exponent. */
function digits(value: number): string {
  return value >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
