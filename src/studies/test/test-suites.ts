/**
 * Scenarios and layouts judged over seeds, all in one piece of work, so that a pool is busy to the end.
 *
 * Over several seeds an expectation is met if it is met in at least 95 % of them (a parameter). Inconclusive is not met:
 * of an expectation that is not met in enough runs, one failure makes it failed, else it is inconclusive. What was not run
 * when the work was stopped is inconclusive, too.
 */
import type { Language } from '../../results/amounts.js';
import type { ExpectationResult, Verdict } from '../../results/expectations.js';
import { judgementText } from '../../results/judgement-texts.js';
import { textIn } from '../../results/names.js';
import type { Scenario } from '../../scenario/model.js';
import { ENGINE_VERSION } from '../../world/simulate.js';
import type { Job } from '../pool/job.js';
import type { Pool } from '../pool/pool.js';
import type { TestDocument, TestedExpectation, TestedRunResult, TestSuite } from './test-document.js';
import { REMEMBERED_MEASURES, type TestedRunAnswer, type TestedRunAsk, testedRunKind } from './tested-run.js';

/** One layout, and the other layouts of its file, which some expectations are judged against. */
export interface Tested {
  readonly scenario: Scenario;
  readonly others: readonly Scenario[];
}

export interface TestSuitesOptions {
  readonly pool: Pool;
  readonly seeds: readonly string[];
  readonly metInShare?: number;
  readonly language?: Language;
}

export const USUAL_MET_IN = 0.95;

export async function testSuites(tested: readonly Tested[], options: TestSuitesOptions): Promise<TestDocument> {
  const { pool, seeds, metInShare = USUAL_MET_IN, language = 'en' } = options;
  const scenarios = [...new Set(tested.flatMap(({ scenario, others }) => [scenario, ...others]))];
  const places = new Map(scenarios.map((scenario, place) => [scenario, place]));
  const place = (scenario: Scenario): number => places.get(scenario) as number;
  const jobs = tested.flatMap(({ scenario, others }) =>
    seeds.map(
      (seed): Job<TestedRunAsk> => ({
        scenario: place(scenario),
        seed,
        others: others.map(place),
        ask: { language },
      }),
    ),
  );
  const answers: (TestedRunAnswer | undefined)[] = new Array(jobs.length).fill(undefined);
  const finished = await pool.do({ kind: testedRunKind, scenarios, jobs }, (answer, job) => {
    answers[job] = answer;
  });
  const suites = tested.map(({ scenario }, i) =>
    suiteOf(scenario, seeds, answers.slice(i * seeds.length, (i + 1) * seeds.length), metInShare, language),
  );
  return documentOf(suites, seeds, metInShare, !finished);
}

/** A document of suites that were judged elsewhere. */
export function documentOf(
  suites: readonly TestSuite[],
  seeds: readonly string[],
  metInShare: number,
  partial: boolean,
): TestDocument {
  const verdicts = suites.flatMap(({ expectations }) => expectations.map(({ verdict }) => verdict));
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    format: 'firebreak.test/1',
    engine: ENGINE_VERSION,
    seeds,
    metInShare,
    partial,
    verdict: worst(verdicts),
    totals: {
      files: new Set(suites.map(({ file }) => file)).size,
      suites: suites.length,
      expectations: verdicts.length,
      met: count('met'),
      failed: count('failed'),
      inconclusive: count('inconclusive'),
      withoutExpectations: suites.filter(({ expectations }) => expectations.length === 0).length,
    },
    suites,
  };
}

export function suiteOf(
  scenario: Scenario,
  seeds: readonly string[],
  answers: readonly (TestedRunAnswer | undefined)[],
  metInShare: number,
  language: Language,
): TestSuite {
  const runs = answers.flatMap((answer, i): TestedRunResult[] =>
    answer === undefined
      ? []
      : [
          {
            seed: seeds[i],
            recordHash: answer.recordHash,
            simulatedSeconds: answer.simulatedSeconds,
            measures: answer.measures,
            expectations: answer.expectations.map(({ verdict, actual }) => ({ verdict, actual })),
          },
        ],
  );
  const expectations = scenario.expectations.map((_, number) =>
    expectationOf(scenario, number, seeds, answers, metInShare, language),
  );
  const { id, title, sha256, file, layout } = scenario;
  return {
    file,
    scenario: { id, title, sha256 },
    layout,
    verdict: worst(expectations.map(({ verdict }) => verdict)),
    expectations,
    measures: Object.fromEntries(REMEMBERED_MEASURES.map((name) => [name, meanOf(runs, name)])),
    runs,
  };
}

function expectationOf(
  scenario: Scenario,
  number: number,
  seeds: readonly string[],
  answers: readonly (TestedRunAnswer | undefined)[],
  metInShare: number,
  language: Language,
): TestedExpectation {
  const expectation = scenario.expectations[number];
  const results = answers.map((answer) => answer?.expectations[number]);
  const metIn = results.filter((result) => result?.verdict === 'met').length;
  // Two of three is not 95 %, 19 of 20 is, whatever the last bit of the quotient says.
  const isMet = metIn >= metInShare * results.length - 1e-9;
  const hasFailed = results.some((result) => result?.verdict === 'failed');
  const verdict: Verdict = isMet ? 'met' : hasFailed ? 'failed' : 'inconclusive';
  const told = results.findIndex((result) => result?.verdict === verdict);
  const result: ExpectationResult | undefined = results[told];
  const done = results.filter((each) => each !== undefined).length;
  return {
    name: textIn(expectation.name, language, expectation.path),
    measure: expectation.measure,
    of: expectation.of,
    limitIs: expectation.atMost === null && expectation.atLeast !== null ? 'at-least' : 'at-most',
    file: scenario.file,
    line: scenario.positions[expectation.path]?.[0] ?? null,
    verdict,
    metIn,
    runs: results.length,
    seed: told < 0 ? null : seeds[told],
    actual: result?.actual ?? null,
    limit: result?.limit ?? null,
    because: result?.because ?? judgementText('not-run', language, { done: String(done), all: String(results.length) }),
    becauseSteps: result?.becauseSteps ?? [],
  };
}

function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('failed') ? 'failed' : verdicts.includes('inconclusive') ? 'inconclusive' : 'met';
}

function meanOf(runs: readonly TestedRunResult[], name: string): number | null {
  const values = runs.map(({ measures }) => measures[name]);
  if (values.length === 0 || values.includes(null)) return null;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
}
