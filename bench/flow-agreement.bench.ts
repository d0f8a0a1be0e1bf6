/**
 * How often the fluid flow agrees with requests one by one on random graphs of thirty and of a hundred services.
 *
 * Ten graphs of each, 30 % of their services halved for two minutes; each window of each group of users counts when the fluid
 * success lies within 0.05 of what five seeds of the request simulation span, and each verdict (up or down at the
 * end) where the seeds agree among themselves. Where it does not agree, the windows are printed. Some minutes.
 */
import { simulate } from '../src/world/simulate.js';
import { simulateRequests } from '../tests/request-simulation/simulate-requests.js';
import { observeRecord, observeRequests } from '../tests/support/observation.js';
import { randomGraph } from '../tests/support/random-graph.js';
import { table } from './measure.js';

const GRAPHS = 10;
const SEEDS = [1, 2, 3, 4, 5];
/** Requests a second of all users: of a hundred services fewer each, or it would take an hour. */
const SIZES = [
  { services: 30, demand: 600 },
  { services: 100, demand: 500 },
] as const;
const SLACK = 0.05;
/** Before the fault, in it, and after it, seconds. */
const WINDOWS = [
  [30, 60],
  [120, 150],
  [150, 180],
  [240, 300],
  [300, 360],
  [360, 410],
] as const;
const END = WINDOWS.length - 1;

for (const { services, demand } of SIZES) {
  const rows = [['graph', 'windows within', 'same verdict', 'events', 'ms', 'one by one, ms']];
  const details: string[] = [];
  let windows = [0, 0];
  let verdicts = [0, 0];
  for (let seed = 1; seed <= GRAPHS; seed++) {
    const scenario = randomGraph({
      services,
      demand,
      seed,
      durationSeconds: 420,
      faultAtSeconds: 60,
      faultForSeconds: 120,
    });
    let start = performance.now();
    const record = simulate(scenario, { seed: '1' });
    const fluidTime = performance.now() - start;
    const fluid = observeRecord(record);
    start = performance.now();
    const runs = SEEDS.map((luck) => observeRequests(simulateRequests(scenario, { seed: luck })));
    const oneByOneTime = (performance.now() - start) / SEEDS.length;

    const within = [0, 0];
    const same = [0, 0];
    for (const { id, users } of scenario.services) {
      if (!users) continue;
      const cells = WINDOWS.map(([from, to]) => {
        const seen = runs.map((run) => run.success(id, from, to));
        return { fluid: fluid.success(id, from, to), low: Math.min(...seen), high: Math.max(...seen) };
      });
      const agrees = cells.map((cell) => cell.fluid > cell.low - SLACK && cell.fluid < cell.high + SLACK);
      within[0] += agrees.filter(Boolean).length;
      within[1] += agrees.length;
      const end = cells[END];
      if (end.low >= 0.5 === end.high >= 0.5) {
        same[1]++;
        if (end.fluid >= 0.5 === end.low >= 0.5) same[0]++;
      }
      if (agrees.every(Boolean)) continue;
      const text = cells.map((cell) => `${cell.fluid.toFixed(2)} (${cell.low.toFixed(2)}-${cell.high.toFixed(2)})`);
      details.push(`  graph ${seed}, ${id}: ${text.join('  ')}`);
    }
    windows = [windows[0] + within[0], windows[1] + within[1]];
    verdicts = [verdicts[0] + same[0], verdicts[1] + same[1]];
    const counts = [`${within[0]} of ${within[1]}`, `${same[0]} of ${same[1]}`, String(record.counters.events)];
    rows.push([String(seed), ...counts, fluidTime.toFixed(0), oneByOneTime.toFixed(0)]);
  }
  const share = (part: readonly number[]): string => `${((100 * part[0]) / part[1]).toFixed(0)} %`;
  rows.push(['all', share(windows), share(verdicts), '', '', '']);
  rows.push(['target', '>= 90 %', '100 %', '', '', '']);
  table(`Fluid flow against requests one by one, random graphs of ${services} services`, rows);
  console.log(details.join('\n'));
}
