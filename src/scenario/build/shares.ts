/** Shares that must sum to a whole, and whole servers shared out by them. */
import type { Path } from '../reading/path.js';
import { compareIds, type Draft } from './draft.js';

export interface Part {
  readonly id: string;
  readonly share: number;
}

/** A third three times is written 33.3%: that is near enough. */
const TOLERANCE = 0.0011;

/** The named shares, scaled to sum to exactly 1 and sorted by id; a list is of equal ones. Told when they are not whole. */
export function wholeShares(
  draft: Draft,
  written: readonly string[] | Readonly<Record<string, number>>,
  path: Path,
): Part[] {
  const parts: Part[] = isList(written)
    ? [...new Set(written)].map((id, _, ids) => ({ id, share: 1 / ids.length }))
    : Object.entries(written).map(([id, share]) => ({ id, share }));
  parts.sort((a, b) => compareIds(a.id, b.id));
  const sum = parts.reduce((total, part) => total + part.share, 0);
  if (parts.length === 0) draft.report({ code: 'needs-entries', path });
  else if (Math.abs(sum - 1) > TOLERANCE)
    draft.report({ code: 'shares-not-whole', path, values: { sum: `${Number((sum * 100).toFixed(3))}%` } });
  return sum > 0 ? parts.map(({ id, share }) => ({ id, share: Math.abs(sum - 1) < 1e-12 ? share : share / sum })) : [];
}

/** Whole servers by share: everyone gets the whole part, the largest remainders one more; the first id among equals. */
export function shareOut(servers: number, parts: readonly Part[]): { zone: string; servers: number }[] {
  // A share of 30% of 10 is 3, whatever the last bit of the product says.
  const shares = parts.map(({ id, share }) => ({
    id,
    exact: share * servers,
    whole: Math.floor(share * servers + 1e-9),
  }));
  let left = servers - shares.reduce((sum, { whole }) => sum + whole, 0);
  for (const each of [...shares].sort((a, b) => b.exact - b.whole - (a.exact - a.whole) || compareIds(a.id, b.id))) {
    if (left <= 0) break;
    each.whole++;
    left--;
  }
  return shares.filter(({ whole }) => whole > 0).map(({ id, whole }) => ({ zone: id, servers: whole }));
}

function isList(written: readonly string[] | Readonly<Record<string, number>>): written is readonly string[] {
  return Array.isArray(written);
}
