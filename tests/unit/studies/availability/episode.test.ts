import { describe, expect, it } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import { measure } from '../../../../src/results/measures.js';
import type { Scenario } from '../../../../src/scenario/model.js';
import { type Chance, drawLife, type Occurrence } from '../../../../src/studies/availability/chances.js';
import { type Episode, episode } from '../../../../src/studies/availability/episode.js';
import { buildScenario } from '../../../support/scenario-builder.js';

const HOUR = 3600;
const DAY = 86_400;
/** Demand by night a tenth of that by day. */
const PROFILE = [...Array(24).fill(0.1), ...Array(24).fill(1)];

function shop(over: Partial<Parameters<typeof buildScenario>[0]> = {}): Scenario {
  return buildScenario({
    durationSeconds: DAY,
    profiles: { half: PROFILE },
    services: { shop: { users: { peakPerSecond: 10, profile: 'half' } } },
    rates: { power: { kind: 'power-loss', perYear: 1, lasts: constant(HOUR), parameters: { site: 'here' } } },
    ...over,
  });
}

/** A cut of power from `at` to `end`; null: until it is back as planned. */
function cut(scenario: Scenario, at: number, end: number | null): Occurrence {
  const [{ chance, faults }] = drawLife(scenario, '1', 1e9);
  const fault = { ...faults[0], id: `cut-${at}`, atSeconds: at, untilSeconds: end };
  return {
    chance: chance as Chance,
    atSeconds: at,
    endSeconds: end ?? at,
    faults: [fault],
    powerAsPlanned: end === null,
  };
}

function made(scenario: Scenario, life: readonly Occurrence[], span = 1000 * DAY): Episode {
  const steps = episode(scenario, life, 0, span, 's');
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

describe('an episode', () => {
  it('is run at the time of day at which it falls, from shortly before until some hours after', () => {
    const scenario = shop();
    // 100 days and 18 h after midnight: by day. An hour of 10 a second is lost.
    const day = made(scenario, [cut(scenario, 100 * DAY + 18 * HOUR, 100 * DAY + 19 * HOUR)]);
    expect(measure(day.reading, 'requestsFailed', 'shop')?.value).toBeCloseTo(36_000, -2);
    // From 17:30, the half hour that begins ten minutes before or earlier, to six hours after 19:00.
    expect(day.reading.end / 1e6).toBe(1.5 * HOUR + 6 * HOUR);
    const night = made(scenario, [cut(scenario, 100 * DAY + 6 * HOUR, 100 * DAY + 7 * HOUR)]);
    expect(measure(night.reading, 'requestsFailed', 'shop')?.value).toBeCloseTo(3600, -2);
    expect(day).toMatchObject({ count: 1, gaveUp: false });
  });

  it('takes in what begins before the last is over, and nothing that comes later', () => {
    const scenario = shop();
    const at = (hour: number): Occurrence => cut(scenario, DAY + hour * HOUR, DAY + (hour + 1) * HOUR);
    // Each within six hours of the end of the one before; the last is not.
    expect(made(scenario, [at(0), at(5), at(11), at(18.5)]).count).toBe(3);
  });

  it('gets its power back so long after as the file says for its own fault', () => {
    // The file's fault is at 2 h and power back at 5 h: three hours.
    const scenario = shop({
      faults: [{ kind: 'power-loss', atSeconds: 2 * HOUR, parameters: { site: 'here' } }],
      recovery: { power: [{ site: 'here', zone: 'z', atSeconds: 5 * HOUR }] },
    });
    const { reading } = made(scenario, [cut(scenario, 10 * DAY, null)]);
    expect(measure(reading, 'downtimeSeconds', 'shop')?.value).toBeCloseTo(3 * HOUR, -1);
    expect(reading.end / 1e6).toBeGreaterThan(9 * HOUR);
  });

  it('that is not over is run for longer, in the end for thirty days, and then given up', () => {
    const scenario = shop();
    const { reading, gaveUp } = made(scenario, [cut(scenario, DAY, null)]);
    expect(gaveUp).toBe(true);
    expect(measure(reading, 'downtimeSeconds', 'shop')?.value).toBeCloseTo(30 * DAY, -2);
  });

  it('ends with the life', () => {
    const scenario = shop();
    const { reading, gaveUp } = made(scenario, [cut(scenario, DAY, null)], DAY + 2 * HOUR);
    expect(gaveUp).toBe(false);
    expect(measure(reading, 'downtimeSeconds', 'shop')?.value).toBeCloseTo(2 * HOUR, 3);
  });
});
