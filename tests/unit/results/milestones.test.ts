import { describe, expect, it } from 'vitest';
import type { StepFunction } from '../../../src/record/steps.js';
import { milestones, steadyFrom } from '../../../src/results/milestones.js';
import { reading, scenario, service, users } from './synthetic.js';

const SECOND = 1e6;

function shares(...pairs: readonly (readonly [number, number])[]): StepFunction {
  return {
    times: Float64Array.from(pairs, ([t]) => t * SECOND),
    values: Float64Array.from(pairs, ([, value]) => value),
  };
}

/** Milestones, in seconds, of a service whose share of success is given; the run is an hour, the fault at 60 s. */
function of(share: readonly (readonly [number, number])[], complete?: readonly (readonly [number, number])[]) {
  const mail = service('mail', { users: users() });
  const all = reading(
    scenario({ services: [mail] }),
    { mail: { share, ...(complete && { complete }) } },
    { originMicroseconds: 60 * SECOND },
  );
  const m = milestones(all, all.subjects[0]);
  const seconds = (time: number | null): number | null => (time === null ? null : time / SECOND);
  return {
    failed: seconds(m.failed),
    down: seconds(m.down),
    firstFunction: seconds(m.firstFunction),
    restored: seconds(m.restored),
    fullFunction: seconds(m.fullFunction),
    relapses: m.relapses,
  };
}

describe('milestones of a service', () => {
  it('that never failed are all missing', () => {
    expect(of([[0, 1]])).toEqual({
      failed: null,
      down: null,
      firstFunction: null,
      restored: null,
      fullFunction: null,
      relapses: 0,
    });
  });

  it('that fails and returns by steps are the first times past 50 % and past 99 %', () => {
    expect(
      of([
        [0, 1],
        [60, 0.8],
        [120, 0],
        [600, 0.5],
        [1800, 0.99],
      ]),
    ).toEqual({
      failed: 60,
      down: 120,
      firstFunction: 600,
      restored: 1800,
      fullFunction: 1800,
      relapses: 0,
    });
  });

  it('do not take a flicker of less than ten minutes for a return', () => {
    // up from 300 to 899 s only: 599 s are not ten minutes
    expect(
      of([
        [0, 1],
        [60, 0],
        [300, 1],
        [899, 0],
        [1800, 1],
      ]).restored,
    ).toBe(1800);
    // up from 300 to 900 s, then down for 100 of the remaining 3300 s: 97 % of the rest is good
    expect(
      of([
        [0, 1],
        [60, 0],
        [300, 1],
        [900, 0],
        [1000, 1],
      ]),
    ).toMatchObject({ firstFunction: 300, restored: 300, relapses: 1 });
  });

  it('do not take ten good minutes for a return when more than a tenth of the rest is bad', () => {
    // from 300 s on 3300 s are left; bad from 900 to 1230.1 s is more than 330 s
    expect(
      of([
        [0, 1],
        [60, 0],
        [300, 1],
        [900, 0],
        [1230.1, 1],
      ]).restored,
    ).toBe(1230.1);
    // 330 s are exactly a tenth, and allowed
    expect(
      of([
        [0, 1],
        [60, 0],
        [300, 1],
        [900, 0],
        [1230, 1],
      ]).restored,
    ).toBe(300);
  });

  it('prove nothing when the run ends before ten minutes are over', () => {
    expect(
      of([
        [0, 1],
        [60, 0],
        [3001, 1],
      ]).restored,
    ).toBeNull();
    expect(
      of([
        [0, 1],
        [60, 0],
        [3000, 1],
      ]).restored,
    ).toBe(3000);
  });

  it('are at full function once it is restored and every check is done', () => {
    expect(
      of(
        [
          [0, 1],
          [60, 0],
          [600, 1],
        ],
        [
          [0, 1],
          [60, 0],
          [2400, 1],
        ],
      ),
    ).toMatchObject({ restored: 600, fullFunction: 2400 });
    // done before it is restored: then it is complete when restored
    expect(
      of(
        [
          [0, 1],
          [60, 0],
          [600, 1],
        ],
        [
          [0, 1],
          [60, 0],
          [300, 1],
        ],
      ),
    ).toMatchObject({ fullFunction: 600 });
    // never failed, but had a backlog to work off
    expect(
      of(
        [[0, 1]],
        [
          [0, 1],
          [60, 0],
          [500, 1],
        ],
      ),
    ).toMatchObject({ failed: null, fullFunction: 500 });
  });

  it('leave out what was bad before T+0', () => {
    expect(
      of([
        [0, 0],
        [30, 1],
        [120, 0.9],
        [300, 1],
      ]),
    ).toMatchObject({ failed: 120, down: null, restored: 300 });
  });
});

describe('the time from which on something is steady', () => {
  it('is null of a function that never reaches the threshold', () => {
    expect(steadyFrom(shares([0, 0.3]), 0.5, 0, 3600 * SECOND)).toBeNull();
  });

  it('is the start of the window when it always does', () => {
    expect(steadyFrom(shares([0, 0.5]), 0.5, 10 * SECOND, 3600 * SECOND)).toBe(10 * SECOND);
  });
});
