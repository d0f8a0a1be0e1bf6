/**
 * Text from strangers, made safe to print: what could steer a terminal is shown as an escape, never sent.
 *
 * Control characters (C0, DEL, C1: among them ESC, which starts every terminal command, and the C1 form of it), line
 * and paragraph separators, and the characters that reorder text (a name must not turn its line around).
 */
const STEERING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu;
const STEERING_BUT_LINES = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu;

/** One line of text; a line break in it is shown as an escape, too. */
export function printable(text: string): string {
  return text.replace(STEERING, escaped);
}

/** Text of several lines; only its line breaks stay. */
export function printableLines(text: string): string {
  return text.replace(STEERING_BUT_LINES, escaped);
}

/** All strings in plain data made printable, keys included; `more` may change them further. */
export function printableDeep<Data>(data: Data, more: (text: string) => string = (text) => text): Data {
  return copy(data, (text) => more(printable(text))) as Data;
}

/** JSON in which nothing steers a terminal either. Such characters stand only inside strings, where `\u` means the same. */
export function printableJson(document: unknown): string {
  return printableLines(JSON.stringify(document, null, 2));
}

function copy(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data);
  if (Array.isArray(data)) return data.map((each) => copy(each, change));
  if (data === null || typeof data !== 'object' || ArrayBuffer.isView(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [printable(key), copy(value, change)]));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
