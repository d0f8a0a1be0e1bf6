/** The sites of an imported scenario and their zones. */
import type { Ids } from '../identify.js';
import { Ids as NewIds, shownName } from '../identify.js';
import type { Placement } from '../sites.js';
import { yamlKey, yamlText } from '../yaml-text.js';

export interface Site {
  /** As in the source or the rule. */
  readonly name: string;
  readonly id: string;
  /** Name -> id, in order of name. */
  readonly zones: ReadonlyMap<string, string>;
  /** Nothing says that there is such a site. */
  readonly isAssumed: boolean;
}

/** In order of name. Sites and services have no id in common, so they take theirs from one list. */
export function sitesOf(placed: ReadonlyMap<string, Placement>, ids: Ids): Site[] {
  const found = new Map<string, Set<string>>();
  let isAssumed = true;
  for (const { places, fact, why } of placed.values()) {
    if (fact !== null || why?.startsWith('--')) isAssumed = false;
    for (const { site, zone } of places) {
      const zones = found.get(site) ?? new Set<string>();
      if (zone !== null) zones.add(zone);
      found.set(site, zones);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, zones]) => {
      const ofZones = new NewIds();
      return {
        name,
        id: ids.of(`site ${name}`, name),
        zones: new Map([...zones].sort().map((zone) => [zone, ofZones.of(zone)])),
        isAssumed,
      };
    });
}

export function siteLines(sites: readonly Site[]): string[] {
  const lines = sites.map(({ id, name, zones, isAssumed }) => {
    const parts = [
      ...(id === name ? [] : [`name: ${yamlText(shownName(name))}`]),
      ...(zones.size === 0 ? [] : [`zones: [${[...zones.values()].map(yamlKey).join(', ')}]`]),
      ...(isAssumed ? ['assumed: "the source knows no sites: place services with --site-of"'] : []),
    ];
    return `  ${yamlKey(id)}: ${parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`}`;
  });
  return ['sites:', ...lines];
}
