import { canDo } from '../can-do.js';
import type { Scenario, TaskStage, Team } from '../model.js';
import type { CheckFinding } from './check.js';

/** A task as far as people are concerned. */
interface Wanted {
  readonly team: string;
  readonly people: number;
  readonly stage: TaskStage;
  /** Class of the service that it is on; null: of none. */
  readonly kind: string | null;
  readonly at: string;
  /** False where no run can come to it: a class of no service, a rebuild by the strategy `wait`. */
  readonly happens: boolean;
}

/** Tasks that hold more people than their team has, or has for such work, would never begin. */
export function checkTeams(scenario: Scenario): CheckFinding[] {
  const teams = new Map(scenario.recovery.teams.map((team) => [team.id, team]));
  return wantedBy(scenario).flatMap(({ team: id, people, stage, kind, at, happens }): CheckFinding[] => {
    const team = teams.get(id);
    if (team === undefined || people === 0) return [];
    if (people > team.people) {
      if (scenario.recovery.unlimitedPeople) return [];
      return [
        { code: 'too-many-people', at: `${at}.people`, values: { team: id, needed: people, people: team.people } },
      ];
    }
    const able = peopleFor(team, stage, kind);
    if (!happens || able >= people || (able > 0 && scenario.recovery.unlimitedPeople)) return [];
    return [
      {
        code: 'nobody-can',
        at,
        on: 'key',
        values: { team: id, needed: people, people: able, work: kind === null ? stage : `${stage} (${kind})` },
      },
    ];
  });
}

function wantedBy({ classes, services, recovery }: Scenario): Wanted[] {
  const used = new Set(services.map((service) => service.class));
  const tasks = classes.flatMap((each) =>
    (['check', 'start', 'verify', 'rebuild'] as const).flatMap((stage): Wanted[] => {
      const plan = each[stage];
      const happens = used.has(each.id) && (stage !== 'rebuild' || recovery.strategy !== 'wait');
      return plan === null
        ? []
        : [{ team: plan.team, people: plan.people, stage, kind: each.id, at: `${each.path}.${stage}`, happens }];
    }),
  );
  const { boot } = recovery;
  if (boot.team !== null)
    tasks.push({ team: boot.team, people: 1, stage: 'boot', kind: null, at: 'recovery.boot.team', happens: true });
  if (boot.repair !== null) {
    const { team, people } = boot.repair;
    tasks.push({ team, people, stage: 'repair', kind: null, at: 'recovery.boot.repair', happens: true });
  }
  for (const { failover, path, class: kind } of services) {
    if (failover.team === null) continue;
    const { team, people } = failover;
    tasks.push({ team, people, stage: 'promote', kind, at: `${path}.failover`, happens: true });
  }
  return tasks;
}

function peopleFor(team: Team, stage: TaskStage, kind: string | null): number {
  return team.groups.filter((group) => canDo(group, stage, kind)).reduce((sum, group) => sum + group.people, 0);
}
