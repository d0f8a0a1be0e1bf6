/**
 * XML to a tree of elements with their lines.
 *
 * No entity but the five of XML itself is known: a document type that declares any is refused, one elsewhere is not
 * looked at; nothing is expanded and nothing is ever fetched. Left out: comments, processing instructions, namespaces
 * (prefixes are dropped).
 */
import { XmlElement as LibraryElement, parseXml, XmlCdata, XmlError, XmlText } from '@rgrove/parse-xml';
import type { Positions, Span } from '../../../scenario/reading/span.js';
import type { ImportProblems } from '../import-problem.js';
import { MAX_DEPTH, MAX_PARTS } from './limits.js';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly at: Span;
}

/** Null when there is a problem, which was then told. */
export function readXml(text: string, positions: Positions, problems: ImportProblems): XmlElement | null {
  const refused = refusal(text);
  if (refused !== null) {
    const { code, offset, length, limit } = refused;
    problems.add(code, positions.at(offset, offset + length), { limit });
    return null;
  }
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    return root === null ? null : elementOf(root, positions);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const at = positions.at(error.pos, error.pos + 1);
    const [reason] = error.message.split(/ \(line |\n/, 1);
    if (/entity/i.test(reason)) problems.add('entity', at);
    else problems.add('syntax', at, { language: 'XML', reason: reason.charAt(0).toLowerCase() + reason.slice(1) });
    return null;
  }
}

interface Refusal {
  readonly code: 'entity' | 'too-deep' | 'too-complex';
  readonly offset: number;
  readonly length: number;
  readonly limit: number;
}

/** The library goes as deep as the file does: what is too deep, too large or declares entities is found before it. */
function refusal(text: string): Refusal | null {
  let depth = 0;
  let parts = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (++parts > MAX_PARTS) return { code: 'too-complex', offset: at, length: 1, limit: MAX_PARTS };
    const skipped = SKIPPED.find(([open]) => text.startsWith(open, at));
    if (skipped !== undefined) {
      const end = text.indexOf(skipped[1], at);
      if (end < 0) return null;
      at = end;
      continue;
    }
    const end = endOfTag(text, at);
    if (text.startsWith('<!', at)) {
      // A document type; what is between its brackets may have tags of its own.
      const close = text.indexOf(text.slice(at, end).includes('[') ? ']' : '>', at);
      const entity = text.slice(at, close < 0 ? undefined : close).search(/<!ENTITY/i);
      if (entity >= 0) return { code: 'entity', offset: at + entity, length: '<!ENTITY'.length, limit: 0 };
      at = close < 0 ? text.length : close;
      continue;
    }
    if (text.startsWith('</', at)) depth--;
    else if (text[end - 2] !== '/') depth++;
    if (depth > MAX_DEPTH) return { code: 'too-deep', offset: at, length: Math.min(end - at, 40), limit: MAX_DEPTH };
    at = end;
  }
  return null;
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Just after the `>` that is not inside quotes. */
function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>' || (character === '[' && text.startsWith('<!', start))) return i + 1;
  }
  return text.length;
}

function elementOf(element: LibraryElement, positions: Positions): XmlElement {
  const texts = element.children.filter((child) => child instanceof XmlText || child instanceof XmlCdata);
  return {
    name: local(element.name),
    attributes: new Map(Object.entries(element.attributes).map(([key, value]) => [local(key), value])),
    children: element.children
      .filter((child) => child instanceof LibraryElement)
      .map((child) => elementOf(child, positions)),
    text: texts
      .map(({ text }) => text)
      .join('')
      .trim(),
    at: positions.at(element.start, element.end),
  };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
