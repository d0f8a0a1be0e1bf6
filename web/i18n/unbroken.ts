/** Keeps a number and its unit on one line. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=%|(?:h|min|s|ms|d)(?![\p{L}\p{N}]))/gu, '$1\u00a0');
}
