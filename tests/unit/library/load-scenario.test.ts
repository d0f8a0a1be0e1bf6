import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkScenario, loadScenario, ScenarioError } from '../../../src/library/load-scenario.js';
import { formatProblem } from '../../../src/scenario/format-problem.js';

const FILE = 'scenarios/two-sites.yaml';
const TEXT = readFileSync(FILE, 'utf8');

describe('loadScenario', () => {
  it('gives the first layout with the others beside it, or the one that was asked for', () => {
    const first = loadScenario(TEXT, { file: FILE });
    expect(first.layout).toBe('as-it-is');
    expect(first.otherLayouts.map(({ layout }) => layout)).toEqual(['login-in-both']);
    const other = loadScenario(TEXT, { file: FILE, layout: 'login-in-both' });
    expect(other.layout).toBe('login-in-both');
    expect(other.otherLayouts.map(({ layout }) => layout)).toEqual(['as-it-is']);
  });

  it('lays overrides over the other layouts, too: they are compared with the one that is run', () => {
    const { durationSeconds, otherLayouts } = loadScenario(TEXT, { set: ['duration=30h'] });
    expect(durationSeconds).toBe(30 * 3600);
    expect(otherLayouts.map((each) => each.durationSeconds)).toEqual([30 * 3600]);
  });

  it('throws all mistakes at once, as data and as the text that the command prints', () => {
    const wrong = TEXT.replace('duration: 1d', 'durration: 1d').replace('servers: 40, zones', 'servers: -40, zones');
    let thrown: unknown;
    try {
      loadScenario(wrong, { file: FILE });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ScenarioError);
    const { message, problems } = thrown as ScenarioError;
    expect(problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['unknown-key', 'missing-key', 'negative']),
    );
    expect(message).toBe(problems.map((problem) => formatProblem(problem)).join('\n'));
  });

  it('checks names of fault kinds and of measures', () => {
    const codes = (text: string): string[] => checkScenario(text).problems.map(({ code }) => code);
    expect(codes(TEXT.replace('kind: power-loss', 'kind: power-los'))).toContain('unknown-fault-kind');
    const measured = TEXT.replace('service: shop, restored: { within: 1h }', 'measure: userHourLost, atMost: 1');
    expect(codes(measured)).toContain('unknown-measure');
  });
});
