/**
 * Document to data, by the schema: what does not fit becomes findings, and the rest is read all the same, without it,
 * so that every problem of a file is told at once.
 */
import type { z } from 'zod';
import { nearest } from './nearest.js';
import type { Finding } from './problem.js';
import { PHRASE_SEPARATOR } from './problem-texts.js';
import { type Path, pathText } from './reading/path.js';
import { plainOf, type StandIns } from './reading/plain.js';
import type { TreeNode } from './reading/tree.js';
import { placeAt, standInAt } from './schema/walk-schema.js';
import { type Fault, inWords } from './units/reading.js';

export interface Shaped<T> {
  readonly data: T;
  /** The path in the tree of a path in `data`. */
  readonly original: (path: Path) => Path;
  readonly findings: readonly Finding[];
  /** Paths that were left out or stood in for: what is wrong because of that is not told again. */
  readonly touched: ReadonlySet<string>;
}

/** Each round leaves something out, level by level; a document has fewer levels. */
const MAX_ROUNDS = 200;

/**
 * @param broken paths that were told already: left out, and not called missing
 */
export function shape<S extends z.ZodType>(
  schema: S,
  tree: TreeNode,
  broken: ReadonlySet<string>,
): Shaped<z.output<S>> {
  const without = new Set(broken);
  const standIns: StandIns = new Map();
  const touched = new Set(broken);
  const findings: Finding[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const plain = plainOf(tree, without, standIns);
    const result = schema.safeParse(plain.value);
    if (result.success) return { data: result.data, original: plain.original, findings, touched };
    for (const issue of result.error.issues) {
      for (const finding of findingsOf(issue, [], plain.value, schema)) {
        const path = plain.original(finding.path);
        if (round === 0 && !broken.has(pathText(path))) findings.push({ ...finding, path });
        touched.add(pathText(path));
        leaveOut(finding.code === 'missing-key', path, schema, without, standIns);
      }
    }
  }
  throw new Error('a document does not get better by leaving out what is wrong with it');
}

function leaveOut(missing: boolean, path: Path, schema: z.ZodType, without: Set<string>, standIns: StandIns): void {
  const parent = path.slice(0, -1);
  const standIn = missing ? standInAt(schema, path) : undefined;
  if (!missing) without.add(pathText(path));
  else if (standIn === undefined) without.add(pathText(parent));
  else standIns.set(pathText(parent), { ...standIns.get(pathText(parent)), [String(path.at(-1))]: standIn });
}

type Issue = z.core.$ZodIssue;

function findingsOf(issue: Issue, base: Path, root: unknown, schema: z.ZodType): Finding[] {
  const path: Path = [...base, ...(issue.path as Path)];
  switch (issue.code) {
    case 'custom':
      return [ofFault(issue.params as unknown as Fault, path)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, schema));
    case 'invalid_key':
      return [{ code: 'bad-id', path, on: 'key', values: { key: String(path.at(-1)) } }];
    case 'invalid_union':
      return ofUnion(issue, path, root, schema);
    case 'invalid_value': {
      const got = valueAt(root, path);
      if (got === undefined) return [missing(path)];
      const choices = issue.values.map(String);
      const suggestion = nearest(String(got), choices);
      return [
        { code: 'unknown-value', path, values: { got: plainWords(got), choices: choices.join(', ') }, suggestion },
      ];
    }
    case 'invalid_type': {
      const got = valueAt(root, path);
      return got === undefined
        ? [missing(path)]
        : [{ code: 'wrong-type', path, values: { expected: expected(issue.expected), got: inWords(got) } }];
    }
    default:
      return [{ code: 'wrong-type', path, values: { expected: 'another value', got: inWords(valueAt(root, path)) } }];
  }
}

function ofFault(fault: Fault, path: Path): Finding {
  const { code, values, suggestion, within = [], on } = fault;
  if (code === 'missing-key') return missing([...path, ...within]);
  return { code, path: [...path, ...within], on, values, suggestion };
}

function missing(path: Path): Finding {
  return { code: 'missing-key', path, on: 'key', values: { key: String(path.at(-1)) } };
}

function unknownKey(key: string, path: Path, schema: z.ZodType): Finding {
  const place = placeAt(schema, path);
  const known = place?.kind === 'keys' ? place.keys : [];
  return { code: 'unknown-key', path: [...path, key], on: 'key', values: { key }, suggestion: nearest(key, known) };
}

/** Of several forms, the one that was meant: whose problems lie deepest, as it took the value itself for its own. */
function ofUnion(issue: Issue & { code: 'invalid_union' }, path: Path, root: unknown, schema: z.ZodType): Finding[] {
  const got = valueAt(root, path);
  if (got === undefined) return [missing(path)];
  const options = issue.errors.map((issues) => issues.flatMap((each) => findingsOf(each, path, root, schema)));
  const meant = options.find((findings) => !findings.some((finding) => isWholly(finding, path)));
  if (meant !== undefined) return meant;
  const values = options.flat().filter(({ code }) => code === 'unknown-value');
  const other = options.flat().find(({ code }) => code !== 'unknown-value' && code !== 'wrong-type');
  // A word where words are known, a number with its fault, or nothing of all that.
  if (other !== undefined && (typeof got !== 'string' || values.length === 0)) return [other];
  if (values.length > 0 && typeof got === 'string') return [oneOfAll(values, got, path)];
  const kinds = [...new Set(options.flat().map(({ values: each }) => String(each?.expected ?? 'one of the words')))];
  return [{ code: 'wrong-type', path, values: { expected: kinds.join(PHRASE_SEPARATOR), got: inWords(got) } }];
}

function isWholly(finding: Finding, path: Path): boolean {
  return finding.on !== 'key' && finding.path.length === path.length;
}

function oneOfAll(findings: readonly Finding[], got: string, path: Path): Finding {
  const choices = findings.flatMap(({ values }) => String(values?.choices).split(', '));
  return {
    code: 'unknown-value',
    path,
    values: { got, choices: choices.join(', ') },
    suggestion: nearest(got, choices),
  };
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

function expected(type: string): string {
  return EXPECTED[type] ?? type;
}

function plainWords(value: unknown): string {
  return typeof value === 'string' ? value : inWords(value);
}
