/** The figures that tests noted (tests/support/figures.ts), from a run of them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Figure } from '../tests/support/figures.js';

export interface TestedFigures {
  /** Titles of the groups that the test is in, the outermost first. */
  readonly groups: readonly string[];
  readonly title: string;
  readonly figures: readonly Figure[];
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly meta?: { readonly figures?: readonly Figure[] };
    }[];
  }[];
}

const REPORT = 'reports/validation.json';

/** @throws when a test fails: its figures are of no use */
export function testedFigures(file: string): readonly TestedFigures[] {
  mkdirSync(dirname(REPORT), { recursive: true });
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', `--outputFile=${REPORT}`, file],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`${file} fails`);
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ ancestorTitles, title, meta }) =>
      meta?.figures === undefined ? [] : [{ groups: ancestorTitles, title, figures: meta.figures }],
    ),
  );
}
