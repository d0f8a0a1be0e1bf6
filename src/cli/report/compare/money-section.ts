/** Cost against loss: of one disaster, expected a year, and how often it must happen for a layout to pay. */
import type { BreakEven, LayoutComparison } from '../../../index.js';
import { columns } from '../../output/columns.js';
import { type CompareReport, heading, INDENT, money } from './compare-frame.js';

export function moneySection(report: CompareReport): readonly string[] {
  const { document, texts, terminal } = report;
  const { paint } = terminal;
  const choices = document.layouts.filter(({ sameDisaster }) => sameDisaster);
  if (choices.every(({ money: each }) => each.lossOfOne === null || each.costPerYear === null)) return [];
  const { frequencyPerYear } = document;
  const price = (value: number | null): string => (value === null ? '' : money(value, report));
  const rows = [
    ['', texts.costPerYear, texts.lossOfOne, frequencyPerYear === null ? '' : texts.expectedLoss, texts.breakEven].map(
      (each) => (each === '' ? '' : paint.dim(each)),
    ),
    ...choices.map((layout) => [
      layout.id,
      price(layout.money.costPerYear),
      price(layout.money.lossOfOne),
      price(layout.money.expectedLossPerYear),
      breakEvenText(layout, report),
    ]),
  ];
  return [
    heading(report, texts.money, texts.moneyNote(frequencyPerYear === null ? null : String(frequencyPerYear))),
    ...columns(rows, { align: ['left', 'right', 'right', 'right', 'left'], indent: INDENT }),
  ];
}

function breakEvenText({ money: { breakEven } }: LayoutComparison, { texts }: CompareReport): string {
  if (breakEven === null) return '';
  if (breakEven.kind === 'always') return texts.always;
  return breakEven.kind === 'never' ? texts.notPaying : fromText(breakEven, texts);
}

function fromText({ perYear, ci95 }: Extract<BreakEven, { kind: 'from' }>, texts: CompareReport['texts']): string {
  const years = (each: number): string => {
    const span = 1 / each;
    return span < 1 ? texts.months(rounded(MONTHS_OF_YEAR * span)) : texts.years(rounded(span));
  };
  if (ci95 === null) return texts.once(years(perYear), '');
  const [low, high] = ci95;
  const isTold = high !== null && years(high) !== years(low);
  const range = isTold ? ` (${years(high)} – ${years(low)})` : '';
  return texts.once(years(perYear), range);
}

const MONTHS_OF_YEAR = 12;

/** Two digits are more than is known. */
function rounded(years: number): number {
  return Number(years.toPrecision(2));
}
