/**
 * The free parameters of a scenario that are numbers, as the header of scenarios/kakao-2022.yaml lists them, each with
 * what may be done to it.
 *
 * Free parameters that are no numbers (which zone a service stands in, its class, what needs what) are tried by shuffling
 * labels and by ablation. A duration is known by its median; its p95 keeps its ratio to it.
 */
import { scale } from '../src/engine/distributions.js';
import type {
  BootPlan,
  Deployment,
  Journey,
  Scenario,
  Service,
  ServiceClass,
  TaskPlan,
  Team,
  Zone,
} from '../src/scenario/model.js';

export interface FreeParameter {
  /** Where it is in the file. */
  readonly name: string;
  readonly unit: 'duration' | 'share' | 'number';
  /** Bounds of sense, which a source may narrow. */
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly with: (scenario: Scenario, value: number) => Scenario;
  /** Among those that the calibration moves. */
  readonly fitted: boolean;
}

/** A parameter's value times a factor, as near as its bounds let it: people and servers are whole. */
export function timesFactor({ value, unit, least, most }: FreeParameter, factor: number): number {
  const exact = value * factor;
  return Math.min(most, Math.max(least, unit === 'number' ? Math.round(exact) : exact));
}

export function freeParameters(scenario: Scenario): readonly FreeParameter[] {
  // A scenario also has the classes that are there by default.
  const used = scenario.classes.filter(({ id }) => scenario.services.some((each) => each.class === id));
  return [
    ...used.flatMap(ofClass),
    ...ofDecisions(scenario),
    ...scenario.recovery.teams.filter(({ people }) => people > 0).map(ofTeam),
    ...ofBoot(scenario.recovery.boot),
    ...scenario.sites.flatMap(({ id, zones }) => ofZones(id, zones)),
    ...ofServers(scenario),
    ofStandbys(),
    ...scenario.services.filter(({ users }) => users !== null).map((each) => ofUsers('services', each)),
    ...scenario.journeys.map((each) => ofUsers('journeys', each)),
  ];
}

const UNBOUNDED = Number.POSITIVE_INFINITY;
const STAGES = ['check', 'start', 'verify', 'rebuild'] as const;

function ofClass(kind: ServiceClass): FreeParameter[] {
  const path = `classes.${kind.id}`;
  const changed = (scenario: Scenario, change: Partial<ServiceClass>): Scenario => ({
    ...scenario,
    classes: scenario.classes.map((each) => (each.id === kind.id ? { ...each, ...change } : each)),
  });
  const current = (scenario: Scenario): ServiceClass => scenario.classes.find(({ id }) => id === kind.id) ?? kind;
  const tasks = STAGES.flatMap((stage): FreeParameter[] => {
    const plan = kind[stage];
    if (plan === null) return [];
    const now = (scenario: Scenario): TaskPlan => current(scenario)[stage] ?? plan;
    return [
      {
        name: `${path}.${stage}.duration`,
        unit: 'duration',
        least: 0,
        most: UNBOUNDED,
        value: middleOf(plan),
        with: (scenario, value) =>
          changed(scenario, {
            [stage]: { ...now(scenario), duration: scale(plan.duration, value / middleOf(plan)) },
          }),
        fitted: true,
      },
      {
        name: `${path}.${stage}.people`,
        unit: 'number',
        least: 1,
        most: UNBOUNDED,
        value: plan.people,
        with: (scenario, value) => changed(scenario, { [stage]: { ...now(scenario), people: value } }),
        fitted: false,
      },
    ];
  });
  const quorum: FreeParameter = {
    name: `${path}.quorum`,
    unit: 'share',
    least: 0,
    most: 1,
    value: kind.quorum,
    with: (scenario, value) => changed(scenario, { quorum: value }),
    fitted: false,
  };
  const byHand: FreeParameter = {
    name: `${path}.byHand`,
    unit: 'share',
    least: 1,
    most: UNBOUNDED,
    value: kind.byHandFactor ?? 1,
    with: (scenario, value) => changed(scenario, { byHandFactor: value }),
    fitted: true,
  };
  // Where it is 1 the class says why: it is no choice.
  return kind.byHandFactor === null || kind.byHandFactor === 1 ? [...tasks, quorum] : [...tasks, quorum, byHand];
}

/** Of log-normal and constant durations, which are all that classes have in the bundled files. */
function middleOf({ duration }: TaskPlan): number {
  if (duration.kind === 'log-normal') return duration.median;
  if (duration.kind === 'constant') return duration.value;
  throw new RangeError(`a duration of kind ${duration.kind} has no one number to move`);
}

/** Services with a standby all have the same plan in the file: one choice, whatever team switches. */
function ofDecisions({ services }: Scenario): FreeParameter[] {
  const plan = services.find(({ failover }) => failover.decide?.kind === 'uniform')?.failover;
  if (plan === undefined || plan.decide?.kind !== 'uniform' || plan.byHandFactor === null) return [];
  const { min, max } = plan.decide;
  const changed = (scenario: Scenario, change: Partial<Service['failover']>): Scenario => ({
    ...scenario,
    services: scenario.services.map((each) =>
      each.failover.decide === null ? each : { ...each, failover: { ...each.failover, ...change } },
    ),
  });
  return [
    {
      name: 'failover.decide.max',
      unit: 'duration',
      least: min, // the shorter end has a source
      most: UNBOUNDED,
      value: max,
      with: (scenario, value) => changed(scenario, { decide: { kind: 'uniform', min, max: value } }),
      fitted: true,
    },
    {
      name: 'failover.byHand',
      unit: 'share',
      least: 1,
      most: UNBOUNDED,
      value: plan.byHandFactor,
      with: (scenario, value) => changed(scenario, { byHandFactor: value }),
      fitted: true,
    },
    {
      name: 'failover.people',
      unit: 'number',
      least: 1,
      most: UNBOUNDED,
      value: plan.people,
      with: (scenario, value) => changed(scenario, { people: value }),
      fitted: false,
    },
  ];
}

function ofTeam(team: Team): FreeParameter {
  // Hands by what each of them boots in an hour is what a source bounds: of the two, the calibration moves the latter.
  return {
    name: `recovery.teams.${team.id}.people`,
    unit: 'number',
    least: 1,
    most: UNBOUNDED,
    value: team.people,
    with: (scenario, value) => ({
      ...scenario,
      recovery: {
        ...scenario.recovery,
        teams: scenario.recovery.teams.map((each) => (each.id === team.id ? withPeople(each, value) : each)),
      },
    }),
    fitted: team.id !== 'hands',
  };
}

function withPeople(team: Team, people: number): Team {
  const others = team.groups.slice(1).reduce((sum, group) => sum + group.people, 0);
  const groups = team.groups.map((group, i) => (i === 0 ? { ...group, people: people - others } : group));
  return { ...team, people, groups };
}

function ofBoot(boot: BootPlan): FreeParameter[] {
  const changed = (scenario: Scenario, change: Partial<BootPlan>): Scenario => ({
    ...scenario,
    recovery: { ...scenario.recovery, boot: { ...scenario.recovery.boot, ...change } },
  });
  const rate = (name: 'byHand' | 'byTool', key: 'byHandPerHour' | 'byToolPerHour', fitted: boolean): FreeParameter => ({
    name: `recovery.boot.${name}`,
    unit: 'number',
    least: 1,
    most: UNBOUNDED,
    value: boot[key],
    with: (scenario, value) => changed(scenario, { [key]: value }),
    fitted,
  });
  const { repair } = boot;
  return [
    rate('byHand', 'byHandPerHour', true),
    rate('byTool', 'byToolPerHour', false),
    {
      name: 'recovery.boot.wave',
      unit: 'number',
      least: 1,
      most: UNBOUNDED,
      value: boot.wave,
      with: (scenario, value) => changed(scenario, { wave: value }),
      fitted: false,
    },
    ...(repair === null
      ? []
      : [
          {
            name: 'recovery.boot.repair.duration',
            unit: 'duration' as const,
            least: 0,
            most: UNBOUNDED,
            value: middleOf(repair),
            with: (scenario: Scenario, value: number) =>
              changed(scenario, { repair: { ...repair, duration: scale(repair.duration, value / middleOf(repair)) } }),
            fitted: false,
          },
        ]),
  ];
}

/** A zone's share, taken from the other zones of the halls that lost power together with it. */
function ofZones(site: string, zones: readonly Zone[]): FreeParameter[] {
  // b3 has a source, and so have both halves: what is free is how each half is divided.
  const pairs = [
    ['a1', 'a2'],
    ['b1', 'b2'],
  ];
  return pairs.flatMap(([first, second]): FreeParameter[] => {
    const shares = [first, second].map((id) => zones.find((zone) => zone.id === id)?.share ?? 0);
    const both = shares[0] + shares[1];
    if (shares.includes(0)) return [];
    return [
      {
        name: `sites.${site}.zones.${first}`,
        unit: 'share',
        least: 0,
        most: both,
        value: shares[0],
        with: (scenario, value) => ({
          ...scenario,
          sites: scenario.sites.map((each) => ({
            ...each,
            zones:
              each.id !== site
                ? each.zones
                : each.zones.map((zone) =>
                    zone.id === first
                      ? { ...zone, share: value }
                      : zone.id === second
                        ? { ...zone, share: both - value }
                        : zone,
                  ),
          })),
        }),
        fitted: false,
      },
    ];
  });
}

/** The rule of the file: a number by class, times 1, 2 or 4. So all services of a class move together. */
function ofServers({ classes, services }: Scenario): FreeParameter[] {
  const kinds = classes.filter(({ id }) => services.some((each) => each.class === id));
  return kinds.map(({ id: kind }) => ({
    name: `servers of class ${kind}, times`,
    unit: 'share',
    least: 0,
    most: UNBOUNDED,
    value: 1,
    with: (scenario, factor) => ({
      ...scenario,
      services: scenario.services.map((each) => (each.class === kind ? withServers(each, factor) : each)),
    }),
    fitted: false,
  }));
}

/** How much stands by elsewhere, all of it together. */
function ofStandbys(): FreeParameter {
  const isStandby = ({ role }: Deployment): boolean => role !== 'active';
  return {
    name: 'servers that stand by, times',
    unit: 'share',
    least: 0,
    most: UNBOUNDED,
    value: 1,
    with: (scenario, factor) => ({
      ...scenario,
      services: scenario.services.map((each) => withServers(each, factor, isStandby)),
    }),
    fitted: false,
  };
}

function withServers(
  service: Service,
  factor: number,
  which: (deployment: Deployment) => boolean = () => true,
): Service {
  return {
    ...service,
    deployments: service.deployments.map((deployment) => {
      if (!which(deployment)) return deployment;
      const zones = deployment.zones.map((part) => ({
        ...part,
        servers: Math.max(1, Math.round(part.servers * factor)),
      }));
      return { ...deployment, zones, servers: zones.reduce((sum, part) => sum + part.servers, 0) };
    }),
  };
}

function ofUsers(kind: 'services' | 'journeys', { id, users }: Service | Journey): FreeParameter {
  const changed = <Each extends Service | Journey>(each: Each, share: number): Each =>
    each.id === id && each.users !== null ? { ...each, users: { ...each.users, share } } : each;
  return {
    name: `${kind}.${id}.users.share`,
    unit: 'share',
    least: 0,
    most: 1,
    value: users?.share ?? 0,
    with: (scenario, value) =>
      kind === 'services'
        ? { ...scenario, services: scenario.services.map((each) => changed(each, value)) }
        : { ...scenario, journeys: scenario.journeys.map((each) => changed(each, value)) },
    fitted: false,
  };
}
