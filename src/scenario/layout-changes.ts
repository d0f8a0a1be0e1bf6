/**
 * What a layout changes, in the notation of plans: `+` added, `~` changed, `-` removed; one line a thing.
 *
 * Things are what people count: a site, a link, a service, a deployment (`mail@anyang`), a need (`mail -> login`),
 * a fault, and any other entry of two levels. Left out: what an expectation or the history says, which is no change of the system.
 */

import { isNothing } from './reading/overlay.js';
import { type Path, pathText } from './reading/path.js';
import type { TreeNode } from './reading/tree.js';

export function layoutChanges(base: TreeNode, laid: TreeNode): string[] {
  const changes = new Map<string, Change>();
  compare(base, laid, [], changes);
  return [...changes.values()]
    .map(written)
    .sort((a, b) => SIGNS.indexOf(a[0]) - SIGNS.indexOf(b[0]) || (a < b ? -1 : 1));
}

/** What is added comes first, what is removed last. */
const SIGNS = '+~-';

interface Change {
  readonly sign: '+' | '~' | '-';
  readonly thing: string;
  readonly details: string[];
}

/** Says nothing about what runs. */
const NO_CHANGE: ReadonlySet<string> = new Set(['expect', 'history', 'title', 'purpose', '$schema']);

function compare(before: TreeNode | null, after: TreeNode | null, path: Path, changes: Map<string, Change>): void {
  if (before === after || (path.length > 0 && NO_CHANGE.has(String(path[0])))) return;
  if (before?.kind === 'map' && after?.kind === 'map') {
    for (const key of new Set([...before.entries.keys(), ...after.entries.keys()])) {
      if (key === 'source' || key === 'assumed') continue;
      compare(before.entries.get(key)?.value ?? null, after.entries.get(key)?.value ?? null, [...path, key], changes);
    }
    return;
  }
  if (before !== null && after !== null && text(before, WHOLE) === text(after, WHOLE)) return;
  const depth = thingDepth(path);
  const whole = path.length <= depth;
  // A container that was not there at all (`deploy:` of a new kind, `needs:`): its entries are what was added.
  if (path.length < depth && (before ?? after)?.kind === 'map' && (before === null || after === null)) {
    const entries = ((before ?? after) as TreeNode & { kind: 'map' }).entries;
    for (const [key, { value }] of entries) compare(before && value, after && value, [...path, key], changes);
    return;
  }
  const thing = path.slice(0, depth);
  const sign = whole && before === null ? '+' : whole && after === null ? '-' : '~';
  const key = pathText(thing);
  const change = changes.get(key) ?? { sign, thing: named(thing), details: [] };
  if (!whole || sign === '~') change.details.push(detail(path.slice(depth), before, after));
  changes.set(key, change);
}

/** How many parts of a path name the thing that it belongs to. */
function thingDepth(path: Path): number {
  const [kind, , part] = path;
  if (kind === 'services' || kind === 'journeys') return part === 'deploy' || part === 'needs' ? 4 : 2;
  if (kind === 'recovery') return path[1] === 'teams' || path[1] === 'power' ? 3 : 2;
  return kind === 'start' || kind === 'duration' || kind === 'currency' || kind === 'faults' || kind === 'links'
    ? 1
    : 2;
}

function named(thing: Path): string {
  const [kind, id, part, other] = thing;
  if (part === 'deploy' && other !== undefined) return `${id}@${other}`;
  if (part === 'needs' && other !== undefined) return `${id} -> ${other}`;
  const singular = { sites: 'site', services: 'service', journeys: 'journey', classes: 'class' }[String(kind)];
  if (singular !== undefined && id !== undefined) return `${singular} ${id}`;
  return thing.join(' ');
}

function detail(rest: Path, before: TreeNode | null, after: TreeNode | null): string {
  const change = `${before === null ? '(default)' : text(before)} -> ${after === null ? '(default)' : text(after)}`;
  return rest.length === 0 ? change : `${pathText(rest)} ${change}`;
}

function written({ sign, thing, details }: Change): string {
  return details.length === 0 ? `${sign} ${thing}` : `${sign} ${thing} ${details.join(', ')}`;
}

/** Of a list that is shown; what is compared is the whole of it. */
const SHOWN = 4;
const WHOLE = Number.POSITIVE_INFINITY;

/** On one line, lists up to `most` entries. */
function text(node: TreeNode, most = SHOWN): string {
  if (node.kind === 'list') {
    const shown = node.items.length > most ? node.items.slice(0, most - 1) : node.items;
    const more = node.items.length > shown.length ? [`${node.items.length - shown.length} more`] : [];
    return `[${[...shown.map((item) => text(item, most)), ...more].join(', ')}]`;
  }
  if (node.kind === 'map')
    return `{ ${[...node.entries].map(([key, { value }]) => `${key}: ${text(value, most)}`).join(', ')} }`;
  return node.kind === 'broken' || isNothing(node) ? '?' : String(node.value);
}
