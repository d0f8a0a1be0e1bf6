import { describe, expect, it } from 'vitest';
import { measure } from '../../../../src/results/measures.js';
import { merchantsResults } from '../../../../src/results/money/merchants.js';
import { personHours, restorationCost } from '../../../../src/results/money/restoration.js';
import { creditShare, owed, uncoveredLoss } from '../../../../src/results/money/terms.js';
import type { Merchants, Terms } from '../../../../src/scenario/model.js';
import { fire } from '../fire.js';
import { reading, scenario, service, users } from '../synthetic.js';

const DAY = 86_400;
const MONTH = 30 * DAY;
/** Of the fire: mail is down from 64 s to 1860 s, because of a power loss, in a run of an hour. */
const DOWN = 1796;

function terms(over: Partial<Terms> = {}): Terms {
  return {
    id: 'mail-terms',
    order: 0,
    path: 'terms.mail-terms',
    name: { en: 'Terms of mail' },
    services: ['mail'],
    paidUsers: 1000,
    pricePerMonth: 30,
    thresholdSeconds: 0,
    refund: { kind: 'multiple', factor: 3 },
    mostShare: 1,
    excludes: { forceMajeure: [], indirect: false },
    ...over,
  };
}

const salons: Merchants = {
  id: 'salons',
  order: 0,
  path: 'merchants.salons',
  name: { en: 'Salons' },
  service: 'mail',
  number: 100,
  bookingsPerSecond: 10 / DAY,
  through: 0.7,
  valuePerBooking: 40,
  caughtUp: 0.25,
  costs: [{ id: 'advertisement', perSecond: 30 / (7 * DAY) }],
};
/** 100 salons x 10 a day x 70 % in one hour, of which 1796/3600 fails; then the quarter that is made up. */
const LOST_BOOKINGS = 100 * (10 / 24) * 0.7 * (DOWN / 3600);
const MERCHANTS = LOST_BOOKINGS * 0.75 * 40 + (100 * 30 * DOWN) / (7 * DAY);

describe('merchants', () => {
  it('lose the share of their bookings that fails, less what is made up, and what they paid for nothing', () => {
    const [result] = merchantsResults(fire({ merchants: [salons], currency: 'KRW' }));
    expect(result.bookingsLost).toBeCloseTo(LOST_BOOKINGS, 9);
    expect(result.bookingsCaughtUp).toBeCloseTo(LOST_BOOKINGS * 0.25, 9);
    expect(result.costs).toBeCloseTo((100 * 30 * DOWN) / (7 * DAY), 9);
    expect(result.lost).toBeCloseTo(MERCHANTS, 9);
  });

  it('lose nothing through a service that nobody wants', () => {
    const run = reading(scenario({ services: [service('mail', { users: users() })], merchants: [salons] }), {
      mail: { share: [[0, 1]], wanted: [[0, 0]] },
    });
    expect(merchantsResults(run)[0].lost).toBe(0);
  });
});

describe('terms', () => {
  it('owe a multiple of the price of the downtime', () => {
    // 1000 people x 30 a month x 1796 s of a month, three times.
    const run = fire({ terms: [terms()], currency: 'KRW' });
    expect(owed(run)?.credits).toBeCloseTo((3 * 30_000 * DOWN) / MONTH, 9);
    expect(owed(run)?.uncovered).toEqual({ indirect: 0, forceMajeure: 0, limits: 0 });
  });

  it('owe nothing up to the threshold: the price of the downtime is then not covered', () => {
    const run = fire({ terms: [terms({ thresholdSeconds: DOWN })], currency: 'KRW' });
    expect(owed(run)?.credits).toBe(0);
    expect(owed(run)?.uncovered.limits).toBeCloseTo((30_000 * DOWN) / MONTH, 9);
  });

  it('owe the share of the last tier that was reached, never more than the most', () => {
    const refund = {
      kind: 'tiers',
      tiers: [
        { fromSeconds: 3600, share: 0.1 },
        { fromSeconds: 36_000, share: 0.3 },
      ],
    } as const;
    const share = (seconds: number, over: Partial<Terms> = {}): number =>
      creditShare(terms({ refund, ...over }), seconds);
    expect([3599, 3600, 35_999, 36_000].map((seconds) => share(seconds))).toEqual([0, 0.1, 0.1, 0.3]);
    expect(share(36_000, { mostShare: 0.2 })).toBe(0.2);
    expect(creditShare(terms(), MONTH)).toBe(1);
  });

  it('do not pay downtime that goes back to nothing but excluded faults', () => {
    const excludes = { forceMajeure: ['power-loss-1'], indirect: false };
    const run = fire({ terms: [terms({ excludes })], currency: 'KRW' });
    expect(owed(run)?.terms[0].services[0].forceMajeureSeconds).toBe(DOWN);
    expect(owed(run)?.credits).toBe(0);
    expect(owed(run)?.uncovered.forceMajeure).toBeCloseTo((30_000 * DOWN) / MONTH, 9);
  });

  it('pay it where another fault is excluded', () => {
    const excludes = { forceMajeure: ['another'], indirect: false };
    expect(owed(fire({ terms: [terms({ excludes })] }))?.credits).toBeCloseTo((90_000 * DOWN) / MONTH, 9);
  });

  it('pay what merchants lose as damages, unless indirect loss is excluded or no terms are about their service', () => {
    const none = { paidUsers: 0 };
    const paid = fire({ terms: [terms(none)], merchants: [salons] });
    expect(owed(paid)?.credits).toBeCloseTo(MERCHANTS, 9);
    expect(uncoveredLoss(paid)).toBe(0);
    const excludes = { forceMajeure: [], indirect: true };
    for (const stated of [terms({ ...none, excludes }), terms({ ...none, services: ['bank'] })]) {
      const run = fire({ terms: [stated], merchants: [salons] });
      expect(owed(run)?.credits).toBe(0);
      expect(owed(run)?.uncovered.indirect).toBeCloseTo(MERCHANTS, 9);
    }
  });

  it('are unknown where none are stated', () => {
    expect(owed(fire({ merchants: [salons] }))).toBeNull();
    expect(uncoveredLoss(fire())).toBeNull();
  });
});

describe('the cost of repair', () => {
  const restoration = { perPersonHour: 50, perServerRepaired: 7, perServerReplaced: 100, perServerRebuilt: 11 };

  it('is hours at work and servers, at the stated prices', () => {
    const run = reading(scenario({ restoration, currency: 'KRW' }), {}, {}, (recorder, entity) => {
      const team = entity('team', 'platform');
      recorder.level(0, team, 'busy', 0);
      recorder.level(600e6, team, 'busy', 3);
      recorder.level(2400e6, team, 'busy', 0);
      const zone = entity('zone', 'pangyo/a1');
      const gone = recorder.event(100e6, 'servers.destroyed', entity('deployment', 'mail@pangyo'), [], 4, 6);
      const booted = recorder.event(900e6, 'boot.finished', zone, [gone], 90, 5);
      const task = recorder.entity('task', 'pangyo/a1:repair#1', [zone, team]);
      recorder.event(2400e6, 'task.finished', task, [booted], 1500);
      recorder.event(2500e6, 'rebuild.finished', entity('deployment', 'mail@anyang'), [gone], 8);
    });
    // Three people for half an hour; 5 dead servers mended, 4 destroyed, 8 set up elsewhere.
    expect(personHours(run)).toBeCloseTo(1.5, 9);
    expect(restorationCost(run)).toBeCloseTo(1.5 * 50 + 5 * 7 + 4 * 100 + 8 * 11, 9);
  });

  it('is unknown without prices', () => {
    expect(restorationCost(fire())).toBeNull();
  });
});

describe('measures of money', () => {
  it('can be limited: revenue, repair and credits together', () => {
    const run = fire({ terms: [terms()], currency: 'KRW' });
    expect(measure(run, 'creditsDue', null)?.value).toBeCloseTo((90_000 * DOWN) / MONTH, 9);
    expect(measure(run, 'moneyLost', null)?.value).toBeCloseTo((90_000 * DOWN) / MONTH, 9);
    expect(measure(fire(), 'moneyLost', null)?.value).toBeNull();
  });
});
