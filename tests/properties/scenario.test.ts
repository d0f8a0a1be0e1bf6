/** Whatever is done to a scenario file: a scenario or a list of problems, never a crash; and the order of keys is nothing. */

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { MEASURES } from '../../src/results/measures.js';
import { checkScenario } from '../../src/scenario/check-scenario.js';
import { formatProblem } from '../../src/scenario/format-problem.js';
import type { Scenario } from '../../src/scenario/model.js';
import { faultKinds } from '../../src/world/faults/index.js';

const TEXTS = [
  'scenarios/two-sites.yaml',
  ...readdirSync('tests/errors/files')
    .filter((file) => file.endsWith('.yaml'))
    .slice(0, 12)
    .map((file) => `tests/errors/files/${file}`),
].map((file) => readFileSync(file, 'utf8'));
const RICH = `firebreak: 1
title: { en: Rich, ko: 풍부 }
start: 2024-05-13T09:00:00+09:00
duration: 2d
currency: KRW
sites:
  north: { name: North, at: [37.4, 127.1], servers: 100, zones: { a: 50%, b: 50% }, cost: 5M, spare: { servers: 10, assumed: half a row } }
  south: { servers: 80 }
links: [{ between: [north, south], latency: 2ms, cost: 100k }]
populations: { people: 3M }
profiles: { own: [10%, 50%, 100%, 80%] }
classes: { mail: { like: large-stateful, check: { duration: { median: 4h, p95: 8h }, team: data } } }
substitutes: { other: { en: Other, ko: 다른 } }
services:
  shop:
    users: { population: people, share: 40%, peak: 900/s, profile: own, retries: 2, backoff: 100ms, retryBudget: 10%, comeBack: { probability: 50%, after: 30s }, substitutes: [other], putOff: { probability: 20%, after: 2h }, leave: { perHour: 2%, growth: 10%, return: 50%, returnAfter: 3h }, revenue: 120 }
    capacity: 60/s
    routing: spill
    deploy: { north: { servers: 20, zones: [a] }, south: { servers: 20, role: warm-standby, workers: 50 } }
    failover: { noticed: 5m, decide: { min: 5m, max: 15m }, promote: { mean: 2m }, failChance: 10%, byHand: 4, team: platform, people: 1, failback: false }
    data: { copies: [north, south], replication: async, lag: 3s }
    needs:
      login: { calls: 0.3, timeout: 500ms, retries: 1, breaker: { failures: 40%, window: 20s, open: 10s }, order: 1 }
      store: { kind: [required, startup], parallel: 1, cache: { entries: 10k, hits: 95%, cold: true }, byHand: 1h }
      tool: operate
      log: { kind: async, ageLimit: 1h, catchUp: 3 }
  login: { class: stateful, deploy: { north: { servers: 10, capacity: 100/s } }, serviceTime: { median: 5ms, p95: 20ms }, queue: 50, health: { interval: 5s, threshold: 2 } }
  store: { class: mail, deploy: { north: { servers: 10, capacity: 100/s, zones: { a: 30%, b: 70% } } } }
  tool: { class: tool, deploy: { north: { servers: 1, capacity: 100/s } } }
  log: { deploy: { south: { servers: 2, capacity: 900/s } } }
journeys:
  buy: { users: { population: 1k, peak: 5/s }, needs: [shop, { service: login, kind: optional }] }
faults:
  - { at: 10m, kind: power-loss, site: north, zones: [b], source: a report }
  - { id: crowd, at: 1h, kind: surge, service: shop, factor: 3, until: 2h }
  - { at: 2024-05-13T12:00:00+09:00, kind: team-absent, team: data, share: 50%, until: 8h }
recovery:
  power: { north: { a: 4h, b: 5h }, south: never }
  teams: { platform: 2, data: { people: 2, from: 1h, onSite: true } }
  order: dependency
  boot: { team: platform, byHand: 40/h, byTool: 2k/h, tools: [tool], casualties: 3%, repair: { duration: 4h }, wave: 50 }
  nightPause: { from: "23:00", to: "6:00" }
layouts:
  as-it-is: {}
  better: { services: { login: { deploy: { south: { servers: 10, capacity: 100/s } } }, shop: { data: } } }
expect:
  - { name: back, service: shop, restored: { within: 1h } }
  - { measure: userHoursLost, atMost: { share: 40%, ofLayout: base }, untouched: passes }
history:
  since: 10m
  rows: [{ service: shop, restored: { after: 1h, by: 2h }, source: news }]
`;

function check(text: string, options: { layout?: string; set?: string[] } = {}) {
  return checkScenario(text, { file: 'f.yaml', faultKinds, measures: MEASURES, ...options });
}

/** Either all is well or something is told, in a way that can be printed. */
function expectAnAnswer(text: string, options: { layout?: string; set?: string[] } = {}): void {
  const { scenario, problems } = check(text, options);
  expect(scenario !== null || problems.some(({ severity }) => severity === 'error')).toBe(true);
  for (const problem of problems) {
    const printed = [...formatProblem(problem), ...formatProblem(problem, { lang: 'ko', ascii: true })];
    expect(printed.every((character) => character === '\n' || character >= ' ')).toBe(true);
    expect(problem.line).toBeGreaterThanOrEqual(0);
  }
  if (scenario !== null) expectSound(scenario);
}

/** No number of a checked scenario is NaN or infinite, and zones sum up. */
function expectSound(scenario: Scenario): void {
  const numbers = (value: unknown): void => {
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) numbers(each);
  };
  const { positions: _, ...rest } = scenario;
  numbers(rest);
  for (const { deployments } of scenario.services) {
    for (const { servers, zones } of deployments)
      expect(zones.reduce((sum, zone) => sum + zone.servers, 0)).toBe(servers);
  }
}

const word = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'source',
    'value',
    'any-site',
    'shop',
    'login',
    'north',
    'a',
    'none',
    'never',
    'startup',
    '<<',
    '{}',
    '[]',
    '&x',
    '*x',
    '!!js/function x',
    '1e400',
    '.nan',
    '-5m',
    '0',
    '0s',
    '150%',
    '3m5x',
    '90',
    'null',
    '~',
    '""',
    '|',
    '\t',
    '\u001b[31m',
    '\uFFFD',
    '---',
    '2024-05-13T09:00:00',
    '40000d',
    '{ value: 3 }',
    '{ mean: 4h }',
    '[1, [2, { a: 3 }]]',
  ),
  fc.string({ maxLength: 8 }),
);

const RUNS = { numRuns: 120 };

describe('a scenario file', () => {
  it('that says everything there is to say is taken', () => {
    expect(check(RICH).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expectAnAnswer(RICH);
    expectAnAnswer(RICH, { layout: 'better' });
  });

  it('with pieces cut out, doubled or replaced has an answer', () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 40 }), by: word });
    fc.assert(
      fc.property(fc.constantFrom(RICH, ...TEXTS), fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        const mutated = edits.reduce((t, { at, length, by }) => {
          const start = t.length === 0 ? 0 : at % t.length;
          return t.slice(0, start) + by + t.slice(start + length);
        }, text);
        expectAnAnswer(mutated);
      }),
      RUNS,
    );
  });

  it('with any value replaced by any other, or left out, has an answer', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      word,
      fc.constantFrom(0, -1, 1e15, 1e300, 0.5, true, null, [], {}),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean(), value), { minLength: 1, maxLength: 5 }), (edits) => {
        const document = parse(RICH) as Record<string, unknown>;
        for (const [at, remove, by] of edits) replaceAt(document, at, remove, by);
        expectAnAnswer(stringify(document));
        expectAnAnswer(JSON.stringify(document));
      }),
      RUNS,
    );
  });

  it('with any setting has an answer', () => {
    const step = fc.oneof(
      fc.constantFrom(
        'services',
        'shop',
        'users',
        'peak',
        'faults[0]',
        'at',
        'recovery',
        'teams',
        'platform',
        'needs',
        'login',
        'expect[1]',
        'atMost',
        'sites',
        'north',
        'zones',
        'a',
        'layouts',
        'kind',
      ),
      word,
    );
    const setting = fc
      .tuple(fc.array(step, { minLength: 1, maxLength: 5 }), word)
      .map(([path, value]) => `${path.join('.')}=${value}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(setting, word), { maxLength: 3 }), (set) => expectAnAnswer(RICH, { set })),
      RUNS,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('of any text at all has an answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 })), (text) =>
        expectAnAnswer(text),
      ),
      RUNS,
    );
  });

  it('says the same with its keys in any order', () => {
    const plain = (scenario: Scenario | null): unknown => {
      const { positions: _, sha256: __, ...rest } = scenario as Scenario;
      // `order` is the place in the file, for those who list; of lists it is part of what the file says.
      return JSON.parse(
        JSON.stringify(rest, (key, value) => (key === 'order' && typeof value === 'number' ? 0 : value)),
      );
    };
    const expected = plain(check(RICH).scenario);
    const document = parse(RICH) as Record<string, unknown>;
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 1_000_000 })), (numbers) => {
        const shuffled = shuffle(document, () => numbers.next().value as number, true);
        expect(plain(check(stringify(shuffled)).scenario)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

/** Replaces or removes the value that is `at`-th, counted through the document. */
function replaceAt(document: Record<string, unknown>, at: number, remove: boolean, by: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      places.push([value as Record<string, unknown>, key]);
      visit(child);
    }
  };
  visit(document);
  if (places.length === 0) return;
  const [holder, key] = places[at % places.length];
  if (!remove) holder[key] = by;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** Mappings in another order, but the layouts, of which the first is the one that runs. */
function shuffle(value: unknown, next: () => number, top = false): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffle(each, next));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]): [number, string, unknown] => [
    next(),
    key,
    top && key === 'layouts' ? child : shuffle(child, next),
  ]);
  return Object.fromEntries(entries.sort((a, b) => a[0] - b[0]).map(([, key, child]) => [key, child]));
}
