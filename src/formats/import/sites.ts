/**
 * Where services stand: by the rules of the user, else by the source, else in one site.
 *
 * A rule is `PATTERN=SITE`, `PATTERN=SITE/ZONE` or several with commas; `*` stands for any letters, `{namespace}/` before
 * the pattern is matched against the group. The first rule that fits counts.
 */
import type { ImportProblems } from './import-problem.js';
import { note, someOf } from './notes.js';
import type { Fact, ImportedService, Place, System } from './system.js';

export interface SiteRule {
  readonly written: string;
  readonly pattern: RegExp;
  readonly places: readonly Place[];
}

const MAIN: Place = { site: 'main', zone: null };

export interface Placement {
  readonly places: readonly Place[];
  /** Null: assumed, or by a rule. */
  readonly fact: Fact<readonly Place[]> | null;
  /** Why, when it is no fact. */
  readonly why: string | null;
}

export function siteRules(written: readonly string[], problems: ImportProblems): SiteRule[] {
  return written.flatMap((rule) => {
    const split = rule.lastIndexOf('=');
    const pattern = rule.slice(0, split).trim();
    const targets = rule
      .slice(split + 1)
      .split(/[,+]/)
      .map((part) => part.trim());
    if (split < 1 || pattern === '' || targets.some((target) => !/^[^/\s]+(\/[^/\s]+)?$/.test(target))) {
      problems.add('bad-rule', '--site-of', { rule });
      return [];
    }
    const places = targets.map((target) => {
      const [site, zone = null] = target.split('/');
      return { site, zone };
    });
    const source = pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*');
    return [{ written: rule, pattern: new RegExp(`^${source}$`, 'i'), places }];
  });
}

export function placeServices(system: System, rules: readonly SiteRule[]): Map<string, Placement> {
  const used = new Set<SiteRule>();
  const placed = new Map<string, Placement>();
  const nowhere: string[] = [];
  for (const service of system.services.values()) {
    const rule = rules.find(({ pattern }) => pattern.test(service.name) || pattern.test(qualified(service)));
    if (rule !== undefined) {
      used.add(rule);
      placed.set(service.name, { places: rule.places, fact: null, why: `--site-of ${rule.written}` });
    } else if (service.places !== null)
      placed.set(service.name, { places: service.places.value, fact: service.places, why: null });
    else nowhere.push(service.name);
  }
  for (const rule of rules) if (!used.has(rule)) system.notes.push(note('rule-unused', null, { rule: rule.written }));
  const site = placed.size === 0 ? MAIN : mostUsed(placed);
  if (placed.size === 0) system.notes.push(note('no-sites', null));
  else if (nowhere.length > 0) {
    system.notes.push(note('not-placed', null, { count: nowhere.length, names: someOf(nowhere), site: site.site }));
  }
  for (const name of nowhere) placed.set(name, { places: [site], fact: null, why: 'the source does not say where' });
  return placed;
}

function qualified({ group, name }: ImportedService): string {
  return `${group ?? ''}/${name}`;
}

function mostUsed(placed: ReadonlyMap<string, Placement>): Place {
  const counts = new Map<string, number>();
  for (const { places } of placed.values())
    for (const { site } of places) counts.set(site, (counts.get(site) ?? 0) + 1);
  const [[site]] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { site, zone: null };
}
