/**
 * The job summary of a pipeline, and a comment on a pull request: outcome first, reasons folded, and under the limit.
 *
 * GitHub refuses a summary of more than 1 MiB as a whole; here sections are left out, the last first, never the outcome.
 */
import type { TestedExpectation, TestSuite } from '../../../index.js';
import { printable } from '../../output/printable.js';
import { againCommand, amountsOf, becauseLines, suiteName, type TestReport, type TestReporter } from './test-report.js';
import { verdictText } from './verdict-lines.js';

/** A little under GitHub's limit: other steps of a job have summaries of their own. */
const MOST_BYTES = 1_000_000;
/** Of that, what a list of outcomes may take; details come after. */
const MOST_ROWS = 2000;

export const markdown: TestReporter = (report) => {
  const { document, testTexts: texts } = report;
  const head = [`### ${texts.title}: ${inline(verdictText(document, texts))}`, ''];
  if (document.partial) head.push(inline(texts.partial), '');
  const suites = [...document.suites].sort((a, b) => rank(a) - rank(b));
  const sections = [
    ...tables(suites, report),
    ...(report.baseline.length === 0
      ? []
      : [
          folded(
            texts.baseline,
            report.baseline.map((line) => `- ${inline(line)}`),
          ),
        ]),
    ...suites.flatMap((suite) => details(suite, report)),
  ];
  return within(head.join('\n'), sections, report);
};

/** What is not met comes first. */
function rank({ verdict }: TestSuite): number {
  return { failed: 0, inconclusive: 1, met: 2 }[verdict];
}

function within(head: string, sections: readonly string[], { testTexts }: TestReport): string {
  let text = `${head}\n`;
  let bytes = Buffer.byteLength(text);
  for (const [i, section] of sections.entries()) {
    const size = Buffer.byteLength(section) + 1;
    if (bytes + size > MOST_BYTES) return `${text}\n${inline(testTexts.leftOut(sections.length - i))}\n`;
    text += `${section}\n`;
    bytes += size;
  }
  return text;
}

function tables(suites: readonly TestSuite[], report: TestReport): string[] {
  const { testTexts: texts } = report;
  let rows = 0;
  return suites.map((suite) => {
    const shown = suite.expectations.slice(0, Math.max(0, MOST_ROWS - rows));
    rows += shown.length;
    const more = suite.expectations.length - shown.length;
    const lines = shown.map((expectation) => {
      const { actual, limit, excess } = amountsOf(expectation, report);
      const cells = [
        inline(expectation.name),
        inline([actual, excess].filter((part) => part !== '').join(' ')),
        inline(limit),
      ];
      return `| ${cells.join(' | ')} | ${mark(expectation)} |`;
    });
    const table =
      suite.expectations.length === 0
        ? [inline(texts.none)]
        : [
            `| ${texts.expectation} | ${texts.actual} | ${texts.limit} | ${texts.verdictHead} |`,
            '|---|---:|---:|---|',
            ...lines,
          ];
    return [`**${inline(suiteName(suite))}**`, '', ...table, ...(more > 0 ? ['', `+${more}`] : []), ''].join('\n');
  });
}

function mark({ verdict }: TestedExpectation): string {
  return { met: '✓ met', failed: '✗ **failed**', inconclusive: '? **inconclusive**' }[verdict];
}

function details(suite: TestSuite, report: TestReport): string[] {
  const { testTexts: texts } = report;
  const bad = suite.expectations.filter(({ verdict }) => verdict !== 'met');
  if (bad.length === 0) return [];
  return [
    ...bad.map((expectation) => {
      const { file, line } = expectation;
      const place = line === null ? file : `${file}:${line}`;
      const [sentence, ...steps] = becauseLines(expectation, report);
      return folded(texts.why(`${expectation.name} (${suiteName(suite)})`), [
        `${inline(place)}: ${inline(sentence)}`,
        ...(steps.length === 0 ? [] : ['', ...steps.map((step, i) => `${i + 1}. ${inline(step)}`)]),
      ]);
    }),
    folded(`${texts.reproduce}: ${suiteName(suite)}`, [
      '```',
      printable(againCommand(suite, report, bad[0].seed)).replaceAll('```', "'''"),
      '```',
    ]),
  ];
}

function folded(title: string, lines: readonly string[]): string {
  return [`<details><summary>${quiet(html(title))}</summary>`, '', ...lines, '', '</details>', ''].join('\n');
}

/** Text of anybody in a line of Markdown: nothing in it is markup, a link, a mention or a break. */
function inline(text: string): string {
  return quiet(html(text).replace(/[\\`*_{}[\]()#+!|~]/g, (sign) => `\\${sign}`));
}

/** Nobody is called, nothing becomes a link. */
function quiet(text: string): string {
  return text.replaceAll('@', '&#64;').replaceAll('://', ':&#8203;//');
}

function html(text: string): string {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
