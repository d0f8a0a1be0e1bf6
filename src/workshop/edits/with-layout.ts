/**
 * A scenario's text with one layout more, the last: what a learner designed, as a file that opens anywhere.
 *
 * The rest of the text stays as it is, line by line. The layout is written in JSON, which is YAML, on one line; a file
 * whose layouts are not written as a block is written anew.
 */
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Overlay } from '../lessons/lesson-leaves.js';

/**
 * @param name an id that no layout of the file has
 * @throws when the text is no YAML mapping
 */
export function withLayout(text: string, name: string, overlay: Overlay): string {
  const document = parseDocument(text, { version: '1.2', merge: false });
  if (document.errors.length > 0 || !isMap(document.contents)) throw new Error('a layout is added to a right scenario');
  const pair = document.contents.items.find(({ key }) => isScalar(key) && key.value === 'layouts');
  const layouts = pair?.value;
  const line = `${name}: ${JSON.stringify(overlay)}`;
  // Without layouts the file itself is `base`, and stays the first.
  if (pair === undefined) return `${text.endsWith('\n') ? text : `${text}\n`}layouts:\n  base: {}\n  ${line}\n`;
  if (isMap(layouts) && layouts.flow !== true && layouts.range && layouts.items.length > 0) {
    const [start, valueEnd] = layouts.range;
    const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
    const last = text.slice(0, valueEnd).trimEnd().length;
    const lineEnd = text.indexOf('\n', last);
    const end = lineEnd < 0 ? text.length : lineEnd;
    return `${text.slice(0, end)}\n${indent}${line}${text.slice(end)}`;
  }
  document.setIn(['layouts', name], document.createNode(overlay, { flow: true }));
  return document.toString({ lineWidth: 0 });
}
