/** Small scenario files, checked with the real tables of fault kinds and measures. */
import { MEASURES } from '../../../src/results/measures.js';
import { type CheckOptions, type CheckResult, checkScenario } from '../../../src/scenario/check-scenario.js';
import { formatProblem } from '../../../src/scenario/format-problem.js';
import type { Scenario } from '../../../src/scenario/model.js';
import { faultKinds } from '../../../src/world/faults/index.js';

type Options = Partial<Pick<CheckOptions, 'layout' | 'set' | 'file'>>;

/** A service `shop` in a site `north` of two zones; `more` is put at the end, below `services`. */
export function smallFile(more = ''): string {
  return `firebreak: 1
title: Test
start: 2024-05-13T09:00:00+09:00
duration: 1d
sites:
  north: { zones: { a: 50%, b: 50% } }
  south: {}
services:
  shop:
    users: { population: 200k, peak: 900/s }
    deploy: { north: { servers: 20, capacity: 200/s } }
${more}`;
}

export function check(text: string, options: Options = {}): CheckResult {
  return checkScenario(text, { file: 'test.yaml', faultKinds, measures: MEASURES, ...options });
}

/** The scenario; fails with what is wrong. */
export function checked(text: string, options: Options = {}): Scenario {
  const { scenario, problems } = check(text, options);
  if (scenario === null) throw new Error(problems.map((problem) => formatProblem(problem)).join('\n'));
  return scenario;
}

/** Codes and paths of what is wrong. */
export function wrong(text: string, options: Options = {}): string[] {
  return check(text, options).problems.map(({ code, path }) => `${code} ${path}`.trim());
}
