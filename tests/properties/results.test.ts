import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StepFunction, valueAt } from '../../src/record/steps.js';
import { total } from '../../src/results/by-cause.js';
import { steadyFrom } from '../../src/results/milestones.js';
import { runDocument } from '../../src/results/run-document.js';
import { summarise } from '../../src/results/summary.js';
import { reading, scenario, service, users } from '../unit/results/synthetic.js';

const SECOND = 1e6;
const HOUR = 3600;

/** Times in whole minutes, so that a reference can look at every minute. */
const shareSamples = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 59 }), fc.constantFrom(0, 0.3, 0.5, 0.7, 0.99, 1)), {
    selector: ([minute]) => minute,
    maxLength: 12,
  })
  .map((all): [number, number][] => [
    [0, 1],
    ...all.sort(([a], [b]) => a - b).map(([minute, value]): [number, number] => [minute * 60, value]),
  ]);
const causeSamples = shareSamples.map((all) =>
  all.map(([time, value]): [number, number] => [time, Math.round(value * 6)]),
);

const run = fc
  .array(
    fc.record({
      share: shareSamples,
      cause: causeSamples,
      population: fc.constantFrom('a', 'b'),
      reach: fc.constantFrom(0.2, 1),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    reading(
      scenario({
        populations: [
          { id: 'a', people: 1000 },
          { id: 'b', people: 300 },
        ],
        services: all.map(({ population, reach }, i) =>
          service(`s${i}`, { order: i, users: users({ population, share: reach }) }),
        ),
      }),
      Object.fromEntries(
        all.map(({ share, cause }, i) => [
          `s${i}`,
          {
            share,
            cause,
            wanted: [
              [0, 80],
              [1800, 100],
            ],
          },
        ]),
      ),
      { originMicroseconds: 30 * SECOND },
    ),
  );

describe('results of random runs', () => {
  it('lose at least what the worst service of each population loses, and at most what all lose together', () => {
    fc.assert(
      fc.property(run, (each) => {
        const { services, totals } = runDocument(each);
        const lost = services.map(({ userHoursLost }) => userHoursLost);
        expect(totals.userHoursLost).toBeLessThanOrEqual(lost.reduce((sum, hours) => sum + hours, 0) + 1e-9);
        expect(totals.userHoursLost).toBeGreaterThanOrEqual(Math.max(...lost) - 1e-9);
        expect(total(totals.causes)).toBe(totals.userHoursLost);
        for (const { causes, userHoursLost } of services) expect(total(causes)).toBe(userHoursLost);
      }),
    );
  });

  it('never have more downtime than time not up, nor a share outside 0..1, nor a number that is none', () => {
    fc.assert(
      fc.property(run, (each) => {
        const document = runDocument(each);
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
        for (const one of document.services) {
          expect(one.downtimeSeconds).toBeLessThanOrEqual(one.notUpSeconds);
          expect(one.availability).toBeGreaterThanOrEqual(0);
          expect(one.availability).toBeLessThanOrEqual(1);
          expect(one.firstFailedAt === null).toBe(one.restoredAfterSeconds === 0);
        }
      }),
    );
  });

  it('have strips and impact that add up to the printed totals, however many cells', () => {
    fc.assert(
      fc.property(run, fc.integer({ min: 1, max: 70 }), (each, cells) => {
        const document = runDocument(each);
        const { impact, worst } = summarise(each, document, { impact: cells, strip: cells });
        const bucketHours = impact.bucketSeconds / HOUR;
        expect(impact.people.reduce((sum, people) => sum + people * bucketHours, 0)).toBeCloseTo(
          document.totals.userHoursLost,
          6,
        );
        for (const { strip, result } of worst) {
          const seconds = strip.notUp.reduce((sum, share) => sum + share * (HOUR / cells), 0);
          expect(seconds).toBeCloseTo(result.notUpSeconds, 3);
        }
      }),
    );
  });
});

describe('the time from which on success is steady', () => {
  /** Straight from the definition, minute by minute. */
  function reference(steps: StepFunction, threshold: number): number | null {
    const good = Array.from({ length: 60 }, (_, minute) => valueAt(steps, minute * 60 * SECOND) >= threshold);
    for (let from = 0; from <= 50; from++) {
      const rest = good.slice(from);
      const starts = good[from] && (from === 0 || !good[from - 1]);
      if (starts && rest.slice(0, 10).every(Boolean) && rest.filter(Boolean).length >= 0.9 * rest.length)
        return from * 60 * SECOND;
    }
    return null;
  }

  it('is that of the definition', () => {
    fc.assert(
      fc.property(shareSamples, fc.constantFrom(0.5, 0.99), (samples, threshold) => {
        const steps = {
          times: Float64Array.from(samples, ([t]) => t * SECOND),
          values: Float64Array.from(samples, ([, v]) => v),
        };
        expect(steadyFrom(steps, threshold, 0, HOUR * SECOND)).toBe(reference(steps, threshold));
      }),
      { numRuns: 500 },
    );
  });
});
