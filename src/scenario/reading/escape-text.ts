/**
 * Characters that a terminal or an editor would obey or hide instead of show: controls (escape sequences begin with
 * one), line separators, the marks that reverse the direction of a text ("Trojan Source", Boucher and Anderson 2021),
 * and what takes no place, with which two names look the same: soft hyphens, zero-width spaces, Hangul fillers.
 * Not these: the joiners U+200C and U+200D, which some scripts and the signs of families and flags are made with.
 */
export function isHidden(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    code === 0xad ||
    code === 0x61c ||
    code === 0x115f ||
    code === 0x1160 ||
    code === 0x180e ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0x3164 ||
    code === 0xfeff ||
    code === 0xffa0
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
