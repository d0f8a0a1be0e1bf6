/**
 * Faults more, written into the text of a scenario: as somebody would write them there, all else left as it is.
 *
 * So what is done by hand while a run is watched is the same file, with the same lines, as if it had been planned. A layout
 * that states faults of its own gets them there, since its list takes the place of the file's. Left out: faults less.
 */
import { type Document, isMap, isSeq, type Node, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { inserted, lineEnd } from './insert-text.js';
import type { FaultValue } from './model.js';
import { writeDuration } from './units/write-duration.js';

export interface AddedFault {
  /** Of its own in the file. */
  readonly id: string;
  readonly kind: string;
  /** Since the run's start. */
  readonly atSeconds: number;
  readonly untilSeconds: number | null;
  /** As in the file: names, lists of them, `50%`, a factor. */
  readonly parameters: Readonly<Record<string, FaultValue>>;
}

/** @param text of a scenario without errors */
export function addFaults(text: string, layout: string | null, faults: readonly AddedFault[]): string {
  if (faults.length === 0) return text;
  const document = parseDocument(text);
  const own = layout === null ? null : ['layouts', layout, 'faults'];
  const path = own !== null && document.hasIn(own) ? own : ['faults'];
  const list = document.getIn(path, true) as Node | undefined;
  if (isSeq(list) && list.range) return list.flow ? intoFlow(text, list, faults) : intoBlock(text, list, faults);
  if (list === undefined && isMap(document.contents)) return atTheEnd(text, document.contents, faults);
  return rewritten(document, path, faults);
}

/** Below the last one, as far in. */
function intoBlock(text: string, list: YAMLSeq, faults: readonly AddedFault[]): string {
  const last = list.items.at(-1) as Node;
  const [from, to] = last.range as [number, number, number];
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const indent = ' '.repeat(Math.max(0, text.slice(lineStart, from).lastIndexOf('-')));
  return inserted(text, lineEnd(text, to), faults.map((fault) => `${indent}- ${plainText(fault)}\n`).join(''));
}

/** Before the bracket that ends the list. */
function intoFlow(text: string, list: YAMLSeq, faults: readonly AddedFault[]): string {
  const end = (list.range as [number, number, number])[1] - 1;
  const before = text.slice(0, end).trimEnd();
  const comma = list.items.length > 0 && !before.endsWith(',') ? ', ' : ' ';
  return `${before}${comma}${faults.map(jsonText).join(', ')} ${text.slice(end)}`;
}

function atTheEnd(text: string, root: YAMLMap, faults: readonly AddedFault[]): string {
  const [, to] = root.range as [number, number, number];
  if (!root.flow) {
    const lines = faults.map((fault) => `  - ${plainText(fault)}\n`).join('');
    return inserted(text, lineEnd(text, to), `faults:\n${lines}`);
  }
  const before = text.slice(0, to - 1).trimEnd();
  const comma = root.items.length > 0 && !before.endsWith(',') ? ', ' : ' ';
  return `${before}${comma}"faults": [${faults.map(jsonText).join(', ')}] ${text.slice(to - 1)}`;
}

/** A list that is nothing, or stands elsewhere: the whole is written anew. */
function rewritten(document: Document, path: readonly string[], faults: readonly AddedFault[]): string {
  const before: unknown = (document.getIn(path, true) as Node | undefined)?.toJS(document) ?? [];
  document.setIn(path, document.createNode([...(Array.isArray(before) ? before : []), ...faults.map(entriesOf)]));
  return document.toString();
}

function plainText(fault: AddedFault): string {
  // A name may be a word that YAML reads as something else (null, 1): it is quoted then.
  const one = (each: unknown): string => stringify(each).trim();
  const value = (each: FaultValue): string => (Array.isArray(each) ? `[${each.map(one).join(', ')}]` : one(each));
  const parts = Object.entries(entriesOf(fault)).map(([key, each]) => `${key}: ${value(each)}`);
  return `{ ${parts.join(', ')} }`;
}

/** JSON is YAML, wherever it stands. */
function jsonText(fault: AddedFault): string {
  const parts = Object.entries(entriesOf(fault)).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{ ${parts.join(', ')} }`;
}

function entriesOf({ id, kind, atSeconds, untilSeconds, parameters }: AddedFault): Record<string, FaultValue> {
  const at = writeDuration(atSeconds);
  const end: Record<string, FaultValue> = untilSeconds === null ? {} : { until: writeDuration(untilSeconds) };
  return { id, at, ...end, kind, ...parameters };
}
