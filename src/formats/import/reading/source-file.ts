/** A file that is imported: its text, and what it is when it is read as JSON, YAML, XML or a table. */
import { type Positions, positionsOf } from '../../../scenario/reading/span.js';
import type { TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportProblems } from '../import-problem.js';
import { MAX_IMPORT_BYTES } from './limits.js';
import { type Row, readCsv } from './read-csv.js';
import { readJson } from './read-json.js';
import { readXml, type XmlElement } from './read-xml.js';
import { readYaml } from './read-yaml.js';

export interface SourceText {
  /** As the user named it. */
  readonly name: string;
  readonly text: string;
}

/** What a file is, once it is read. */
export type Content =
  | { readonly syntax: 'tree'; readonly documents: readonly TreeNode[] }
  | { readonly syntax: 'table'; readonly rows: readonly Row[] }
  | { readonly syntax: 'xml'; readonly root: XmlElement };

export type Syntax = Content['syntax'];

export interface SourceFile {
  readonly name: string;
  readonly content: Content;
}

/** Null when it cannot be read, which was then told. `syntax`: what it has to be; guessed when left out. */
export function readSource({ name, text }: SourceText, problems: ImportProblems, syntax?: Syntax): SourceFile | null {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.length > MAX_IMPORT_BYTES) {
    problems.add('too-large', name, { limit: MAX_IMPORT_BYTES / 1e6 });
    return null;
  }
  const positions = positionsOf(name, body);
  if (!isText(body, positions, problems)) return null;
  if (body.trim() === '') {
    problems.add('empty', name);
    return null;
  }
  const content = contentOf(body, positions, syntax ?? syntaxOf(name, body), problems);
  return content === null ? null : { name, content };
}

function isText(text: string, positions: Positions, problems: ImportProblems): boolean {
  const zero = text.indexOf('\0');
  // What a decoder leaves of bytes that are not UTF-8.
  const bad = zero >= 0 ? zero : text.indexOf('\uFFFD');
  if (bad >= 0) problems.add(zero >= 0 ? 'not-text' : 'not-utf8', positions.at(bad, bad + 1));
  return bad < 0;
}

function contentOf(text: string, positions: Positions, syntax: Syntax, problems: ImportProblems): Content | null {
  if (syntax === 'xml') {
    const root = readXml(text, positions, problems);
    return root === null ? null : { syntax, root };
  }
  if (syntax === 'table') {
    const rows = readCsv(text, positions, problems);
    if (rows === null) return null;
    if (rows.length > 0) return { syntax, rows };
    problems.add('empty', positions.source.name);
    return null;
  }
  const documents = /^\s*[{[]/.test(text) ? readJson(text, positions, problems) : readYaml(text, positions, problems);
  if (documents === null) return null;
  if (documents.length > 0) return { syntax, documents };
  problems.add('empty', positions.source.name);
  return null;
}

/** By its first character, then its name, then whether its lines look like a table's. */
function syntaxOf(name: string, text: string): Syntax {
  const start = text.trimStart();
  if (start.startsWith('<')) return 'xml';
  if (/\.(csv|tsv|psv)$/i.test(name)) return 'table';
  if (/^[{[]/.test(start) || /\.(ya?ml|json|jsonl|ndjson)$/i.test(name)) return 'tree';
  const [first = ''] = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return /^[^:{}]*[,;\t|][^:{}]*$/.test(first) ? 'table' : 'tree';
}
