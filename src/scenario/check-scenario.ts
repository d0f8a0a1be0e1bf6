/**
 * The text of a scenario file becomes a checked scenario, or the list of everything that is wrong with it.
 *
 * Pure: no file is read, no clock, nothing is printed. The steps: read (YAML to a tree with places), lay the layout
 * over it, lay `--set` over that, take the sources off, read by the schema, build, check the sense. Each step goes on
 * past the problems of the one before where it can.
 */
import type { CheckOptions } from './check-options.js';
import { problemsOfLayouts, withoutRepeats } from './layout-problems.js';
import type { Scenario } from './model.js';
import { problemsOf } from './places.js';
import { compareProblems, type Finding, type Problem } from './problem.js';
import { readDocument } from './reading/read-document.js';
import { BASE, ScenarioFile } from './scenario-file.js';

export type { CheckOptions } from './check-options.js';

/** `problems` of a scenario are warnings; without a scenario at least one is an error. */
export type CheckResult =
  | {
      readonly scenario: Scenario;
      readonly problems: readonly Problem[];
      /** The file's other layouts, as checked scenarios, with the same settings laid over; in the file's order. */
      readonly otherLayouts: readonly Scenario[];
    }
  | { readonly scenario: null; readonly problems: readonly Problem[] };

/** Checks the text, and the other layouts of the file with it: a layout's result is a scenario like any other. */
export function checkScenario(text: string, options: CheckOptions): CheckResult {
  const read = readDocument(text, options.file);
  if (read.root === null) return { scenario: null, problems: problemsOf(read.findings, null, options.file) };
  if (read.root.kind !== 'map') {
    const got = read.root.kind === 'list' ? 'a list' : 'a single value';
    const finding: Finding = { code: 'not-a-mapping', path: [], span: read.root.at, values: { got } };
    return { scenario: null, problems: problemsOf([...read.findings, finding], read.root, options.file) };
  }
  const file = new ScenarioFile(text, read.root, options);
  const settings = options.set ?? [];
  const wanted = options.layout ?? file.layouts[0];
  const chosen = file.check(wanted, settings);
  const others = file.layouts.filter((name) => name !== wanted).map((name) => file.check(name));
  const ofLayouts = problemsOfLayouts([chosen, ...others], () => file.check(BASE).problems);
  const ofText = problemsOf(read.findings, read.root, options.file);
  const problems = withoutRepeats([...ofText, ...file.problems, ...ofLayouts]).sort(compareProblems);
  const failed = problems.some(({ severity }) => severity === 'error');
  if (chosen.scenario === null || failed) return { scenario: null, problems };
  // A setting that another layout cannot take is no fault of the file: that layout is then left out.
  const withSettings = settings.length === 0 ? others : others.map(({ name }) => file.check(name, settings));
  return { scenario: chosen.scenario, problems, otherLayouts: withSettings.flatMap(({ scenario }) => scenario ?? []) };
}
