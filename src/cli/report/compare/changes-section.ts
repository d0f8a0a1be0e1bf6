/** What each layout adds, changes and removes, and what that costs. */
import type { LayoutComparison } from '../../../index.js';
import { WIDTH } from '../../output/terminal.js';
import { cut, padEnd, widthOf, wrap } from '../../output/width.js';
import { type CompareReport, heading, INDENT, money } from './compare-frame.js';

const SHOWN = 6;

export function changesSection(report: CompareReport): readonly string[] {
  const { document, texts } = report;
  const others = document.layouts.filter(({ id }) => id !== document.baseline);
  const width = Math.max(...others.map(({ id }) => widthOf(id)));
  return [
    heading(report, texts.changes(document.baseline)),
    ...others.flatMap((each) => ofLayout(each, width, report)),
  ];
}

function ofLayout(layout: LayoutComparison, width: number, report: CompareReport): string[] {
  const { texts, full, terminal } = report;
  const { paint, glyphs } = terminal;
  const all = [...layout.changes, ...layout.undone.map(texts.undone)];
  const shown = full ? all : all.slice(0, SHOWN);
  const room = WIDTH - INDENT - width - 2;
  const lines = [
    ...shown.flatMap((change) => (full ? wrap(change, room) : [cut(change, room, glyphs.ellipsis)])),
    ...(all.length > shown.length ? [`${glyphs.ellipsis} ${texts.more(all.length - shown.length)}`] : []),
    ...(all.length === 0 ? [texts.none] : []),
    ...wrap(summary(layout, report), room).map((line) => paint.dim(line)),
    ...(layout.sameDisaster ? [] : wrap(texts.otherDisaster, room).map((line) => paint.yellow(line))),
  ];
  return lines.map((line, i) => `${' '.repeat(INDENT)}${padEnd(i === 0 ? layout.id : '', width)}  ${line}`);
}

function summary(layout: LayoutComparison, report: CompareReport): string {
  const { document, texts, terminal } = report;
  const count = (sign: string): number => layout.changes.filter((change) => change.startsWith(sign)).length;
  const counts = texts.counts(count('+'), count('~'), count('-'));
  const base = document.layouts.find(({ id }) => id === document.baseline)?.cost ?? null;
  if (layout.cost === null || base === null || layout.costDifference === null) return counts;
  const { glyphs } = terminal;
  const difference =
    layout.costDifference < 0
      ? `−${money(-layout.costDifference, report)}`
      : `+${money(layout.costDifference, report)}`;
  const cost = `${texts.cost} ${money(base, report)} ${glyphs.arrow} ${money(layout.cost, report)} ${texts.aMonth} (${difference})`;
  return `${counts} ${glyphs.dot} ${cost}`;
}
