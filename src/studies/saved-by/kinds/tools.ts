/** All tools of repair that failed with what they repair stand in another site as well. */
import { isUp } from '../../../results/thresholds.js';
import type { Change } from '../change.js';
import type { Clues } from '../clues.js';
import { type Copy, copyOf, layoutOf, withCopies } from '../copy.js';
import { toolsOf } from './copies.js';

export function tools({ scenario, reading }: Clues): Change[] {
  const failed = toolsOf(scenario).filter((id) => reading.subject(id)?.share.values.some((share) => !isUp(share)));
  const found = failed.map((id) => copyOf(scenario, id)).filter((copy): copy is Copy => copy !== null);
  if (found.length === 0) return [];
  const names = found.map(({ service }) => reading.view.find('service', service));
  return [
    {
      id: 'tools',
      kind: 'tools',
      set: [],
      layout: layoutOf(scenario, found),
      text: (say) => {
        const sites = [...new Set(found.map(({ site }) => site))].map((site) =>
          say.name(reading.view.find('site', site)),
        );
        const all = say.list(names.map(say.name));
        return say.in(
          `the tools of repair (${all}) also in ${say.list(sites)}`,
          `${say.list(sites)}에도 복구 도구 배치 (${all})`,
        );
      },
      apply: withCopies(found),
    },
  ];
}
