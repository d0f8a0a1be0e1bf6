/**
 * Rows of the strip as groups, for more of them than one reads through: by the `domain` that the file gives its services; where
 * it gives none, by how many calls lie between them and the users, the tools apart. Journeys are a group of their own.
 *
 * A group's own row is the worst of its rows at each instant. Left out: whose servers they are; the file names no owners.
 */

import type { Lanes } from './lanes.js';
import { worse } from './state-table.js';
import type { BadPiece, StripRow } from './strip.js';

export interface StripGroup {
  /** `domain money`, `depth 2`, `tools`, `journeys`, `others`: services without a domain where others have one. */
  readonly key: string;
  readonly kind: 'domain' | 'depth' | 'tools' | 'journeys' | 'others';
  /** Of a domain its name; of a depth how many calls from the users, from 1; else null. */
  readonly name: string | number | null;
  /** In the order of the strip. */
  readonly rows: readonly StripRow[];
  /** At each instant the worst of its rows; up while none is bad. */
  readonly pieces: readonly BadPiece[];
  /** In which at least one of them is not up. */
  readonly notUpSeconds: number;
}

/** @param rows in the order of the strip; the groups are in that of their first rows */
export function stripGroups(rows: readonly StripRow[], lanes: Lanes): readonly StripGroup[] {
  const place = placeOf(lanes);
  const groups = new Map<string, { kind: StripGroup['kind']; name: StripGroup['name']; rows: StripRow[] }>();
  for (const row of rows) {
    const { kind, name } = place(row);
    const key = name === null ? kind : `${kind} ${name}`;
    const group = groups.get(key) ?? { kind, name, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => {
    const pieces = worstOf(group.rows);
    const notUpSeconds = pieces.reduce((sum, { from, to }) => sum + (to - from), 0) / 1e6;
    return { key, ...group, pieces, notUpSeconds };
  });
}

function placeOf({ columns, hasTools, domains }: Lanes): (row: StripRow) => Pick<StripGroup, 'kind' | 'name'> {
  const depth = new Map(columns.flatMap((column, i) => column.map((id): [string, number] => [id, i])));
  return ({ subject }) => {
    if (subject.kind === 'journey') return { kind: 'journeys', name: null };
    const domain = domains.get(subject.id);
    if (domain !== undefined) return { kind: 'domain', name: domain };
    if (domains.size > 0) return { kind: 'others', name: null };
    const column = depth.get(subject.id) ?? columns.length - 1;
    return hasTools && column === columns.length - 1
      ? { kind: 'tools', name: null }
      : { kind: 'depth', name: column + 1 };
  };
}

/** Begins and ends of all rows in order; between two of them the worst of those that are open holds. */
function worstOf(rows: readonly StripRow[]): readonly BadPiece[] {
  const edges = rows
    .flatMap(({ pieces }) =>
      pieces.flatMap((piece) => [
        { at: piece.from, piece, opens: true },
        { at: piece.to, piece, opens: false },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  // By state and cause, of which there are few however many rows: one of them, and how many are open.
  const open = new Map<string, { readonly piece: BadPiece; count: number }>();
  const merged: BadPiece[] = [];
  edges.forEach(({ at, piece, opens }, i) => {
    const kind = `${piece.state} ${piece.cause}`;
    const known = open.get(kind) ?? { piece, count: 0 };
    known.count += opens ? 1 : -1;
    if (known.count > 0) open.set(kind, known);
    else open.delete(kind);
    const to = edges[i + 1]?.at ?? at;
    if (to <= at || open.size === 0) return;
    const { state, cause } = [...open.values()]
      .map((each) => each.piece)
      .reduce((worst, each) => (worse(worst.state, each.state) === worst.state ? worst : each));
    const last = merged.at(-1);
    if (last?.to === at && last.state === state && last.cause === cause) merged[merged.length - 1] = { ...last, to };
    else merged.push({ from: at, to, state, cause });
  });
  return merged;
}
