/**
 * A system that was read, as the text of a scenario: what was read with its place in a comment, what was not with
 * `assumed`, and on top what is left out and what the source cannot know.
 */

import type { Span } from '../../scenario/reading/span.js';
import { writeDuration } from '../../scenario/units/write-duration.js';
import { callGraphOf, dampCircles, type Edge } from './estimate/call-graph.js';
import { type Entry, entriesOf } from './estimate/entries.js';
import { loadsOf } from './estimate/loads.js';
import { type ResponseTimes, responseTimesOf } from './estimate/response-times.js';
import { serversFor } from './estimate/servers.js';
import { Ids, shownName } from './identify.js';
import { note } from './notes.js';
import { type Placement, placeServices, type SiteRule } from './sites.js';
import type { ImportedCall, ImportedService, System } from './system.js';
import { expectationLines, faultLines } from './write/events.js';
import { headLines } from './write/head.js';
import { type Site, siteLines, sitesOf } from './write/site-lines.js';
import { yamlComment, yamlKey, yamlMap, yamlNumber, yamlText } from './yaml-text.js';

export interface WrittenScenario {
  readonly text: string;
  /** What is in it. */
  readonly services: number;
  readonly calls: number;
  readonly startNeeds: number;
  readonly sites: readonly string[];
}

export interface WriteRequest {
  readonly system: System;
  readonly sources: readonly { readonly file: string; readonly format: string }[];
  readonly rules: readonly SiteRule[];
}

/** People behind one request a second, at the peak. */
const PEOPLE_PER_REQUEST = 600;
const DAY_SECONDS = 86_400;

export function writeScenario({ system, sources, rules }: WriteRequest): WrittenScenario {
  const graph = callGraphOf(system);
  dampCircles(graph, system);
  const entries = entriesOf(system, graph);
  const loads = loadsOf(system, graph, entries);
  const times = responseTimesOf(system, graph, entries);
  const placed = placeServices(system, rules);
  const ids = new Ids();
  for (const { name } of system.services.values()) ids.of(name);
  const sites = sitesOf(placed, ids);
  const starts = [...system.calls.values()].filter(({ kind }) => kind === 'startup' || kind === 'operate');
  const startsOf = new Map<string, ImportedCall[]>();
  for (const call of starts) startsOf.set(call.from, [...(startsOf.get(call.from) ?? []), call]);
  const services = [...system.services.values()].flatMap((service) =>
    serviceLines({
      service,
      ids,
      entry: entries.get(service.name) ?? null,
      load: loads.get(service.name) ?? 0,
      times,
      placement: placed.get(service.name) as Placement,
      sites,
      edges: graph.from.get(service.name) ?? [],
      starts: startsOf.get(service.name) ?? [],
    }),
  );
  const durationSeconds = system.durationSeconds ?? DAY_SECONDS / 2;
  const counts = { services: system.services.size, calls: graph.edges.length, startNeeds: starts.length };
  tellFew(system, counts);
  const lines = [
    ...headLines(system, sources, counts),
    'firebreak: 1',
    `title: ${yamlText(shownName(system.title ?? `Imported from ${sources.map(({ file }) => file.split('/').at(-1)).join(', ')}`))}`,
    'start: 2026-01-01T00:00:00Z  # assumed: any day',
    `duration: ${writeDuration(durationSeconds)}`,
    '',
    ...siteLines(sites),
    '',
    'services:',
    ...services,
    ...faultLines(system, ids, sites),
    ...expectationLines(system, ids),
  ];
  // What is told of strangers' text stands in comments: no half of a sign there either.
  const text = `${lines.join('\n')}\n`.replace(/\p{Surrogate}|\ufffd/gu, '?');
  return { text, ...counts, sites: sites.map(({ id }) => id) };
}

/** A source that knows almost no calls is worth a word; one that measures them knows what there is. */
function tellFew(system: System, { services, calls }: { readonly services: number; readonly calls: number }): void {
  const callers = new Set(
    [...system.calls.values()].filter(({ kind }) => kind !== 'startup').flatMap(({ from, to }) => [from, to]),
  );
  const alone = services - callers.size;
  if (services < 2 || system.measuresCalls) return;
  if (calls === 0) system.notes.unshift(note('no-calls', null, { services, calls }));
  else if (calls < services / 2 && alone > services / 2)
    system.notes.unshift(note('few-calls', null, { services, calls, alone }));
}

interface Described {
  readonly service: ImportedService;
  readonly ids: Ids;
  readonly entry: Entry | null;
  readonly load: number;
  readonly times: ResponseTimes;
  readonly placement: Placement;
  readonly sites: readonly Site[];
  readonly edges: readonly Edge[];
  readonly starts: readonly ImportedCall[];
}

function serviceLines(of: Described): string[] {
  const { service, ids, times, load, placement } = of;
  const id = ids.of(service.name);
  const own =
    service.serviceSeconds?.value ??
    (service.capacity === null ? times.assumedSeconds : Math.min(0.01, 1 / service.capacity.value));
  const servers = serversFor(service, load, own, times.seconds.get(service.name) ?? own);
  const lines = [`  ${yamlKey(id)}:  # ${place(service.at)}`];
  const name = shownName(service.name);
  if (id !== service.name && name !== '') lines.push(`    name: ${yamlText(name)}`);
  const group = shownName(service.group ?? '');
  if (group !== '') lines.push(`    domain: ${yamlText(group)}`);
  lines.push(...usersLines(of));
  if (service.serviceSeconds !== null) {
    lines.push(`    serviceTime: ${yamlMap([['mean', milliseconds(own)]])}  ${origin(service.serviceSeconds)}`);
  } else if (service.capacity === null && times.assumedSeconds !== 0.01) {
    lines.push(`    serviceTime: ${yamlMap([['mean', milliseconds(own)]])}  # assumed`);
  }
  const capacity = `${yamlNumber(servers.capacity, 3)}/s`;
  lines.push(
    servers.capacityAssumed === null && service.capacity !== null
      ? `    capacity: ${capacity}  ${origin(service.capacity)}`
      : `    capacity: ${yamlMap([
          ['value', capacity],
          ['assumed', yamlText(servers.capacityAssumed ?? '')],
        ])}`,
  );
  if (placement.places.length > 1) lines.push('    routing: spread');
  lines.push('    deploy:', ...deployLines(of, servers.count, servers.countAssumed, servers.workers));
  lines.push(...needLines(of));
  return lines;
}

function usersLines({ service, entry }: Described): string[] {
  if (entry === null) return [];
  const peak = yamlNumber(entry.peakPerSecond);
  const people = Math.max(1, Math.round(entry.peakPerSecond * PEOPLE_PER_REQUEST));
  const from = service.entry === null ? '' : `  ${origin(service.entry)}`;
  const why = entry.assumed === null ? 'each asks every ten minutes' : `${entry.assumed}; each asks every ten minutes`;
  return [
    `    users: ${yamlMap([
      ['population', String(people)],
      ['peak', `${peak}/s`],
      ['assumed', yamlText(why)],
    ])}${from}`,
  ];
}

function deployLines(
  { service, placement, sites }: Described,
  count: number,
  assumed: string | null,
  workers: number | null,
): string[] {
  const bySite = new Map<string, { servers: number; zones: string[] }>();
  const { places } = placement;
  places.forEach(({ site, zone }, i) => {
    const share = Math.floor(count / places.length) + (i < count % places.length ? 1 : 0);
    if (share === 0) return;
    const known = bySite.get(site) ?? { servers: 0, zones: [] };
    known.servers += share;
    if (zone !== null && !known.zones.includes(zone)) known.zones.push(zone);
    bySite.set(site, known);
  });
  const why = [
    assumed === null ? null : `servers: ${assumed}`,
    placement.why === null || placement.why.startsWith('--') || sites[0].isAssumed ? null : `site: ${placement.why}`,
  ];
  const said = why.filter((each) => each !== null).join('; ');
  const facts = [service.replicas, placement.fact]
    .filter((fact) => fact !== null)
    .map((fact) => `${place(fact.at)} ${fact.how}`);
  if (placement.why?.startsWith('--')) facts.push(placement.why);
  const comment = facts.length === 0 ? '' : `  ${yamlComment(facts.join('; '))}`;
  return [...bySite].map(([name, { servers, zones }]) => {
    const site = sites.find((each) => each.name === name) as Site;
    const parts = yamlMap([
      ['servers', String(servers)],
      [
        'zones',
        zones.length === 0 ? null : `[${zones.map((zone) => yamlKey(site.zones.get(zone) as string)).join(', ')}]`,
      ],
      ['workers', workers === null ? null : String(workers)],
      ['assumed', said === '' ? null : yamlText(said)],
    ]);
    return `      ${yamlKey(site.id)}: ${parts}${comment}`;
  });
}

/** A caller that waits less than so many times what an answer takes gives up on the ordinary. */
const PATIENCE = 5;
const USUAL_TIMEOUT_SECONDS = 1;

function needLines({ edges, starts, ids, times }: Described): string[] {
  if (edges.length + starts.length === 0) return [];
  const called = new Set(edges.map(({ call }) => call.to));
  const alone = starts.filter(({ to }) => !called.has(to));
  const lines = edges.map((edge) => {
    const { call, calls, assumed } = edge;
    const also = starts.filter(({ to }) => to === call.to).map(({ kind }) => kind);
    const kinds = [call.kind, ...also];
    const kind = kinds.length > 1 ? `[${kinds.join(', ')}]` : call.kind === 'required' ? null : call.kind;
    const wait = (times.seconds.get(call.to) ?? 0) * PATIENCE;
    const timeout =
      call.timeoutSeconds?.value ?? (wait > USUAL_TIMEOUT_SECONDS ? Math.min(Math.ceil(wait), DAY_SECONDS) : null);
    const parts = yamlMap([
      ['service', yamlText(ids.of(call.to))],
      ['kind', kind],
      ['calls', calls === 1 ? null : yamlNumber(calls)],
      ['timeout', timeout === null ? null : writeDuration(timeout)],
      ['retries', call.retries === null ? null : String(call.retries.value)],
      ['assumed', assumed === null ? null : yamlText(`calls: ${assumed}`)],
    ]);
    const said =
      call.perRequest !== null && assumed === null
        ? origin(call.perRequest)
        : yamlComment(`${place(call.at)} ${call.how}`);
    return `      - ${parts}  ${said}`;
  });
  const first = alone.map((call) => {
    const parts = yamlMap([
      ['service', yamlText(ids.of(call.to))],
      ['kind', call.kind],
    ]);
    return `      - ${parts}  ${yamlComment(`${place(call.at)} ${call.how}`)}`;
  });
  return ['    needs:', ...lines, ...first];
}

function milliseconds(seconds: number): string {
  return seconds >= 1
    ? `${yamlNumber(seconds, 3)}s`
    : seconds >= 1e-3
      ? `${yamlNumber(seconds * 1e3, 3)}ms`
      : `${yamlNumber(Math.max(seconds * 1e6, 1), 3)}us`;
}

function origin({ at, how }: { readonly at: Span; readonly how: string }): string {
  return yamlComment(`${place(at)} ${how}`);
}

/** `deps.json:12`; of a file that is one line, with the column. */
function place({ source, line, column }: Span): string {
  const name = shownName(source.name.split('/').at(-1) ?? source.name);
  return source.lines.length <= 2 ? `${name}:${line}:${column}` : `${name}:${line}`;
}
