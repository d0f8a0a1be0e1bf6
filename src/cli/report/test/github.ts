/**
 * Annotations as GitHub's runner reads them from a log: one for each expectation that is not met, at its line.
 *
 * Of each kind about ten are shown for a step: the tenth says how many more there are. The summary of the job is the
 * Markdown reporter's; the command appends it to the file that GitHub names.
 */
import { relative, resolve } from 'node:path';
import type { TestedExpectation, TestSuite } from '../../../index.js';
import { printableLines } from '../../output/printable.js';
import { becauseOf, breachText, suiteName, type TestReport, type TestReporter } from './test-report.js';

const MOST_OF_A_KIND = 10;

export const github: TestReporter = (report) => {
  const bad = report.document.suites.flatMap((suite) =>
    suite.expectations.map((expectation) => ({ suite, expectation })),
  );
  const lines = [
    ...annotations(
      'error',
      bad.filter(({ expectation }) => expectation.verdict === 'failed'),
      report,
    ),
    ...annotations(
      'warning',
      bad.filter(({ expectation }) => expectation.verdict === 'inconclusive'),
      report,
    ),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
};

interface Bad {
  readonly suite: TestSuite;
  readonly expectation: TestedExpectation;
}

function annotations(kind: 'error' | 'warning', bad: readonly Bad[], report: TestReport): string[] {
  const shown = bad.length > MOST_OF_A_KIND ? bad.slice(0, MOST_OF_A_KIND - 1) : bad;
  const lines = shown.map(({ suite, expectation }) => {
    const place = {
      file: inWorkspace(expectation.file),
      line: expectation.line,
      title: `${suiteName(suite)}: ${expectation.name}`,
    };
    return command(kind, place, `${breachText(expectation, report)}: ${becauseOf(expectation, report)}`);
  });
  const more = bad.length - shown.length;
  return more === 0
    ? lines
    : [...lines, command(kind, { title: 'firebreak' }, `${more} more: see the summary of the job`)];
}

/** Paths of annotations count from the root of the repository. */
function inWorkspace(file: string): string {
  const root = process.env.GITHUB_WORKSPACE;
  if (root === undefined || root === '') return file;
  const path = relative(root, resolve(file));
  return path.startsWith('..') ? file : path;
}

function command(kind: string, place: Readonly<Record<string, string | number | null>>, message: string): string {
  const properties = Object.entries(place)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',');
  return `::${kind} ${properties}::${data(message)}`;
}

/** A message could end its line and begin a command of its own. */
function data(text: string): string {
  return printableLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
