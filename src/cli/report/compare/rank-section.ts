/** Who loses fewer user-hours than who: claimed only where the runs show it. */
import { WIDTH } from '../../output/terminal.js';
import { wrap } from '../../output/width.js';
import { type CompareReport, heading, INDENT } from './compare-frame.js';

export function rankSection(report: CompareReport): readonly string[] {
  const { document, texts } = report;
  if (document.ranking.length === 0) return [];
  const lines = document.ranking.map(({ fewer, more, ratio, ci95, betterIn, worseIn, of, shown }) => {
    if (betterIn + worseIn === 0) return texts.equal(fewer, more);
    if (!shown || ratio === null) return texts.notShown(fewer, more, betterIn, worseIn, of);
    return texts.fewer(fewer, more, timesText(ratio, ci95), betterIn, of);
  });
  return [
    heading(report, texts.rank),
    ...lines.flatMap((line) => wrap(line, WIDTH - INDENT)).map((line) => ' '.repeat(INDENT) + line),
  ];
}

/** `6.1 (5.7 to 6.5)`. */
function timesText(ratio: number, ci95: readonly [number, number] | null): string {
  const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  return ci95 === null ? digits(ratio) : `${digits(ratio)} (${digits(ci95[0])}–${digits(ci95[1])})`;
}
