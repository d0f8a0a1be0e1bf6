/**
 * What of a scenario can be varied by a sweep: every number that the file states in a layout, with its path, and for each a
 * range worth looking at.
 *
 * Left out: what is no number of the system (the title, the start, expectations, history, places on the map), values that are
 * distributions, and defaults that the file does not state; a sweep takes their paths all the same.
 */
import { overlay } from '../scenario/reading/overlay.js';
import { keyPath } from '../scenario/reading/path.js';
import { takeProvenance } from '../scenario/reading/provenance.js';
import { readDocument } from '../scenario/reading/read-document.js';
import { keysAt, nodeAt, type TreeNode } from '../scenario/reading/tree.js';
import { readDuration } from '../scenario/units/duration.js';
import { rangeAround } from '../studies/sweep/range-around.js';
import { amountParts, type SweptValue, valuesBetween } from '../studies/sweep/values.js';
import { checkScenario, type LoadOptions } from './load-scenario.js';

export interface SweptParameter {
  /** As for `--vary`. */
  readonly path: string;
  /** What the file states. */
  readonly written: string;
}

/** Says nothing about what runs, or nothing that runs of one length can be compared by. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'firebreak',
  'title',
  'purpose',
  'start',
  'duration',
  'expect',
  'history',
  'layouts',
  '$schema',
]);
/** Of a site: degrees. */
const ON_THE_MAP = /^sites\.[^.]+\.at\[/;

/** In the order of the file; none where it cannot be read. */
export function sweptParameters(text: string, layout: string | null): readonly SweptParameter[] {
  const { root } = readDocument(text, '');
  if (root?.kind !== 'map') return [];
  const base = { ...root, entries: new Map([...root.entries].filter(([key]) => !LEFT_OUT.has(key))) };
  const layer = nodeAt(root, ['layouts', layout ?? keysAt(root, ['layouts'])[0] ?? '']);
  const laid = layer?.kind === 'map' ? overlay(base, layer, []) : base;
  const found: SweptParameter[] = [];
  collect(takeProvenance(laid, []).root, '', found);
  return found;
}

function collect(node: TreeNode, path: string, found: SweptParameter[]): void {
  if (node.kind === 'list') node.items.forEach((item, i) => void collect(item, `${path}[${i}]`, found));
  if (node.kind === 'map') {
    for (const [key, { value }] of node.entries) {
      if (path !== '' || !LEFT_OUT.has(key)) collect(value, keyPath(path, key), found);
    }
  }
  if (node.kind !== 'scalar' || ON_THE_MAP.test(path)) return;
  const written = String(node.value ?? '');
  if (typeof node.value !== 'boolean' && rangeAround(written) !== null) found.push({ path, written });
}

/**
 * `1..15:15` around what the file states, from nothing on where the scenario takes that, and as far as it takes it.
 *
 * @returns null when the file states no number there
 */
export function usualRange(text: string, path: string, load: LoadOptions): string | null {
  const stated = sweptParameters(text, load.layout ?? null).find((each) => each.path === path);
  if (stated === undefined) return null;
  const takes = ({ written }: SweptValue): boolean =>
    checkScenario(text, { ...load, set: [...(load.set ?? []), `${path}=${written}`] }).scenario !== null;
  const [fromNothing, usual] = [rangeAround(stated.written, true), rangeAround(stated.written)]
    .map((range) => valuesBetween(range ?? ''))
    .filter((each) => typeof each !== 'string');
  const taken = takenAround(stated.written, takes(fromNothing[0]) ? fromNothing : usual, takes);
  return `${taken[0].written}..${taken[taken.length - 1].written}:${taken.length}`;
}

/** Those around the one that is nearest to what is stated, as far as they are taken; all of them where not even its neighbours are. */
function takenAround(
  stated: string,
  values: readonly SweptValue[],
  takes: (value: SweptValue) => boolean,
): readonly SweptValue[] {
  const now = amountOf(stated);
  const away = ({ number }: SweptValue): number => Math.abs(number - now);
  const middle = values.reduce((best, each, i) => (away(each) < away(values[best]) ? i : best), 0);
  if (!takes(values[middle])) return values;
  const [first, last] = [0, values.length - 1].map((end) => lastTaken(values, middle, end, takes));
  return last > first ? values.slice(first, last + 1) : values;
}

/** From one that is taken towards an end, by halves. */
function lastTaken(
  values: readonly SweptValue[],
  from: number,
  end: number,
  takes: (value: SweptValue) => boolean,
): number {
  if (takes(values[end])) return end;
  let [good, bad] = [from, end];
  while (Math.abs(bad - good) > 1) {
    const middle = (good + bad) >> 1;
    if (takes(values[middle])) good = middle;
    else bad = middle;
  }
  return good;
}

function amountOf(written: string): number {
  const duration = /[a-zµ]$/.test(written) ? readDuration(written) : null;
  return duration?.ok ? duration.value : (amountParts(written)?.number ?? 0);
}
