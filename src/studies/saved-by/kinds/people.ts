/** One more person in a team whose work decided the way back; and as if there were people enough everywhere. */
import type { Scenario, Team } from '../../../scenario/model.js';
import { type Change, changeRecovery, isMapping } from '../change.js';
import { type Clues, entitiesOf } from '../clues.js';

export function people(clues: Clues): Change[] {
  const { scenario, reading, tasks, graph } = clues;
  if (scenario.recovery.unlimitedPeople) return [];
  const held = tasks.filter((life) => life.people > 0 && life.team >= 0).map(({ team }) => team);
  const teams = [...new Set([...held, ...entitiesOf(graph, 'team')])];
  return teams.flatMap((entity): Change[] => {
    const id = reading.view.entity(entity).id;
    const team = scenario.recovery.teams.find((each) => each.id === id);
    const own = team?.groups.find((group) => group.id === '');
    if (team === undefined || own === undefined) return [];
    const counts = own.people > 1 ? [own.people + 1, own.people * 2] : [2];
    return counts.map((count) => more(scenario, entity, { id, people: own.people }, count));
  });
}

function more(
  scenario: Scenario,
  entity: number,
  { id, people: before }: Pick<Team, 'id' | 'people'>,
  people: number,
): Change {
  return {
    id: `people:${id}:${people}`,
    kind: 'people',
    set: [`recovery.teams.${id}${isMapping(scenario, `recovery.teams.${id}`) ? '.people' : ''}=${people}`],
    layout: null,
    text: (say) =>
      say.in(
        `${say.name(entity)}: ${say.count(people)} people instead of ${say.count(before)}`,
        `${say.name(entity)} 인원 ${say.count(before)}명 대신 ${say.count(people)}명`,
      ),
    apply: (base) =>
      changeRecovery(base, {
        teams: base.recovery.teams.map((each) => (each.id === id ? withOwn(each, people) : each)),
      }),
  };
}

function withOwn(team: Team, people: number): Team {
  const groups = team.groups.map((group) => (group.id === '' ? { ...group, people } : group));
  return { ...team, groups, people: groups.reduce((sum, group) => sum + group.people, 0) };
}
