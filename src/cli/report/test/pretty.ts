/** For people at a terminal: every expectation of every test, the reasons of those not met, and how to see it again. */

import type { TestSuite } from '../../../index.js';
import { formatCount } from '../../../index.js';
import { columns } from '../../output/columns.js';
import { printable } from '../../output/printable.js';
import { WIDTH } from '../../output/terminal.js';
import { cut, wrap } from '../../output/width.js';
import { againCommand, amountsOf, becauseOf, suiteName, type TestReport, type TestReporter } from './test-report.js';
import { verdictLines } from './verdict-lines.js';

const INDENT = 4;
const WIDEST_NAME = 52;
const LINES_OF_REASON = 3;

const isShort = (text: string): boolean => wrap(text, WIDTH - INDENT - 2).length <= LINES_OF_REASON;

export const pretty: TestReporter = (report) => {
  const lines = report.document.suites.flatMap((suite) => [...suiteLines(suite, report), '']);
  return `${[...lines, ...verdictLines(report).map((line) => `  ${line}`)].join('\n')}\n`;
};

function suiteLines(suite: TestSuite, report: TestReport): string[] {
  const { terminal, testTexts } = report;
  const { paint, glyphs, language } = terminal;
  const marks = { met: paint.green, failed: paint.red, inconclusive: paint.yellow };
  const lost = suite.measures.userHoursLost;
  const facts = [
    ...(suite.expectations.length === 0 ? [testTexts.none] : []),
    ...(lost === null ? [] : [testTexts.lost(formatCount(lost, language))]),
  ].join(` ${glyphs.dot} `);
  const head = `  ${marks[suite.verdict](glyphs[suite.verdict])} ${paint.bold(printable(suiteName(suite)))}  ${paint.dim(facts)}`;
  const rows = suite.expectations.map((expectation) => {
    const { actual, limit, excess } = amountsOf(expectation, report);
    return [
      glyphs[expectation.verdict],
      cut(printable(expectation.name), WIDEST_NAME, glyphs.ellipsis),
      actual,
      limit,
      excess,
    ];
  });
  const table = columns(rows, { align: ['left', 'left', 'right', 'right', 'left'], indent: INDENT });
  const told = suite.expectations.flatMap((expectation, i) => {
    const { verdict, file, line } = expectation;
    const painted = table[i].replace(glyphs[verdict], marks[verdict](glyphs[verdict]));
    if (verdict === 'met') return [painted];
    const place = `${printable(file)}${line === null ? '' : `:${line}`}`;
    const reason = wrap(printable(becauseOf(expectation, report, isShort)), WIDTH - INDENT - 2);
    return [painted, ...[place, ...reason].map((text) => `${' '.repeat(INDENT + 2)}${paint.dim(text)}`)];
  });
  const bad = suite.expectations.find(({ verdict }) => verdict !== 'met');
  const again =
    bad === undefined ? [] : [`    ${report.texts.again}  ${paint.dim(againCommand(suite, report, bad.seed))}`];
  return [head, ...told, ...again];
}
