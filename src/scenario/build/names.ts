/** Names of other things in a file: each exists, or its absence is told with the nearest one. */
import { BUILT_IN_PROFILES } from '../built-in-profiles.js';
import { DEFAULT_CLASSES } from '../default-classes.js';
import type { ProblemCode, Values } from '../problem.js';
import type { Path } from '../reading/path.js';
import type { Draft, KnownIds } from './draft.js';

type Kind = Exclude<keyof KnownIds, 'zones'>;

const CODES: Readonly<Record<Kind, ProblemCode>> = {
  sites: 'unknown-site',
  links: 'unknown-link',
  services: 'unknown-service',
  journeys: 'unknown-service',
  populations: 'unknown-population',
  profiles: 'unknown-profile',
  classes: 'unknown-class',
  teams: 'unknown-team',
  substitutes: 'unknown-substitute',
  layouts: 'unknown-layout',
};

/** Where the file defines them. */
const DEFINED_IN: Readonly<Record<Kind, Path>> = {
  sites: ['sites'],
  links: ['links'],
  services: ['services'],
  journeys: ['journeys'],
  populations: ['populations'],
  profiles: ['profiles'],
  classes: ['classes'],
  teams: ['recovery', 'teams'],
  substitutes: ['substitutes'],
  layouts: ['layouts'],
};

const BUILT_IN: Partial<Record<Kind, ReadonlySet<string>>> = {
  profiles: new Set(Object.keys(BUILT_IN_PROFILES)),
  classes: new Set(Object.keys(DEFAULT_CLASSES)),
};

/** Whether there is one of that name; when not, it is told, at the key that names it (`on: 'key'`) or the value. */
export function checkName(draft: Draft, kind: Kind, name: string, path: Path, on: 'key' | 'value' = 'value'): boolean {
  const builtIn: ReadonlySet<string> = BUILT_IN[kind] ?? new Set();
  if (draft.known[kind].has(name) || builtIn.has(name)) return true;
  const candidates = [...draft.known[kind], ...builtIn];
  // Of layouts there are few, and none may be near in spelling.
  const values: Values = kind === 'layouts' ? { name, layouts: candidates.join(', ') } : { name };
  report(draft, CODES[kind], values, path, on, name, candidates, DEFINED_IN[kind]);
  return false;
}

export function checkZone(
  draft: Draft,
  site: string,
  zone: string,
  path: Path,
  on: 'key' | 'value' = 'value',
): boolean {
  const candidates = draft.known.zones.get(site);
  if (candidates === undefined || candidates.has(zone)) return true;
  report(draft, 'unknown-zone', { name: zone, site }, path, on, zone, candidates, ['sites', site, 'zones']);
  return false;
}

function report(
  draft: Draft,
  code: ProblemCode,
  values: Values,
  path: Path,
  on: 'key' | 'value',
  name: string,
  candidates: Iterable<string>,
  definedIn: Path,
): void {
  const suggestion = draft.nearest(name, candidates);
  draft.report({
    code,
    path,
    on,
    values,
    suggestion,
    suggestionPath: suggestion === null ? undefined : [...definedIn, suggestion],
  });
}
