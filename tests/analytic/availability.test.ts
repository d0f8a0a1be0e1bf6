/**
 * Availability over years against closed forms: independent parts that fail without memory and are repaired.
 *
 * A part that is up for a mean of m and down for a mean of r is up for A = m / (m + r) of the time (Ross, Introduction to
 * Probability Models, 11th edition, section 7.5.1); begun up, its mean over a span T is A + (1 - A) tau (1 - e^(-T/tau)) / T with
 * 1/tau = 1/m + 1/r where both are exponential (Barlow and Proschan, Statistical Theory of Reliability and Life Testing, 1975,
 * section 7.2; the integral of p(t) = A + (1 - A) e^(-t/tau)). Systems of independent parts follow by counting (ibid., section 2.1).
 *
 * Demand is flat, and a part's failure is a crash that ends by itself, so that a service without another is out exactly while it
 * lasts. Health checks are a second apart: that late, of ten hours, is 3e-5, far below the errors here.
 */
import { describe, expect, it } from 'vitest';
import { exponential } from '../../src/engine/distributions.js';
import type { Scenario } from '../../src/scenario/model.js';
import { availabilityOf } from '../../src/studies/availability/availability.js';
import type { AvailabilityOf, Estimate } from '../../src/studies/availability/document.js';
import { inProcessPool } from '../../src/studies/pool/in-process-pool.js';
import { buildScenario, type RateSpec, type ServiceSpec } from '../support/scenario-builder.js';

const HOUR = 3600;
const HOURS_A_YEAR = 8766;
const YEAR_SECONDS = HOURS_A_YEAR * HOUR;
const YEARS = 0.5;

/** Up for a mean of 200 h, down for a mean of 10 h: A = 200 / 210 = 0.95238. */
const UP = 200;
const DOWN = 10;
/** Of the instant: A + (1 - A) e^(-t/tau), tau = 1 / (1/200 + 1/10) = 9.5238 h. Its mean over half a year, 4,383 h, is that: */
const A = UP / (UP + DOWN);
const TAU = 1 / (1 / UP + 1 / DOWN);
const T = YEARS * HOURS_A_YEAR;

/** Mean over the span of a product of `n` such parts' chances to be down (or up): by the binomial theorem in e^(-t/tau). */
function meanOver(f: (up: number) => number): number {
  // Simpson's rule over 40,000 steps of 0.1 h: exact to 1e-10 for polynomials in e^(-t/tau).
  const n = 40_000;
  const h = T / n;
  let sum = 0;
  for (let i = 0; i <= n; i++) {
    const up = A + (1 - A) * Math.exp((-i * h) / TAU);
    sum += f(up) * (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2);
  }
  return (sum * h) / 3 / T;
}

const SECOND_CHECKS = { intervalSeconds: 1, threshold: 1 } as const;

function part(service: string, site: string): RateSpec {
  return {
    kind: 'crash',
    perYear: HOURS_A_YEAR / UP,
    lasts: exponential(DOWN * HOUR),
    parameters: { service, site, share: 1 },
  };
}

async function shop(scenario: Scenario, seeds: number): Promise<AvailabilityOf> {
  const { layouts } = await availabilityOf([scenario], { years: YEARS, seeds, pool: inProcessPool() });
  expect(layouts[0].unfinished).toBe(0);
  return layouts[0].services.find(({ id }) => id === 'shop') as AvailabilityOf;
}

/** Within four standard errors (one in 16,000 by chance; the seeds are fixed), which are a tenth of it or less. */
function agrees({ mean, standardError }: Estimate, exact: number): void {
  const error = standardError as number;
  expect(error).toBeLessThan(0.1 * exact);
  expect(Math.abs(mean - exact)).toBeLessThan(4 * error);
}

const plain: ServiceSpec = { health: SECOND_CHECKS, capacityPerServer: 1000 };
const used: ServiceSpec = { ...plain, users: { peakPerSecond: 100, dnsTtlSeconds: 0 } };

describe('availability over years', () => {
  it('of one part is MTBF / (MTBF + MTTR)', async () => {
    const { availability, downSecondsPerYear, outagesPerYear } = await shop(
      buildScenario({ services: { shop: used }, rates: { shop: part('shop', 'here') } }),
      60,
    );
    const exact = 1 - meanOver((up) => up);
    // 1 - 0.95238 = 0.04762, less 0.0476 * 9.52 / 4383 = 0.0001 for having begun whole.
    expect(exact).toBeCloseTo(0.04752, 5);
    agrees({ ...(availability as Estimate), mean: 1 - (availability as Estimate).mean }, exact);
    agrees(downSecondsPerYear, exact * YEAR_SECONDS);
    // It goes down once in 210 h, but for the end of the last up time: 8766 / 210 = 41.7 a year.
    agrees(outagesPerYear, HOURS_A_YEAR / (UP + DOWN));
  });

  it('of parts in series is the product of theirs', async () => {
    const { downSecondsPerYear } = await shop(
      buildScenario({
        services: { shop: { ...used, needs: [{ service: 'login' }] }, login: plain },
        rates: { shop: part('shop', 'here'), login: part('login', 'here') },
      }),
      40,
    );
    const exact = 1 - meanOver((up) => up * up);
    // 1 - 0.95238^2 = 0.09297
    expect(exact).toBeCloseTo(0.0928, 4);
    agrees(downSecondsPerYear, exact * YEAR_SECONDS);
  });

  it('of two in parallel is lost only while both are down', async () => {
    const { downSecondsPerYear } = await shop(
      buildScenario({
        sites: { east: {}, west: {} },
        services: { shop: { ...used, deployments: { east: {}, west: {} } } },
        rates: { east: part('shop', 'east'), west: part('shop', 'west') },
      }),
      120,
    );
    const exact = meanOver((up) => (1 - up) * (1 - up));
    // 0.04762^2 = 0.002268
    expect(exact).toBeCloseTo(0.00226, 5);
    agrees(downSecondsPerYear, exact * YEAR_SECONDS);
  });

  it('of two of three is lost while fewer than two are up', async () => {
    // Each can do 60 of the 100 requests a second: two are enough, one is not.
    const sites = ['east', 'north', 'west'];
    const { notUpSecondsPerYear } = await shop(
      buildScenario({
        sites: Object.fromEntries(sites.map((site) => [site, {}])),
        services: {
          shop: {
            ...used,
            routing: 'spread',
            capacityPerServer: 60,
            queuePerServer: 10,
            deployments: Object.fromEntries(sites.map((site) => [site, {}])),
          },
        },
        rates: Object.fromEntries(sites.map((site) => [site, part('shop', site)])),
      }),
      60,
    );
    const exact = meanOver((up) => 3 * up * (1 - up) * (1 - up) + (1 - up) * (1 - up) * (1 - up));
    // 3 * 0.95238 * 0.002268 + 0.000108 = 0.006587
    expect(exact).toBeCloseTo(0.006565, 6);
    agrees(notUpSecondsPerYear, exact * YEAR_SECONDS);
  });
});
