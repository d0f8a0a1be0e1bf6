/** Measures by layout, a few layouts side by side; differences only where the runs show them. */
import type { LayoutComparison } from '../../../index.js';
import { columns } from '../../output/columns.js';
import { WIDTH } from '../../output/terminal.js';
import { cut, widthOf } from '../../output/width.js';
import { type CompareReport, heading, INDENT, labelOf, meanText, money, standing } from './compare-frame.js';

/** What most ask for; the rest with `--full`. */
const USUAL = [
  'userHoursLost',
  'peakUsersAffected',
  'served50AfterSeconds',
  'served95AfterSeconds',
  'availability',
  'servicesEverDown',
  'requestsFailed',
  'writesLost',
  'usersLeft',
  'moneyLost',
  'manualSteps',
];
/** Said in a row of their own, or nothing that a run tells. */
const LEFT_OUT = ['cost', 'changes'];
const LABEL_WIDTH = 26;

export function measuresSection(report: CompareReport): readonly string[] {
  const { document, texts, full } = report;
  const [base, ...others] = document.layouts;
  const all = Object.keys(base.measures).filter((name) => !LEFT_OUT.includes(name) && isTold(name, report));
  const names = full ? all : USUAL.filter((name) => all.includes(name));
  const indent = ' '.repeat(INDENT);
  return [
    heading(report, texts.measures, texts.measuresNote),
    ...blocks(base, others, names, report).flatMap((block, i) => [...(i === 0 ? [] : ['']), ...block]),
    indent + report.terminal.paint.dim(texts.legend),
    ...(full || all.length === names.length
      ? []
      : [indent + report.terminal.paint.dim(texts.full(all.length - names.length))]),
  ];
}

/** A measure that has no number anywhere, or is nothing in every run, says nothing. */
function isTold(name: string, { document }: CompareReport): boolean {
  return document.layouts.some(({ measures }) => {
    const { mean, missing, nullMeans } = measures[name];
    return (mean !== null && mean !== 0) || (nullMeans === 'never' && missing > 0);
  });
}

/** The baseline and as many others as fit beside it, again and again. */
function blocks(
  base: LayoutComparison,
  others: readonly LayoutComparison[],
  names: readonly string[],
  report: CompareReport,
): string[][] {
  const all: string[][] = [];
  for (let from = 0; from < others.length; ) {
    let count = others.length - from;
    let block = table(base, others.slice(from, from + count), names, report);
    while (count > 1 && Math.max(...block.map(widthOf)) > WIDTH) {
      count--;
      block = table(base, others.slice(from, from + count), names, report);
    }
    all.push(block);
    from += count;
  }
  return all;
}

function table(
  base: LayoutComparison,
  others: readonly LayoutComparison[],
  names: readonly string[],
  report: CompareReport,
): string[] {
  const { texts, terminal } = report;
  const { paint, glyphs } = terminal;
  const row = (label: string, of: (layout: LayoutComparison) => readonly [string, string]): string[] => [
    cut(label, LABEL_WIDTH, glyphs.ellipsis),
    of(base)[0],
    ...others.flatMap((layout) => [...of(layout)]),
  ];
  const rows = [
    ['', paint.bold(base.id), ...others.flatMap(({ id }) => [paint.bold(id), ''])],
    ...names.map((name) =>
      row(labelOf(name, report), (layout) => {
        const of = layout.measures[name];
        return [meanText(of, report), paint.dim(standing(of, base.measures[name], report))];
      }),
    ),
    ...(base.cost === null
      ? []
      : [row(labelOf('cost', report), (each) => [each.cost === null ? '' : money(each.cost, report), ''])]),
    ...(base.expectations.every(({ metIn, failedIn, inconclusiveIn }) => metIn + failedIn + inconclusiveIn === 0)
      ? []
      : [row(texts.expectations, (each) => [metText(each), ''])]),
  ];
  return columns(rows, {
    align: ['left', 'right', ...others.flatMap(() => ['right', 'left'] as const)],
    indent: INDENT,
  });
}

function metText({ expectations }: LayoutComparison): string {
  return `${expectations.filter(({ verdict }) => verdict === 'met').length}/${expectations.length}`;
}
