/** Arguments as a person can paste them into a POSIX shell. */

const PLAIN = /^[\w@%+=:,./-]+$/;

export function shellWords(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

function shellWord(word: string): string {
  if (PLAIN.test(word)) return word;
  // What is no printable text needs $'...', which shells unescape.
  if (/[\p{Cc}\p{Cf}]/u.test(word)) return `$'${[...word].map(escapedCharacter).join('')}'`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function escapedCharacter(character: string): string {
  if (/[\\']/.test(character)) return `\\${character}`;
  const code = character.codePointAt(0) as number;
  return /[\p{Cc}\p{Cf}]/u.test(character) ? `\\U${code.toString(16).padStart(8, '0')}` : character;
}
