/**
 * The text of a scenario file becomes a checked scenario, or the list of everything that is wrong with it.
 *
 * Pure: no file is read, no clock, nothing is printed. The steps: read (YAML to a tree with places), lay the layout
 * over it, lay `--set` over that, take the sources off, read by the schema, build, check the sense. Each step goes on
 * past the problems of the one before where it can.
 */

import { buildScenario } from './build/build-scenario.js';
import { Draft } from './build/draft.js';
import { knownIds } from './build/known-ids.js';
import { CHECKS } from './checks/checks.js';
import { isConsequence } from './consequences.js';
import type { FaultKind } from './fault-kind.js';
import { layoutChanges } from './layout-changes.js';
import type { MeasureName } from './measure-names.js';
import type { Scenario } from './model.js';
import { nearest } from './nearest.js';
import { positionsOf, problemsOf } from './places.js';
import { compareProblems, type Finding, type Problem } from './problem.js';
import { pathsWithoutValue } from './reading/no-values.js';
import { isNothing, overlay } from './reading/overlay.js';
import { parsedPath } from './reading/path.js';
import { takeProvenance } from './reading/provenance.js';
import { readDocument } from './reading/read-document.js';
import { keysAt, type MapNode, nodeAt, type TreeNode } from './reading/tree.js';
import { scenarioSchema } from './schema/scenario-schema.js';
import { setValues } from './set-values.js';
import { sha256 } from './sha256.js';
import { shape } from './shape.js';

export interface CheckOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  /** What can go wrong: `faultKinds` of `src/world/faults`. */
  readonly faultKinds: readonly FaultKind[];
  /** What an expectation may limit: `MEASURES` of `src/results`. Without them names of measures are not checked. */
  readonly measures?: readonly MeasureName[];
  /** A layout of the file, or `base` for the file without one; its first layout when left out. */
  readonly layout?: string;
  /** `path=value`, laid over the file and the layout. */
  readonly set?: readonly string[];
}

/** `problems` of a scenario are warnings; without a scenario at least one is an error. */
export type CheckResult =
  | {
      readonly scenario: Scenario;
      readonly problems: readonly Problem[];
      /** The file's other layouts, as checked scenarios, with the same settings laid over; in the file's order. */
      readonly otherLayouts: readonly Scenario[];
    }
  | { readonly scenario: null; readonly problems: readonly Problem[] };

/** The layout's name where the file has none, and of the file without any. */
const BASE = 'base';

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
  const wanted = options.layout ?? file.layouts[0];
  const chosen = file.check(wanted, options.set ?? []);
  const others = file.otherLayouts(wanted);
  const problems = [...problemsOf(read.findings, read.root, options.file), ...file.allProblems(chosen, wanted, others)];
  const sorted = withoutRepeats(problems).sort(compareProblems);
  const failed = sorted.some(({ severity }) => severity === 'error');
  if (chosen.scenario === null || failed) return { scenario: null, problems: sorted };
  const otherLayouts = others
    .map(({ name, scenario }) => (options.set?.length ? file.check(name, options.set).scenario : scenario))
    .filter((scenario) => scenario !== null);
  return { scenario: chosen.scenario, problems: sorted, otherLayouts };
}

interface Checked {
  readonly scenario: Scenario | null;
  readonly problems: readonly Problem[];
}

/** A document that was read, and the scenarios in it. */
class ScenarioFile {
  readonly layouts: readonly string[];
  private readonly hash: string;
  private readonly root: MapNode;
  /** The document without its layouts. */
  private readonly base: MapNode;
  private readonly options: CheckOptions;

  constructor(text: string, root: MapNode, options: CheckOptions) {
    this.hash = sha256(text);
    this.root = root;
    this.options = options;
    const names = keysAt(root, ['layouts']);
    this.layouts = names.length > 0 ? names : [BASE];
    this.base = { ...root, entries: new Map([...root.entries].filter(([key]) => key !== 'layouts')) };
  }

  check(layout: string, settings: readonly string[]): Checked {
    const findings: Finding[] = [];
    const layer = this.layer(layout, findings);
    const laid = layer === null ? this.base : overlay(this.base, layer, findings);
    const set = setValues(laid, settings, scenarioSchema, findings);
    const { root, provenance } = takeProvenance(set, findings);
    const broken = pathsWithoutValue(root, findings);
    const shaped = shape(scenarioSchema, root, broken);
    findings.push(...shaped.findings);
    const { data } = shaped;
    const draft = new Draft(data.start, data.duration, knownIds(root, this.layouts), shaped.original);
    const frame = {
      id: stem(this.options.file),
      file: this.options.file,
      sha256: this.hash,
      layout,
      layouts: this.layouts,
      changes: layer === null ? [] : layoutChanges(this.base, laid),
      provenance,
      positions: positionsOf(root),
    };
    const scenario = buildScenario(draft, data, frame, this.options.faultKinds, this.options.measures ?? []);
    const sense = [...draft.findings];
    for (const check of CHECKS) {
      for (const { at, ...finding } of check(scenario)) sense.push({ ...finding, path: parsedPath(at) });
    }
    findings.push(...sense.filter((finding) => !isConsequence(finding, shaped)));
    const problems = problemsOf(findings, root, this.options.file);
    const errors = problems.filter(({ severity }) => severity === 'error');
    // Warnings are about what will run: of a file with errors they could be the errors' doing.
    return errors.length > 0 ? { scenario: null, problems: errors } : { scenario, problems };
  }

  otherLayouts(wanted: string): (Checked & { readonly name: string })[] {
    return this.layouts.filter((name) => name !== wanted).map((name) => ({ name, ...this.check(name, []) }));
  }

  /**
   * The problems of the chosen layout and of all others. What is wrong in some layouts only says in which; what is
   * wrong without any layout is told plainly.
   */
  allProblems(chosen: Checked, wanted: string, others: readonly (Checked & { readonly name: string })[]): Problem[] {
    const all = [{ name: wanted, problems: chosen.problems }, ...others];
    if (this.layouts[0] === BASE || all.every(({ problems }) => problems.length === 0)) return [...chosen.problems];
    const plainly = new Set(this.check(BASE, []).problems.map(keyOf));
    const first = new Map<string, { problem: Problem; names: string[] }>();
    for (const { name, problems } of all) {
      for (const problem of problems) {
        const seen = first.get(keyOf(problem));
        if (seen === undefined) first.set(keyOf(problem), { problem, names: [name] });
        else if (!seen.names.includes(name)) seen.names.push(name);
      }
    }
    return [...first].map(([key, { problem, names }]) =>
      plainly.has(key) || problem.line === 0 || problem.file === '--set' || names.includes(BASE)
        ? problem
        : inLayouts(problem, names),
    );
  }

  private layer(layout: string, findings: Finding[]): TreeNode | null {
    const layouts = nodeAt(this.root, ['layouts']);
    const node = nodeAt(this.root, ['layouts', layout]);
    if (node === null) {
      if (layouts !== null && layouts.kind !== 'map' && !isNothing(layouts)) {
        findings.push({
          code: 'wrong-type',
          path: ['layouts'],
          span: layouts.at,
          values: { expected: 'a mapping', got: 'another value' },
        });
      }
      if (layout !== BASE) {
        const suggestion = nearest(layout, this.layouts);
        findings.push({ code: 'unknown-layout', path: [], span: undefined, values: { name: layout }, suggestion });
      }
      return null;
    }
    if (isNothing(node)) return null;
    if (node.kind === 'map') return node;
    findings.push({
      code: 'wrong-type',
      path: ['layouts', layout],
      span: node.at,
      values: { expected: 'a mapping', got: 'another value' },
    });
    return null;
  }
}

function inLayouts(problem: Problem, names: readonly string[]): Problem {
  const list = names.map((name) => `"${name}"`).join(', ');
  return {
    ...problem,
    message: `${problem.message} (in layout ${list})`,
    messageKo: `${problem.messageKo} (레이아웃 ${list})`,
  };
}

function keyOf({ code, file, line, column, path, message }: Problem): string {
  return [code, file, line, column, path, message].join('\n');
}

function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}

/** `scenarios/kakao-2022.yaml` is `kakao-2022`. */
function stem(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
