/** Which layouts are worth a look: those that none beats in cost and loss, and what each saves for what it costs. */
import { formatCount } from '../../../index.js';
import { WIDTH } from '../../output/terminal.js';
import { wrap } from '../../output/width.js';
import { type CompareReport, heading, INDENT } from './compare-frame.js';

export function choiceSection(report: CompareReport): readonly string[] {
  const { document, texts, terminal } = report;
  const { language } = terminal;
  if (document.seeds < 2) return [];
  const list = (ids: readonly string[]): string => ids.join(', ');
  const unit = priceUnit(report);
  const lines = [
    texts.front(list(document.front)),
    ...document.layouts
      .filter(({ dominated }) => dominated)
      .map(({ id, dominatedBy, cost }) => texts.dominated(id, list(dominatedBy), cost !== null)),
    ...document.layouts.flatMap(({ id, userHoursSavedPerCost: saved, measures }) =>
      saved === null || saved <= 0 || measures.userHoursLost.shown !== 'better'
        ? []
        : [texts.saved(id, formatCount(saved * unit.size, language), unit.text)],
    ),
  ];
  return [
    heading(report, texts.choice, texts.choiceNote),
    ...lines.flatMap((line) => wrap(line, WIDTH - INDENT)).map((line) => ' '.repeat(INDENT) + line),
  ];
}

/** A round amount of money of the size of the layouts' differences: a power of ten. */
function priceUnit({ document, terminal }: CompareReport): { readonly size: number; readonly text: string } {
  const most = Math.max(1, ...document.layouts.map(({ costDifference }) => Math.abs(costDifference ?? 0)));
  let size = 1;
  while (size * 10 <= most / 10) size *= 10;
  const text = formatCount(size, terminal.language);
  return { size, text: document.currency === null ? text : `${text} ${document.currency}` };
}
