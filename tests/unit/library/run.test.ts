import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/library/load-scenario.js';
import { type RunProgress, run, runInSteps } from '../../../src/library/run.js';
import { hashRecord } from '../../../src/record/record-hash.js';

const FILE = 'scenarios/two-sites.yaml';
const TEXT = readFileSync(FILE, 'utf8');
const BEFORE_EXPECTATIONS = TEXT.slice(0, TEXT.indexOf('\nexpect:'));

const expecting = (expectation: string, layout?: string): ReturnType<typeof loadScenario> =>
  loadScenario(`${BEFORE_EXPECTATIONS}\nexpect:\n  - ${expectation}\n`, { file: FILE, layout });

describe('a run', () => {
  it('is the same with the same seed, and another with another; a number is as good as its text', () => {
    const scenario = loadScenario(TEXT, { file: FILE });
    const hashOf = (seed?: string | number): string => hashRecord(run(scenario, { seed }).record);
    expect(hashOf(1)).toBe(hashOf('1'));
    expect(hashOf()).toBe(hashOf('1'));
    expect(hashOf('2')).not.toBe(hashOf('1'));
  });

  it('is the same in steps as at once, and tells a growing share of each phase', () => {
    const scenario = loadScenario(TEXT, { file: FILE });
    const steps = runInSteps(scenario, { seed: '3' });
    const told: RunProgress[] = [];
    let next = steps.next();
    for (; !next.done; next = steps.next()) told.push(next.value);
    expect(next.value.document).toEqual(run(scenario, { seed: '3' }).document);
    expect(told.some(({ phase }) => phase === 'run')).toBe(true);
    expect(told.some(({ phase }) => phase === 'judge')).toBe(true);
    expect(told.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
    const shares = told.filter(({ phase }) => phase === 'run').map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('has one document in two languages: all but the sentences and the names of expectations is equal', () => {
    const { document, documentIn } = run(loadScenario(TEXT, { file: FILE }));
    const korean = documentIn('ko');
    expect(korean.expectations[0].name).toBe('상점 1시간 안에 복구');
    expect(korean.expectations[0].because).toMatch(/\p{Script=Hangul}/u);
    const withoutSentences = (of: typeof document): unknown => ({
      ...of,
      expectations: of.expectations.map(({ name, because, becauseSteps, ...rest }) => rest),
    });
    expect(withoutSentences(korean)).toEqual(withoutSentences(document));
    expect(documentIn('en')).toEqual(document);
  });
});

describe('expectations that need more than one run', () => {
  it('are judged: the shop survives the loss of the south, not that of the north', () => {
    const of = (site: string): unknown =>
      run(expecting(`{ name: survives, survives: ${site}, within: 1h }`)).document.expectations[0].verdict;
    expect(of('south')).toBe('met');
    expect(of('north')).toBe('failed');
  });

  it('may be relative to another layout of the file, which is run with the same seed', () => {
    const half = '{ name: half as bad, measure: userHoursLost, atMost: { share: 50%, ofLayout: as-it-is } }';
    const better = run(expecting(half, 'login-in-both')).document;
    const asItIs = run(expecting(half, 'as-it-is')).document;
    expect(better.expectations[0].limit).toBeCloseTo(0.5 * asItIs.totals.userHoursLost, 6);
    expect(better.expectations[0].verdict).toBe('met');
    expect(asItIs.expectations[0].verdict).toBe('failed');
  });
});
