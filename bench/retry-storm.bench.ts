/**
 * `scenarios/retry-storm.yaml` by the fluid engine against request by request (the tests' simulation), layout by
 * layout: events and time of the same twenty minutes.
 */
import { readFileSync } from 'node:fs';
import { loadScenario } from '../src/index.js';
import { simulate } from '../src/world/simulate.js';
import { simulateRequests } from '../tests/request-simulation/simulate-requests.js';
import { table } from './measure.js';

const FILE = 'scenarios/retry-storm.yaml';
const LAYOUTS = ['as-it-is', 'short-queue', 'retry-budget', 'no-retries'] as const;
const FEWER_EVENTS = 1000;
const LESS_TIME = 100;
/** What disturbs a measurement only ever makes it slower: the best of so many, after as many to warm up. */
const ROUNDS = 20;

const text = readFileSync(FILE, 'utf8');
const rows = [['layout', 'events', 'one by one', 'fewer', 'ms', 'one by one', 'less', 'attempts/s one by one']];
for (const layout of LAYOUTS) {
  const scenario = loadScenario(text, { file: FILE, layout });
  let events = 0;
  let fluid = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const start = performance.now();
    events = simulate(scenario, { seed: '1' }).counters.events;
    if (round >= ROUNDS) fluid = Math.min(fluid, performance.now() - start);
  }
  const start = performance.now();
  const oneByOne = simulateRequests(scenario, { seed: 1 });
  const milliseconds = performance.now() - start;
  rows.push([
    layout,
    String(events),
    String(oneByOne.events),
    `${Math.round(oneByOne.events / events)}x`,
    fluid.toFixed(1),
    milliseconds.toFixed(0),
    `${Math.round(milliseconds / fluid)}x`,
    ((oneByOne.attempts / milliseconds) * 1000).toExponential(1),
  ]);
}
rows.push(['target', '', '', `>= ${FEWER_EVENTS}x`, '', '', `>= ${LESS_TIME}x`, '>= 5e+5']);
table('Retry storm, twenty simulated minutes', rows);
