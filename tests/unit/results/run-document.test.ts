import { describe, expect, it } from 'vitest';
import { runDocument } from '../../../src/results/run-document.js';
import { summarise } from '../../../src/results/summary.js';
import { fire } from './fire.js';

const run = fire();
const document = runDocument(run);
const hours = (1000 * 1796) / 3600;
const NOTHING = { own: 0, site: 0, dependency: 0, overload: 0, operator: 0, shared: 0 };

describe('the run document', () => {
  it('says what ran, and has the record’s hash', () => {
    expect(document).toMatchObject({
      format: 'firebreak.run/1',
      scenario: { id: 'synthetic', title: { en: 'Synthetic' } },
      layout: 'base',
      seed: '1',
      originAt: '2022-10-15T15:20:00+09:00',
      simulatedSeconds: 3600,
      stability: 'stable',
      history: null,
      expectations: [],
    });
    expect(document.recordHash).toMatch(/^[0-9a-f]{32}$/);
  });

  it('lists services in the file’s order, with wall-clock times and seconds since the first fault', () => {
    expect(document.services.map(({ id }) => id)).toEqual(['mail', 'object-store', 'bank']);
    expect(document.services[0]).toMatchObject({
      id: 'mail',
      name: { en: 'Mail', ko: '메일' },
      downtimeSeconds: 1796,
      notUpSeconds: 1796,
      firstFailedAt: '2022-10-15T15:20:04+09:00',
      firstDownAt: '2022-10-15T15:20:04+09:00',
      firstFunctionAt: '2022-10-15T15:50:00+09:00',
      firstFunctionAfterSeconds: 1800,
      restoredAt: '2022-10-15T15:50:00+09:00',
      restoredAfterSeconds: 1800,
      relapses: 0,
      writesLost: 0,
      recoveryPointSeconds: null,
    });
    expect(document.services[0].causes.dependency).toBeCloseTo(hours, 9);
    expect(document.services[2]).toMatchObject({
      firstFailedAt: null,
      restoredAt: null,
      restoredAfterSeconds: 0,
      availability: 1,
      causes: NOTHING,
    });
  });

  it('has each service’s causes add up to what it lost', () => {
    for (const { causes, userHoursLost } of document.services) {
      expect(Object.values(causes).reduce((sum, each) => sum + each, 0)).toBe(userHoursLost);
    }
  });

  it('shows servers of a site over time', () => {
    expect(document.sites).toMatchObject([
      {
        id: 'pangyo',
        servers: [
          { afterSeconds: -60, up: 100 },
          { afterSeconds: 0, up: 50 },
        ],
      },
      { id: 'anyang', servers: [] },
    ]);
  });

  it('has totals in which nothing is counted twice', () => {
    // demand 200/s, 100 of it served while mail is down: half is served all the time, 95 % from 1860 s on
    expect(document.totals).toMatchObject({
      peakUsersAffected: 1000,
      served50AfterSeconds: 0,
      served95AfterSeconds: 1800,
      servicesEverDown: 2,
      cost: null,
      workBounced: 0,
      usersLeft: 0,
      money: {
        currency: null,
        revenue: null,
        restoration: null,
        credits: null,
        uncovered: null,
        uncoveredBy: null,
        merchants: null,
      },
      manualSteps: 0,
    });
    expect(document.totals.userHoursLost).toBeCloseTo(hours, 9);
    expect(document.totals.requestsFailed).toBeCloseTo(179_600, 6);
  });

  it('is JSON: nothing is lost on the way through text', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});

describe('the summary', () => {
  const summary = summarise(run, document, { impact: 4, strip: 6 });

  it('has the mean of people affected in each bucket, and the peak', () => {
    // 900 s a bucket: down for 836, 900, 60 and 0 s of them
    expect(summary.impact.people.map((people) => Math.round(people * 100) / 100)).toEqual([928.89, 1000, 66.67, 0]);
    expect(summary.impact.byCause.dependency).toEqual(summary.impact.people);
    expect(summary.impact).toMatchObject({
      bucketSeconds: 900,
      fromAfterSeconds: -60,
      peak: { people: 1000, afterSeconds: 4, at: '2022-10-15T15:20:04+09:00' },
    });
    expect(summary.causeShares.dependency).toBeCloseTo(1, 12);
  });

  it('lists those that were not always up, worst first, with what is to blame', () => {
    expect(summary.worst.map(({ id, cause }) => [id, cause])).toEqual([
      ['mail', { cause: 'dependency', of: 'object-store' }],
      ['object-store', { cause: 'site', of: 'pangyo' }],
    ]);
    expect(summary.counts).toEqual({ all: 3, everFailed: 2, everDown: 2 });
  });

  it('has strips that add up to the printed time', () => {
    const [mail] = summary.worst;
    // 600 s a cell
    expect(mail.strip.worst).toEqual(['down', 'down', 'down', 'down', 'up', 'up']);
    const seconds = mail.strip.notUp.reduce((sum, share) => sum + share * 600, 0);
    expect(seconds).toBeCloseTo(mail.result.notUpSeconds, 9);
  });
});
