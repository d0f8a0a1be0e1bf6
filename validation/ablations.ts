/**
 * The Kakao scenario with one mechanism taken out: what each of them contributes to the rows inside.
 *
 * A mechanism is taken out as a whole, for every service alike, and nothing is fitted anew.
 */
import type { Dependency, Deployment, Scenario } from '../src/scenario/model.js';

export interface Ablation {
  readonly name: string;
  /** What is done to the scenario. */
  readonly how: string;
  readonly of: (scenario: Scenario) => Scenario;
}

/** Servers an hour that no team waits for. */
const AT_ONCE = 1e7;

export const ABLATIONS: readonly Ablation[] = [
  {
    name: 'staged power',
    how: 'all zones have power with the first',
    of: (scenario) => {
      const { power } = scenario.recovery;
      const first = Math.min(...power.map(({ atSeconds }) => atSeconds));
      return withRecovery(scenario, { power: power.map((back) => ({ ...back, atSeconds: first })) });
    },
  },
  {
    name: 'dead tools',
    how: 'what repairs are made with stands outside the building',
    of: withToolsElsewhere,
  },
  {
    name: 'boot rate',
    how: 'servers are up with the power',
    of: (scenario) =>
      withRecovery(scenario, {
        boot: { ...scenario.recovery.boot, byHandPerHour: AT_ONCE, byToolPerHour: AT_ONCE, wave: AT_ONCE },
      }),
  },
  {
    name: 'scarce teams',
    how: 'people without number',
    of: (scenario) => withRecovery(scenario, { unlimitedPeople: true }),
  },
  {
    name: 'data checks',
    how: 'no class checks its data',
    of: (scenario) => ({ ...scenario, classes: scenario.classes.map((each) => ({ ...each, check: null })) }),
  },
  {
    name: 'dependencies',
    how: 'a service needs no other to serve; journeys, which have no machines, still need theirs',
    of: (scenario) => withNeeds(scenario, ({ kind }) => kind === 'operate'),
  },
  {
    name: 'other sites',
    how: 'nothing stands by, and nothing is rebuilt, outside the building',
    of: (scenario) => {
      const burnt = new Set(scenario.recovery.power.map(({ site }) => site));
      return {
        ...withRecovery(scenario, { strategy: 'wait' }),
        services: scenario.services.map((service) => ({
          ...service,
          deployments: service.deployments.some(({ site }) => burnt.has(site))
            ? service.deployments.filter(({ site }) => burnt.has(site))
            : service.deployments,
        })),
      };
    },
  },
];

function withToolsElsewhere(scenario: Scenario): Scenario {
  const burnt = new Set(scenario.recovery.power.map(({ site }) => site));
  const elsewhere = scenario.sites.find(({ id }) => !burnt.has(id));
  if (elsewhere === undefined) throw new RangeError('there is no other site for the tools');
  const needed = scenario.services.flatMap(({ needs }) => needs.filter(({ kind }) => kind === 'operate'));
  const tools = new Set([...needed.map(({ service }) => service), ...scenario.recovery.boot.tools]);
  const moved = (deployment: Deployment): Deployment => ({
    ...deployment,
    site: elsewhere.id,
    zones: [{ zone: elsewhere.zones[0].id, servers: deployment.servers }],
  });
  return {
    ...scenario,
    services: scenario.services.map((each) =>
      tools.has(each.id) ? { ...each, deployments: each.deployments.slice(0, 1).map(moved) } : each,
    ),
  };
}

function withRecovery(scenario: Scenario, changed: Partial<Scenario['recovery']>): Scenario {
  return { ...scenario, recovery: { ...scenario.recovery, ...changed } };
}

function withNeeds(scenario: Scenario, keep: (need: Dependency) => boolean): Scenario {
  return { ...scenario, services: scenario.services.map((each) => ({ ...each, needs: each.needs.filter(keep) })) };
}
