import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../src/record/record.js';
import { affectedInAll } from '../../../src/results/affected.js';
import { affectedBy, hoursByCause } from '../../../src/results/affected-by-service.js';
import { total } from '../../../src/results/by-cause.js';
import { userHoursByCause } from '../../../src/results/measures/loss.js';
import { userHoursInAll } from '../../../src/results/measures/people.js';
import { reading, scenario, service, users } from './synthetic.js';

const NONE = 0;
const [OWN, SITE, DEPENDENCY] = (['own', 'site', 'dependency'] as const).map((cause) => CAUSES.indexOf(cause));
const NOTHING = { own: 0, site: 0, dependency: 0, overload: 0, operator: 0, shared: 0 };

/*
 * An hour. talk and mail share 900 people; bank has 100 of its own.
 * talk: all refused from 0 to 1200 s, because of the site.
 * mail: half refused from 0 to 3600 s; the site until 1200 s, then a dependency.
 * bank: a tenth refused from 1800 to 3600 s, by its own fault.
 */
const [talk, mail, bank] = ['talk', 'mail', 'bank'].map((id, order) =>
  service(id, { order, users: users({ population: id === 'bank' ? 'savers' : 'people' }) }),
);
const run = reading(
  scenario({
    services: [talk, mail, bank],
    populations: [
      { id: 'people', people: 900 },
      { id: 'savers', people: 100 },
    ],
  }),
  {
    talk: {
      share: [
        [0, 0],
        [1200, 1],
      ],
      wanted: [[0, 100]],
      cause: [
        [0, SITE],
        [1200, NONE],
      ],
    },
    mail: {
      share: [[0, 0.5]],
      wanted: [[0, 100]],
      cause: [
        [0, SITE],
        [1200, DEPENDENCY],
      ],
    },
    bank: {
      share: [
        [0, 1],
        [1800, 0.9],
      ],
      wanted: [[0, 100]],
      cause: [
        [0, NONE],
        [1800, OWN],
      ],
    },
  },
);

describe('people affected', () => {
  it('are, through one service, its people at that hour times the share refused, by cause', () => {
    // talk 900 x 1/3 h; mail 450 x 1/3 h, then 450 x 2/3 h; bank 10 x 1/2 h
    expect(userHoursByCause(run, run.subjects[0])).toEqual({ ...NOTHING, site: 300 });
    expect(userHoursByCause(run, run.subjects[1])).toEqual({ ...NOTHING, site: 150, dependency: 300 });
    expect(userHoursByCause(run, run.subjects[2]).own).toBeCloseTo(5, 9);
  });

  it('count once in a population, with the cause of the service that hits most of them', () => {
    // 0-1200: talk's 900 by the site; 1200-3600: mail's 450 by a dependency; savers apart
    const inAll = userHoursInAll(run);
    expect(inAll.site).toBeCloseTo(300, 9);
    expect(inAll.dependency).toBeCloseTo(300, 9);
    expect(inAll.own).toBeCloseTo(5, 9);
    expect(total(inAll)).toBeCloseTo(605, 9);
  });

  it('are put down to the service that comes first in the file when two hit as many', () => {
    const equal = reading(scenario({ services: [mail, talk], populations: [{ id: 'people', people: 900 }] }), {
      talk: { share: [[0, 0]], wanted: [[0, 100]], cause: [[0, SITE]] },
      mail: { share: [[0, 0]], wanted: [[0, 100]], cause: [[0, DEPENDENCY]] },
    });
    expect(userHoursInAll(equal)).toEqual({ ...NOTHING, site: 900 });
  });

  it('add up over populations at each instant', () => {
    const { all, byCause } = affectedInAll(run);
    expect([...all.times]).toEqual([0, 1200e6, 1800e6]);
    expect([...all.values].map((people) => Math.round(people * 1e6) / 1e6)).toEqual([900, 450, 460]);
    expect([...byCause.dependency.times]).toEqual([0, 1200e6]);
  });

  it('follow the time of day: half the demand is half the people', () => {
    const night = reading(scenario({ services: [talk], populations: [{ id: 'people', people: 900 }] }), {
      talk: {
        share: [[0, 0]],
        wanted: [
          [0, 100],
          [1800, 50],
        ],
        cause: [[0, SITE]],
      },
    });
    expect(userHoursByCause(night, night.subjects[0]).site).toBeCloseTo(450 + 225, 9);
  });

  it('are never more than there are, however demand surges', () => {
    const surge = reading(scenario({ services: [talk], populations: [{ id: 'people', people: 900 }] }), {
      talk: { share: [[0, 0]], wanted: [[0, 300]], cause: [[0, SITE]] },
    });
    expect(userHoursByCause(surge, surge.subjects[0]).site).toBeCloseTo(900, 9);
  });

  it('are counted as the service’s own loss while nothing is wrong enough to have a cause', () => {
    const slight = reading(scenario({ services: [talk], populations: [{ id: 'people', people: 900 }] }), {
      talk: { share: [[0, 0.995]], wanted: [[0, 100]], cause: [[0, NONE]] },
    });
    expect(userHoursByCause(slight, slight.subjects[0]).own).toBeCloseTo(4.5, 9);
  });

  it('are nobody for a service without users', () => {
    const store = reading(scenario({ services: [service('store')] }), { store: { share: [[0, 0]], asked: [[0, 5]] } });
    expect(hoursByCause(affectedBy(store, store.subjects[0]), 0, store.end)).toEqual(NOTHING);
  });
});
