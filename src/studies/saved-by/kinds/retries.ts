/** Callers that do not try again, where retries keep a service overloaded. */
import type { Change } from '../change.js';
import { type Clues, entitiesOf } from '../clues.js';

export function retries({ scenario, reading, graph }: Clues): Change[] {
  const overloaded = entitiesOf(graph, 'overload').map(
    (deployment) => reading.view.entity(reading.view.entity(deployment).of[0]).id,
  );
  return [...new Set(overloaded)].flatMap((id): Change[] => {
    const callee = reading.view.find('service', id);
    const owners = [...scenario.services, ...scenario.journeys];
    const calls = owners.flatMap(({ needs }) => needs.filter((need) => need.service === id && need.retries > 0));
    const users = owners.filter((owner) => owner.id === id && (owner.users?.retries ?? 0) > 0);
    if (calls.length + users.length === 0) return [];
    return [
      {
        id: `retries:${id}`,
        kind: 'retries',
        set: [...calls.map(({ path }) => `${path}.retries=0`), ...users.map(({ path }) => `${path}.users.retries=0`)],
        layout: null,
        text: (say) => say.in(`nobody tries again at ${say.name(callee)}`, `${say.name(callee)} 재시도 없음`),
        apply: (base) => ({
          ...base,
          services: base.services.map((each) => ({
            ...each,
            users: each.id === id && each.users !== null ? { ...each.users, retries: 0 } : each.users,
            needs: each.needs.map((need) => (need.service === id ? { ...need, retries: 0 } : need)),
          })),
          journeys: base.journeys.map((each) => ({
            ...each,
            users: each.id === id ? { ...each.users, retries: 0 } : each.users,
            needs: each.needs.map((need) => (need.service === id ? { ...need, retries: 0 } : need)),
          })),
        }),
      },
    ];
  });
}
