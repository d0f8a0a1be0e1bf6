/** The layouts by user-hours lost, each against the one that loses the next more; a rank is claimed only where it is shown. */
import { moments } from '../statistics/moments.js';
import { paired } from '../statistics/paired.js';
import { ratio } from '../statistics/ratio.js';
import type { Sample } from '../statistics/sample.js';
import { measureNamed } from './compared-measures.js';
import type { RankedPair } from './comparison.js';
import type { Tallied } from './layout-comparisons.js';

const RANKED_BY = 'userHoursLost';

export function rankedPairs(choices: readonly Tallied[]): readonly RankedPair[] {
  const lost = ({ tally }: Tallied): Sample => tally.weighed(RANKED_BY);
  const mean = (each: Tallied): number => moments(lost(each).known()).mean ?? 0;
  const ordered = [...choices].sort((a, b) => mean(a) - mean(b));
  return ordered.slice(1).map((more, i) => {
    const fewer = ordered[i];
    const found = paired(lost(more), lost(fewer), measureNamed(RANKED_BY));
    const times = ratio(lost(more), lost(fewer));
    return {
      fewer: fewer.scenario.layout,
      more: more.scenario.layout,
      ratio: times?.ratio ?? null,
      ci95: times?.ci95 ?? null,
      betterIn: found.better,
      worseIn: found.worse,
      of: lost(fewer).length,
      shown: found.shown === 'better',
    };
  });
}
