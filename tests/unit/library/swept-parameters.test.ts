import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSweep, sweepOver, sweptParameters, usualRange } from '../../../src/index.js';
import { inProcessPool } from '../../../src/studies/pool/in-process-pool.js';

const text = (name: string): string => readFileSync(`scenarios/${name}.yaml`, 'utf8');
const TWO = text('two-sites');

describe('what can be varied', () => {
  it('is every number that the file states in the layout, with its path', () => {
    const paths = sweptParameters(TWO, null).map(({ path, written }) => `${path}=${written}`);
    expect(paths).toContain('services.login.deploy.north.servers=10');
    expect(paths).toContain('services.shop.needs.login.timeout=500ms');
    expect(paths).toContain('faults[0].at=1h');
    // Not what is no number of the system.
    expect(paths.filter((path) => /^(firebreak|title|start|duration|expect|layouts)/.test(path))).toEqual([]);
    const other = sweptParameters(TWO, 'login-in-both').map(({ path }) => path);
    expect(other).toContain('services.login.deploy.south.servers');
    expect(paths).not.toContain('services.login.deploy.south.servers=10');
  });

  it('is without sources and degrees, and nothing in what cannot be read', () => {
    const paths = sweptParameters(text('kakao-2022'), null).map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.filter((path) => /source|assumed|\.at\[/.test(path))).toEqual([]);
    expect(sweptParameters('a: [', null)).toEqual([]);
  });

  it('has a usual range that the scenario takes', () => {
    const range = (path: string): string | null => usualRange(TWO, path, { file: 'two-sites.yaml' });
    expect(range('services.shop.needs.login.retries')).toBe('0..3:4');
    // The north has 40 servers, of which the shop has 20: twenty are left, and the steps are of two.
    expect(range('services.login.deploy.north.servers')).toBe('2..20:10');
    expect(range('services.shop.nothing')).toBeNull();
    // Tasks of the Kakao run hold two of these people: with fewer they could never begin.
    const people = 'recovery.teams.affiliates.people';
    expect(usualRange(text('kakao-2022'), people, { file: 'kakao-2022.yaml' })).toBe('2..15:14');
    for (const path of ['services.shop.capacity', 'recovery.power.north', 'services.shop.failover.decide.max'])
      expect(() => openSweep(TWO, { vary: `${path}=${range(path)}` })).not.toThrow();
  });
});

it('a sweep of one seed tells each run as it comes, with the curve of people affected', async () => {
  const told: [point: number, seed: string, parts: number][] = [];
  const open = openSweep(TWO, { vary: 'services.shop.needs.login.retries=0..1' });
  expect(open.points.map(({ setting }) => setting)).toEqual([
    { path: 'services.shop.needs.login.retries', written: '0' },
    { path: 'services.shop.needs.login.retries', written: '1' },
  ]);
  const document = await sweepOver(open.parameter, open.points, {
    pool: inProcessPool(),
    seeds: 5,
    seed: '7',
    measures: open.measures,
    parts: 24,
    told: ({ affected }, { point, seed }) => told.push([point, seed, affected.length]),
  });
  expect(told).toEqual([
    [0, '7', 24],
    [1, '7', 24],
  ]);
  expect(document).toMatchObject({ seeds: 1, seedsAsked: 1, partial: false });
});
