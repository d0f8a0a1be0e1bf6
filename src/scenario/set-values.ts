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
import { readDocument } from './reading/read-document.js';
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
    const path = equals < 0 ? null : parsePath(this.text.slice(0, equals).trim());
    if (path === null) return this.refuse({ code: 'bad-set', path: [], span: this.span(0, this.text.length) }, root);
    const forbidden = path.find((part) => part === '__proto__' || part === 'constructor' || part === 'prototype');
    if (forbidden !== undefined) {
      return this.refuse(
        { code: 'forbidden-key', path: [], span: this.span(0, equals), values: { key: forbidden } },
        root,
      );
    }
    const at = this.span(equals + 1, this.text.length);
    const read = readDocument(this.text.slice(equals + 1), '--set');
    for (const finding of read.findings) this.findings.push({ ...finding, span: at });
    if (read.root === null) return root;
    return this.assign(root, path, 0, moved(read.root, at), this.span(0, equals)) ?? root;
  }

  /** The node with the value at the rest of the path; null when that cannot be, which is then told. */
  private assign(node: TreeNode, path: Path, depth: number, value: TreeNode, pathAt: Span): TreeNode | null {
    if (depth === path.length) return value;
    const part = path[depth];
    const child = childOf(node, part);
    if (child === null && !this.mayBeStated(path, depth)) return this.unknown(node, path, depth, pathAt);
    const empty: TreeNode = { kind: 'map', at: value.at, entries: new Map() };
    const assigned = this.assign(child ?? empty, path, depth + 1, value, pathAt);
    if (assigned === null) return null;
    if (node.kind === 'list') return { ...node, items: node.items.map((item, i) => (i === part ? assigned : item)) };
    if (node.kind !== 'map') return this.unknown(node, path, depth, pathAt);
    const entries = new Map(node.entries);
    entries.set(String(part), { keyAt: pathAt, value: assigned });
    return { ...node, entries };
  }

  private mayBeStated(path: Path, depth: number): boolean {
    const place = placeAt(this.schema, path.slice(0, depth));
    return place?.kind === 'keys' && (place.open || place.keys.includes(String(path[depth])));
  }

  private unknown(node: TreeNode, path: Path, depth: number, span: Span): null {
    const place = placeAt(this.schema, path.slice(0, depth));
    const there = node.kind === 'map' ? [...node.entries.keys()] : [];
    const known = [...there, ...(place?.kind === 'keys' ? place.keys : [])];
    const name = String(path[depth]);
    const where = depth === 0 ? 'the file' : pathText(path.slice(0, depth));
    const suggestion = nearest(name, known);
    const suggestionPath =
      suggestion !== null && there.includes(suggestion) ? [...path.slice(0, depth), suggestion] : undefined;
    this.findings.push({ code: 'unknown-path', path: [], span, values: { name, where }, suggestion, suggestionPath });
    return null;
  }

  private refuse(finding: Finding, root: TreeNode): TreeNode {
    this.findings.push(finding);
    return root;
  }

  private span(start: number, end: number): Span {
    return { source: this.source, line: this.line, column: start + 1, endColumn: Math.max(start + 2, end + 1) };
  }
}

/** `a.b[0].c`; null when it is no path. */
function parsePath(text: string): Path | null {
  const path: (string | number)[] = [];
  for (const piece of text.split('.')) {
    const match = /^([^[\]]+)((?:\[\d{1,6}\])*)$/.exec(piece);
    if (match === null) return null;
    path.push(match[1]);
    for (const index of match[2].split(/[[\]]+/)) if (index !== '') path.push(Number(index));
  }
  return path;
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
