/**
 * Text to tree: YAML 1.2 (and so JSON) without what makes a file from a stranger dangerous or surprising.
 *
 * Refused: tags, merge keys, several documents, other versions of YAML, keys that are no words or that JavaScript
 * gives a meaning, duplicate keys, control characters, numbers that are not finite, and whatever is too large, too
 * deep or repeated too often by aliases. Left out: comments.
 */
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Lexer, type Node, Parser } from 'yaml';
import type { Finding } from '../problem.js';
import { escapeText, isHidden } from './escape-text.js';
import { MAX_ALIASED_CHARACTERS, MAX_ALIASED_VALUES, MAX_DEPTH, MAX_SCENARIO_BYTES, MAX_TOKENS } from './limits.js';
import { type Positions, positionsOf, type Span } from './span.js';
import type { Entry, MapNode, TreeNode } from './tree.js';

export interface ReadDocument {
  /** Null when the text cannot be read, or not all of it. */
  readonly root: TreeNode | null;
  readonly findings: readonly Finding[];
}

/** Keys that JavaScript gives a meaning: on a plain object they could reach what is not the scenario's. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** After these something of the document is not in the tree: what else is wrong with it could be told wrongly. */
const LOSES_ENTRIES: ReadonlySet<string> = new Set([
  'key-not-text',
  'forbidden-key',
  'merge-key',
  'alias-circle',
  'alias-bomb',
  'too-deep',
]);

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Beyond these the rest of a broken file is noise. */
const MAX_SYNTAX_ERRORS = 10;

export function readDocument(text: string, name: string): ReadDocument {
  // Positions are counted without the mark that some editors put in front.
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.length > MAX_SCENARIO_BYTES)
    return refused({ code: 'too-large', path: [], values: { limit: MAX_SCENARIO_BYTES / 1e6 } });
  const positions = positionsOf(name, body);
  const broken = notText(body, positions);
  if (broken !== null) return refused(broken);
  const composed = compose(body, positions);
  if ('code' in composed) return refused(composed);
  return convert(composed, body, positions);
}

function refused(...findings: Finding[]): ReadDocument {
  return { root: null, findings };
}

function notText(text: string, positions: Positions): Finding | null {
  const zero = text.indexOf('\0');
  if (zero >= 0) return { code: 'not-text', path: [], span: positions.at(zero, zero + 1) };
  // What a decoder leaves of bytes that are not UTF-8, or half of a surrogate pair in a string.
  const bad = text.search(/[\uFFFD\p{Surrogate}]/u);
  if (bad >= 0) return { code: 'not-utf8', path: [], span: positions.at(bad, bad + 1) };
  return null;
}

/** Token by token, so that a hostile file is stopped before it costs memory, time or stack. */
function compose(text: string, positions: Positions): Document.Parsed | Finding {
  const parser = new Parser();
  // Duplicate keys are looked for below: the library compares each key with each.
  const composer = new Composer({ version: '1.2', merge: false, uniqueKeys: false, prettyErrors: false });
  const documents: Document.Parsed[] = [];
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++tokens > MAX_TOKENS) return { code: 'too-complex', path: [], values: { limit: MAX_TOKENS } };
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > MAX_DEPTH) {
      const span = positions.at(parser.offset, parser.offset + 1);
      return { code: 'too-deep', path: [], span, values: { limit: MAX_DEPTH } };
    }
    if (documents.length > 1) break;
  }
  if (documents.length <= 1) {
    for (const token of parser.end()) documents.push(...composer.next(token));
    documents.push(...composer.end(true, text.length));
  }
  if (documents.length > 1) {
    const [start] = documents[1].range;
    return { code: 'several-documents', path: [], span: positions.at(start, start + 3) };
  }
  return documents[0];
}

function convert(document: Document.Parsed, text: string, positions: Positions): ReadDocument {
  if (document.errors.length > 0) {
    return refused(
      ...document.errors.slice(0, MAX_SYNTAX_ERRORS).map(({ pos, message }): Finding => {
        const span = positions.at(pos[0], pos[1]);
        return { code: 'syntax', path: [], span, values: { reason: lowerFirst(message.split('\n', 1)[0]) } };
      }),
    );
  }
  const { explicit, version } = document.directives.yaml;
  if (explicit && version !== '1.2') {
    return refused({ code: 'yaml-version', path: [], span: positions.at(0, 1), values: { version } });
  }
  const converter = new Converter(text, positions);
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return refused({ code: 'empty', path: [] });
  const root = converter.node(contents, 0);
  const incomplete = converter.findings.some(({ code }) => LOSES_ENTRIES.has(code));
  return { root: incomplete ? null : root, findings: converter.findings };
}

/** A tag and what may stand between it and its value, at the end of the text before that value. */
const TAG_BEFORE = /!\S*(?=\s+(?:&\S+\s+)?$)/;
/** No sensible tag is longer. */
const LONGEST_TAG = 200;

/** A tag as people write it. */
function written(tag: string): string {
  return tag.replace('tag:yaml.org,2002:', '!!');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The nodes of the library to ours. */
class Converter {
  readonly findings: Finding[] = [];
  private readonly text: string;
  private readonly positions: Positions;
  private readonly anchors = new Map<string, Node>();
  /** Nodes being converted: an alias to one of them has no end. */
  private readonly open = new Set<Node>();
  private insideAliases = 0;
  private aliasedValues = 0;
  private aliasedCharacters = 0;

  constructor(text: string, positions: Positions) {
    this.text = text;
    this.positions = positions;
  }

  node(node: Node, depth: number): TreeNode {
    const at = this.span(node);
    if (isAlias(node)) return this.alias(node.source, at, depth);
    if (this.insideAliases > 0) this.aliasedValues++;
    if (depth > MAX_DEPTH) return this.bad({ code: 'too-deep', path: [], span: at, values: { limit: MAX_DEPTH } });
    if (node.tag !== undefined) this.tag(node.tag, node);
    if ('anchor' in node && typeof node.anchor === 'string') this.anchors.set(node.anchor, node);
    if (isScalar(node)) {
      if (this.insideAliases > 0) this.aliasedCharacters += node.source?.length ?? 0;
      // What a tag makes of a value is nothing that a scenario has.
      return node.tag === undefined ? this.scalar(node.value, node.source ?? '', at) : { kind: 'broken', at };
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
    if (!isMap(node)) return { kind: 'map', at, entries };
    for (const { key, value } of node.items) {
      const name = this.key(key as Node | null, at);
      if (name === null) continue;
      const keyAt = this.span(key as Node);
      const first = entries.get(name);
      if (first !== undefined) {
        this.findings.push({
          code: 'duplicate-key',
          path: [],
          span: keyAt,
          values: { key: name, line: first.keyAt.line },
        });
        continue;
      }
      // A key with nothing after it, as in `{ a, b }`, has no node at all.
      const child: TreeNode =
        value === null ? { kind: 'scalar', at: keyAt, value: null } : this.node(value as Node, depth + 1);
      entries.set(name, { keyAt, value: child });
    }
    return { kind: 'map', at, entries } satisfies MapNode;
  }

  private key(key: Node | null, mapAt: Span): string | null {
    const span = key === null ? mapAt : this.span(key);
    if (key === null || !isScalar(key)) {
      const got = key === null ? 'nothing' : isAlias(key) ? 'an alias' : 'a collection';
      this.findings.push({ code: 'key-not-text', path: [], span, values: { got } });
      return null;
    }
    if (key.tag !== undefined) this.tag(key.tag, key);
    // Numbers and words such as `null` are names like any other here: as they were written.
    const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
    if (FORBIDDEN_KEYS.has(name)) this.findings.push({ code: 'forbidden-key', path: [], span, values: { key: name } });
    else if (name === '<<') this.findings.push({ code: 'merge-key', path: [], span });
    else if (!this.hasHidden(name, span, false)) return name;
    return null;
  }

  private scalar(value: unknown, written: string, at: Span): TreeNode {
    if (typeof value === 'string' && this.hasHidden(value, at, true)) return { kind: 'broken', at };
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return this.bad({ code: 'not-finite', path: [], span: at, values: { got: written } });
    }
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return { kind: 'scalar', at, value: known ? value : null };
  }

  private alias(name: string, at: Span, depth: number): TreeNode {
    const target = this.anchors.get(name);
    if (target === undefined) return this.bad({ code: 'unknown-alias', path: [], span: at, values: { name } });
    if (this.open.has(target)) return this.bad({ code: 'alias-circle', path: [], span: at, values: { name } });
    if (this.tooMuch() !== null) return { kind: 'broken', at };
    this.insideAliases++;
    const node = this.node(target, depth);
    this.insideAliases--;
    const values = this.tooMuch();
    if (values !== null && !this.findings.some(({ code }) => code === 'alias-bomb')) {
      this.findings.push({ code: 'alias-bomb', path: [], span: at, values });
    }
    return node;
  }

  /** Which limit of aliases is passed, if one is. */
  private tooMuch(): { readonly limit: number; readonly what: string } | null {
    if (this.aliasedValues > MAX_ALIASED_VALUES) return { limit: MAX_ALIASED_VALUES, what: 'values' };
    if (this.aliasedCharacters > MAX_ALIASED_CHARACTERS) return { limit: MAX_ALIASED_CHARACTERS, what: 'characters' };
    return null;
  }

  /** The library knows where the value is, not where its tag is. */
  private tag(tag: string, node: Node): void {
    const [start] = node.range ?? [0];
    const before = this.text.slice(Math.max(0, start - LONGEST_TAG), start);
    const match = TAG_BEFORE.exec(before);
    const from = start - before.length + (match?.index ?? 0);
    const span = match === null ? this.span(node) : this.positions.at(from, from + match[0].length);
    this.findings.push({ code: 'tag', path: [], span, values: { tag: written(tag) } });
  }

  private hasHidden(text: string, span: Span, lines: boolean): boolean {
    // Half of a pair, by an escape: no text has it, and each reader would make something else of it.
    if (LONE_SURROGATE.test(text)) {
      this.findings.push({ code: 'not-utf8', path: [], span });
      return true;
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (!isHidden(code) || (lines && (code === 0x0a || code === 0x09))) continue;
      const character = escapeText(String.fromCharCode(code));
      this.findings.push({ code: 'control-character', path: [], span, values: { character } });
      return true;
    }
    return false;
  }

  private bad(finding: Finding): TreeNode {
    this.findings.push(finding);
    return { kind: 'broken', at: finding.span as Span };
  }

  private span(node: Node): Span {
    const [start, end] = node.range ?? [0, 1];
    return this.positions.at(start, end);
  }
}
