/** What every reporter of verdicts is given. */
import {
  beforeSteps,
  shortBecause,
  type TestDocument,
  type TestedExpectation,
  type TestSuite,
} from '../../../index.js';
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

/** Of a line of a log, an annotation, the head of a failure: more is read by nobody there. */
const MOST_SIGNS = 400;

/** Why, in one sentence; over several seeds with how many of them say so. Whole steps are left out of long chains. */
export function becauseOf(
  expectation: TestedExpectation,
  report: TestReport,
  fits: (text: string) => boolean = (text) => text.length <= MOST_SIGNS,
): string {
  const before = inSeeds(expectation, report);
  return before + shortBecause(expectation, report.terminal.language, (text) => fits(before + text));
}

/** The same with nothing left out: the sentence up to its chain, then a line a step. */
export function becauseLines(expectation: TestedExpectation, report: TestReport): readonly string[] {
  const head = `${inSeeds(expectation, report)}${beforeSteps(expectation)}`;
  const { becauseSteps: steps } = expectation;
  // What is one step long is a sentence as it is.
  return steps.length < 2 ? [`${head}${steps.join('')}`] : [head.trimEnd(), ...steps];
}

function inSeeds({ metIn, runs, seed, verdict }: TestedExpectation, { testTexts }: TestReport): string {
  return runs > 1 && seed !== null && verdict !== 'met' ? `${testTexts.inSeeds(runs - metIn, runs, seed)}: ` : '';
}
