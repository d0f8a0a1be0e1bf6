/** Twice the servers, where more is asked than they can do. */
import { shareOut } from '../../../scenario/build/shares.js';
import { type Change, changeDeployment, changeSite, inTurn } from '../change.js';
import { type Clues, entitiesOf } from '../clues.js';

export function servers({ scenario, reading, graph }: Clues): Change[] {
  return entitiesOf(graph, 'overload').flatMap((entity): Change[] => {
    const [serviceEntity, siteEntity] = reading.view.entity(entity).of;
    const [id, siteId] = [reading.view.entity(serviceEntity).id, reading.view.entity(siteEntity).id];
    const deployment = scenario.services
      .find((each) => each.id === id)
      ?.deployments.find(({ site }) => site === siteId);
    const site = scenario.sites.find((each) => each.id === siteId);
    if (deployment === undefined || site === undefined) return [];
    const twice = 2 * deployment.servers;
    const ofDeployment = deployment.zones.map(({ zone, servers: count }) => ({
      id: zone,
      share: count / deployment.servers,
    }));
    return [
      {
        id: `servers:${id}@${siteId}`,
        kind: 'servers',
        set: [
          `sites.${siteId}.servers=${site.servers + deployment.servers}`,
          `${deployment.path}.servers=${twice}`,
          `${deployment.path}.zones={ ${deployment.zones.map(({ zone, servers: count }) => `${zone}: ${(100 * count) / deployment.servers}%`).join(', ')} }`,
        ],
        layout: null,
        text: (say) =>
          say.in(
            `${say.count(twice)} servers of ${say.name(entity)} instead of ${say.count(deployment.servers)}`,
            `${say.name(entity)} 서버 ${say.count(deployment.servers)}대 대신 ${say.count(twice)}대`,
          ),
        apply: inTurn([
          (base) => changeSite(base, siteId, (each) => ({ ...each, servers: each.servers + deployment.servers })),
          (base) =>
            changeDeployment(base, id, siteId, (each) => ({
              ...each,
              servers: twice,
              zones: shareOut(twice, ofDeployment),
            })),
        ]),
      },
    ];
  });
}
