import { describe, expect, it } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import type { Dependency } from '../../../../src/scenario/model.js';
import { audit } from '../../../../src/studies/audit/audit.js';
import { activeIn, auditFindings } from '../../../support/audit-findings.js';
import { buildScenario, type ScenarioSpec, type ServiceSpec } from '../../../support/scenario-builder.js';

const users = { peakPerSecond: 10 };
const task = { duration: constant(600), team: 'people', people: 1 };
const TWO = { north: {}, south: {} };

describe('a tool inside what it repairs', () => {
  const spec = (
    tool: readonly string[],
    deployments: ServiceSpec['deployments'] = { north: {}, south: { role: 'warm-standby' } },
  ): ScenarioSpec => ({
    sites: TWO,
    classes: { plain: { start: task, byHandFactor: 1 } },
    services: {
      shop: {
        users,
        deployments,
        failover: { byHandFactor: 12 },
        needs: [{ service: 'controller', kind: 'operate' }],
      },
      controller: { deployments: activeIn(...tool) },
    },
    recovery: { teams: { people: { people: 2 } } },
  });

  it('is an error when it promotes the standbys of the site that it stands in', () => {
    const [found] = audit(buildScenario(spec(['north']))).findings;
    expect(found).toMatchObject({ severity: 'error', rule: 'tool-inside', subject: 'controller', affected: ['shop'] });
    expect(found.message).toBe(
      'controller stands only in north, and is what promotes the standbys of shop (12 times slower by hand) when north fails',
    );
  });

  it('is none when it stands in both sites, or beside the standby', () => {
    expect(auditFindings(spec(['north', 'south']))).toEqual([]);
    expect(auditFindings(spec(['south']))).toEqual([]);
  });

  it('is none when there is nothing that it would promote, and work by hand is as quick', () => {
    expect(auditFindings(spec(['north'], { north: {}, south: {} }), 'tool-inside')).toEqual([]);
  });

  it('is a warning when it only restarts what stands beside it, and people are slower', () => {
    const restarts: ScenarioSpec = {
      ...spec(['north'], { north: {}, south: {} }),
      classes: { plain: { start: task, byHandFactor: 3 } },
    };
    expect(auditFindings(restarts, 'tool-inside')).toEqual(['warning tool-inside controller']);
  });

  it('is a warning when the servers of its site boot quickly by it alone', () => {
    const boots = (byToolPerHour: number): ScenarioSpec => ({
      sites: TWO,
      services: {
        shop: { users, deployments: activeIn('north', 'south') },
        deployer: { deployments: activeIn('north') },
      },
      recovery: {
        teams: { hands: { people: 4 } },
        boot: { tools: ['deployer'], team: 'hands', byHandPerHour: 100, byToolPerHour },
      },
    });
    expect(auditFindings(boots(1000))).toEqual(['warning tool-inside deployer']);
    // Four people boot 400 servers an hour.
    expect(auditFindings(boots(400))).toEqual([]);
  });
});

describe('a start-up circle', () => {
  const spec = (byHand: Dependency['byHand'], sites: readonly string[]): ScenarioSpec => ({
    sites: TWO,
    services: {
      shop: { users, deployments: activeIn('north', 'south') },
      login: { deployments: activeIn(...sites), needs: [{ service: 'deployer', kind: 'startup' }] },
      deployer: { deployments: activeIn(...sites), needs: [{ service: 'login', kind: 'startup', byHand }] },
    },
  });

  it('is an error when nothing breaks it', () => {
    expect(auditFindings(spec(null, ['north']))).toEqual(['error start-up-circle deployer']);
    expect(auditFindings(spec(null, ['north', 'south']))).toEqual(['error start-up-circle deployer']);
  });

  it('is a warning when one site takes all of it down and it is broken by hand, with what that costs', () => {
    const [found] = audit(buildScenario(spec(constant(4 * 3600), ['north']))).findings;
    expect(found.severity).toBe('warning');
    expect(found.message).toBe(
      'deployer → login → deployer need each other to come back; when north is lost only work by hand, about 4 h gets them going',
    );
  });

  it('is none when it can be broken and no single site takes all of it down, or when one can start without the other', () => {
    expect(auditFindings(spec(constant(4 * 3600), ['north', 'south']))).toEqual([]);
    const line = spec(null, ['north']);
    const { deployer, ...services } = line.services;
    expect(auditFindings({ ...line, services: { ...services, deployer: { ...deployer, needs: [] } } })).toEqual([]);
  });
});

describe('data', () => {
  const spec = (data: NonNullable<ServiceSpec['data']>): ScenarioSpec => ({
    sites: { ...TWO, vault: {} },
    services: { records: { users, deployments: activeIn('north', 'south'), data } },
  });
  const backups = (site: string): { readonly backups: { everySeconds: number; site: string; keep: null } } => ({
    backups: { everySeconds: 86_400, site, keep: null },
  });
  const rules = (data: NonNullable<ServiceSpec['data']>): readonly string[] =>
    auditFindings(spec(data)).filter((each) => /data|backup/.test(each));

  it('in one site without a backup is an error', () => {
    expect(rules({ copies: ['north'] })).toEqual(['error data-in-one-site records']);
  });

  it('with backups beside its only copy is an error, with backups elsewhere none', () => {
    expect(rules({ copies: ['north'], ...backups('north') })).toEqual(['error backup-beside-original records']);
    expect(rules({ copies: ['north'], ...backups('vault') })).toEqual([]);
  });

  it('with backups beside one of several copies is none: no fire takes all', () => {
    expect(rules({ copies: ['north', 'south'], ...backups('north') })).toEqual([]);
  });

  it('that is copied and never backed up is a warning, unless a copy is kept behind', () => {
    const lagging = (lagSeconds: number): readonly string[] => rules({ copies: ['north', 'south'], lagSeconds });
    expect(lagging(5)).toEqual(['warning replicas-without-backup records']);
    expect(lagging(3600)).toEqual([]);
  });
});

describe('a standby that was never tested', () => {
  const spec = (failChance: number, role: 'active' | 'warm-standby'): ScenarioSpec => ({
    sites: TWO,
    services: { shop: { users, deployments: { north: {}, south: { role } }, failover: { failChance } } },
  });

  it('is told where its promotion is taken to fail half of the time', () => {
    expect(auditFindings(spec(0.5, 'warm-standby'))).toEqual(['warning standby-never-tested shop']);
  });

  it('is none where promotions fail now and then, or nothing stands by', () => {
    expect(auditFindings(spec(0.05, 'warm-standby'))).toEqual([]);
    expect(auditFindings(spec(0.5, 'active'))).toEqual([]);
  });
});
