/** Values as YAML, by hand: only what a scenario has, each on one line, quoted wherever a reader could take it for more. */

const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_./%@+-]*( [\p{L}\p{N}_./%@()+-]+)*$/u;
/** Words and numbers that YAML reads as something else than text. */
const NOT_TEXT = /^(true|false|yes|no|on|off|null|nan|inf|~|[-+]?[\d.].*)$/i;

export function yamlText(text: string): string {
  return PLAIN.test(text) && !NOT_TEXT.test(text) ? text : JSON.stringify(text);
}

/** A key or an id; numbers among them are keys like any other, but are quoted so that nobody doubts. */
export function yamlKey(text: string): string {
  return PLAIN.test(text) && !NOT_TEXT.test(text) && !text.includes(' ') ? text : JSON.stringify(text);
}

/** `{ a: 1, b: 2 }`, without what is null. */
export function yamlMap(entries: readonly (readonly [key: string, value: string | null])[]): string {
  const there = entries.filter(([, value]) => value !== null).map(([key, value]) => `${key}: ${value}`);
  return there.length === 0 ? '{}' : `{ ${there.join(', ')} }`;
}

/** Up to so many digits that count, and never an exponent. */
export function yamlNumber(value: number, digits = 4): string {
  const rounded = Number(value.toPrecision(digits));
  if (Number.isInteger(rounded)) return String(rounded);
  return rounded.toFixed(12).replace(/0+$/, '').replace(/\.$/, '');
}

/** One line of a comment. */
export function yamlComment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ').trim()}`;
}
