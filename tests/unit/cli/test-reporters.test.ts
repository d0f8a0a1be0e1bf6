import { describe, expect, it } from 'vitest';
import { terminalFor } from '../../../src/cli/output/terminal.js';
import { github } from '../../../src/cli/report/test/github.js';
import { markdown } from '../../../src/cli/report/test/markdown.js';
import type { TestReport } from '../../../src/cli/report/test/test-report.js';
import { testTextsIn } from '../../../src/cli/report/test/test-texts.js';
import { textsIn } from '../../../src/cli/report/texts.js';
import { documentOf, type TestedExpectation, type TestSuite } from '../../../src/index.js';

const expectation = (name: string, verdict: TestedExpectation['verdict']): TestedExpectation => ({
  name,
  measure: 'restoredAfterSeconds',
  of: 'shop',
  limitIs: 'at-most',
  file: 'a.yaml',
  line: 3,
  verdict,
  metIn: verdict === 'met' ? 1 : 0,
  runs: 1,
  seed: '1',
  actual: 120,
  limit: 60,
  because: `the reason of ${name}`,
  becauseSteps: [],
});

const suite = (expectations: readonly TestedExpectation[]): TestSuite => ({
  file: 'a.yaml',
  scenario: { id: 'a', title: { en: 'A' }, sha256: '0'.repeat(64) },
  layout: 'base',
  verdict: 'failed',
  expectations,
  measures: {},
  runs: [],
});

async function reportOf(expectations: readonly TestedExpectation[]): Promise<TestReport> {
  return {
    document: documentOf([suite(expectations)], ['1'], 0.95, false),
    terminal: terminalFor({ isTTY: false }, { lang: 'en' }, {}),
    texts: await textsIn('en'),
    testTexts: testTextsIn('en'),
    set: [],
    baseline: [],
  };
}

describe('annotations', () => {
  it('are at most ten of a kind, and the tenth says how many more there are', async () => {
    const all = [
      ...Array.from({ length: 25 }, (_, i) => expectation(`f${i}`, 'failed')),
      ...Array.from({ length: 10 }, (_, i) => expectation(`i${i}`, 'inconclusive')),
      expectation('good', 'met'),
    ];
    const lines = github(await reportOf(all))
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines[9]).toBe('::error title=firebreak::16 more: see the summary of the job');
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
  });

  it('are none when all is met', async () => {
    expect(github(await reportOf([expectation('good', 'met')]))).toBe('');
  });
});

describe('the summary of a job', () => {
  it('stays under a megabyte: reasons are left out from the end, the outcome never', async () => {
    const long = 'x'.repeat(10_000);
    const text = markdown(
      await reportOf(Array.from({ length: 300 }, (_, i) => expectation(`${i} ${long}`.slice(0, 3000), 'failed'))),
    );
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/^### Resilience: 300 of 300 expectations failed/);
    expect(text).toMatch(/\d+ sections left out: the summary would be too large\n$/);
  });

  it('puts what is not met first', async () => {
    const report = await reportOf([expectation('bad', 'failed')]);
    const good: TestSuite = { ...suite([expectation('good', 'met')]), layout: 'fine', verdict: 'met' };
    const text = markdown({ ...report, document: documentOf([good, ...report.document.suites], ['1'], 0.95, false) });
    expect(text.indexOf('a / base')).toBeLessThan(text.indexOf('a / fine'));
  });
});
