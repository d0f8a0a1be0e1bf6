import { builtInSteps, STEPS_A_DAY } from '../built-in-profiles.js';
import { DEFAULTS } from '../defaults.js';
import type { Population, Profile, Substitute, Users } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import { readPositiveAmount } from '../units/amount.js';
import { perSecond } from '../units/rate.js';
import { percent } from '../units/share.js';
import { compareIds, type Draft, sortedEntries } from './draft.js';
import { checkName } from './names.js';
import { wholeShares } from './shares.js';

type RawUsers = NonNullable<RawScenario['services'][string]['users']>;

/** @param owner the service or journey; a number of people makes a population of that name */
export function buildUsers(draft: Draft, raw: RawUsers, owner: string, at: Path): Users {
  if (typeof raw.population === 'string') checkPopulation(draft, raw.population, [...at, 'population']);
  if (raw.profile !== undefined) checkName(draft, 'profiles', raw.profile, [...at, 'profile']);
  if (draft.known.substitutes.size > 0) {
    if (Array.isArray(raw.substitutes)) {
      for (const [i, name] of raw.substitutes.entries())
        checkName(draft, 'substitutes', name, [...at, 'substitutes', i]);
    } else {
      for (const name of Object.keys(raw.substitutes ?? {}))
        checkName(draft, 'substitutes', name, [...at, 'substitutes', name], 'key');
    }
  }
  const { comeBack, leave, putOff } = raw;
  const later = (comeBack?.probability ?? 0) + (putOff?.probability ?? 0);
  if (later > 1)
    draft.report({
      code: 'refused-twice',
      path: [...at, 'putOff', 'probability'],
      values: { sum: `${Number((later * 100).toFixed(3))}%` },
    });
  if (leave !== undefined && raw.substitutes === undefined)
    draft.report({ code: 'leave-for-nothing', path: [...at, 'leave'], on: 'key' });
  return {
    path: draft.path(...at),
    population: typeof raw.population === 'string' ? raw.population : owner,
    share: raw.share ?? 1,
    peakPerSecond: perSecond(raw.peak),
    profile: raw.profile ?? 'flat',
    timeoutSeconds: draft.given(raw.timeout, DEFAULTS.userTimeout, ...at, 'timeout'),
    retries: raw.retries ?? 0,
    backoffSeconds: raw.backoff ?? 0,
    retryBudget: raw.retryBudget ?? null,
    comeBack:
      comeBack === undefined
        ? { probability: 0, afterSeconds: DEFAULTS.comeBackAfter.value }
        : {
            probability: comeBack.probability,
            afterSeconds: draft.given(comeBack.after, DEFAULTS.comeBackAfter, ...at, 'comeBack', 'after'),
          },
    dnsTtlSeconds: draft.given(raw.dnsTtl, DEFAULTS.dnsTtl, ...at, 'dnsTtl'),
    putOff:
      putOff === undefined
        ? { probability: 0, afterSeconds: DEFAULTS.putOffAfter.value }
        : {
            probability: putOff.probability,
            afterSeconds: draft.given(putOff.after, DEFAULTS.putOffAfter, ...at, 'putOff', 'after'),
          },
    substitutes: raw.substitutes === undefined ? [] : wholeShares(draft, raw.substitutes, [...at, 'substitutes']),
    leave: {
      hazardPerHour: leave?.perHour ?? 0,
      growthPerHour: leave?.growth ?? 0,
      returnShare: leave?.return ?? 0,
      returnAfterSeconds:
        leave === undefined
          ? DEFAULTS.returnAfter.value
          : draft.given(leave.returnAfter, DEFAULTS.returnAfter, ...at, 'leave', 'returnAfter'),
    },
    revenuePerRequest: raw.revenue ?? 0,
  };
}

/** What begins with a digit was meant for a number. */
function checkPopulation(draft: Draft, written: string, path: Path): void {
  const reading = readPositiveAmount(written);
  if (/^\d/.test(written) && !reading.ok) draft.report({ ...reading.fault, path });
  else checkName(draft, 'populations', written, path);
}

/** Populations that are named, and one for each who states a number. */
export function buildPopulations(draft: Draft, raw: RawScenario): Population[] {
  const people = new Map<string, number>();
  for (const [id, population] of Object.entries(raw.populations ?? {})) {
    people.set(id, typeof population === 'number' ? population : population.people);
  }
  for (const kind of ['services', 'journeys'] as const) {
    for (const [id, { users }] of Object.entries(raw[kind] ?? {})) {
      if (typeof users?.population !== 'number') continue;
      if (draft.known.populations.has(id)) {
        draft.report({
          code: 'duplicate-id',
          path: [kind, id, 'users', 'population'],
          values: { name: id, other: `populations.${id}` },
        });
      }
      people.set(id, users.population);
    }
  }
  return [...people].map(([id, count]) => ({ id, people: count })).sort((a, b) => compareIds(a.id, b.id));
}

/** Profiles that are used, and all that the file defines. */
export function buildProfiles(draft: Draft, raw: RawScenario, users: readonly Users[]): Profile[] {
  const own = sortedEntries(raw.profiles ?? {}, (id, profile): Profile => {
    const list = Array.isArray(profile);
    const at = list ? ['profiles', id] : ['profiles', id, 'steps'];
    return { id, steps: readSteps(draft, list ? profile : profile.steps, at) };
  });
  const defined = new Set(own.map(({ id }) => id));
  const used = [...new Set(users.map(({ profile }) => profile))].filter((id) => !defined.has(id));
  const builtIn = used.map((id): Profile => ({ id, steps: builtInSteps(id) ?? [1] }));
  return [...own, ...builtIn].sort((a, b) => compareIds(a.id, b.id));
}

function readSteps(draft: Draft, written: readonly (number | string)[], at: Path): number[] {
  if (written.length === 0) draft.report({ code: 'needs-entries', path: at });
  // Steps are whole microseconds, and the more there are the more often everything is worked out anew.
  if (written.length > 30 * STEPS_A_DAY || 86_400_000 % Math.max(1, written.length) !== 0) {
    draft.report({
      code: 'out-of-range',
      path: at,
      values: { got: `${written.length} steps`, min: 1, max: '1440, and dividing the day' },
    });
  }
  const steps = written.map((value, i) => readStep(draft, value, [...at, i]));
  if (steps.length > 0 && steps.every((step) => step === 0))
    draft.report({ code: 'not-positive', path: at, values: { got: 'every step' } });
  return steps.length > 0 ? steps : [1];
}

function readStep(draft: Draft, value: number | string, path: Path): number {
  const share = typeof value === 'number' ? value : percent(value);
  if (share === null) draft.report({ code: 'bad-share', path, values: { got: String(value) } });
  else if (share < 0) draft.report({ code: 'negative', path, values: { got: String(value) } });
  else if (share > 1) draft.report({ code: 'share-too-large', path, values: { got: String(value) } });
  else return share;
  return 0;
}

/** Those of the file and those that users name. */
export function buildSubstitutes(raw: RawScenario, users: readonly Users[]): Substitute[] {
  const named = new Map<string, Substitute>();
  for (const { id } of users.flatMap(({ substitutes }) => substitutes)) named.set(id, { id, name: { en: id } });
  for (const [id, value] of Object.entries(raw.substitutes ?? {}))
    named.set(id, { id, name: 'name' in value ? value.name : value });
  return [...named.values()].sort((a, b) => compareIds(a.id, b.id));
}
