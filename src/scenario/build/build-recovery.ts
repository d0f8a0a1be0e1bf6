import type { StagePlan } from '../default-classes.js';
import { DEFAULTS } from '../defaults.js';
import type { BootPlan, Recovery, RecoveryOrder, TaskPlan, Team } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import type { Moment } from '../units/moment.js';
import { perHour } from '../units/rate.js';
import { compareIds, type Draft } from './draft.js';
import { checkName, checkZone } from './names.js';
import type { Part } from './shares.js';

type RawRecovery = NonNullable<RawScenario['recovery']>;
type RawTask = NonNullable<NonNullable<RawRecovery['boot']>['repair']>;
type Power = Recovery['power'][number];

export function buildRecovery(
  draft: Draft,
  raw: RawRecovery,
  teams: readonly Team[],
  zones: ReadonlyMap<string, readonly Part[]>,
): Recovery {
  return {
    power: buildPower(draft, raw.power, zones),
    teams,
    order: buildOrder(draft, raw.order),
    strategy: raw.strategy ?? 'wait',
    unlimitedPeople: raw.unlimitedPeople ?? false,
    boot: buildBoot(draft, raw.boot ?? {}, teams, ['recovery', 'boot']),
    nightPause: raw.nightPause === undefined ? null : { fromHour: raw.nightPause.from, toHour: raw.nightPause.to },
  };
}

function buildOrder(draft: Draft, raw: RawRecovery['order']): RecoveryOrder {
  if (!Array.isArray(raw)) return raw ?? 'users';
  raw.forEach((name, i) => {
    const at: Path = ['recovery', 'order', i];
    checkName(draft, 'services', name, at);
    if (raw.indexOf(name) !== i) draft.report({ code: 'same-twice', path: at, values: { name } });
  });
  return raw;
}

function buildPower(draft: Draft, raw: RawRecovery['power'], zones: ReadonlyMap<string, readonly Part[]>): Power[] {
  const rows: Power[] = [];
  for (const [site, value] of Object.entries(raw ?? {})) {
    const at: Path = ['recovery', 'power', site];
    if (!checkName(draft, 'sites', site, at, 'key')) continue;
    if (isOneMoment(value)) {
      const atSeconds = value === 'never' ? NEVER_SECONDS : draft.seconds(value, ...at);
      for (const { id } of zones.get(site) ?? []) rows.push({ site, zone: id, atSeconds, path: draft.path(...at) });
      continue;
    }
    for (const [zone, moment] of Object.entries(value)) {
      checkZone(draft, site, zone, [...at, zone], 'key');
      const atSeconds = moment === 'never' ? NEVER_SECONDS : draft.seconds(moment, ...at, zone);
      rows.push({ site, zone, atSeconds, path: draft.path(...at, zone) });
    }
  }
  return rows.sort((a, b) => compareIds(a.site, b.site) || compareIds(a.zone, b.zone));
}

/** A century on: after any run, and still a whole number of microseconds. */
const NEVER_SECONDS = 36525 * 86400;

function isOneMoment(value: Moment | 'never' | Readonly<Record<string, unknown>>): value is Moment | 'never' {
  return value === 'never' || value.kind === 'after' || value.kind === 'instant';
}

function buildBoot(draft: Draft, raw: NonNullable<RawRecovery['boot']>, teams: readonly Team[], at: Path): BootPlan {
  if (raw.team !== undefined) checkName(draft, 'teams', raw.team, [...at, 'team']);
  for (const [i, tool] of (raw.tools ?? []).entries()) checkName(draft, 'services', tool, [...at, 'tools', i]);
  const casualties = raw.casualties ?? 0;
  const repair: StagePlan = { duration: DEFAULTS.repairTime.value, team: 'platform', people: 1 };
  if (casualties > 0 && raw.repair?.duration === undefined)
    draft.defaulted.push(draft.path(...at, 'repair', 'duration'));
  const rate = (value: typeof raw.byHand, key: 'byHand' | 'byTool'): number => {
    const fallback = key === 'byHand' ? DEFAULTS.bootByHand : DEFAULTS.bootByTool;
    return value === undefined ? draft.given(undefined, fallback, ...at, key) : perHour(value);
  };
  return {
    team: raw.team ?? usualTeam('platform', teams),
    byHandPerHour: rate(raw.byHand, 'byHand'),
    byToolPerHour: rate(raw.byTool, 'byTool'),
    tools: [...(raw.tools ?? [])].sort(compareIds),
    casualties,
    repair:
      casualties > 0 || raw.repair !== undefined
        ? buildTask(draft, raw.repair, repair, teams, [...at, 'repair'])
        : null,
    wave: draft.given(raw.wave, DEFAULTS.bootWave, ...at, 'wave'),
  };
}

/** A task as written, over the one that it changes. */
export function buildTask(
  draft: Draft,
  raw: RawTask | undefined,
  base: StagePlan | null,
  teams: readonly Team[],
  at: Path,
): TaskPlan {
  if (raw?.team !== undefined) checkName(draft, 'teams', raw.team, [...at, 'team']);
  const duration = raw?.duration ?? base?.duration;
  if (duration === undefined)
    draft.report({ code: 'missing-key', path: [...at, 'duration'], on: 'key', values: { key: 'duration' } });
  return {
    duration: duration ?? DEFAULTS.repairTime.value,
    team: raw?.team ?? usualTeam(base?.team ?? 'service', teams),
    people: raw?.people ?? base?.people ?? 1,
  };
}

/** The team of that name; else the largest, the first by id among equals. */
function usualTeam(name: string, teams: readonly Team[]): string {
  if (teams.some(({ id }) => id === name)) return name;
  return teams.reduce((largest, team) => (team.people > largest.people ? team : largest)).id;
}
