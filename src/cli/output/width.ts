/** How many columns a text takes in a terminal, and text brought to a width. Hangul and ideographs take two. */
import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

/** Marks, joiners and variation selectors take no column of their own. */
const WIDTHLESS = /^[\p{Mn}\p{Me}\u200b-\u200d]$/u;

/** Columns; our own colour codes take none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text)) {
    if (!WIDTHLESS.test(character)) width += eastAsianWidth(character.codePointAt(0) as number);
  }
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Plain text cut to a width; `ending` shows that something is missing. */
export function cut(text: string, width: number, ending: string): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = widthOf(ending);
  for (const character of text) {
    used += widthOf(character);
    if (used > width) break;
    kept += character;
  }
  return kept.trimEnd() + ending;
}

/** Plain text broken at spaces into lines of at most `width`; a longer word is broken where it must be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, width))) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && widthOf(part) + widthOf(character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
