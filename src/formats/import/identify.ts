/**
 * Names of strangers to ids: letters, digits, `-` and `_`, at most 64, none twice, none with a meaning of its own.
 *
 * A path (`../../etc/passwd`) or an escape sequence becomes a harmless word; the name as it was stays in `name`.
 */

import { RESERVED_IDS } from '../../scenario/checks/check-ids.js';
import { escapeText } from '../../scenario/reading/escape-text.js';
import { FORBIDDEN_KEYS } from '../../scenario/reading/read-document.js';
import { ID_PATTERN } from '../../scenario/schema/values.js';

const LONGEST = 64;

export class Ids {
  private readonly taken = new Set<string>();
  private readonly given = new Map<string, string>();

  /** The id of a name; always the same one for the same name. `word`: what it is made of, when not the name itself. */
  of(name: string, word = name): string {
    const known = this.given.get(name);
    if (known !== undefined) return known;
    const base = wordOf(word);
    let id = base;
    for (let n = 2; this.taken.has(id); n++) id = `${base.slice(0, LONGEST - 1 - String(n).length)}-${n}`;
    this.taken.add(id);
    this.given.set(name, id);
    return id;
  }
}

function wordOf(name: string): string {
  const word = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^[-_]+|-+$/g, '');
  const cut = [...word]
    .slice(0, LONGEST)
    .join('')
    .slice(0, LONGEST)
    .replace(/\p{Surrogate}$/u, '');
  if (cut === '') return 'unnamed';
  if (RESERVED_IDS.has(cut) || FORBIDDEN_KEYS.has(cut)) return `${cut}-service`;
  // A word that YAML would read as something else is quoted when it is written; what no id may be, never gets here.
  return ID_PATTERN.test(cut) ? cut : 'unnamed';
}

/** A name as a text in a scenario: one line, nothing hidden in it, no half of a sign; empty when there is nothing to see. */
export function shownName(name: string): string {
  const whole = name.replace(/\p{Surrogate}|\ufffd/gu, '?');
  return [...escapeText(whole)].slice(0, 200).join('').trim();
}
