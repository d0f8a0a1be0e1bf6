/** A row for each expectation and seed, for spreadsheets: numbers as they are, seconds and counts. */
import { type CsvCell, csv } from '../../../index.js';
import type { TestReporter } from './test-report.js';

const HEAD = [
  'file',
  'line',
  'scenario',
  'layout',
  'seed',
  'expectation',
  'measure',
  'of',
  'limit',
  'verdict',
  'actual',
  'run',
];

export const csvTable: TestReporter = ({ document }) => {
  const rows = document.suites.flatMap(({ scenario, layout, file, expectations, runs }) =>
    expectations.flatMap(({ name, line, measure, of, limit }, i) =>
      runs.map(({ seed, recordHash, expectations: results }): CsvCell[] => [
        file,
        line,
        scenario.id,
        layout,
        seed,
        name,
        measure,
        of,
        limit,
        results[i].verdict,
        results[i].actual,
        recordHash.slice(0, 8),
      ]),
    ),
  );
  return csv([HEAD, ...rows]);
};
