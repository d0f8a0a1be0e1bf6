/**
 * Edits of a layout, short, for an address: `move,mail,pangyo,anyang;role,login,anyang,active`.
 *
 * Kind, then its parts in the order of the library's type. What is no such text is left out; whether the names exist is
 * the scenario's to check.
 */
import type { CallKind, Edit } from '../library.js';

const ROLES = ['active', 'hot-standby', 'warm-standby', 'cold-standby'] as const;
const CALLS: readonly CallKind[] = ['required', 'optional', 'async'];
const ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;

export function writeEdits(edits: readonly Edit[]): string {
  return edits.map((edit) => partsOf(edit).map(encode).join(',')).join(';');
}

export function readEditText(text: string | null): readonly Edit[] {
  if (text === null || text === '') return [];
  return text.split(';').flatMap((each) => {
    const edit = editOf(each.split(',').map(decode));
    return edit === null ? [] : [edit];
  });
}

function partsOf(edit: Edit): readonly (string | number)[] {
  switch (edit.kind) {
    case 'move':
      return [edit.kind, edit.service, edit.from, edit.to];
    case 'add':
      return [edit.kind, edit.service, edit.site, edit.servers ?? '', edit.role ?? ''];
    case 'remove':
      return [edit.kind, edit.service, edit.site];
    case 'role':
      return [edit.kind, edit.service, edit.site, edit.role];
    case 'servers':
      return [edit.kind, edit.service, edit.site, edit.servers];
    case 'need':
      return [edit.kind, edit.of, edit.service, edit.as];
    case 'set':
      return [edit.kind, edit.path, edit.value];
  }
}

function editOf([kind, a = '', b = '', c = '', d = '']: readonly string[]): Edit | null {
  if (kind === 'set') return a === '' ? null : { kind, path: a, value: b };
  if (!ID.test(a) || !ID.test(b)) return null;
  const role = ROLES.find((each) => each === (kind === 'add' ? d : c));
  const servers = /^[1-9]\d{0,8}$/.test(c) ? Number(c) : undefined;
  const as = CALLS.find((each) => each === c);
  if (kind === 'move' && ID.test(c)) return { kind, service: a, from: b, to: c };
  if (kind === 'add') return { kind, service: a, site: b, ...(servers && { servers }), ...(role && { role }) };
  if (kind === 'remove') return { kind, service: a, site: b };
  if (kind === 'role' && role !== undefined) return { kind, service: a, site: b, role };
  if (kind === 'servers' && servers !== undefined) return { kind, service: a, site: b, servers };
  if (kind === 'need' && as !== undefined) return { kind, of: a, service: b, as };
  return null;
}

/** Commas and semicolons part; a value of the file may have its own. */
function encode(part: string | number): string {
  return String(part).replace(/[%,;]/g, (sign) => encodeURIComponent(sign));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
