/**
 * The labels that nobody published (which zone a service stands in, which class it is of) dealt out anew.
 *
 * Labels change hands among the services of the building that burnt, so there are as many of each as before; all else of
 * a service stays: its servers, needs and users. Zones and classes are dealt out independently. Left out: whether the
 * zones have room for what they get, since that would forbid shuffles, not improve them.
 */
import type { RandomStream } from '../src/engine/streams.js';
import type { Deployment, Scenario, Service } from '../src/scenario/model.js';

export interface Labels {
  readonly zones: boolean;
  readonly classes: boolean;
}

/** @param among ids of services that take part */
export function shuffleLabels(
  scenario: Scenario,
  labels: Labels,
  among: readonly string[],
  stream: RandomStream,
): Scenario {
  const zonesFrom = new Map(labels.zones ? deal(among, stream) : []);
  const classFrom = new Map(labels.classes ? deal(among, stream) : []);
  const services = new Map(scenario.services.map((each) => [each.id, each]));
  const burnt = burntSites(scenario);
  return {
    ...scenario,
    services: scenario.services.map((service) => {
      const classOf = services.get(classFrom.get(service.id) ?? service.id) ?? service;
      const placeOf = services.get(zonesFrom.get(service.id) ?? service.id) ?? service;
      return {
        ...service,
        class: classOf.class,
        deployments: service.deployments.map((each) =>
          burnt.has(each.site)
            ? placedLike(
                each,
                placeOf.deployments.find(({ site }) => site === each.site),
              )
            : each,
        ),
      };
    }),
  };
}

/** Services with machines in a building that states when its power is back. */
export function inTheBuilding(scenario: Scenario): readonly string[] {
  const burnt = burntSites(scenario);
  return scenario.services.filter(({ deployments }) => deployments.some(({ site }) => burnt.has(site))).map(idOf);
}

/** Of those, the ones that scored rows are about: a row of a journey is about all that it requires. */
export function ofScoredRows(scenario: Scenario): readonly string[] {
  const scored = (scenario.history?.rows ?? []).filter((row) => row.afterSeconds !== null && row.bySeconds !== null);
  const about = new Set(
    scored.flatMap(({ service }) => {
      const journey = scenario.journeys.find(({ id }) => id === service);
      return journey === undefined ? [service] : journey.needs.map((need) => need.service);
    }),
  );
  return inTheBuilding(scenario).filter((id) => about.has(id));
}

function burntSites({ recovery }: Scenario): ReadonlySet<string> {
  return new Set(recovery.power.map(({ site }) => site));
}

const idOf = ({ id }: Service): string => id;

/** Whose label each gets: a permutation, every one as likely (Fisher and Yates, 1938). */
function deal(ids: readonly string[], stream: RandomStream): [string, string][] {
  const dealt = [...ids];
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = Math.floor(stream.next() * (i + 1));
    [dealt[i], dealt[j]] = [dealt[j], dealt[i]];
  }
  return ids.map((id, i) => [id, dealt[i]]);
}

/** As many servers as it has, divided over zones as the other's are; what does not come out whole goes to the last. */
function placedLike(deployment: Deployment, other: Deployment | undefined): Deployment {
  if (other === undefined) return deployment;
  let left = deployment.servers;
  const zones = other.zones.map(({ zone, servers }, i) => {
    const whole = Math.round((deployment.servers * servers) / other.servers);
    const part = i === other.zones.length - 1 ? left : Math.min(left, whole);
    left -= part;
    return { zone, servers: part };
  });
  return { ...deployment, zones: zones.filter(({ servers }) => servers > 0) };
}
