/** The last lines: what changed against a baseline, and the verdict in one sentence. */
import type { TestReport } from './test-report.js';

export function verdictLines({ document, terminal, testTexts, baseline }: TestReport): string[] {
  const { paint } = terminal;
  const { failed, inconclusive } = document.totals;
  const verdict = verdictText(document, testTexts);
  const painted = failed > 0 ? paint.red(verdict) : inconclusive > 0 ? paint.yellow(verdict) : paint.green(verdict);
  return [...baseline, ...(document.partial ? [paint.yellow(testTexts.partial)] : []), painted];
}

export function verdictText(document: TestReport['document'], texts: TestReport['testTexts']): string {
  const { failed, inconclusive, expectations, suites, files, withoutExpectations } = document.totals;
  const { seeds } = document;
  const of = texts.verdict(failed, inconclusive, expectations, suites, files, withoutExpectations);
  return `${of}, ${texts.seeds(seeds[0] ?? '', seeds.at(-1) ?? '', seeds.length)}`;
}
