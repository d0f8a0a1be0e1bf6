/**
 * JUnit's XML, as CI servers read it: a suite is a layout of a scenario, a case an expectation.
 *
 * Inconclusive is a failure of its own type: it does not pass, and a skipped case would. `junit` has file and line of each
 * case, which GitLab and others show; `junit-strict` has none, as Jenkins' xunit plugin wants it. Left out: times, so that
 * the same run gives the same file.
 */
import type { TestedExpectation, TestSuite } from '../../../index.js';
import {
  againCommand,
  becauseLines,
  becauseOf,
  breachText,
  suiteName,
  type TestReport,
  type TestReporter,
} from './test-report.js';

export const junit: TestReporter = (report) => written(report, true);
export const junitStrict: TestReporter = (report) => written(report, false);

function written(report: TestReport, withLines: boolean): string {
  const { suites, totals } = report.document;
  const failures = totals.failed + totals.inconclusive;
  const head = attributes({ name: 'firebreak', tests: totals.expectations, failures, errors: 0 });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${head}>`,
    ...suites.flatMap((suite) => suiteLines(suite, report, withLines)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteLines(suite: TestSuite, report: TestReport, withLines: boolean): string[] {
  const { expectations, file, runs, scenario } = suite;
  const { seeds, engine } = report.document;
  const failures = expectations.filter(({ verdict }) => verdict !== 'met').length;
  const head = attributes({
    name: suiteName(suite),
    tests: expectations.length,
    failures,
    errors: 0,
    skipped: 0,
    file,
  });
  const properties = {
    seed: seeds.join(' '),
    engine,
    scenario: scenario.sha256,
    run: runs.map(({ recordHash }) => recordHash.slice(0, 8)).join(' '),
    again: againCommand(suite, report),
  };
  return [
    `  <testsuite${head}>`,
    '    <properties>',
    ...Object.entries(properties).map(([name, value]) => `      <property${attributes({ name, value })}/>`),
    '    </properties>',
    ...expectations.flatMap((expectation) => caseLines(expectation, suite, report, withLines)),
    '  </testsuite>',
  ];
}

function caseLines(expectation: TestedExpectation, suite: TestSuite, report: TestReport, withLines: boolean): string[] {
  const { name, file, line, verdict, seed } = expectation;
  const place = withLines ? { file, line: line ?? undefined } : {};
  const head = attributes({ classname: `${suite.scenario.id}.${suite.layout}`, name, ...place });
  if (verdict === 'met') return [`    <testcase${head}/>`];
  const message = `${breachText(expectation, report)}: ${becauseOf(expectation, report)}`;
  const failure = attributes({ type: verdict, message });
  const [sentence, ...steps] = becauseLines(expectation, report);
  const whole = [sentence, ...steps.map((step) => `  → ${step}`)];
  const where = line === null ? file : `${file}:${line}`;
  return [
    `    <testcase${head}>`,
    `      <failure${failure}>${escaped(`${where}\n${whole.join('\n')}\n${againCommand(suite, report, seed)}\n`)}</failure>`,
    '    </testcase>',
  ];
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 cannot hold in any form is shown as an escape. */
function escaped(text: string): string {
  return text
    .replace(
      /(?![\n\t])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/[&<>"']/g, (character) => NAMED[character]);
}
