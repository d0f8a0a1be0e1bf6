/**
 * What becomes of refused users and of work that is kept for them, against the closed forms of their laws.
 *
 * The shop can do far more than is asked of it and is dead, or alive: the failing share is 1 or 0, but for the three
 * seconds after its return in which the health check has not seen it yet. People follow their law exactly; what they ask
 * is moved in steps of 2 % of all users, so flows are compared within a step.
 */
import { describe, expect, test } from 'vitest';
import { integral } from '../../src/record/steps.js';
import { viewRecord } from '../../src/record/view.js';
import { simulate } from '../../src/world/simulate.js';
import { type RunReader, readRun } from '../support/run-reader.js';
import { buildScenario, type UsersSpec } from '../support/scenario-builder.js';

const HOUR = 3600;
const DEMAND = 500;
/** Of all users: what three seconds of another state, or two steps of demand, can move. */
const EXACT = 0.001;
const STEP = 0.02;

/** Dead from hour 1 to hour `back`. */
function run(users: Omit<UsersSpec, 'peakPerSecond'>, back: number, hours: number): RunReader {
  const scenario = buildScenario({
    durationSeconds: hours * HOUR,
    services: { shop: { servers: 100, users: { peakPerSecond: DEMAND, ...users } } },
    faults: [{ kind: 'crash', atSeconds: HOUR, untilSeconds: back * HOUR, parameters: { service: 'shop', share: 1 } }],
  });
  return readRun(simulate(scenario, { seed: 1 }));
}

describe('users who leave', () => {
  const leave = { hazardPerHour: 0.1, growthPerHour: 0.2, returnShare: 0.6, returnAfterSeconds: 2 * HOUR };
  const shop = run({ substitutes: [{ id: 'other', share: 1 }], leave }, 4, 10);
  const away = (hour: number): number => shop.at('service', 'shop', 'away', hour * HOUR);
  // The hazard is 0.1 + 0.2 t an hour; its integral over 3 hours is 0.3 + 0.2 x 9 / 2 = 1.2.
  const most = 1 - Math.exp(-1.2);

  test('leave by the integral of a hazard that grows: 1 - exp(-(h t + g t²/2))', () => {
    expect(away(0.99)).toBe(0);
    expect(Math.abs(shop.most('service', 'shop', 'away') - most)).toBeLessThan(EXACT);
    // After one hour: 0.1 + 0.1 = 0.2. The track is drawn at each step of demand.
    expect(Math.abs(away(2) - (1 - Math.exp(-0.2)))).toBeLessThan(STEP);
  });

  test('return in part: of those who left, 60 % with a time constant of two hours', () => {
    // Four hours after the return, e^-2 of the 60 % are still away.
    expect(Math.abs(away(8) - most * (0.4 + 0.6 * Math.exp(-2)))).toBeLessThan(STEP);
    const line = shop.record.ledgers.client[0];
    expect(Math.abs(line.left - most)).toBeLessThan(EXACT);
    expect(Math.abs(line.returned - most * 0.6 * (1 - Math.exp(-3)))).toBeLessThan(EXACT);
  });

  test('do not ask while they are away, and the shop counts as up without them', () => {
    const asked = shop.at('deployment', 'shop@here', 'offered', 4.1 * HOUR);
    expect(Math.abs(asked / DEMAND - (1 - most))).toBeLessThan(2 * STEP);
    expect(shop.at('service', 'shop', 'share', 4.1 * HOUR)).toBe(1);
    expect(shop.at('service', 'shop', 'wanted', 4.1 * HOUR)).toBe(DEMAND);
    // By hand: the integral of the away share over the outage and the six hours after it, in requests.
    const view = viewRecord(shop.record);
    const track = view.track(view.find('service', 'shop'), 'away');
    const hours = track === null ? 0 : integral(track, 0, 10 * HOUR * 1e6);
    const { notAsked } = shop.record.ledgers.client[0];
    expect(Math.abs(notAsked / DEMAND - hours)).toBeLessThan(0.01 * 9 * HOUR);
  });

  test('are told of with what made them: the state of their service', () => {
    expect(shop.causes('users.began-leaving', 'shop')).toEqual(['state.changed shop']);
    expect(shop.causes('users.began-returning', 'shop')).toEqual(['state.changed shop']);
  });

  test('leave half as fast where half of their requests fail', () => {
    const half = buildScenario({
      durationSeconds: 4 * HOUR,
      services: {
        shop: {
          servers: 10,
          queuePerServer: 1,
          users: { peakPerSecond: 2000, leave: { hazardPerHour: 0.4 }, substitutes: [{ id: 'other', share: 1 }] },
        },
      },
    });
    // 1,000/s of 2,000/s find room: f = 1/2 at first, but as users leave, f = 1 - 1/(2 P): dP/dt = -h (P - 1/2), so
    // P = 1/2 + e^(-h t)/2 and after four hours 0.399 are away.
    const left = readRun(simulate(half, { seed: 1 })).record.ledgers.client[0].left;
    expect(Math.abs(left - (1 - Math.exp(-1.6)) / 2)).toBeLessThan(STEP);
  });
});

describe('users who put off', () => {
  // Half of what fails in one hour waits: 0.5 x 500 x 3600 = 900,000 requests, which come within half an hour on average.
  const shop = run({ putOff: { probability: 0.5, afterSeconds: HOUR / 2 } }, 2, 6);

  test('wait while it is down, and do not try again', () => {
    expect(shop.at('service', 'shop', 'succeeded', 1.9 * HOUR)).toBe(0);
    // Five hours of demand and the 900,000 that come later; nothing was tried twice but within the first three seconds.
    expect(shop.record.ledgers.server[0].offered).toBeLessThan(DEMAND * (5 * HOUR + 3.01) + 900_000);
    expect(shop.most('service', 'shop', 'pending') / 900_000).toBeCloseTo(1, 2);
  });

  test.each([0.25, 0.5, 1])('come once it works, as an exponential: %d hours after the return', (hours) => {
    const expected = DEMAND + (900_000 / (HOUR / 2)) * Math.exp(-2 * hours);
    const offered = shop.at('deployment', 'shop@here', 'offered', (2 + hours) * HOUR);
    expect(Math.abs(offered - expected)).toBeLessThan(STEP * expected);
  });

  test('get in the end what they had wanted; the others gave up', () => {
    const { wanted, succeeded, failed, deferred, pending } = shop.record.ledgers.client[0];
    expect(failed / 900_000).toBeCloseTo(1, 2);
    expect(deferred).toBeLessThan(0.004 * DEMAND * HOUR);
    expect(deferred).toBe(pending);
    expect(succeeded + failed + pending).toBeCloseTo(wanted, 0);
  });
});

describe('a sender that tries for a while and sends back', () => {
  // 50/s come in while the mailbox is dead for 300 s (and 3 s more until it is seen healthy). Work may be 100 s old: from
  // 100 s on as much is lost as comes in, 50 x (300 - 100) = 10,000 pieces.
  const scenario = buildScenario({
    durationSeconds: 900,
    services: {
      sender: {
        servers: 10,
        users: { peakPerSecond: 50 },
        needs: [{ service: 'mailbox', kind: 'async', ageLimitSeconds: 100 }],
      },
      mailbox: { servers: 10 },
    },
    faults: [{ kind: 'crash', atSeconds: 100, untilSeconds: 400, parameters: { service: 'mailbox', share: 1 } }],
  });
  const run = readRun(simulate(scenario, { seed: 1 }));

  test('loses what came in beyond its age limit, and tells it once the spell is over', () => {
    const [line] = run.record.ledgers.work;
    expect(Math.abs(line.bounced - 10_000)).toBeLessThan(50 * 10);
    expect(line.waiting).toBe(0);
    const told = run.events('work.bounced', 'sender->mailbox').map(({ numbers }) => numbers.count);
    expect(told).toEqual([line.bounced]);
    expect(run.causes('work.bounced', 'sender->mailbox')).toEqual(['state.changed mailbox']);
  });

  test('has told its users that it took the work: they lack nothing', () => {
    expect(run.record.ledgers.client[0].failed).toBe(0);
  });
});
