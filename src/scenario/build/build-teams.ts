import { DEFAULT_TEAM, DEFAULTS, TEAM_NAMES } from '../defaults.js';
import type { Team, TeamGroup } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import { type Draft, sortedEntries } from './draft.js';
import { checkName } from './names.js';

type RawTeams = NonNullable<RawScenario['recovery']>['teams'];
type RawTeam = Exclude<NonNullable<RawTeams>[string], number>;
type RawGroup = NonNullable<RawTeam['groups']>[string];

export function buildTeams(draft: Draft, raw: RawTeams): Team[] {
  if (raw === undefined || Object.keys(raw).length === 0) {
    const people = draft.given(undefined, DEFAULTS.teamPeople, 'recovery', 'teams');
    const path = draft.path('recovery', 'teams');
    const group = { id: '', path, people, classes: null, stages: null, fromSeconds: 0, called: null };
    return [{ id: DEFAULT_TEAM, path, name: TEAM_NAMES[DEFAULT_TEAM], people, groups: [group], onSite: false }];
  }
  return sortedEntries(raw, (id, team): Team => {
    const at: Path = ['recovery', 'teams', id];
    const written: RawTeam = typeof team === 'number' ? { people: team } : team;
    const own = buildGroup(draft, '', written, 0, at);
    const groups = sortedEntries(written.groups ?? {}, (name, group) =>
      buildGroup(draft, name, group, own.fromSeconds, [...at, 'groups', name]),
    );
    return {
      id,
      path: draft.path(...at),
      name: written.name ?? TEAM_NAMES[id] ?? { en: id },
      people: groups.reduce((sum, group) => sum + group.people, own.people),
      groups: [own, ...groups],
      onSite: written.onSite ?? false,
    };
  });
}

function buildGroup(draft: Draft, id: string, raw: RawGroup, fromSeconds: number, at: Path): TeamGroup {
  for (const key of ['classes', 'stages'] as const) {
    if (raw[key]?.length === 0) draft.report({ code: 'needs-entries', path: [...at, key] });
  }
  const areKnown = (raw.classes ?? []).map((name, i) => checkName(draft, 'classes', name, [...at, 'classes', i]));
  return {
    id,
    path: draft.path(...at),
    people: raw.people,
    // One that is unknown is told, and nothing else that would follow from it.
    classes: areKnown.includes(false) ? null : (raw.classes ?? null),
    stages: raw.stages ?? null,
    fromSeconds: raw.from === undefined ? fromSeconds : draft.seconds(raw.from, ...at, 'from'),
    called: raw.called ?? null,
  };
}
