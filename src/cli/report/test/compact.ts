/** A line a test, for pipes and logs; under those that are not met the reason, with its file and line. */
import { formatCount, formatDuration } from '../../../index.js';
import { printable } from '../../output/printable.js';
import { becauseOf, suiteName, type TestReporter } from './test-report.js';
import { verdictLines } from './verdict-lines.js';

export const compact: TestReporter = (report) => {
  const { document, terminal, testTexts: texts } = report;
  const { glyphs, paint, language } = terminal;
  const lines = document.suites.flatMap((suite) => {
    const { expectations, measures, runs, verdict } = suite;
    const met = expectations.filter((each) => each.verdict === 'met').length;
    const word = {
      met: paint.green(texts.pass),
      failed: paint.red(texts.fail),
      inconclusive: paint.yellow(texts.unsure),
    };
    const lost = measures.userHoursLost;
    const served = measures.served95AfterSeconds;
    const facts = [
      `${word[verdict]} ${printable(suiteName(suite).replace(' / ', '/'))}`,
      expectations.length === 0 ? texts.none : texts.met(met, expectations.length),
      ...(lost === null ? [] : [texts.lost(formatCount(lost, language))]),
      ...(runs.length === 0 ? [] : [texts.served(served === null ? texts.never : formatDuration(served, language))]),
      ...(runs.length === 1 ? [`${texts.run} ${runs[0].recordHash.slice(0, 8)}`] : []),
    ];
    const reasons = expectations
      .filter((each) => each.verdict !== 'met')
      .map((each) => {
        const place = `${each.file}${each.line === null ? '' : `:${each.line}`}`;
        return `  ${glyphs[each.verdict]} ${printable(place)}  ${printable(each.name)}: ${printable(becauseOf(each, report))}`;
      });
    return [facts.join('  '), ...reasons];
  });
  return `${[...lines, ...verdictLines(report)].join('\n')}\n`;
};
