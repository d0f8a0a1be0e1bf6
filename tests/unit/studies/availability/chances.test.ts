import { describe, expect, it } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import { chancesOf, drawLife, YEAR_SECONDS } from '../../../../src/studies/availability/chances.js';
import { buildScenario } from '../../../support/scenario-builder.js';

const HOUR = 3600;
const scenario = buildScenario({
  services: { shop: {} },
  faults: [
    { kind: 'crash', atSeconds: 60, parameters: { service: 'shop' } },
    { kind: 'no-entry', atSeconds: 100, untilSeconds: 400, parameters: { site: 'here' } },
  ],
  rates: {
    power: { kind: 'power-loss', perYear: 4, lasts: constant(HOUR), parameters: { site: 'here' } },
    shop: { kind: 'crash', perYear: 10, parameters: { service: 'shop' } },
  },
});

describe('the faults of a life', () => {
  it('come as often as the file says, in the order of time, and the same ones of one another whatever else there is', () => {
    const life = drawLife(scenario, '1', 1000 * YEAR_SECONDS);
    const powers = life.filter(({ chance }) => chance.id === 'power');
    // Four thousand expected, their spread its root, 63: within four of them.
    expect(Math.abs(powers.length - 4000)).toBeLessThan(4 * 63);
    expect(life.every(({ atSeconds }, i) => i === 0 || atSeconds >= life[i - 1].atSeconds)).toBe(true);
    const without = drawLife({ ...scenario, rates: scenario.rates.slice(0, 1) }, '1', 1000 * YEAR_SECONDS);
    expect(without).toEqual(powers);
    expect(drawLife(scenario, '2', 1000 * YEAR_SECONDS)[0].atSeconds).not.toBe(life[0].atSeconds);
  });

  it('last as stated, and never begin again while they last', () => {
    const powers = drawLife(scenario, '1', 100 * YEAR_SECONDS).filter(({ chance }) => chance.id === 'power');
    for (const [i, { atSeconds, endSeconds, faults, powerAsPlanned }] of powers.entries()) {
      expect(endSeconds - atSeconds).toBeCloseTo(HOUR, 3);
      expect(faults).toMatchObject([{ kind: 'power-loss', atSeconds, untilSeconds: endSeconds }]);
      expect(powerAsPlanned).toBe(false);
      if (i > 0) expect(atSeconds).toBeGreaterThan(powers[i - 1].endSeconds);
    }
  });

  it('without a length end by repair, and power then comes back as the file says', () => {
    const [crash] = drawLife(scenario, '1', 100 * YEAR_SECONDS).filter(({ chance }) => chance.id === 'shop');
    expect(crash).toMatchObject({ endSeconds: crash.atSeconds, powerAsPlanned: true });
    expect(crash.faults[0].untilSeconds).toBeNull();
  });

  it('of the file itself come together, as far apart as they stand there, with its frequency', () => {
    expect(chancesOf(scenario).map(({ id }) => id)).toEqual(['power', 'shop']);
    const seldom = { ...scenario, rates: [], frequencyPerYear: 0.1 };
    expect(chancesOf(seldom)).toMatchObject([{ id: 'disaster', perYear: 0.1 }]);
    const [first] = drawLife(seldom, '1', 1000 * YEAR_SECONDS);
    // The first of the file at 60 s, the other 40 s later, until 340 s after the first.
    const at = first.atSeconds;
    expect(first.faults.map(({ kind, atSeconds }) => [kind, atSeconds - at])).toEqual([
      ['crash', expect.closeTo(0, 3)],
      ['no-entry', expect.closeTo(40, 3)],
    ]);
    expect(first.endSeconds - at).toBeCloseTo(340, 3);
    expect(
      new Set(drawLife(seldom, '1', 1000 * YEAR_SECONDS).flatMap((each) => each.faults.map(({ id }) => id))).size,
    ).toBe(2 * drawLife(seldom, '1', 1000 * YEAR_SECONDS).length);
  });
});
