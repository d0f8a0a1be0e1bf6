/**
 * Values from outside the file, as `path=value`: laid over the document before it is checked, after the layout.
 *
 * A path may change what is there or state a key that was left out; it cannot add a service or a site, and what it
 * names must exist. The value is read as in the file, so `5m`, `[a, b]` and `{ mean: 4h }` mean the same.
 */
import type { z } from 'zod';
import { nearest } from './nearest.js';
import type { Finding } from './problem.js';
import { type Path, pathText } from './reading/path.js';
import { FORBIDDEN_KEYS, readDocument } from './reading/read-document.js';
import type { Source, Span } from './reading/span.js';
import { childOf, type TreeNode } from './reading/tree.js';
import { placeAt } from './schema/walk-schema.js';

export function setValues(
  root: TreeNode,
  settings: readonly string[],
  schema: z.ZodType,
  findings: Finding[],
): TreeNode {
  const source: Source = { name: '--set', lines: settings.map((setting) => setting.replaceAll('\n', ' ')) };
  return settings.reduce(
    (tree, setting, i) => new Setting(setting, i + 1, source, schema, findings).applyTo(tree),
    root,
  );
}

class Setting {
  private readonly text: string;
  private readonly line: number;
  private readonly source: Source;
  private readonly schema: z.ZodType;
  private readonly findings: Finding[];

  constructor(text: string, line: number, source: Source, schema: z.ZodType, findings: Finding[]) {
    this.text = text;
    this.line = line;
    this.source = source;
    this.schema = schema;
    this.findings = findings;
  }

  applyTo(root: TreeNode): TreeNode {
    const equals = this.text.indexOf('=');
    const steps = equals < 0 ? null : parseSteps(this.text.slice(0, equals));
    const written = this.text.slice(equals + 1);
    if (steps === null || written.trim() === '') {
      this.findings.push({ code: 'bad-set', path: [], span: this.span(0, this.text.length) });
      return root;
    }
    const forbidden = steps.find(({ part }) => FORBIDDEN_KEYS.has(String(part)));
    if (forbidden !== undefined) {
      this.findings.push({
        code: 'forbidden-key',
        path: [],
        span: this.stepSpan(forbidden),
        values: { key: forbidden.part },
      });
      return root;
    }
    const at = this.span(equals + 1, this.text.length);
    const read = readDocument(written, this.source.name);
    for (const finding of read.findings) this.findings.push({ ...finding, span: at });
    return read.root === null ? root : (this.assign(root, steps, 0, moved(read.root, at)) ?? root);
  }

  /** The node with the value at the rest of the way; null when that cannot be, which is then told. */
  private assign(node: TreeNode, steps: readonly Step[], depth: number, value: TreeNode): TreeNode | null {
    if (depth === steps.length) return value;
    const { part } = steps[depth];
    const child = childOf(node, part);
    const path = steps.slice(0, depth).map((step) => step.part);
    if (child === null && !this.mayBeStated(node, path, part)) return this.unknown(node, path, steps[depth]);
    const nothing: TreeNode = { kind: 'map', at: value.at, entries: new Map() };
    const assigned = this.assign(child ?? nothing, steps, depth + 1, value);
    if (assigned === null) return null;
    if (node.kind === 'list') return { ...node, items: node.items.map((item, i) => (i === part ? assigned : item)) };
    const entries = new Map(node.kind === 'map' ? node.entries : []);
    entries.set(String(part), { keyAt: this.stepSpan(steps[depth]), value: assigned });
    return { kind: 'map', at: node.at, entries };
  }

  private mayBeStated(node: TreeNode, path: Path, part: string | number): boolean {
    const place = placeAt(this.schema, path);
    return node.kind === 'map' && place?.kind === 'keys' && (place.open || place.keys.includes(String(part)));
  }

  private unknown(node: TreeNode, path: Path, step: Step): null {
    const place = placeAt(this.schema, path);
    const there = node.kind === 'map' ? [...node.entries.keys()] : [];
    const name = String(step.part);
    const suggestion = nearest(name, [...there, ...(place?.kind === 'keys' ? place.keys : [])]);
    this.findings.push({
      code: 'unknown-path',
      path: [],
      span: this.stepSpan(step),
      values: { name, where: path.length === 0 ? 'the file' : pathText(path) },
      suggestion,
      suggestionPath: suggestion !== null && there.includes(suggestion) ? [...path, suggestion] : undefined,
    });
    return null;
  }

  private stepSpan({ start, end }: Step): Span {
    return this.span(start, end);
  }

  private span(start: number, end: number): Span {
    return { source: this.source, line: this.line, column: start + 1, endColumn: Math.max(start + 2, end + 1) };
  }
}

/** A part of a path and where it stands in the argument. */
interface Step {
  readonly part: string | number;
  readonly start: number;
  readonly end: number;
}

/** `a.b[0].c`; null when it is no path. */
function parseSteps(text: string): Step[] | null {
  const steps: Step[] = [];
  let start = 0;
  for (const piece of text.split('.')) {
    const match = /^([^[\]]+)((?:\[\d{1,6}\])*)$/.exec(piece);
    if (match === null) return null;
    let end = start + match[1].length;
    steps.push({ part: match[1].trim(), start, end });
    for (const index of match[2].split(']').slice(0, -1)) {
      steps.push({ part: Number(index.slice(1)), start: end, end: end + index.length + 1 });
      end += index.length + 1;
    }
    start = end + 1;
  }
  return steps;
}

/** All of it stands where the argument stands. */
function moved(node: TreeNode, at: Span): TreeNode {
  if (node.kind === 'list') return { ...node, at, items: node.items.map((item) => moved(item, at)) };
  if (node.kind !== 'map') return { ...node, at };
  return {
    ...node,
    at,
    entries: new Map([...node.entries].map(([key, { value }]) => [key, { keyAt: at, value: moved(value, at) }])),
  };
}
