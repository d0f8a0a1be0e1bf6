/**
 * A layout more, written into the text of a scenario below the others, all else left as it is. In a file without any, what
 * there was becomes the layout `base`, so that it is still among them.
 */
import { Document, isMap, isScalar, type Node, parseDocument, visit, type YAMLMap } from 'yaml';
import { inserted, lineEnd } from '../insert-text.js';
import { BASE } from '../scenario-file.js';
import type { Patch } from './patch.js';

/** @param text of a scenario without errors that has no layout of this name */
export function addLayout(text: string, name: string, layout: Patch): string {
  const document = parseDocument(text);
  const root = document.contents;
  const layouts = document.getIn(['layouts'], true) as Node | undefined;
  if (isMap(layouts) && layouts.items.length > 0 && layouts.range) {
    return layouts.flow ? intoFlow(text, layouts, { [name]: layout }) : intoBlock(text, layouts, { [name]: layout });
  }
  const all = { [BASE]: {}, [name]: layout };
  if (layouts === undefined && isMap(root) && root.range) {
    if (root.flow) return intoFlow(text, root, { layouts: all });
    return inserted(text, lineEnd(text, root.range[1]), written({ layouts: all }, ''));
  }
  document.setIn(['layouts'], document.createNode(all));
  return document.toString();
}

/** Below the last one, as far in. */
function intoBlock(text: string, layouts: YAMLMap, more: Patch): string {
  const { key, value } = layouts.items.at(-1) ?? {};
  const [from, keyEnd] = (key as Node).range as [number, number, number];
  const to = (value as Node | null)?.range?.[1] ?? keyEnd;
  const indent = ' '.repeat(from - (text.lastIndexOf('\n', from - 1) + 1));
  return inserted(text, lineEnd(text, Math.max(to, keyEnd)), written(more, indent));
}

/** Before the brace that ends the mapping. JSON is YAML, wherever it stands. */
function intoFlow(text: string, map: YAMLMap, more: Patch): string {
  const end = (map.range as [number, number, number])[1] - 1;
  const before = text.slice(0, end).trimEnd();
  const comma = map.items.length > 0 && !before.endsWith(',') ? ', ' : ' ';
  return `${before}${comma}${JSON.stringify(more).slice(1, -1)} ${text.slice(end)}`;
}

/** As people write it: what has no parts with parts stands on one line. */
function written(more: Patch, indent: string): string {
  const document = new Document(more);
  visit(document, {
    Map(_, map) {
      if (map.items.every(({ value }) => isScalar(value) || (!isMap(value) && isShort(value)))) map.flow = true;
    },
    Seq(_, list) {
      if (isShort(list)) list.flow = true;
    },
  });
  const lines = document.toString({ lineWidth: 0, nullStr: 'null' }).trimEnd().split('\n');
  return lines.map((line) => `${indent}${line}\n`).join('');
}

function isShort(node: unknown): boolean {
  return JSON.stringify(node).length < 80;
}
