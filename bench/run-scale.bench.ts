/**
 * Whole runs: the Kakao fire once warm, and generated graphs, for an hour with 30 % of services halved and for six days
 * of half-hourly demand with one site killed. Time is the best of the rounds after a first run, or of that run where it is
 * the only one; memory is the heap that a run leaves.
 */
import { readFileSync } from 'node:fs';
import { loadScenario } from '../src/index.js';
import type { Scenario } from '../src/scenario/model.js';
import { simulate } from '../src/world/simulate.js';
import { randomGraphSpec } from '../tests/support/random-graph.js';
import { buildScenario } from '../tests/support/scenario-builder.js';
import { table } from './measure.js';

const KAKAO = 'scenarios/kakao-2022.yaml';
const KAKAO_TARGET_MS = 250;
const DAY = 86_400;
const daily = Array.from({ length: 48 }, (_, i) => 0.6 + 0.4 * Math.sin((2 * Math.PI * i) / 48));

const hour = (services: number): Scenario =>
  buildScenario(randomGraphSpec({ services, seed: 1, durationSeconds: 3600 }));

/** A third of the services lives in the site that is killed on the second day, for six hours. */
const days = (services: number): Scenario =>
  buildScenario({
    ...randomGraphSpec({
      services,
      seed: 1,
      durationSeconds: 6 * DAY,
      halved: 0,
      hanging: 0.3,
      faultAtSeconds: DAY,
      faultForSeconds: 6 * 3600,
      profile: 'daily',
    }),
    profiles: { daily },
  });

const cases: readonly [name: string, scenario: Scenario, rounds: number][] = [
  ['kakao-2022, warm', loadScenario(readFileSync(KAKAO, 'utf8'), { file: KAKAO }), 30],
  ['100 services, an hour, 30 % halved', hour(100), 4],
  ['1,000 services, an hour, 30 % halved', hour(1000), 1],
  ['10,000 services, an hour, 30 % halved', hour(10_000), 0],
  ['100 services, six days, a site killed', days(100), 4],
  ['1,000 services, six days, a site killed', days(1000), 1],
];

const rows = [['run', 'ms', 'events', 'settles', 'visits', 'not converged', 'samples', 'heap MB']];
for (const [name, scenario, rounds] of cases) {
  const begin = performance.now();
  let record = simulate(scenario, { seed: '1' });
  let best = rounds === 0 ? performance.now() - begin : Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    record = simulate(scenario, { seed: '1' });
    best = Math.min(best, performance.now() - start);
  }
  const { events, settles, visits, notConverged } = record.counters;
  const samples = record.tracks.reduce((sum, track) => sum + track.times.length, 0);
  const numbers = [events, settles, visits, notConverged, samples].map(String);
  rows.push([name, best.toFixed(0), ...numbers, (process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)]);
}
rows.push([`target: kakao at most ${KAKAO_TARGET_MS} ms`, '', '', '', '', '', '', '']);
table('Whole runs', rows);
