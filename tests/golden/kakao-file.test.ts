/**
 * What the Kakao file promises about itself in its header: every value has an origin, and none is there to set when one
 * named service is back.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkScenario, loadScenario } from '../../src/index.js';

const FILE = 'scenarios/kakao-2022.yaml';
const text = readFileSync(join(import.meta.dirname, '../..', FILE), 'utf8');
const scenario = loadScenario(text, { file: FILE });

/** Choices and not claims about the world: versions, length of the run, aims, places in a list. */
const CHOICES = /^(firebreak|duration|expect\[|.*\.order$)/;
const QUANTITY = /^\d/;

describe('The Kakao file', () => {
  it('has no warnings, in any layout', () => {
    expect(checkScenario(text, { file: FILE }).problems).toEqual([]);
    expect(scenario.layouts).toEqual([
      'as-it-was',
      'tools-elsewhere',
      'store-copied',
      'tools-and-store',
      'within-an-hour',
      'warm-standby',
      'active-active',
      'three-sites',
      'power-at-once',
    ]);
  });

  it('says of every quantity where it comes from, or that it is assumed', () => {
    const { layouts: _, ...rest } = parse(text) as Record<string, unknown>;
    expect(withoutOrigin(rest, '', false)).toEqual([]);
  });

  it('names every service, substitute and shared part of the daily and of Kakao’s findings', () => {
    const ids = [...scenario.services, ...scenario.journeys, ...scenario.substitutes].map(({ id }) => id);
    const wallet = [
      'wallet',
      'certificate',
      'e-documents',
      'digital-card',
      'wallet-qr',
      'name-card',
      'my-subscription',
    ];
    const money = ['pay-payment', 'pay-services', 'pay-rest', 'bank'];
    const mail = ['daum-mail', 'kakao-mail', 'mail-to-daum', 'mail-to-kakao'];
    const talk = ['talk-text', 'talk-images', 'talk-video-files', 'talk-channel', 'talk-drawer', 'pc-login', 'login'];
    const others = ['games', 'webtoon', 'zigzag', 'daum-portal', 'hairshop', 'taxi', 'navi', 'map', 'bike', 'melon'];
    const left = ['line', 'telegram', 'naver-map', 'ut', 'tmap'];
    const tools = ['failover-controller', 'image-registry', 'deploy-tool', 'secret-store', 'monitoring'];
    const stores = ['metadata', 'object-store', 'auth-cache-pangyo'];
    for (const id of [wallet, money, mail, talk, others, left, tools, stores].flat()) expect(ids, id).toContain(id);
  });

  it('names everything in English and Korean', () => {
    const { sites, services, journeys, substitutes } = scenario;
    const teams = scenario.recovery.teams;
    for (const { id, name } of [...sites, ...services, ...journeys, ...substitutes, ...teams]) {
      expect(name.en, id).toBeTruthy();
      expect(name.ko, id).toMatch(/[가-힣]/);
    }
  });

  it('has 32,000 servers in Pangyo, by its rule: so many by class, times one, two or four by the people who need it', () => {
    const base: Record<string, number> = { front: 150, stateful: 300, large: 600, archive: 600, tool: 40 };
    expect(scenario.sites.find(({ id }) => id === 'pangyo')?.servers).toBe(32_000);
    for (const { id, class: kind, deployments } of scenario.services) {
      const servers = deployments.filter(({ role }) => role === 'active').reduce((sum, each) => sum + each.servers, 0);
      // The authentication cache is one service in two parts: 70 % and 30 % of 1,200.
      const share = { 'auth-cache': 0.7, 'auth-cache-pangyo': 0.3 }[id] ?? 1;
      const people = peopleOf(id);
      const times = kind === 'tool' || people < 2e6 ? 1 : people < 10e6 ? 2 : 4;
      expect(servers, id).toBe(base[kind] * times * share);
    }
  });

  it('gives no service a duration of its own: they belong to classes, each of several services', () => {
    const used = new Map<string, number>();
    for (const { class: kind } of scenario.services) used.set(kind, (used.get(kind) ?? 0) + 1);
    for (const [kind, services] of used) expect(services, kind).toBeGreaterThanOrEqual(4);
    const promoted = scenario.services.filter(({ deployments }) => deployments.some(({ role }) => role !== 'active'));
    const plans = new Set(promoted.map(({ failover: { team: _, ...plan } }) => JSON.stringify(plan)));
    expect(plans.size).toBe(1);
    expect(scenario.services.flatMap(({ needs }) => needs).filter(({ byHand }) => byHand !== null)).toEqual([]);
  });

  it('puts several services into every zone', () => {
    for (const zone of ['a1', 'a2', 'b1', 'b2', 'b3']) {
      const there = scenario.services.filter(({ deployments }) =>
        deployments.some(({ site, zones }) => site === 'pangyo' && zones.some((part) => part.zone === zone)),
      );
      expect(there.length, zone).toBeGreaterThanOrEqual(3);
    }
  });
});

/** Paths of quantities that have neither `source` nor `assumed` beside or above them. */
function withoutOrigin(node: unknown, path: string, told: boolean): string[] {
  if (CHOICES.test(path)) return [];
  if (typeof node !== 'object' || node === null) return told || !QUANTITY.test(String(node)) ? [] : [path];
  if (Array.isArray(node)) return node.flatMap((item, i) => withoutOrigin(item, `${path}[${i}]`, told));
  const known = told || 'source' in node || 'assumed' in node;
  const entries = Object.entries(node).filter(([key]) => !['source', 'assumed', 'name', 'title'].includes(key));
  return entries.flatMap(([key, value]) => withoutOrigin(value, path === '' ? key : `${path}.${key}`, known));
}

/** People who use it at once, or the most who use something that calls it. */
function peopleOf(id: string, seen: readonly string[] = []): number {
  const all = [...scenario.services, ...scenario.journeys];
  const people = scenario.populations[0].people;
  const own = (all.find((each) => each.id === id)?.users?.share ?? 0) * people;
  const callers = all.filter(({ needs }) => needs.some(({ service, kind }) => service === id && kind === 'required'));
  return Math.max(
    own,
    ...callers.filter((each) => !seen.includes(each.id)).map((each) => peopleOf(each.id, [...seen, id])),
  );
}
