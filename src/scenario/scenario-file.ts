/** A scenario file that was read: its layouts, and the scenario of each. */
import { buildScenario } from './build/build-scenario.js';
import { Draft } from './build/draft.js';
import { knownIds } from './build/known-ids.js';
import type { CheckOptions } from './check-options.js';
import { CHECKS } from './checks/checks.js';
import { withoutConsequences } from './consequences.js';
import { layoutChanges } from './layout-changes.js';
import type { Scenario } from './model.js';
import { nearest } from './nearest.js';
import { positionsOf, problemsOf } from './places.js';
import type { Finding, Problem } from './problem.js';
import { pathsWithoutValue } from './reading/no-values.js';
import { isNothing, overlay } from './reading/overlay.js';
import { type Path, parsedPath } from './reading/path.js';
import { takeProvenance } from './reading/provenance.js';
import { keysAt, type MapNode, nodeAt, type TreeNode } from './reading/tree.js';
import { scenarioSchema } from './schema/scenario-schema.js';
import { ID_PATTERN } from './schema/values.js';
import { setValues } from './set-values.js';
import { sha256 } from './sha256.js';
import { shape } from './shape.js';

/** The layout's name where the file has none, and of the file without any. */
export const BASE = 'base';

export interface CheckedLayout {
  readonly name: string;
  /** Null when there is an error among the problems. */
  readonly scenario: Scenario | null;
  readonly problems: readonly Problem[];
}

/** A document that was read, and the scenarios in it. */
export class ScenarioFile {
  readonly layouts: readonly string[];
  /** What is wrong with the list of layouts itself. */
  readonly problems: readonly Problem[];
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
    this.problems = problemsOf(problemsOfNames(root), root, options.file);
    this.base = { ...root, entries: new Map([...root.entries].filter(([key]) => key !== 'layouts')) };
  }

  /** The scenario of a layout, or what is wrong with it. */
  check(layout: string, settings: readonly string[] = []): CheckedLayout {
    const findings: Finding[] = [];
    const layer = this.layer(layout, findings);
    const laid = layer === null ? this.base : overlay(this.base, layer, findings);
    const set = setValues(laid, settings, scenarioSchema, findings);
    const { root, provenance } = takeProvenance(set, findings);
    const shaped = shape(scenarioSchema, root, pathsWithoutValue(root, findings));
    const { data, original } = shaped;
    const draft = new Draft(data.start, data.duration, knownIds(root, this.layouts), original);
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
    const sense = withoutConsequences(draft.findings.concat(senseOf(scenario)), shaped);
    const problems = problemsOf(findings.concat(shaped.findings, sense), root, this.options.file);
    const errors = problems.filter(({ severity }) => severity === 'error');
    // Warnings are about what will run: of a file with errors they could be the errors' doing.
    return errors.length > 0
      ? { name: layout, scenario: null, problems: errors }
      : { name: layout, scenario, problems };
  }

  /** What the layout lays over the base; null: nothing. */
  private layer(layout: string, findings: Finding[]): TreeNode | null {
    const node = nodeAt(this.root, ['layouts', layout]);
    if (node === null && layout !== BASE) {
      findings.push({
        code: 'unknown-layout',
        path: [],
        values: { name: layout, layouts: this.layouts.join(', ') },
        suggestion: nearest(layout, this.layouts),
      });
    }
    if (node === null || isNothing(node) || node.kind === 'broken') return null;
    if (node.kind === 'map') return node;
    findings.push(notAMapping(['layouts', layout], node));
    return null;
  }
}

/** Names of layouts are ids like any other, and each is a mapping or nothing. */
function problemsOfNames(root: MapNode): Finding[] {
  const node = nodeAt(root, ['layouts']);
  if (node === null || isNothing(node) || node.kind === 'broken') return [];
  if (node.kind !== 'map') return [notAMapping(['layouts'], node)];
  return [...node.entries.keys()]
    .filter((name) => !ID_PATTERN.test(name))
    .map((key) => ({ code: 'bad-id', path: ['layouts', key], on: 'key', values: { key } }));
}

function notAMapping(path: Path, node: TreeNode): Finding {
  const got = node.kind === 'list' ? 'a list' : 'a single value';
  return { code: 'wrong-type', path, span: node.at, values: { expected: 'a mapping', got } };
}

function senseOf(scenario: Scenario): Finding[] {
  return CHECKS.flatMap((check) => check(scenario).map(({ at, ...finding }) => ({ ...finding, path: parsedPath(at) })));
}

/** `scenarios/kakao-2022.yaml` is `kakao-2022`. */
function stem(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
