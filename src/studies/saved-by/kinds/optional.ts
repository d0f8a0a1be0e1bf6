/** A required need made optional: the caller goes on without it. */
import { isUp } from '../../../results/thresholds.js';
import type { Dependency, Journey, Scenario, Service } from '../../../scenario/model.js';
import { type Change, isMapping } from '../change.js';
import type { Clues } from '../clues.js';

type Owner = Service | Journey;

export function optional({ scenario, reading, services, subject }: Clues): Change[] {
  const owners = [...new Set([subject.id, ...services])].flatMap((id) => ownersOf(scenario, id));
  return owners.flatMap((owner) =>
    owner.needs
      .filter(
        ({ kind, service }) =>
          kind === 'required' && reading.subject(service)?.share.values.some((share) => !isUp(share)),
      )
      .map((need): Change => {
        const [caller, callee] = [entityOf(reading, owner.id), reading.view.find('service', need.service)];
        return {
          id: `optional:${owner.id}->${need.service}`,
          kind: 'optional',
          set: [settingOf(scenario, owner, need)],
          layout: null,
          text: (say) =>
            say.in(
              `${say.name(caller)} can do without ${say.name(callee)} (optional)`,
              `${say.name(caller)}: ${say.name(callee)} 없이도 동작 (선택 의존)`,
            ),
          apply: (base) => ({
            ...base,
            services: base.services.map((each) => withOptional(each, owner, need.service)),
            journeys: base.journeys.map((each) => withOptional(each, owner, need.service)),
          }),
        };
      }),
  );
}

function withOptional<Each extends Owner>(each: Each, owner: Owner, service: string): Each {
  if (each.path !== owner.path) return each;
  const needs = each.needs.map((need) =>
    need.service === service && need.kind === 'required' ? { ...need, kind: 'optional' as const } : need,
  );
  return { ...each, needs };
}

/** A need may be written as one word, and may be of several kinds at once. */
function settingOf(scenario: Scenario, { needs }: Owner, need: Dependency): string {
  const kinds = needs
    .filter(({ service }) => service === need.service)
    .map(({ kind }) => (kind === 'required' ? 'optional' : kind));
  const kind = kinds.length === 1 ? kinds[0] : `[${kinds.join(', ')}]`;
  if (isMapping(scenario, need.path)) return `${need.path}.kind=${kind}`;
  return need.path.endsWith(']') ? `${need.path}={ service: ${need.service}, kind: ${kind} }` : `${need.path}=${kind}`;
}

const ownersOf = (scenario: Scenario, id: string): Owner[] =>
  [...scenario.services, ...scenario.journeys].filter((each) => each.id === id);
const entityOf = ({ view }: Clues['reading'], id: string): number => {
  const service = view.find('service', id);
  return service >= 0 ? service : view.find('journey', id);
};
