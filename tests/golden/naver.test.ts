/**
 * Naver against Kakao: everything that says how fast anything is repaired is the same, and only what stands where differs.
 *
 * So "nothing wholly down, back after 20 minutes to 12 hours" against 127 hours is owed to topology.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkScenario, type LoadedScenario, loadScenario, run } from '../../src/index.js';

const load = (id: string, layout?: string): LoadedScenario => {
  const file = `scenarios/${id}.yaml`;
  return loadScenario(readFileSync(file, 'utf8'), { file, layout });
};
const naver = load('naver-2022');
const kakao = load('kakao-2022');
const pangyo = ({ sites }: LoadedScenario) => sites.find(({ id }) => id === 'pangyo');
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
/** Functions that failed in the press. */
const FAILED = ['news-comments', 'shopping-live', 'receipt-review', 'papago-voice'];

describe('The Naver file', () => {
  it('has no warnings', () => {
    const file = 'scenarios/naver-2022.yaml';
    expect(checkScenario(readFileSync(file, 'utf8'), { file }).problems).toEqual([]);
  });

  it('has the building, the cuts and the power of Kakao’s', () => {
    expect(naver.start).toEqual(kakao.start);
    expect(pangyo(naver)?.zones).toEqual(pangyo(kakao)?.zones);
    expect(naver.faults).toEqual(kakao.faults);
    expect(naver.recovery.power).toEqual(kakao.recovery.power);
  });

  it('has Kakao’s classes with their durations, teams, order, strategy and boot', () => {
    expect(naver.classes).toEqual(kakao.classes);
    expect(naver.recovery).toEqual(kakao.recovery);
  });

  it('switches what people have to switch as Kakao did: the same decision, promotion, team and work by hand', () => {
    const byPeople = kakao.services.find(({ id }) => id === 'talk-text')?.failover;
    for (const id of ['shopping-live', 'receipt-review']) {
      expect(naver.services.find((each) => each.id === id)?.failover, id).toEqual(byPeople);
    }
    const automatic = naver.services.find(({ id }) => id === 'news-comments')?.failover;
    expect(automatic).toEqual({ ...byPeople, decide: null });
  });

  it('has a switch for every service that stands by, and servers by Kakao’s rule where all of it stands in one place', () => {
    const base: Record<string, number> = { front: 150, stateful: 300, large: 600, archive: 600, tool: 40 };
    for (const { id, class: kind, deployments } of naver.services.filter((each) => FAILED.includes(each.id))) {
      const times = id === 'news-comments' ? 2 : 1; // 12 % of 40 million read the news that they belong to
      expect(
        deployments.map(({ servers }) => servers),
        id,
      ).toEqual(deployments.map(() => base[kind] * times));
    }
  });
});

describe.each(SEEDS)('Naver, seed %i', (seed) => {
  const { document } = run(naver, { seed });
  const service = (id: string) => document.services.find((each) => each.id === id);

  it('meets what the file expects', () => {
    expect(document.expectations.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met', 'met']);
  });

  it('is down in four functions and in nothing that most people use', () => {
    const down = document.services.filter(({ downtimeSeconds }) => downtimeSeconds > 0).map(({ id }) => id);
    expect(down.sort()).toEqual([...FAILED].sort());
  });

  it('has them back after about 20 minutes to 12 hours, the two with a clock at their time', () => {
    const hours = FAILED.map((id) => (service(id)?.restoredAfterSeconds ?? Number.NaN) / 3600);
    expect(Math.min(...hours)).toBeGreaterThan(0.25);
    expect(Math.min(...hours)).toBeLessThan(0.6);
    expect(Math.max(...hours)).toBeGreaterThan(10);
    expect(Math.max(...hours)).toBeLessThan(12);
    expect(document.history?.rows.flatMap(({ inside }) => inside ?? [])).toEqual([true, true]);
  });
});

describe('Naver with its tools where Kakao had them', () => {
  const was = run(naver, { seed: 1 }).document;
  const { document } = run(load('naver-2022', 'tools-in-pangyo'), { seed: 1 });

  it('still has search, but what stood by is switched by hand, hours later', () => {
    expect(document.expectations.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'failed', 'failed']);
    for (const id of ['news-comments', 'shopping-live', 'receipt-review']) {
      const hours = (of: typeof document) =>
        (of.services.find((each) => each.id === id)?.restoredAfterSeconds ?? Number.NaN) / 3600;
      expect(hours(document), id).toBeGreaterThan(hours(was) + 3);
    }
  });
});
