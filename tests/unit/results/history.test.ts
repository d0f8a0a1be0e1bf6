import { describe, expect, it } from 'vitest';
import { baselines } from '../../../src/results/baselines.js';
import { scoreHistory } from '../../../src/results/history.js';
import type { HistoryRow, Scenario } from '../../../src/scenario/model.js';
import { deployment, historyRow, journey, need, reading, scenario, service, site, users } from './synthetic.js';

const HOUR = 3600;

/** Ten hours; zones a1 and a2 of Pangyo lose power and have it back after 2 and 5 hours. */
function world(rows: readonly HistoryRow[], over: Partial<Scenario> = {}): Scenario {
  const zones = (zone: string) => [deployment('pangyo', { zones: [{ zone, servers: 10 }] })];
  return scenario({
    durationSeconds: 10 * HOUR,
    sites: [
      site('pangyo', {
        zones: [
          { id: 'a1', path: '', share: 0.55 },
          { id: 'a2', path: '', share: 0.45 },
        ],
      }),
    ],
    services: [
      service('bank', { deployments: [deployment('anyang')] }),
      service('mail', { class: 'stateful', users: users(), deployments: zones('a2') }),
      service('map', { class: 'stateful', users: users(), deployments: zones('a1') }),
      service('talk', { users: users(), deployments: zones('a1') }),
    ],
    journeys: [journey('photo', { needs: [need('talk'), need('mail')] })],
    recovery: {
      ...scenario().recovery,
      power: [
        { site: 'pangyo', zone: 'a1', atSeconds: 2 * HOUR, path: '' },
        { site: 'pangyo', zone: 'a2', atSeconds: 5 * HOUR, path: '' },
      ],
    },
    history: { sinceSeconds: 600, rows },
    ...over,
  });
}

/** Down from 60 s on, back at that second. */
const back = (seconds: number) => ({
  share: [
    [0, 1],
    [60, 0],
    [seconds, 1],
  ] as [number, number][],
});

describe('a history', () => {
  const rows = [
    historyRow('talk', { order: 0, afterSeconds: 600 + 2 * HOUR, bySeconds: 600 + 3 * HOUR }),
    historyRow('map', { order: 1, afterSeconds: 600 + 4 * HOUR, bySeconds: 600 + 5 * HOUR }),
    historyRow('mail', { order: 2, afterSeconds: 600 + 6 * HOUR, bySeconds: 600 + 8 * HOUR }),
    historyRow('bank', { order: 3, bySeconds: 600 + HOUR }),
  ];

  it('scores rows with two ends by the distance to the nearest, counted from its own start', () => {
    const run = reading(world(rows), {
      talk: back(600 + 2.5 * HOUR), // inside
      map: back(600 + 3 * HOUR), // an hour before 4 h: 1/4
      mail: back(600 + 9 * HOUR), // an hour after 8 h: 1/8
      bank: { share: [[0, 1]] }, // never failed, and one-sided
    });
    const score = scoreHistory(run);
    expect(score?.rows.map((row) => [row.id, row.simulatedSeconds, row.inside, row.relativeDistance])).toEqual([
      ['talk', 2.5 * HOUR, true, 0],
      ['map', 3 * HOUR, false, 0.25],
      ['mail', 9 * HOUR, false, 0.125],
      ['bank', 0, null, null],
    ]);
    expect(score).toMatchObject({ scored: 3, inside: 1, spearman: 1, medianRelativeDistance: 0.125 });
    expect(score?.rows[3]).toMatchObject({ realAfterSeconds: null, realBySeconds: HOUR });
  });

  it('counts both ends of a row as inside, and nothing beside them', () => {
    const at = (seconds: number) =>
      scoreHistory(reading(world([rows[0]]), { talk: back(600 + seconds) }))?.rows[0].inside;
    expect([2 * HOUR - 1, 2 * HOUR, 3 * HOUR, 3 * HOUR + 1].map(at)).toEqual([false, true, true, false]);
  });

  it('ranks rows by their mid-points, not by an end', () => {
    // Mid-points 5 h and 4 h, last ends 5.5 h and 7 h: mail came back after talk did, and so it is simulated.
    const wide = [
      historyRow('mail', { order: 0, afterSeconds: 600 + 4.5 * HOUR, bySeconds: 600 + 5.5 * HOUR }),
      historyRow('talk', { order: 1, afterSeconds: 600 + HOUR, bySeconds: 600 + 7 * HOUR }),
    ];
    const run = reading(world(wide), { mail: back(600 + 5 * HOUR), talk: back(600 + 4 * HOUR) });
    expect(scoreHistory(run)?.spearman).toBe(1);
  });

  it('ranks a service that did not come back last, and has no distance for it', () => {
    const run = reading(world(rows), {
      talk: {
        share: [
          [0, 1],
          [60, 0],
        ],
      },
      map: back(600 + 4.5 * HOUR),
      mail: back(600 + 7 * HOUR),
    });
    const score = scoreHistory(run);
    expect(score?.rows[0]).toMatchObject({ simulatedSeconds: null, inside: false, relativeDistance: null });
    // simulated ranks 3, 1, 2 against 1, 2, 3: 1 - 6 x (4 + 1 + 1) / (3 x 8) = -0.5
    expect(score?.spearman).toBeCloseTo(-0.5, 12);
    expect(score?.inside).toBe(2);
  });

  it('is null when the scenario has none', () => {
    expect(scoreHistory(reading(scenario()))).toBeNull();
  });
});

describe('the trivial predictors', () => {
  // seconds from since; mid-points 3, 5, 8 and 9 hours
  const scored = [
    { service: 'talk', after: 2.5 * HOUR, by: 3.5 * HOUR },
    { service: 'map', after: 4 * HOUR, by: 6 * HOUR },
    { service: 'mail', after: 7 * HOUR, by: 9 * HOUR },
    { service: 'photo', after: 8 * HOUR, by: 10 * HOUR },
  ];
  const byName = new Map(baselines(world([]), scored).map(({ name, predictions }) => [name, predictions]));

  it('say for every row when half, and when all of the tenant’s power is back', () => {
    // a1 has 55 % of the servers: half is back at 2 h, all at 5 h, from a since of 600 s
    expect(byName.get('half-power')).toEqual(scored.map(() => 2 * HOUR - 600));
    expect(byName.get('all-power')).toEqual(scored.map(() => 5 * HOUR - 600));
  });

  it('say half only when it is half: not at 45 % of the servers', () => {
    const smaller = world([], {
      sites: [
        site('pangyo', {
          zones: [
            { id: 'a1', path: '', share: 0.45 },
            { id: 'a2', path: '', share: 0.55 },
          ],
        }),
      ],
    });
    const half = baselines(smaller, scored).find(({ name }) => name === 'half-power');
    expect(half?.predictions).toEqual(scored.map(() => 5 * HOUR - 600));
  });

  it('count for a journey only what it requires, and the middle of three lags of a class', () => {
    const { services } = world([]);
    const more = world([], {
      services: [
        ...services,
        service('pay', { class: 'stateful', users: users(), deployments: services[1].deployments }),
      ],
      journeys: [journey('photo', { needs: [need('talk'), need('mail', 'optional')] })],
    });
    const rows = [
      { service: 'mail', after: 8 * HOUR, by: 8 * HOUR },
      { service: 'map', after: 3 * HOUR, by: 3 * HOUR },
      { service: 'pay', after: 7 * HOUR, by: 7 * HOUR },
      { service: 'photo', after: 9 * HOUR, by: 9 * HOUR },
    ];
    const [a1, a2] = [2 * HOUR - 600, 5 * HOUR - 600];
    // Lags of the stateful: 3 h + 600 s, 1 h + 600 s, 2 h + 600 s, of which the middle is 2 h + 600 s. The journey's own
    // lag is the only one of its kind, so it is 9 h whatever it waits for: its power is told apart by a second journey.
    const found = baselines(more, rows).find(({ name }) => name === 'zone-and-class');
    const lag = 2 * HOUR + 600;
    expect(found?.predictions).toEqual([a2 + lag, a1 + lag, a2 + lag, 9 * HOUR]);
    const twice = world([], { ...more, journeys: [...more.journeys, journey('sticker', { needs: [need('mail')] })] });
    const both = [...rows, { service: 'sticker', after: 10 * HOUR, by: 10 * HOUR }];
    // Powers a1 and a2, lags 9 h - a1 = 7 h + 600 s and 10 h - a2 = 5 h + 600 s, between them 6 h + 600 s.
    const journeys = baselines(twice, both)
      .find(({ name }) => name === 'zone-and-class')
      ?.predictions.slice(3);
    expect(journeys).toEqual([a1 + 6 * HOUR + 600, a2 + 6 * HOUR + 600]);
  });

  it('say the mean of the rows’ mid-points', () => {
    expect(byName.get('mean')).toEqual(scored.map(() => ((3 + 5 + 8 + 9) / 4) * HOUR));
  });

  it('say the power of a service’s own zone plus the median lag of its class', () => {
    const [a1, a2] = [2 * HOUR - 600, 5 * HOUR - 600];
    // stateful: map 5 h - a1 = 3 h + 600 s, mail 8 h - a2 = 3 h + 600 s; the journey waits for mail's a2
    expect(byName.get('zone-and-class')).toEqual([
      a1 + (3 * HOUR - a1),
      a1 + 3 * HOUR + 600,
      a2 + 3 * HOUR + 600,
      a2 + (9 * HOUR - a2),
    ]);
  });

  it('are scored beside the run', () => {
    const rows = [
      historyRow('talk', { order: 0, afterSeconds: 600 + HOUR, bySeconds: 600 + 3 * HOUR }),
      historyRow('mail', { order: 1, afterSeconds: 600 + 6 * HOUR, bySeconds: 600 + 8 * HOUR }),
    ];
    expect(scoreHistory(reading(world(rows)))?.baselines).toEqual([
      { name: 'half-power', inside: 1, spearman: null },
      { name: 'all-power', inside: 0, spearman: null },
      { name: 'mean', inside: 0, spearman: null },
      { name: 'zone-and-class', inside: 2, spearman: 1 },
    ]);
  });
});
