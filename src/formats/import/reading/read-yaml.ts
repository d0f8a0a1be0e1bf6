/**
 * YAML of other programs to trees with places: one for each document of the file.
 *
 * Unlike a scenario it may have several documents, merge keys (`<<`), tags (their values are read as they stand), keys
 * that are numbers, and a key twice (the last counts). Refused: what is too large, too deep, or repeated too often by
 * aliases. Left out: comments.
 */
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Lexer, type Node, Parser } from 'yaml';
import type { Positions, Span } from '../../../scenario/reading/span.js';
import type { Entry, TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportProblems } from '../import-problem.js';
import { MAX_ALIASED_VALUES, MAX_DEPTH, MAX_YAML_TOKENS } from './limits.js';

const MAX_SYNTAX_ERRORS = 10;

/** Null when there is a problem, which was then told. */
export function readYaml(text: string, positions: Positions, problems: ImportProblems): TreeNode[] | null {
  const documents = compose(text, positions, problems);
  if (documents === null) return null;
  const errors = documents.flatMap((document) => document.errors);
  for (const { pos, message } of errors.slice(0, MAX_SYNTAX_ERRORS)) {
    const reason = message.split('\n', 1)[0];
    const lower = reason.charAt(0).toLowerCase() + reason.slice(1);
    problems.add('syntax', positions.at(pos[0], pos[1]), { language: 'YAML', reason: lower });
  }
  if (errors.length > 0) return null;
  const converters = documents.map((document) => new Converter(document, positions, problems));
  const roots = converters.flatMap((converter) => converter.root() ?? []);
  return converters.some(({ failed }) => failed) ? null : roots;
}

/** Token by token, so that a hostile file is stopped before it costs memory, time or stack. */
function compose(text: string, positions: Positions, problems: ImportProblems): Document.Parsed[] | null {
  const parser = new Parser();
  const composer = new Composer({ version: '1.2', merge: false, uniqueKeys: false, prettyErrors: false });
  const documents: Document.Parsed[] = [];
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++tokens > MAX_YAML_TOKENS) {
      const at = positions.at(parser.offset, parser.offset + 1);
      problems.add('too-complex', at, { limit: MAX_YAML_TOKENS });
      return null;
    }
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > MAX_DEPTH) {
      problems.add('too-deep', positions.at(parser.offset, parser.offset + 1), { limit: MAX_DEPTH });
      return null;
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  return documents;
}

class Converter {
  failed = false;
  private readonly document: Document.Parsed;
  private readonly positions: Positions;
  private readonly problems: ImportProblems;
  private readonly anchors = new Map<string, Node>();
  private readonly open = new Set<Node>();
  private insideAliases = 0;
  private aliasedValues = 0;

  constructor(document: Document.Parsed, positions: Positions, problems: ImportProblems) {
    this.document = document;
    this.positions = positions;
    this.problems = problems;
  }

  root(): TreeNode | null {
    const { contents } = this.document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return null;
    return this.node(contents, 0);
  }

  private node(node: Node, depth: number): TreeNode {
    const at = this.span(node);
    if (isAlias(node)) return this.alias(node.source, at, depth);
    if (this.insideAliases > 0 && ++this.aliasedValues > MAX_ALIASED_VALUES) {
      return this.bad('alias-bomb', at, { limit: MAX_ALIASED_VALUES });
    }
    if (depth > MAX_DEPTH) return this.bad('too-deep', at, { limit: MAX_DEPTH });
    if ('anchor' in node && typeof node.anchor === 'string') this.anchors.set(node.anchor, node);
    if (isScalar(node)) {
      const { value } = node;
      const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      return { kind: 'scalar', at, value: known ? value : null };
    }
    this.open.add(node);
    const converted = this.collection(node, at, depth);
    this.open.delete(node);
    return converted;
  }

  private collection(node: Node, at: Span, depth: number): TreeNode {
    if (isSeq(node)) {
      return { kind: 'list', at, items: node.items.map((item) => this.node(item as Node, depth + 1)) };
    }
    const entries = new Map<string, Entry>();
    const merged = new Map<string, Entry>();
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? '')) : null;
        if (name === null) continue;
        const keyAt = this.span(key as Node);
        const child: TreeNode =
          value === null ? { kind: 'scalar', at: keyAt, value: null } : this.node(value as Node, depth + 1);
        if (name === '<<') mergeInto(merged, child);
        else entries.set(name, { keyAt, value: child });
      }
    }
    for (const [name, entry] of merged) if (!entries.has(name)) entries.set(name, entry);
    return { kind: 'map', at, entries };
  }

  private alias(name: string, at: Span, depth: number): TreeNode {
    const target = this.anchors.get(name);
    if (target === undefined) return this.bad('unknown-alias', at, { name });
    if (this.open.has(target)) return this.bad('alias-circle', at, { name });
    if (this.aliasedValues > MAX_ALIASED_VALUES) return { kind: 'broken', at };
    this.insideAliases++;
    const node = this.node(target, depth);
    this.insideAliases--;
    return node;
  }

  private bad(
    code: 'alias-bomb' | 'too-deep' | 'unknown-alias' | 'alias-circle',
    at: Span,
    values: Readonly<Record<string, string | number>>,
  ): TreeNode {
    if (!this.failed || code !== 'alias-bomb') this.problems.add(code, at, values);
    this.failed = true;
    return { kind: 'broken', at };
  }

  private span(node: Node): Span {
    const [start, end] = node.range ?? [0, 1];
    return this.positions.at(start, end);
  }
}

/** `<<: *base`, or `<<: [*a, *b]`: the first that has a key gives it. */
function mergeInto(merged: Map<string, Entry>, node: TreeNode): void {
  const layers = node.kind === 'list' ? node.items : [node];
  for (const layer of layers) {
    if (layer.kind !== 'map') continue;
    for (const [name, entry] of layer.entries) if (!merged.has(name)) merged.set(name, entry);
  }
}
