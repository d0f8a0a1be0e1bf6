import { distance } from 'fastest-levenshtein';

/** Longer names are nobody's typing error. */
const LONGEST = 100;

/**
 * The candidate that was probably meant: fewest letters away, at most a third of them (two of four, one of fewer),
 * capitals, hyphens and underscores aside, letters in another order counting as one; else one that goes on where the
 * name ends. The first by alphabet among equals. Null when none is near.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  if (name.length > LONGEST) return null;
  const wanted = plain(name);
  let best: string | null = null;
  let bestDistance = (name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3))) + 1;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > bestDistance) continue;
    const d = lettersAway(wanted, plain(candidate));
    if (d < bestDistance || (d === bestDistance && best !== null && candidate < best)) {
      best = candidate;
      bestDistance = d;
    }
  }
  if (best === null && name.length >= 3)
    best = [...candidates].filter((candidate) => candidate.startsWith(name)).sort()[0] ?? null;
  return best === name ? null : best;
}

function lettersAway(a: string, b: string): number {
  const letters = distance(a, b);
  return letters === 2 && a.length === b.length && [...a].sort().join('') === [...b].sort().join('') ? 1 : letters;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('-', '').replaceAll('_', '');
}
