/** A failover that nobody has to decide on; a standby that serves all the time. */
import { constant } from '../../../engine/distributions.js';
import { type Change, changeDeployment, changeService } from '../change.js';
import type { Clues } from '../clues.js';

export function failover({ scenario, reading, services }: Clues): Change[] {
  return services.flatMap((id): Change[] => {
    const service = scenario.services.find((each) => each.id === id);
    const standbys = service?.deployments.filter(({ role }) => role !== 'active') ?? [];
    if (service === undefined || standbys.length === 0) return [];
    const entity = reading.view.find('service', id);
    const found: Change[] = [];
    if (service.failover.decide !== null || service.failover.noticed !== null) {
      found.push({
        id: `automatic:${id}`,
        kind: 'failover',
        set: [
          ...(service.failover.noticed === null ? [] : [`services.${id}.failover.noticed=0s`]),
          ...(service.failover.decide === null ? [] : [`services.${id}.failover.decide=0s`]),
        ],
        layout: null,
        text: (say) =>
          say.in(`failover of ${say.name(entity)} decided at once`, `${say.name(entity)} 전환을 즉시 결정`),
        apply: (base) =>
          changeService(base, id, (each) => ({
            ...each,
            failover: {
              ...each.failover,
              noticed: each.failover.noticed === null ? null : constant(0),
              decide: each.failover.decide === null ? null : constant(0),
            },
          })),
      });
    }
    for (const { site, path } of standbys) {
      const place = reading.view.find('site', site);
      found.push({
        id: `active:${id}@${site}`,
        kind: 'failover',
        set: [`${path}.role=active`],
        layout: null,
        text: (say) =>
          say.in(
            `${say.name(entity)} active in ${say.name(place)} as well, not standby`,
            `${say.name(entity)}: ${say.name(place)}에서 대기가 아니라 상시 서비스`,
          ),
        apply: (base) => changeDeployment(base, id, site, (each) => ({ ...each, role: 'active' })),
      });
    }
    return found;
  });
}
