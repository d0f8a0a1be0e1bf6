import { describe, expect, it } from 'vitest';
import { CAUSES, STATES } from '../../../src/record/record.js';
import { MEASURES, measure } from '../../../src/results/measures.js';
import { data, deployment, journey, reading, scenario, service, site, users } from './synthetic.js';

const [SITE, DEPENDENCY, OVERLOAD] = (['site', 'dependency', 'overload'] as const).map((cause) =>
  CAUSES.indexOf(cause),
);
const OVERLOADED = STATES.indexOf('overloaded');

/*
 * An hour; the fault at 600 s. 1000 people, of whom all use chat and half use mail.
 * chat: 100/s wanted; all succeed up to 600 s, none up to 1500 s, 60 % up to 2400 s, then all.
 * mail:  20/s wanted at its peak of 40/s, so half of its 500 people; 20 % fail from 600 to 3000 s.
 * store: no users; asked 50/s; none succeed from 600 to 1500 s.
 */
const chat = service('chat', { order: 1, users: users({ revenuePerRequest: 0.5 }) });
const mail = service('mail', { order: 2, users: users({ share: 0.5, peakPerSecond: 40 }) });
const store = service('store', { order: 3, data: data(['pangyo']) });
const all = scenario({ services: [chat, mail, store], currency: 'KRW' });
const run = reading(
  all,
  {
    chat: {
      share: [
        [0, 1],
        [600, 0],
        [1500, 0.6],
        [2400, 1],
      ],
      wanted: [[0, 100]],
      succeeded: [
        [0, 100],
        [600, 0],
        [1500, 60],
        [2400, 100],
      ],
      cause: [
        [0, 0],
        [600, SITE],
        [1500, OVERLOAD],
        [2400, 0],
      ],
    },
    mail: {
      share: [
        [0, 1],
        [600, 0.8],
        [3000, 1],
      ],
      wanted: [[0, 20]],
      succeeded: [
        [0, 20],
        [600, 16],
        [3000, 20],
      ],
      cause: [
        [0, 0],
        [600, DEPENDENCY],
        [3000, 0],
      ],
    },
    store: {
      share: [
        [0, 1],
        [600, 0],
        [1500, 1],
      ],
      asked: [[0, 50]],
    },
  },
  { originMicroseconds: 600e6 },
);

const value = (name: string, of: string | null): number | null | undefined => measure(run, name, of)?.value;

describe('a service’s measures', () => {
  it('count requests that succeeded over requests wanted', () => {
    // chat: 100 x 600 + 60 x 900 + 100 x 1200 = 234,000 of 360,000
    expect(value('availability', 'chat')).toBeCloseTo(234 / 360, 12);
    // store has no users: asked x share, 50 x (3600 - 900) of 50 x 3600
    expect(value('availability', 'store')).toBeCloseTo(2700 / 3600, 12);
  });

  it('keep time under 50 % and time under 99 % apart', () => {
    expect(value('downtimeSeconds', 'chat')).toBe(900);
    expect(value('notUpSeconds', 'chat')).toBe(1800);
    expect(value('downtimeSeconds', 'mail')).toBe(0);
    expect(value('notUpSeconds', 'mail')).toBe(2400);
    expect(value('lowestShare', 'mail')).toBeCloseTo(0.8, 12);
  });

  it('count seconds of a return from the first fault that took effect', () => {
    expect(value('firstFunctionAfterSeconds', 'chat')).toBe(900);
    expect(value('restoredAfterSeconds', 'chat')).toBe(1800);
    // mail never lost its function; its last 600 s are just ten minutes
    expect(value('firstFunctionAfterSeconds', 'mail')).toBe(0);
    expect(value('restoredAfterSeconds', 'mail')).toBe(2400);
    expect(value('recoveredAfterSeconds', 'mail')).toBe(2400);
  });

  it('integrate people times the share refused', () => {
    // chat: 1000 people x (900 s x 1 + 900 s x 0.4) / 3600 = 350
    expect(value('userHoursLost', 'chat')).toBeCloseTo(350, 9);
    // mail: 1000 x 0.5 x 20/40 = 250 people x 0.2 x 2400 s / 3600
    expect(value('userHoursLost', 'mail')).toBeCloseTo((250 * 0.2 * 2400) / 3600, 9);
    expect(value('userHoursLost', 'store')).toBe(0);
    // chat: 100/s x (900 + 0.4 x 900)
    expect(value('requestsFailed', 'chat')).toBeCloseTo(126_000, 6);
  });

  it('take failed requests from the client’s ledger where the run kept one', () => {
    const ledgers = {
      server: [],
      client: [
        {
          entity: run.subjects[0].entity,
          wanted: 360_000,
          succeeded: 235_000,
          failed: 124_000,
          pending: 1000,
          notAsked: 0,
          deferred: 0,
          left: 0,
          returned: 0,
        },
      ],
      work: [],
      data: [],
    };
    const kept = reading(all, { chat: { share: [[0, 0]], wanted: [[0, 100]] } }, { ledgers });
    expect(measure(kept, 'requestsFailed', 'chat')?.value).toBe(124_000);
  });

  it('say that lost writes are unknown where the run is silent about data, and none where there is none', () => {
    expect(value('writesLost', 'store')).toBeNull();
    expect(value('writesLost', 'chat')).toBe(0);
  });
});

describe('measures of the run', () => {
  it('count people of one population once: at each instant the service that hits most', () => {
    // 600-1500: chat 1000 (mail 50); 1500-2400: chat 400; 2400-3000: mail 50
    const hours = (1000 * 900 + 400 * 900 + 50 * 600) / 3600;
    expect(value('userHoursLost', null)).toBeCloseTo(hours, 9);
    expect(value('peakUsersAffected', null)).toBe(1000);
  });

  it('weigh what is served by demand', () => {
    // wanted 120/s. 600: 16 of 120; 1500: 76 of 120 (63 %); 2400: 116 of 120 (96.7 %)
    expect(value('served50AfterSeconds', null)).toBe(900);
    expect(value('served95AfterSeconds', null)).toBe(1800);
  });

  it('count services that were ever down, and at once', () => {
    expect(value('servicesEverDown', null)).toBe(2);
    expect(value('servicesDownAtOnce', null)).toBe(2);
  });

  it('price failed requests where the scenario says what one brings', () => {
    expect(value('revenueLost', null)).toBeCloseTo(63_000, 6);
  });

  it('take the worst service with users where only services have the measure', () => {
    expect(measure(run, 'restoredAfterSeconds', null)).toMatchObject({ value: 2400, id: 'mail' });
    expect(measure(run, 'lowestShare', null)).toMatchObject({ value: 0, id: 'chat' });
  });

  it('do not exist under a name that the registry does not have', () => {
    expect(measure(run, 'restoredAfter', null)).toBeNull();
  });

  it('count what teams began and what was done by hand', () => {
    const busy = reading(scenario({ services: [chat] }), {}, {}, (recorder) => {
      const team = recorder.entity('team', 'platform');
      const boot = recorder.entity('task', 'chat@pangyo:boot#1', [recorder.entity('deployment', 'chat@pangyo'), team]);
      const drain = recorder.entity('task', 'chat@pangyo:drain#2', [recorder.entity('deployment', 'chat@pangyo'), -1]);
      recorder.event(1, 'task.began', boot, [], 2, 1);
      recorder.event(2, 'task.began', drain, [], 0, 1);
      recorder.event(3, 'failover.by-hand', boot, [], 3);
    });
    expect(measure(busy, 'manualSteps', null)?.value).toBe(2);
  });
});

describe('measures of sites and layouts', () => {
  const two = scenario({
    sites: [site('anyang', { cost: 1000 }), site('pangyo', { order: 1 })],
    services: [
      service('chat', { deployments: [deployment('anyang', { servers: 5, costPerServer: 20 }), deployment('pangyo')] }),
    ],
    links: [{ id: 'anyang-pangyo', path: '', between: ['anyang', 'pangyo'], latencySeconds: 0.001, cost: 300 }],
    changes: ['+ replica chat@anyang'],
  });
  const loaded = reading(two, {}, {}, (recorder, entity) => {
    const place = entity('deployment', 'chat@anyang');
    recorder.level(0, place, 'offered', 30);
    recorder.level(0, place, 'capacity', 50);
    recorder.level(0, place, 'state', 0);
    recorder.level(100e6, place, 'offered', 75);
    recorder.level(100e6, place, 'state', OVERLOADED);
    recorder.level(400e6, place, 'capacity', 100);
    recorder.level(400e6, place, 'state', 0);
  });

  it('find the greatest load of any deployment in a site', () => {
    expect(measure(loaded, 'peakLoad', 'anyang')?.value).toBe(1.5);
    expect(measure(loaded, 'peakLoad', 'pangyo')?.value).toBe(0);
    expect(measure(loaded, 'peakLoad', 'nowhere')?.value).toBeNull();
  });

  it('count seconds of overload', () => {
    expect(measure(loaded, 'overloadedSeconds', 'anyang')?.value).toBe(300);
    expect(measure(loaded, 'overloadedSeconds', 'chat')?.value).toBe(300);
    expect(measure(loaded, 'overloadedSeconds', null)?.value).toBe(300);
  });

  it('add up what a layout costs, has and changes', () => {
    expect(measure(loaded, 'cost', null)?.value).toBe(1000 + 300 + 5 * 20);
    expect(measure(loaded, 'servers', null)?.value).toBe(15);
    expect(measure(loaded, 'changes', null)?.value).toBe(1);
    expect(measure(run, 'cost', null)?.value).toBeNull();
  });
});

describe('the registry', () => {
  it('has one measure for a name and what it is of', () => {
    const keys = MEASURES.map(({ name, of }) => `${name} of a ${of}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('holds measures of journeys as of services', () => {
    const photo = journey('photo', { users: users({ peakPerSecond: 10 }) });
    const sent = reading(scenario({ journeys: [photo] }), {
      photo: {
        share: [
          [0, 1],
          [0.5, 0.9],
        ],
        wanted: [[0, 10]],
      },
    });
    expect(measure(sent, 'lowestShare', 'photo')?.value).toBeCloseTo(0.9, 12);
  });
});
