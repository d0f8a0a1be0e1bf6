/** What a measure counts, which says how its numbers are printed; null for a measure that there is not. */
import { MEASURES, type Unit } from '../../index.js';

export function unitOf(measure: string): Unit | null {
  // Judged by runs of its own, so not in the registry: how long the slowest service took to come back.
  if (measure === 'survives') return 'seconds';
  return MEASURES.find(({ name }) => name === measure)?.unit ?? null;
}
