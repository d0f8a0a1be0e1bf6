/** Lines more in a text that somebody wrote: all else stays as it is. */

/** The place after the line in which something ends; the end of the text when that has no further line. */
export function lineEnd(text: string, from: number): number {
  if (text[from - 1] === '\n') return from;
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

export function inserted(text: string, at: number, lines: string): string {
  const before = text.slice(0, at);
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${lines}${text.slice(at)}`;
}
