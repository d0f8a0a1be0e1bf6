/**
 * Halving every tolerance of the solver moves no measure of a bundled scenario by 1 %.
 *
 * A measure is an entry of the registry (`MEASURES`: every number that an expectation may limit and a study compare) for
 * each service and journey, each site, and the run; those of a layout need no run. The distance of two values is their
 * difference over the larger of them. There is no floor under it: a value that is near zero has to stay within 1 % of
 * itself, one that is zero has to stay zero, and one that is unknown, or never came, has to stay so. Times count from
 * T+0, so that 1 % of a return after 90 s is a second and not a share of the time of day.
 *
 * Two measures have no such bound to give. A herd that comes back to a deployment with little to spare brings its load over
 * capacity by a few per cent and lets it down again, in steps of 2 % of the flow (docs/model.md): with half the steps the
 * load of an instant is another by 0.5 %, and whether, and for how many seconds, it was above capacity by much more. So
 * seconds of overload may also lie between what the other run has for a load that is a step larger and a step smaller.
 *
 * The other is requests that fail where few do, and the revenue that is lost with them. Users leave, and return for a day,
 * in steps of a thousandth of all of them (src/world/flow/leaving-users.ts), so that what they ask is known to half of that
 * while a step lasts. Where a minute's outage in six days is all that fails, one request in 5,000, that is more than a
 * hundredth of it: what fails may also differ by half a step of what was wanted.
 */
import { describe, expect, test } from 'vitest';
import { integral, secondsWhere } from '../../src/record/steps.js';
import { combine, mapped, sumOf } from '../../src/record/steps-algebra.js';
import { MEASURES } from '../../src/results/measures.js';
import { type Reading, readRun } from '../../src/results/reading.js';
import type { Scenario } from '../../src/scenario/model.js';
import { simulate } from '../../src/world/simulate.js';
import { bundledScenarios } from '../support/bundled-scenarios.js';

const MOST = 0.01;
/** Of the flow: what returning users move it by at once. */
const HERD_STEP = 0.02;
/** Half of the least step, of all users, in which they leave and return. */
const UNKNOWN_DEMAND = 0.001 / 2;
/** The third and the sixth have loads that graze the capacity. */
const SEEDS = ['1', '2', '3', '4', '5', '6'];

describe.each([...bundledScenarios()])('%s', (_name, scenario) => {
  test.each(SEEDS)('seed %s: has the same measures at half the tolerance, within a hundredth', (seed) => {
    const usual = read(scenario, 1, seed);
    const fine = read(scenario, 0.5, seed);
    expect(measured(usual).filter((each) => isMoved(each, usual, fine))).toEqual([]);
  });

  test('takes no fewer events at half the tolerance', () => {
    expect(events(scenario, 0.5)).toBeGreaterThanOrEqual(events(scenario, 1));
  });
});

test('half the tolerance takes more events where queues and herds move by steps', () => {
  const all = bundledScenarios();
  for (const name of ['kakao-2022 as-it-was', 'retry-storm no-retries', 'surge-during-recovery when-well']) {
    const scenario = all.get(name) as Scenario;
    expect(events(scenario, 0.5), name).toBeGreaterThan(events(scenario, 1));
  }
});

function events(scenario: Scenario, tolerance: number): number {
  return read(scenario, tolerance, '1').record.counters.events;
}

type Measured = readonly [measure: string, of: string, id: string];

function read(scenario: Scenario, tolerance: number, seed: string): Reading {
  return readRun(scenario, simulate({ ...scenario, solver: { tolerance } }, { seed }));
}

/** Every measure of everything that has it. */
function measured({ subjects, scenario }: Reading): Measured[] {
  const ids = {
    service: subjects.map(({ id }) => id),
    site: scenario.sites.map(({ id }) => id),
    run: [''],
    layout: [],
  };
  return MEASURES.flatMap(({ name, of }) => ids[of].map((id): Measured => [name, of, id]));
}

function isMoved([name, of, id]: Measured, usual: Reading, fine: Reading): boolean {
  const measure = MEASURES.find((each) => each.name === name && each.of === of);
  const [a, b] = [usual, fine].map((reading) => measure?.compute(reading, id) ?? null);
  if (distance(a, b) < MOST) return false;
  if ((name === 'requestsFailed' || name === 'revenueLost') && a !== null && b !== null) {
    return Math.abs(a - b) > UNKNOWN_DEMAND * wantedOf(usual, name, of, id);
  }
  if (name !== 'overloadedSeconds' || a === null) return true;
  return !(a >= overloadedSeconds(fine, of, id, 1 + HERD_STEP) && a <= overloadedSeconds(fine, of, id, 1 - HERD_STEP));
}

/** As a share of the larger of two values; two that are equal, also in being none, are at distance 0. */
function distance(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return Number.POSITIVE_INFINITY;
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/** Requests that users want, or what they are worth. */
function wantedOf({ scenario, subjects, view, end }: Reading, measure: string, of: string, id: string): number {
  const users = new Map([...scenario.services, ...scenario.journeys].map((each) => [each.id, each.users]));
  const concerned = subjects.filter((subject) => of === 'run' || subject.id === id);
  return concerned.reduce((sum, subject) => {
    const wanted = view.track(subject.entity, 'wanted');
    const worth = measure === 'revenueLost' ? (users.get(subject.id)?.revenuePerRequest ?? 0) : 1;
    return wanted ? sum + worth * integral(wanted, 0, end) : sum;
  }, 0);
}

/** Seconds with any deployment of a site, service or run offered more than `share` of what it can do. */
function overloadedSeconds({ view, end }: Reading, of: string, id: string, share: number): number {
  const owner = of === 'run' ? null : view.find(of as 'site' | 'service', id);
  const over = view.ofKind('deployment').flatMap((entity) => {
    const [offered, capacity] = [view.track(entity, 'offered'), view.track(entity, 'capacity')];
    const concerned = owner === null || view.entity(entity).of.includes(owner);
    return concerned && offered && capacity
      ? [combine(offered, capacity, (asked, able) => (able > 0 && asked > share * able ? 1 : 0))]
      : [];
  });
  return secondsWhere(mapped(sumOf(over), Math.sign), 0, end, (any) => any > 0);
}
