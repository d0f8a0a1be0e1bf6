import { DEFAULT_TEAM, DEFAULT_ZONE } from '../defaults.js';
import type { Path } from '../reading/path.js';
import { keysAt, nodeAt, type TreeNode } from '../reading/tree.js';
import { compareIds, type KnownIds } from './draft.js';

/** Ids as the document names them, whatever else is wrong with it. */
export function knownIds(root: TreeNode, layouts: readonly string[]): KnownIds {
  const keys = (...path: Path): ReadonlySet<string> => new Set(keysAt(root, path));
  const teams = keys('recovery', 'teams');
  const sites = keys('sites');
  return {
    sites,
    zones: new Map([...sites].map((site) => [site, zonesOf(root, site)])),
    links: new Set(linksOf(root)),
    services: keys('services'),
    journeys: keys('journeys'),
    populations: keys('populations'),
    profiles: keys('profiles'),
    classes: keys('classes'),
    teams: teams.size > 0 ? teams : new Set([DEFAULT_TEAM]),
    substitutes: keys('substitutes'),
    layouts: new Set([...layouts, 'base']),
  };
}

function zonesOf(root: TreeNode, site: string): ReadonlySet<string> {
  const node = nodeAt(root, ['sites', site, 'zones']);
  if (node === null) return new Set([DEFAULT_ZONE]);
  return new Set(node.kind === 'list' ? textsOf(node.items) : keysAt(root, ['sites', site, 'zones']));
}

function linksOf(root: TreeNode): string[] {
  const links = nodeAt(root, ['links']);
  if (links?.kind !== 'list') return [];
  return links.items.flatMap((link) => {
    const id = nodeAt(link, ['id']);
    if (id?.kind === 'scalar' && typeof id.value === 'string') return [id.value];
    const between = nodeAt(link, ['between']);
    return between?.kind === 'list' ? [textsOf(between.items).sort(compareIds).join('-')] : [];
  });
}

function textsOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => (node.kind === 'scalar' ? [String(node.value)] : []));
}
