/**
 * What an edit changes in a file, by what the file says: its deployments, the copies of its data that stand with them,
 * and as many servers more in a site as the new ones need there.
 *
 * A deployment that comes to a site stands in all zones of it. Left out: backups and witnesses, which stay where they are.
 */
import { parse } from 'yaml';
import { parsedPath } from '../reading/path.js';
import { FORBIDDEN_KEYS } from '../reading/read-document.js';
import { readCount } from '../units/amount.js';
import type { Edit } from './edit.js';
import { exactly, isMap, merged, type Patch, patchAt, type Value, valueAt } from './patch.js';

/** Why an edit cannot be made: what it names is not there, or is already, or a service would stand nowhere. */
export type EditRefusal = 'not-there' | 'there-already' | 'last-one' | 'bad-value';

/**
 * @param laid what the file says with its layout and the edits before, sources taken off
 * @param base the same without any layout
 */
export function patchOfEdit(edit: Edit, laid: Patch, base: Patch): Patch | EditRefusal {
  if (edit.kind === 'set') return setPatch(edit, laid);
  if (edit.kind === 'need') return needPatch(edit, laid);
  const deploy = valueAt(laid, ['services', edit.service, 'deploy']);
  if (!isMap(deploy)) return 'not-there';
  const at = (site: string): Patch | null => {
    const found = Object.hasOwn(deploy, site) ? deploy[site] : undefined;
    return isMap(found) ? found : null;
  };
  const isSite = (site: string): boolean => valueAt(laid, ['sites', site]) !== undefined;
  const below = (site: string): Value | undefined => valueAt(base, ['services', edit.service, 'deploy', site]);
  const service = (patch: Patch): Patch => ({ services: { [edit.service]: patch } });
  switch (edit.kind) {
    case 'move': {
      const from = at(edit.from);
      const to = at(edit.to);
      if (from === null || !isSite(edit.to)) return 'not-there';
      if (edit.from === edit.to) return 'there-already';
      const more = numberOf(from.servers);
      const { zones: _, ...rest } = from;
      const there: Patch =
        to === null
          ? exactly(rest, below(edit.to))
          : { servers: numberOf(to.servers) + more, ...strongerRole(from, to) };
      return joined(
        service({ deploy: { [edit.from]: null, [edit.to]: there } }),
        service(copies(laid, edit.service, edit.to, edit.from)),
        room(laid, edit.to, more),
      );
    }
    case 'add': {
      if (!isSite(edit.site)) return 'not-there';
      if (at(edit.site) !== null) return 'there-already';
      const like = largest(deploy);
      if (like === null) return 'not-there';
      const { zones: _, role: __, ...rest } = like;
      const servers = edit.servers ?? numberOf(like.servers);
      const role: Patch = edit.role === undefined || edit.role === 'active' ? {} : { role: edit.role };
      return joined(
        service({ deploy: { [edit.site]: exactly({ ...rest, servers, ...role }, below(edit.site)) } }),
        service(copies(laid, edit.service, edit.site, null)),
        room(laid, edit.site, servers),
      );
    }
    case 'remove':
      if (at(edit.site) === null) return 'not-there';
      if (Object.keys(deploy).length < 2) return 'last-one';
      return joined(service({ deploy: { [edit.site]: null } }), service(copies(laid, edit.service, null, edit.site)));
    case 'role':
      if (at(edit.site) === null) return 'not-there';
      return service({ deploy: { [edit.site]: { role: edit.role } } });
    case 'servers': {
      const there = at(edit.site);
      if (there === null) return 'not-there';
      const patch = service({ deploy: { [edit.site]: { servers: edit.servers } } });
      return joined(patch, room(laid, edit.site, edit.servers - numberOf(there.servers)));
    }
  }
}

function joined(...patches: readonly Patch[]): Patch {
  return patches.reduce((all, patch) => merged(all, patch, all), {});
}

/** Data goes where its service goes; the last copy stays. */
function copies(laid: Patch, service: string, to: string | null, from: string | null): Patch {
  const data = valueAt(laid, ['services', service, 'data']);
  if (!isMap(data) || !Array.isArray(data.copies)) return {};
  const before = data.copies as readonly Value[];
  const kept = before.filter((site) => site !== from);
  // A move keeps the place in the list: the first is the lead.
  const moved =
    from === null
      ? before
      : to === null || before.includes(to)
        ? kept
        : before.map((site) => (site === from ? to : site));
  const after = to !== null && !moved.includes(to) ? [...moved, to] : moved;
  if (after.length === 0 || JSON.stringify(after) === JSON.stringify(before)) return {};
  const replicated: Patch = data.replication === 'none' && after.length > 1 ? { replication: 'async' } : {};
  return { data: { copies: after, ...replicated } };
}

/** A site that says how many servers it has gets those that it lacks. */
function room(laid: Patch, site: string, more: number): Patch {
  const stated = valueAt(laid, ['sites', site, 'servers']);
  if (stated === undefined) return {};
  const services = valueAt(laid, ['services']);
  const used = Object.values(isMap(services) ? services : {}).reduce<number>(
    (sum, service) => sum + numberOf(valueAt(service, ['deploy', site, 'servers'])),
    0,
  );
  return used + more <= numberOf(stated) ? {} : { sites: { [site]: { servers: used + more } } };
}

/** Where what serves comes to what stands by, all of it serves. */
function strongerRole(from: Patch, to: Patch): Patch {
  const [a, b] = [from, to].map(({ role }) => ROLES.indexOf(role ?? 'active'));
  return a < b ? { role: ROLES[a] } : {};
}

const ROLES: readonly Value[] = ['active', 'hot-standby', 'warm-standby', 'cold-standby'];

/** By servers; of those with as many, the first that is active, then by id. */
function largest(deploy: Patch): Patch | null {
  const all = Object.entries(deploy).filter((entry): entry is [string, Patch] => isMap(entry[1]));
  const standby = ({ role }: Patch): number => (role === undefined || role === 'active' ? 0 : 1);
  const [first] = all.sort(
    ([a, x], [b, y]) => standby(x) - standby(y) || numberOf(y.servers) - numberOf(x.servers) || (a < b ? -1 : 1),
  );
  return first?.[1] ?? null;
}

function needPatch(edit: Edit & { kind: 'need' }, laid: Patch): Patch | EditRefusal {
  for (const kind of ['services', 'journeys']) {
    const needs = valueAt(laid, [kind, edit.of, 'needs']);
    if (needs === undefined) continue;
    if (isMap(needs)) {
      if (!Object.hasOwn(needs, edit.service)) return 'not-there';
      const need = needs[edit.service];
      const kinds = callAs(isMap(need) ? need.kind : need, edit.as);
      const patch = isMap(need) || Array.isArray(kinds) ? { kind: kinds } : kinds;
      return { [kind]: { [edit.of]: { needs: { [edit.service]: patch } } } };
    }
    if (!Array.isArray(needs)) return 'not-there';
    const list = needs as readonly Value[];
    if (!list.some((need) => nameOf(need) === edit.service)) return 'not-there';
    const after = list.map((need) => {
      if (nameOf(need) !== edit.service) return need;
      return {
        ...(isMap(need) ? need : { service: edit.service }),
        kind: callAs(isMap(need) ? need.kind : undefined, edit.as),
      };
    });
    return { [kind]: { [edit.of]: { needs: after } } };
  }
  return 'not-there';
}

/** What else it is needed for (to start, to repair) stays so. */
function callAs(before: Value | undefined, as: string): Value {
  const kinds = Array.isArray(before) ? (before as readonly Value[]) : [before ?? 'required'];
  const others = kinds.filter((kind) => kind === 'startup' || kind === 'operate');
  return others.length === 0 ? as : [as, ...others];
}

function nameOf(need: Value): Value | undefined {
  return isMap(need) ? need.service : need;
}

function setPatch(edit: Edit & { kind: 'set' }, laid: Patch): Patch | EditRefusal {
  const path = parsedPath(edit.path);
  const isName = (part: string | number): boolean => part !== '' && !FORBIDDEN_KEYS.has(String(part));
  if (typeof path[0] !== 'string' || path[0] === 'layouts' || !path.every(isName)) return 'bad-value';
  const list = path.findIndex((part) => typeof part === 'number');
  if (list >= 0 && valueAt(laid, path.slice(0, list + 1)) === undefined) return 'not-there';
  try {
    const value = parse(edit.value, { maxAliasCount: 0 }) as Value;
    return patchAt(laid, path, value) as Patch;
  } catch {
    return 'bad-value';
  }
}

function numberOf(value: Value | undefined): number {
  const read = readCount(value);
  return read.ok ? read.value : 0;
}
