/**
 * The Kakao scenario against October 2022, on twenty seeds: what the run document has to say for it to be believed.
 *
 * Times of the clock are those of the scenario's header (KST); the document counts from T+0, which is 15:22.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type HistoryResult,
  type Journey,
  type LoadedScenario,
  loadScenario,
  type Reading,
  type RunDocument,
  run,
  type Service,
  type Users,
  wentDown,
} from '../../src/index.js';

const FILE = 'scenarios/kakao-2022.yaml';
const text = readFileSync(join(import.meta.dirname, '../..', FILE), 'utf8');
const scenario = loadScenario(text, { file: FILE });
/** Expectations are judged once below: `survives` burns every site, which twenty seeds need not repeat. */
const unjudged: LoadedScenario = { ...scenario, expectations: [] };
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

/** Lost in steps until 16:03, and the rest with the whole building at 16:52. */
const FIRST_CUT = new Set(['b1', 'b2', 'b3']);
const FIRST_HALF_DOWN = Date.parse('2022-10-15T16:03:00+09:00');
const BUILDING_OFF = Date.parse('2022-10-15T16:52:00+09:00');

const runs = new Map<number, { readonly document: RunDocument; readonly reading: Reading }>();
const documentOf = (seed: number): RunDocument => runs.get(seed)?.document as RunDocument;
const historyOf = (seed: number): HistoryResult => documentOf(seed).history as HistoryResult;

beforeAll(() => {
  for (const seed of SEEDS) {
    const { document, reading } = run(unjudged, { seed });
    runs.set(seed, { document, reading });
  }
});

describe.each(SEEDS)('Kakao, seed %i', (seed) => {
  it('has half of the servers down at 16:03, and none up once the building is off', () => {
    expect(serversAt(seed, '2022-10-15T16:03:00+09:00')).toBe(16_000);
    expect(serversAt(seed, '2022-10-15T16:52:00+09:00')).toBe(0);
  });

  it('has the servers back that were back at three times', () => {
    // 12,000 in most papers, 16,000 in one.
    expect(serversAt(seed, '2022-10-16T11:30:00+09:00')).toBeGreaterThanOrEqual(12_000);
    expect(serversAt(seed, '2022-10-16T11:30:00+09:00')).toBeLessThanOrEqual(16_000);
    // 9,000 to 10,000 of 32,000 without power.
    expect(serversAt(seed, '2022-10-18T12:00:00+09:00')).toBeGreaterThanOrEqual(22_000);
    expect(serversAt(seed, '2022-10-18T12:00:00+09:00')).toBeLessThanOrEqual(23_000);
    // "About 31,000": 3 % of 32,000 dead leaves 31,040.
    expect(serversAt(seed, '2022-10-19T08:00:00+09:00')).toBeGreaterThan(30_900);
    expect(serversAt(seed, '2022-10-19T08:00:00+09:00')).toBeLessThan(31_200);
  });

  it('has at least four fifths of the scored rows inside, or within a fifth of the nearest end', () => {
    const scored = historyOf(seed).rows.filter(({ inside }) => inside !== null);
    const near = scored.filter(({ relativeDistance }) => relativeDistance !== null && relativeDistance <= 0.2);
    expect(scored).toHaveLength(16);
    expect(near.length).toBeGreaterThanOrEqual(0.8 * scored.length);
  });

  it('brings services back in the order in which they came back', () => {
    expect(historyOf(seed).spearman).toBeGreaterThanOrEqual(0.9);
  });

  it('beats every trivial predictor, also those that have seen the answers', () => {
    const { inside, spearman, baselines } = historyOf(seed);
    expect(baselines.map(({ name }) => name)).toEqual(['half-power', 'all-power', 'mean', 'zone-and-class']);
    for (const baseline of baselines) {
      expect(inside, baseline.name).toBeGreaterThan(baseline.inside);
      // A predictor that says the same of every row ranks nothing.
      expect(spearman, baseline.name).toBeGreaterThan(baseline.spearman ?? -1);
    }
  });

  it('brings everything back by the end of 20 October, give or take a quarter', () => {
    const last = Date.parse('2022-10-15T15:30:00+09:00') + 127.5 * 1.25 * 3_600_000;
    for (const { id, fullFunctionAt, firstFailedAt } of [...documentOf(seed).services, ...documentOf(seed).journeys]) {
      if (firstFailedAt !== null) expect(time(fullFunctionAt), id).toBeLessThan(last);
    }
  });
});

describe('Kakao goes down', () => {
  const { document, reading } = run(unjudged, { seed: 1 });
  const subjects = [...document.services, ...document.journeys];

  it('at 15:22 in the machines, and at 15:27 for people, as on the ministry’s clock', () => {
    expect(time(document.originAt)).toBe(Date.parse('2022-10-15T15:22:00+09:00'));
    const first = Math.min(...subjects.flatMap(({ firstDownAt }) => (firstDownAt === null ? [] : [time(firstDownAt)])));
    expect(first).toBe(Date.parse('2022-10-15T15:27:00+09:00'));
  });

  it('with the zones that were cut first where what it requires stands in them, else with the building', () => {
    for (const { id, firstDownAt } of subjects) {
      if (fallsWith(id, inZones(FIRST_CUT))) expect(time(firstDownAt), id).toBeLessThan(FIRST_HALF_DOWN);
      else if (fallsWith(id, inPangyo)) expect(minutesAfter(firstDownAt, BUILDING_OFF), id).toBeLessThan(1);
      else expect(firstDownAt, id).toBeNull();
    }
  });

  it('by a cause that names the zone', () => {
    for (const { id, firstDownAt } of subjects) {
      if (firstDownAt === null) continue;
      const subject = reading.subjects.find((each) => each.id === id);
      const chain = subject === undefined ? [] : wentDown(reading, subject);
      const zones = chain.filter(({ rule }) => rule === 'power.lost').map(({ subject: zone }) => zone);
      expect(zones.length, id).toBeGreaterThan(0);
      const early = fallsWith(id, inZones(FIRST_CUT));
      for (const zone of zones) expect(zone, id).toMatch(early ? /^pangyo\/b[123]$/ : /^pangyo\/[ab]\d$/);
    }
  });
});

describe('The request rates that nobody published', () => {
  it('move no time of return when they are halved or doubled, as the header says', () => {
    const returns = ({ document }: { readonly document: RunDocument }) =>
      [...document.services, ...document.journeys].map(({ id, firstFunctionAt, restoredAt, fullFunctionAt }) => [
        id,
        firstFunctionAt,
        restoredAt,
        fullFunctionAt,
      ]);
    const was = returns(run(unjudged, { seed: 1 }));
    for (const factor of [0.5, 2]) expect(returns(run(withRates(factor), { seed: 1 }))).toEqual(was);
  });
});

describe('What Kakao’s layouts change', () => {
  it('the expectations of the layout as it was: two are met, four are not', () => {
    const verdicts = run(scenario, { seed: 1 }).document.expectations.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['met', 'failed', 'failed', 'met', 'failed', 'failed']);
  });

  it('repair tools in another building bring text back hours earlier, and images not at all', () => {
    const elsewhere = firstFunctions('tools-elsewhere');
    const was = firstFunctions('as-it-was');
    expect(elsewhere('talk-text')).toBeLessThan(was('talk-text') - 4);
    expect(elsewhere('talk-images')).toBeGreaterThan(20);
  });

  it('an object store in another building brings images back within two hours of text', () => {
    const copied = firstFunctions('store-copied');
    expect(copied('talk-images') - copied('talk-text')).toBeLessThan(2);
  });

  it('full power ten hours in would have brought Daum Mail forward by more than a day', () => {
    const was = firstFunctions('as-it-was')('daum-mail');
    expect(firstFunctions('power-at-once')('daum-mail')).toBeLessThan(was - 24);
  });
});

function serversAt(seed: number, clock: string): number {
  const { originAt, sites } = documentOf(seed);
  const after = (Date.parse(clock) - time(originAt)) / 1000;
  const steps = sites.find(({ id }) => id === 'pangyo')?.servers ?? [];
  return steps.filter(({ afterSeconds }) => afterSeconds <= after).at(-1)?.up ?? Number.NaN;
}

function time(instant: string | null): number {
  return instant === null ? Number.NaN : Date.parse(instant);
}

function minutesAfter(instant: string | null, since: number): number {
  const minutes = (time(instant) - since) / 60_000;
  return minutes >= 0 ? minutes : Number.NaN;
}

type Lost = (service: Service) => boolean;

const inPangyo: Lost = ({ deployments }) =>
  deployments.every(({ role, site }) => role !== 'active' || site === 'pangyo');

function inZones(zones: ReadonlySet<string>): Lost {
  return (service) =>
    inPangyo(service) &&
    service.deployments.every((each) => each.role !== 'active' || each.zones.every(({ zone }) => zones.has(zone)));
}

/** Whether all of it that serves, or all of something that it requires, is lost. */
function fallsWith(id: string, lost: Lost): boolean {
  const service = scenario.services.find((each) => each.id === id);
  const subject: Service | Journey | undefined = service ?? scenario.journeys.find((each) => each.id === id);
  if (service !== undefined && lost(service)) return true;
  const required = subject?.needs.filter(({ kind, calls }) => kind === 'required' && calls > 0.5) ?? [];
  return required.some((need) => fallsWith(need.service, lost));
}

function withRates(factor: number): LoadedScenario {
  const scaled = <T extends Users | null>(users: T): T =>
    users === null ? users : { ...users, peakPerSecond: users.peakPerSecond * factor };
  return {
    ...unjudged,
    services: unjudged.services.map((each) => ({ ...each, users: scaled(each.users) })),
    journeys: unjudged.journeys.map((each) => ({ ...each, users: scaled(each.users) })),
  };
}

/** Hours from T+0 to the first function of a service, in a layout. */
function firstFunctions(layout: string): (id: string) => number {
  const { document } = run({ ...loadScenario(text, { file: FILE, layout }), expectations: [] }, { seed: 1 });
  return (id) => {
    const found = [...document.services, ...document.journeys].find((each) => each.id === id);
    return (found?.firstFunctionAfterSeconds ?? Number.NaN) / 3600;
  };
}
