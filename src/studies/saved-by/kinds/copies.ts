/** A service that stood in one site stands in another one as well: what fails, each on its own. */
import type { Change } from '../change.js';
import type { Clues } from '../clues.js';
import { copyOf, layoutOf, withCopies } from '../copy.js';

export function copies({ scenario, reading, services }: Clues): Change[] {
  const tools = new Set(toolsOf(scenario));
  return services.flatMap((id): Change[] => {
    const service = scenario.services.find((each) => each.id === id);
    const active = service?.deployments.filter(({ role }) => role === 'active') ?? [];
    const copy = active.length === 1 && !tools.has(id) ? copyOf(scenario, id) : null;
    if (copy === null) return [];
    const [entity, site] = [reading.view.find('service', id), reading.view.find('site', copy.site)];
    return [
      {
        id: `copy:${id}@${copy.site}`,
        kind: 'copy',
        set: [],
        layout: layoutOf(scenario, [copy]),
        text: (say) =>
          say.in(`${say.name(entity)} also in ${say.name(site)}`, `${say.name(site)}에도 ${say.name(entity)} 배치`),
        apply: withCopies([copy]),
      },
    ];
  });
}

/** What people repair with. */
export function toolsOf(scenario: Clues['scenario']): readonly string[] {
  const operate = scenario.services.flatMap(({ needs }) =>
    needs.filter(({ kind }) => kind === 'operate').map(({ service }) => service),
  );
  return [...new Set([...scenario.recovery.boot.tools, ...operate])];
}
