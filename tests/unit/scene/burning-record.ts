/**
 * A record written by hand: two sites, a fire in one, a service that survives, one that is blocked and one that
 * recovers. Minutes from the start: 3 the west loses power, 63 it has power again, 73 mail is back.
 */
import { type RunRecord, STATES, type State } from '../../../src/record/record.js';
import { createRecorder } from '../../../src/record/record-writer.js';
import { type Reading, readRun } from '../../../src/results/reading.js';
import type { Scenario } from '../../../src/scenario/model.js';
import { buildScenario } from '../../support/scenario-builder.js';
import { FACTS } from '../record/facts.js';

export const MINUTE = 60e6;

export function burningScenario(): Scenario {
  const built = buildScenario({
    id: 'burning',
    start: { epochMilliseconds: FACTS.startEpochMilliseconds, offsetMinutes: 540 },
    durationSeconds: 7200,
    sites: { west: { zones: { a: 0.5, b: 0.5 } }, east: {} },
    services: {
      talk: {
        deployments: { west: { servers: 10 }, east: { servers: 10 } },
        users: { peakPerSecond: 100 },
        needs: [{ service: 'login' }],
      },
      login: { deployments: { west: { servers: 4 }, east: { servers: 4, role: 'warm-standby' } } },
      mail: {
        deployments: { west: { servers: 6 } },
        users: { peakPerSecond: 50 },
        needs: [{ service: 'login' }, { service: 'deploy-tool', kind: 'operate' }],
      },
      'deploy-tool': { deployments: { west: { servers: 1 } } },
    },
    journeys: { chat: { users: { peakPerSecond: 10 }, needs: [{ service: 'talk' }] } },
    faults: [{ kind: 'power-loss', atSeconds: 180, parameters: { site: 'west' } }],
    history: {
      sinceSeconds: 180,
      rows: [
        {
          id: 'mail',
          order: 0,
          path: 'history.rows[0]',
          service: 'mail',
          milestone: 'restored',
          afterSeconds: 3600,
          bySeconds: 4800,
          source: 'a notice',
        },
      ],
    },
  });
  return { ...built, title: { en: 'The burning of <west>', ko: '서쪽의 화재' } };
}

export function burningRecord(scenario: Scenario): RunRecord {
  const recorder = createRecorder();
  const site = recorder.entity('site', 'west', [], 'sites.west');
  const zones = ['a', 'b'].map((zone) => recorder.entity('zone', `west/${zone}`, [site]));
  const fault = recorder.entity('fault', 'fault-000');
  const subjects = [...scenario.services, ...scenario.journeys].map((each) => {
    const kind = 'deployments' in each ? 'service' : 'journey';
    const entity = recorder.entity(kind, each.id, [], each.path);
    recorder.level(0, entity, 'state', 0);
    recorder.level(0, entity, 'cause', 0);
    recorder.level(0, entity, 'blocked', 0);
    recorder.level(0, entity, 'share', 1);
    if (each.users) recorder.level(0, entity, 'wanted', each.users.peakPerSecond);
    else recorder.level(0, entity, 'asked', 10);
    return [each.id, entity] as const;
  });
  const service = new Map(subjects);
  const deployments = new Map<string, number>();
  for (const { id, deployments: all } of scenario.services) {
    for (const { site: where, servers, role, capacityPerServer } of all) {
      const entity = recorder.entity('deployment', `${id}@${where}`, [service.get(id) as number]);
      deployments.set(`${id}@${where}`, entity);
      recorder.level(0, entity, 'state', STATES.indexOf(role === 'active' ? 'up' : 'standby'));
      recorder.level(0, entity, 'servers', servers);
      recorder.level(0, entity, 'capacity', servers * capacityPerServer);
      recorder.level(0, entity, 'offered', role === 'active' ? servers * 50 : 0);
    }
  }
  recorder.level(0, site, 'powered', 1);
  recorder.level(0, site, 'up', 21);
  for (const zone of zones) recorder.level(0, zone, 'powered', 1);

  const change = (
    minute: number,
    id: string,
    to: State,
    share: number,
    cause: number,
    blocked: number,
    because: number,
  ): number => {
    const entity = service.get(id) as number;
    const from = recorder.current(entity, 'state');
    const code = STATES.indexOf(to);
    const event = recorder.event(minute * MINUTE, 'state.changed', entity, [because], from, code, share);
    recorder.level(minute * MINUTE, entity, 'state', code);
    recorder.level(minute * MINUTE, entity, 'share', share);
    recorder.level(minute * MINUTE, entity, 'cause', cause);
    recorder.level(minute * MINUTE, entity, 'blocked', blocked);
    return event;
  };

  const began = recorder.event(3 * MINUTE, 'fault.began', fault, []);
  const lost = recorder.event(3 * MINUTE, 'power.lost', site, [began], 21);
  recorder.level(3 * MINUTE, site, 'powered', 0);
  recorder.level(3 * MINUTE, site, 'up', 0);
  for (const zone of zones) recorder.level(3 * MINUTE, zone, 'powered', 0);
  for (const id of ['talk', 'login', 'mail', 'deploy-tool']) {
    const entity = deployments.get(`${id}@west`) as number;
    recorder.level(3 * MINUTE, entity, 'state', STATES.indexOf('down'));
    recorder.level(3 * MINUTE, entity, 'servers', 0);
    recorder.level(3 * MINUTE, entity, 'capacity', 0);
  }
  const login = change(3, 'login', 'down', 0, 2, 0, lost);
  change(3, 'mail', 'down', 0, 2, 0, lost);
  change(4, 'talk', 'degraded', 0.8, 3, 1, login);
  change(4, 'chat', 'degraded', 0.8, 3, 1, login);
  const east = deployments.get('talk@east') as number;
  recorder.level(4 * MINUTE, east, 'offered', 1420);
  recorder.level(4 * MINUTE, east, 'state', STATES.indexOf('overloaded'));
  recorder.level(4 * MINUTE, east, 'blocked', 1);
  const power = recorder.event(63 * MINUTE, 'power.returned', site, [lost], 21);
  recorder.level(63 * MINUTE, site, 'powered', 1);
  recorder.level(63 * MINUTE, site, 'up', 21);
  for (const zone of zones) recorder.level(63 * MINUTE, zone, 'powered', 1);
  change(63, 'mail', 'recovering', 0, 2, 0, power);
  change(70, 'login', 'up', 1, 0, 0, power);
  change(73, 'mail', 'up', 1, 0, 0, power);
  change(74, 'talk', 'up', 1, 0, 0, power);
  change(74, 'chat', 'up', 1, 0, 0, power);
  return recorder.finish({
    ...FACTS,
    scenario: { id: scenario.id, sha256: scenario.sha256 },
    durationMicroseconds: 120 * MINUTE,
    originMicroseconds: 3 * MINUTE,
  });
}

export function burning(): Reading {
  const scenario = burningScenario();
  return readRun(scenario, burningRecord(scenario));
}
