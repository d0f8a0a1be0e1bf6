import { distance } from 'fastest-levenshtein';

/** Longer names are nobody's typing error. */
const LONGEST = 100;

/**
 * The candidate that was probably meant: fewest letters away, at most a third of them (and one for short names),
 * capitals, hyphens and underscores aside; the first by alphabet among equals. Null when none is near.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  if (name.length > LONGEST) return null;
  const wanted = plain(name);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > bestDistance) continue;
    const d = distance(wanted, plain(candidate));
    if (d < bestDistance || (d === bestDistance && best !== null && candidate < best)) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('-', '').replaceAll('_', '');
}
