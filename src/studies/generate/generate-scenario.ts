/**
 * A scenario file of a generated company: the text, as a person would have written it. The same options give the same text.
 *
 * The first of its sites loses its power an hour after the start, for two hours.
 */
import { streams } from '../../engine/streams.js';
import { type GeneratedNode, generatedGraph, type Tier } from './generated-graph.js';
import {
  CACHE_HITS,
  CORES,
  type GeneratedMachines,
  type GeneratedNeed,
  generatedMachines,
} from './generated-machines.js';

export interface GenerateOptions {
  /** At least {@link LEAST_SERVICES}, at most {@link MOST_SERVICES}. */
  readonly services: number;
  /** 1 to {@link MOST_SITES}; 2 when left out. */
  readonly sites?: number;
  readonly seed?: string | number;
}

export const LEAST_SERVICES = 3;
export const MOST_SERVICES = 10_000;
export const MOST_SITES = 9;

/** Requests a second of all users, for each service, assumed; and how often one of them asks at the busiest hour. */
const ASKED_PER_SERVICE = 20;
const SECONDS_BETWEEN = 60;

/** @throws RangeError for numbers out of range, all of them at once */
export function generateScenario({ services, sites = 2, seed = '1' }: GenerateOptions): string {
  const wrong = [
    ...outOfRange('services', services, LEAST_SERVICES, MOST_SERVICES),
    ...outOfRange('sites', sites, 1, MOST_SITES),
  ];
  if (wrong.length > 0) throw new RangeError(wrong.join('\n'));
  const luck = streams(seed).stream('generated graph', services, sites);
  const nodes = generatedGraph(services, luck);
  const machines = generatedMachines(nodes, sites, ASKED_PER_SERVICE, luck);
  const names = namesOf(nodes);
  const siteNames = Array.from({ length: sites }, (_, s) => `site-${s + 1}`);
  return `${[
    `# A generated company (seed ${JSON.stringify(String(seed))}): ${services} services, ${sites} ${sites === 1 ? 'site' : 'sites'}.`,
    '# 13 % are asked by users, 48 % stand in the middle, 39 % call nobody (Winchester and others, arXiv 2504.13141, 2025);',
    '# a few are called by very many (Luo and others, SoCC 2021). All other numbers are assumed.',
    'firebreak: 1',
    `title: A generated company of ${services} services`,
    'start: 2026-01-05T12:00:00Z',
    'duration: 1d',
    '',
    'sites:',
    ...siteNames.map((name) => `  ${name}: { zones: { a: 50%, b: 50% } }`),
    ...linksOf(siteNames),
    '',
    'services:',
    ...nodes.flatMap((node, i) => serviceLines(node, machines[i], names, siteNames, names[i])),
    '',
    'faults:',
    `  - { at: 1h, kind: power-loss, site: ${siteNames[0]} }`,
    'recovery:',
    `  power: { ${siteNames[0]}: 3h }`,
    '',
  ].join('\n')}`;
}

function outOfRange(what: string, value: number, least: number, most: number): string[] {
  return Number.isInteger(value) && value >= least && value <= most
    ? []
    : [`${what}: a whole number from ${least} to ${most}, not ${value}`];
}

/** Each tier counts for itself. */
function namesOf(nodes: readonly GeneratedNode[]): string[] {
  const digits = String(nodes.length).length;
  const counts = new Map<Tier, number>();
  return nodes.map(({ tier }) => {
    const number = (counts.get(tier) ?? 0) + 1;
    counts.set(tier, number);
    return `${tier}-${String(number).padStart(digits, '0')}`;
  });
}

function linksOf(sites: readonly string[]): string[] {
  const pairs = sites.flatMap((a, i) => sites.slice(i + 1).map((b) => `  - { between: [${a}, ${b}], latency: 2ms }`));
  return pairs.length === 0 ? [] : ['links:', ...pairs];
}

function serviceLines(
  node: GeneratedNode,
  machines: GeneratedMachines,
  names: readonly string[],
  sites: readonly string[],
  name: string,
): string[] {
  const { asked, workSeconds, servers, workers, queue, active, standby, needs } = machines;
  const place = (s: number, role: string): string =>
    `      ${sites[s]}: { servers: ${servers}, workers: ${workers}${role} }`;
  return [
    `  ${name}:`,
    ...(asked > 0
      ? [`    users: { population: ${Math.ceil(asked * SECONDS_BETWEEN)}, peak: ${rounded(asked)}/s, profile: office }`]
      : []),
    `    serviceTime: { mean: ${milliseconds(workSeconds)} }`,
    `    capacity: ${rounded(CORES / workSeconds)}/s`,
    `    queue: ${queue}`,
    ...(node.tier === 'leaf' ? ['    class: stateful'] : []),
    '    deploy:',
    ...active.map((s) => place(s, '')),
    ...standby.map((s) => place(s, ', role: warm-standby')),
    ...(needs.length === 0 ? [] : ['    needs:']),
    ...node.calls.map((call, k) => needLine(call, needs[k], names)),
  ];
}

function needLine(call: GeneratedNode['calls'][number], need: GeneratedNeed, names: readonly string[]): string {
  const parts = [`service: ${names[call.callee]}`];
  if (call.kind !== 'required') parts.push(`kind: ${call.kind}`);
  if (call.calls !== 1) parts.push(`calls: ${call.calls < 1 ? `${rounded(100 * call.calls)}%` : call.calls}`);
  parts.push(`timeout: ${milliseconds(need.timeoutSeconds)}`);
  if (need.retries > 0) parts.push(`retries: ${need.retries}`);
  if (need.retries > 0 && need.backoffSeconds > 0) parts.push(`backoff: ${milliseconds(need.backoffSeconds)}`);
  if (need.cacheEntries !== null) parts.push(`cache: { entries: ${need.cacheEntries}, hits: ${100 * CACHE_HITS}% }`);
  return `      - { ${parts.join(', ')} }`;
}

function milliseconds(seconds: number): string {
  return `${Math.round(seconds * 1000)}ms`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
