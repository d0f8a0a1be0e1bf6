/** The service and everything that it requires, as far as it stood in one site, stand in another site as well. */
import type { Scenario } from '../../../scenario/model.js';
import type { Change } from '../change.js';
import type { Clues } from '../clues.js';
import { type Copy, copyOf, layoutOf, withCopies } from '../copy.js';

export function chain({ scenario, subject, reading }: Clues): Change[] {
  const single = requiredBy(scenario, subject.id).filter((id) => {
    const service = scenario.services.find((each) => each.id === id);
    return service?.deployments.filter(({ role }) => role === 'active').length === 1;
  });
  const found = single.map((id) => copyOf(scenario, id)).filter((copy): copy is Copy => copy !== null);
  // With one it is the change that copies it.
  if (found.length < 2) return [];
  return [
    {
      id: 'chain',
      kind: 'chain',
      set: [],
      layout: layoutOf(scenario, found),
      text: (say) => {
        const names = found.map(({ service }) => say.name(reading.view.find('service', service)));
        const sites = [...new Set(found.map(({ site }) => site))].map((site) =>
          say.name(reading.view.find('site', site)),
        );
        return say.in(
          `it and all that it requires (${say.list(names)}) also in ${say.list(sites)}`,
          `${say.list(sites)}에도 이 서비스와 필수 의존 대상 전부 배치 (${say.list(names)})`,
        );
      },
      apply: withCopies(found),
    },
  ];
}

/** It and all that it requires, directly or not. */
function requiredBy(scenario: Scenario, id: string): readonly string[] {
  const found = [id];
  for (const each of found) {
    const owner = [...scenario.services, ...scenario.journeys].find((one) => one.id === each);
    for (const { service, kind } of owner?.needs ?? [])
      if (kind === 'required' && !found.includes(service)) found.push(service);
  }
  return found.filter((each) => scenario.services.some((service) => service.id === each));
}
