/**
 * N-1 of a generated graph of 200 services over 24 hours of half-hourly demand: every site and service alone, in this
 * process (one core). The target is three minutes; what a run of nothing costs until the failure is the most that sharing
 * it could save (docs/decisions/0007).
 */
import { contingencyOf } from '../src/studies/contingency/contingency.js';
import { inProcessPool } from '../src/studies/pool/in-process-pool.js';
import { simulate } from '../src/world/simulate.js';
import { randomGraphSpec } from '../tests/support/random-graph.js';
import { buildScenario } from '../tests/support/scenario-builder.js';
import { table } from './measure.js';

const DAY = 86_400;
const daily = Array.from({ length: 48 }, (_, i) => 0.6 + 0.4 * Math.sin((2 * Math.PI * i) / 48));
const scenario = buildScenario({
  ...randomGraphSpec({ services: 200, seed: 1, durationSeconds: DAY, halved: 0, hanging: 0.3, profile: 'daily' }),
  profiles: { daily },
  faults: [],
});

const start = performance.now();
const { cases } = await contingencyOf([scenario], { pool: inProcessPool() });
const all = (performance.now() - start) / 1000;

const before = performance.now();
simulate({ ...scenario, durationSeconds: DAY / 10 }, { seed: '1', faults: [] });
const prefix = (performance.now() - before) / 1000;

table('N-1 of 200 services over 24 h', [
  ['', 'cases', 's', 's each', 'of each before the failure, s'],
  [
    'one core',
    String(cases.length),
    all.toFixed(1),
    (all / cases.length).toFixed(2),
    `${prefix.toFixed(2)} (${((100 * prefix * cases.length) / all).toFixed(0)} %)`,
  ],
  ['target: at most 180 s', '', '', '', ''],
]);
