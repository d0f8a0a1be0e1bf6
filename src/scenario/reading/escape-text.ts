/**
 * Characters that a terminal or an editor would obey or hide instead of show: controls (escape sequences begin with
 * one), line separators, and the marks that reverse the direction of a text ("Trojan Source", Boucher and Anderson 2021).
 */
export function isHidden(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfeff
  );
}

/** The text with such characters written out: `\u001b`. Safe to print. */
export function escapeText(text: string): string {
  let result = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isHidden(code)) continue;
    result += `${text.slice(from, i)}\\u${code.toString(16).padStart(4, '0')}`;
    from = i + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}
