/** From the text of a scenario file to a scenario that can be run, or to everything that is wrong with it. */
import { MEASURES } from '../results/measures.js';
import { checkScenario as check } from '../scenario/check-scenario.js';
import { formatProblem } from '../scenario/format-problem.js';
import type { Scenario } from '../scenario/model.js';
import type { Problem } from '../scenario/problem.js';
import { faultKinds } from '../world/faults/index.js';

/** A checked scenario together with the other layouts of its file, which some expectations are judged against. */
export interface LoadedScenario extends Scenario {
  readonly otherLayouts: readonly Scenario[];
}

export interface LoadOptions {
  /** Name of the file, for messages and for `file` in documents; `scenario.yaml` when left out. */
  readonly file?: string;
  /** A layout of the file; its first one when left out, `base` when it has none. */
  readonly layout?: string;
  /** Overrides, each `path=value`, laid over the file and the layout. */
  readonly set?: readonly string[];
}

export interface CheckedScenario {
  /** Null when there is an error among the problems. */
  readonly scenario: LoadedScenario | null;
  /** Errors and warnings, of all layouts of the file, in the order of its lines. */
  readonly problems: readonly Problem[];
}

/** A text that is no right scenario. The message has all problems, as the command line prints them. */
export class ScenarioError extends Error {
  override name = 'ScenarioError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => formatProblem(problem)).join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads and checks the text of a scenario (YAML, or JSON, which is YAML).
 *
 * @throws ScenarioError with all mistakes at once
 */
export function loadScenario(text: string, options: LoadOptions = {}): LoadedScenario {
  const { scenario, problems } = checkScenario(text, options);
  if (scenario === null) throw new ScenarioError(problems);
  return scenario;
}

/** The same without throwing, and with the warnings. */
export function checkScenario(text: string, options: LoadOptions = {}): CheckedScenario {
  const { file = 'scenario.yaml', layout, set } = options;
  const checked = check(text, { file, layout, set, faultKinds, measures: MEASURES });
  if (checked.scenario === null) return { scenario: null, problems: checked.problems };
  return { scenario: { ...checked.scenario, otherLayouts: checked.otherLayouts }, problems: checked.problems };
}
