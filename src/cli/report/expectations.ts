/** The verdicts, first of all: mark, name, actual, limit, by how much; and why those that are not met are not. */
import { type Expectation, type ExpectationResult, shortBecause } from '../../index.js';
import { columns } from '../output/columns.js';
import { WIDTH } from '../output/terminal.js';
import { cut, widthOf, wrap } from '../output/width.js';
import { actualText, excessText, limitText } from './expectation-amounts.js';
import { heading, INDENT, type RunReport, type Section } from './report.js';

const LINES_OF_REASON = 3;

export const expectations: Section = (report) => {
  const { document, scenario, terminal, texts } = report;
  const { glyphs, paint } = terminal;
  const results = document.expectations;
  if (results.length === 0) return [heading(report, texts.expectations, texts.noExpectation)];
  const cells = results.map((result, i) => row(report, result, scenario.expectations[i]));
  const room = WIDTH - INDENT - widthBeside(cells);
  const rows = columns(
    cells.map(([mark, name, ...rest]) => [mark, cut(name, room, glyphs.ellipsis), ...rest]),
    { align: ['left', 'left', 'right', 'right', 'left'], indent: INDENT },
  );
  const marks = { met: paint.green, failed: paint.red, inconclusive: paint.yellow };
  return [
    heading(report, texts.expectations),
    ...rows.flatMap((line, i) => {
      const { verdict } = results[i];
      const mark = glyphs[verdict];
      const painted = line.replace(mark, marks[verdict](mark));
      return verdict === 'met' ? [painted] : [painted, ...reason(report, results[i])];
    }),
  ];
};

function row(report: RunReport, result: ExpectationResult, expectation: Expectation): string[] {
  const { terminal, texts } = report;
  const isAtLeast = expectation.atMost === null && expectation.atLeast !== null;
  const judged = { ...result, measure: expectation.measure, isAtLeast };
  return [
    terminal.glyphs[result.verdict],
    result.name,
    actualText(judged, terminal.language, texts),
    limitText(judged, terminal),
    excessText(judged, terminal.language, texts),
  ];
}

/** What the columns beside the names take, with the gaps between them. */
function widthBeside(rows: readonly (readonly string[])[]): number {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => widthOf(cells[column]))));
  return widths.reduce((sum, width, column) => (column === 1 || width === 0 ? sum : sum + width + 2), 0);
}

/** In full, or without some steps of its chain; none is cut. */
function reason({ terminal, full }: RunReport, result: ExpectationResult): string[] {
  const { paint, language } = terminal;
  const room = WIDTH - INDENT - 2;
  const isShort = (text: string): boolean => full || wrap(text, room).length <= LINES_OF_REASON;
  const lines = wrap(shortBecause(result, language, isShort), room);
  return lines.map((line) => `${' '.repeat(INDENT + 2)}${paint.dim(line)}`);
}
