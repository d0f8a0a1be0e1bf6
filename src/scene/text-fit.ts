/**
 * Text in the room there is: broken between words into a few lines, the rest cut off with an ellipsis.
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
  let parts = breakable(text);
  while (parts.length > 0 && lines.length < room.lines) {
    let count = 1;
    while (count < parts.length && fits(joined(parts, count + 1))) count++;
    const line = joined(parts, count);
    const last = lines.length === room.lines - 1;
    if (last && (count < parts.length || !fits(line))) return [...lines, shorten(joined(parts), fits)];
    if (fits(line)) {
      lines.push(line);
      parts = parts.slice(count);
      continue;
    }
    // A part of wide characters may be broken anywhere; another is cut off, and what comes after it still told.
    const head = longest([...line], fits);
    if (head === '') return [...lines, shorten(joined(parts), fits)];
    if (!isWide(line)) {
      lines.push(shorten(line, fits));
      parts = parts.slice(1);
      continue;
    }
    lines.push(head);
    parts = [{ text: line.slice(head.length), space: false }, ...parts.slice(1)];
  }
  return lines;
}

/** A piece that is not broken, and whether a space stands before it. */
interface Part {
  readonly text: string;
  readonly space: boolean;
}

/** Between words, after a hyphen or a dot between names, and before a capital within a word: `Kakao|Talk`. */
function breakable(text: string): Part[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return words.flatMap((word) =>
    word.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=[-/·])/u).map((piece, i): Part => ({ text: piece, space: i === 0 })),
  );
}

function joined(parts: readonly Part[], count = parts.length): string {
  return parts
    .slice(0, count)
    .map(({ text, space }, i) => (space && i > 0 ? ` ${text}` : text))
    .join('');
}

function shorten(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  return `${longest([...text], (beginning) => fits(`${beginning.trimEnd()}…`)).trimEnd()}…`;
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
