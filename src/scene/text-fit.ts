/**
 * Text in the room there is: broken at spaces into a few lines, the rest cut off with an ellipsis.
 *
 * Text is measured, never counted. A browser passes its own measure; without one, widths are estimated from East
 * Asian width: 1 em for wide characters, 0.55 em for others (the mean of a sans-serif's Latin letters).
 */
import { eastAsianWidth } from 'get-east-asian-width';

/** Width of a text in pixels at a size in pixels. */
export type MeasureText = (text: string, size: number, bold: boolean) => number;

export const estimateText: MeasureText = (text, size, bold) => {
  let em = 0;
  for (const character of text) em += eastAsianWidth(character.codePointAt(0) as number) === 2 ? 1 : 0.55;
  return em * size * (bold ? 1.06 : 1);
};

export interface TextRoom {
  readonly width: number;
  readonly lines: number;
  readonly size: number;
  readonly bold?: boolean;
}

/** At most `lines` lines, none wider than `width`. */
export function fitText(text: string, room: TextRoom, measure: MeasureText): readonly string[] {
  const fits = (candidate: string): boolean => measure(candidate, room.size, room.bold ?? false) <= room.width;
  const lines: string[] = [];
  let words = text.split(/\s+/u).filter((word) => word !== '');
  while (words.length > 0 && lines.length < room.lines) {
    const last = lines.length === room.lines - 1;
    let count = 1;
    while (count < words.length && fits(words.slice(0, count + 1).join(' '))) count++;
    const line = words.slice(0, count).join(' ');
    if (last && (count < words.length || !fits(line))) return [...lines, shorten(words.join(' '), fits)];
    if (fits(line)) {
      lines.push(line);
      words = words.slice(count);
      continue;
    }
    // A word of wide characters may be broken anywhere; another is cut off.
    const head = longest([...line], (part) => fits(part));
    if (!isWide(line) || head === '') return [...lines, shorten(words.join(' '), fits)];
    lines.push(head);
    words = [line.slice(head.length), ...words.slice(1)];
  }
  return lines;
}

function shorten(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  return `${longest([...text], (part) => fits(`${part.trimEnd()}…`)).trimEnd()}…`;
}

/** The longest beginning that fits. */
function longest(characters: readonly string[], fits: (part: string) => boolean): string {
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}

function isWide(word: string): boolean {
  return [...word].every((character) => eastAsianWidth(character.codePointAt(0) as number) === 2);
}
