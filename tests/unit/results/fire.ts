/**
 * A fire told by hand. At 60 s Pangyo's zone a1 loses power; the object store is there; mail, in Anyang, needs it.
 * Mail is down from 64 s on, back at 1860 s. The bank, in Anyang, needs nobody.
 */
import { CAUSES, STATES } from '../../../src/record/record.js';
import type { Reading } from '../../../src/results/reading.js';
import type { Scenario } from '../../../src/scenario/model.js';
import { deployment, need, reading, scenario, service, site, users } from './synthetic.js';

const SECOND = 1e6;
const UP = STATES.indexOf('up');
const DOWN = STATES.indexOf('down');
const [SITE, DEPENDENCY] = (['site', 'dependency'] as const).map((cause) => CAUSES.indexOf(cause));

export function fireScenario(over: Partial<Scenario> = {}): Scenario {
  return scenario({
    sites: [
      site('pangyo', { name: { en: 'SK C&C Pangyo', ko: 'SK C&C 판교' } }),
      site('anyang', { order: 1, name: { en: 'Anyang', ko: '안양' } }),
    ],
    services: [
      service('bank', { order: 2, users: users(), deployments: [deployment('anyang')] }),
      service('mail', {
        order: 0,
        name: { en: 'Mail', ko: '메일' },
        users: users(),
        deployments: [deployment('anyang')],
        needs: [need('object-store')],
      }),
      service('object-store', { order: 1, name: { en: 'Object store', ko: '오브젝트 저장소' } }),
    ],
    faults: [
      {
        id: 'power-loss-1',
        order: 0,
        path: 'faults[0]',
        kind: 'power-loss',
        atSeconds: 60,
        untilSeconds: null,
        parameters: { site: 'pangyo', zones: ['a1'] },
      },
    ],
    positions: {
      'faults[0]': [12, 5],
      'sites.pangyo.zones.a1': [7, 9],
      'services.object-store': [41, 3],
      'services.mail': [83, 3],
      'expect[0]': [99, 5],
    },
    ...over,
  });
}

export function fire(over: Partial<Scenario> = {}): Reading {
  return reading(
    fireScenario(over),
    {
      mail: {
        share: [
          [0, 1],
          [64, 0],
          [1860, 1],
        ],
        wanted: [[0, 100]],
        state: [
          [0, UP],
          [64, DOWN],
          [1860, UP],
        ],
        cause: [
          [0, 0],
          [64, DEPENDENCY],
          [1860, 0],
        ],
        blocked: [
          [0, 0],
          [64, 1],
          [1860, 0],
        ],
      },
      bank: { share: [[0, 1]], wanted: [[0, 100]], state: [[0, UP]] },
      'object-store': {
        share: [
          [0, 1],
          [60, 0],
          [1800, 1],
        ],
        asked: [[0, 100]],
        state: [
          [0, UP],
          [60, DOWN],
          [1800, UP],
        ],
        cause: [
          [0, 0],
          [60, SITE],
          [1800, 0],
        ],
      },
    },
    { originMicroseconds: 60 * SECOND },
    (recorder) => {
      const zone = recorder.entity('zone', 'pangyo/a1');
      const place = recorder.entity('deployment', 'object-store@pangyo');
      const store = recorder.entity('service', 'object-store');
      const mail = recorder.entity('service', 'mail');
      const began = recorder.event(
        60 * SECOND,
        'fault.began',
        recorder.entity('fault', 'power-loss-1', [], 'faults[0]'),
        [],
      );
      const power = recorder.event(60 * SECOND, 'power.lost', zone, [began], 50);
      const servers = recorder.event(60 * SECOND, 'servers.lost', place, [power], 10, 0);
      const storeDown = recorder.event(60 * SECOND, 'state.changed', store, [servers], UP, DOWN, 0);
      recorder.event(64 * SECOND, 'state.changed', mail, [storeDown], UP, DOWN, 0);
      const back = recorder.event(1800 * SECOND, 'power.returned', zone, [power], 50);
      const storeUp = recorder.event(1800 * SECOND, 'state.changed', store, [back], DOWN, UP, 1);
      recorder.event(1860 * SECOND, 'state.changed', mail, [storeUp], DOWN, UP, 1);
      recorder.level(0, recorder.entity('site', 'pangyo'), 'up', 100);
      recorder.level(60 * SECOND, recorder.entity('site', 'pangyo'), 'up', 50);
    },
  );
}
