/** What every reporter of verdicts is given. */
import type { TestDocument, TestedExpectation, TestSuite } from '../../../index.js';
import type { Terminal } from '../../output/terminal.js';
import { replayCommand } from '../../shell-commands.js';
import { actualText, excessText, type JudgedAmount, limitText } from '../expectation-amounts.js';
import type { Texts } from '../texts.js';
import type { TestTexts } from './test-texts.js';

export interface TestReport {
  readonly document: TestDocument;
  readonly terminal: Terminal;
  readonly texts: Texts;
  readonly testTexts: TestTexts;
  /** Overrides that the runs were made with. */
  readonly set: readonly string[];
  /** What a comparison with an earlier run has to say, a line each. */
  readonly baseline: readonly string[];
}

export type TestReporter = (report: TestReport) => string;

/** `two-sites / as-it-is` */
export function suiteName({ scenario, layout }: TestSuite): string {
  return `${scenario.id} / ${layout}`;
}

/** The command that makes the told run of an expectation again, or the first of the suite. */
export function againCommand(suite: TestSuite, { document, set }: TestReport, seed: string | null = null): string {
  return replayCommand({ file: suite.file, layout: suite.layout, seed: seed ?? document.seeds[0] ?? '1', set });
}

export interface Amounts {
  readonly actual: string;
  readonly limit: string;
  readonly excess: string;
}

export function amountsOf(expectation: TestedExpectation, { terminal, texts }: TestReport): Amounts {
  const judged: JudgedAmount = { ...expectation, isAtLeast: expectation.limitIs === 'at-least' };
  return {
    actual: actualText(judged, terminal.language, texts),
    limit: limitText(judged, terminal),
    excess: excessText(judged, terminal.language, texts),
  };
}

/** `6 h 53 min > 1 h (+5 h 53 min)`; what is no breach, or has no number, without the sign. */
export function breachText(expectation: TestedExpectation, report: TestReport): string {
  const { actual, limit, excess } = amountsOf(expectation, report);
  const value = limit.slice(limit.indexOf(' ') + 1);
  if (limit === '') return actual;
  if (expectation.verdict !== 'failed' || expectation.actual === null)
    return `${actual}, ${report.testTexts.limit} ${value}`;
  const sign = expectation.limitIs === 'at-least' ? '<' : '>';
  return `${actual} ${sign} ${value}${excess === '' ? '' : ` (${excess})`}`;
}

/** Why, in one sentence; over several seeds with how many of them say so. */
export function becauseOf(expectation: TestedExpectation, { testTexts }: TestReport): string {
  const { because, metIn, runs, seed } = expectation;
  return runs > 1 && seed !== null && expectation.verdict !== 'met'
    ? `${testTexts.inSeeds(runs - metIn, runs, seed)}: ${because}`
    : because;
}
