import { describe, expect, it } from 'vitest';
import { type TerminalOptions, terminalFor } from '../../../../src/cli/output/terminal.js';
import { widthOf } from '../../../../src/cli/output/width.js';
import { runReport } from '../../../../src/cli/report/run-report.js';
import { textsIn } from '../../../../src/cli/report/texts.js';
import { type Reading, summarise, wentDown } from '../../../../src/index.js';
import { runDocument } from '../../../../src/results/run-document.js';
import { fire } from '../../results/fire.js';
import { expectation, historyRow, reading as readingOf, scenario } from '../../results/synthetic.js';

const BURNT = {
  expectations: [
    expectation({ name: { en: 'mail is back soon' }, measure: 'restoredAfterSeconds', of: 'mail', atMost: 600 }),
    expectation({ name: { en: 'mail is back' }, measure: 'restoredAfterSeconds', of: 'mail', atMost: 3600 }),
    expectation({ name: { en: 'the bank holds' }, measure: 'availability', of: 'bank', atLeast: 0.999 }),
    expectation({ name: { en: 'few lose anything' }, measure: 'userHoursLost', atMost: 100 }),
  ],
  history: {
    sinceSeconds: 60,
    rows: [
      historyRow('r1', { service: 'mail', afterSeconds: 1000, bySeconds: 1500 }),
      historyRow('r2', { service: 'mail', afterSeconds: null, bySeconds: 9000 }),
    ],
  },
};

async function report(reading: Reading, options: TerminalOptions & { full?: boolean }): Promise<string> {
  const terminal = terminalFor({ isTTY: false }, options, {});
  const { language } = terminal;
  const document = runDocument(reading, { language });
  const summary = summarise(reading, document, { impact: 60, strip: 18 });
  const why = summary.worst.slice(0, 1).map((service) => {
    const subject = reading.subject(service.id);
    return { service, steps: subject === null ? [] : wentDown(reading, subject, language) };
  });
  return runReport({
    scenario: reading.scenario,
    document,
    summary,
    why,
    request: { file: 'fire.yaml', layout: null, seed: '7', set: [] },
    full: options.full === true,
    terminal,
    texts: await textsIn(language),
  });
}

const english = await report(fire(BURNT), { lang: 'en' });

describe('the report of a fire', () => {
  it('tells expectations first, then impact, worst services, why, totals, history, and how to make the run again', () => {
    const headings = [...english.matchAll(/^ {2}█ ([A-Z ]*[A-Z])(?= {2}|$)/gm)].map(([, title]) => title);
    expect(headings).toEqual(['EXPECTATIONS', 'IMPACT', 'WORST SERVICES', 'WHY', 'TOTALS', 'REAL AGAINST SIMULATED']);
    expect(english).toMatch(/again {3}npx --no-install firebreak run fire\.yaml --seed 7\n/);
  });

  it('says by how much a limit is passed: a time as a difference, an amount as a factor', () => {
    // Down from 64 s to 1860 s, counted from the first effect at 60 s: 1800 s.
    expect(english).toMatch(/✗ {2}mail is back soon +30 min +≤ 10 min +\+20 min\n/);
    // 1000 people, all of them for 1796 s: 498.9 user-hours; over 100.
    expect(english).toMatch(/✗ {2}few lose anything +499 user-hours +≤ 100 user-hours +5× over\n/);
    expect(english).toMatch(/✓ {2}mail is back +30 min +≤ 1 h\n/);
    expect(english).toMatch(/\? {2}the bank holds/);
    expect(english).toContain('of 4 expectations 2 failed, 1 inconclusive');
  });

  it('scores rows with two ends and only counts the others, which --full lists', async () => {
    expect(english).toMatch(/✗ {2}Mail +restored +0\.3 – 0\.4 +0\.5 +25 % off\n/);
    expect(english).toContain('1 row with one end, not scored: --full');
    expect(await report(fire(BURNT), { lang: 'en', full: true })).toMatch(
      /· {2}Mail +restored +\? – 2\.5 +0\.5 +not scored\n/,
    );
  });

  it('names the line of the scenario beside each step of the chain', () => {
    expect(english).toMatch(/ 1 {2}15:20:00 {2}power loss .* +synthetic\.yaml:12\n/);
  });

  it.each([
    { lang: 'en' as const },
    { lang: 'ko' as const },
    { lang: 'en' as const, ascii: true },
    { lang: 'ko' as const, ascii: true, full: true },
  ])('keeps every line but the commands within 100 columns: %o', async (options) => {
    const lines = (await report(fire(BURNT), options)).split('\n').filter((line) => !line.includes('npx '));
    expect(lines.filter((line) => widthOf(line) > 100)).toEqual([]);
  });

  it('uses no sign outside ASCII with --ascii', async () => {
    expect(await report(fire(BURNT), { lang: 'en', ascii: true })).toMatch(/^[\n\u0020-\u007e]*$/);
  });

  it('is Korean throughout in Korean: of English there are only names and ids of the scenario, file names and commands', async () => {
    const korean = await report(fire({ ...BURNT, expectations: [] }), { lang: 'ko' });
    const words = new Set(korean.replace(/npx --no-install.*|· 실행 [0-9a-f]+/g, '').match(/[A-Za-z][A-Za-z-]+/g));
    expect([...words].sort()).toEqual(['SK', 'Synthetic', 'base', 'full', 'synthetic', 'yaml']);
  });
});

describe('the report of a run in which nothing happens', () => {
  it('says so, and that no expectation is stated', async () => {
    const quiet = await report(readingOf(scenario(), {}), { lang: 'en' });
    expect(quiet).toContain('none is stated');
    expect(quiet).toContain('nobody was affected');
    expect(quiet).toContain('nothing failed');
    expect(quiet).toContain('no expectation stated');
  });
});
