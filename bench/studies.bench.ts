/**
 * Many runs of the Kakao fire: how many a second one core makes, and what a second thread gains.
 *
 * Aims: five runs a second and core with all that `compare` asks (causes among it), ten where the people lost are asked
 * alone. Every run records its causes; what differs is what is worked out from them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { threadPool } from '../src/cli/pool/thread-pool.js';
import { doJob, type Job, loadScenario, measuresKind, othersOf, type Pool, type Work } from '../src/index.js';
import { COMPARED, OF_SERVICES, subjectIds } from '../src/studies/compare/compared-measures.js';
import { type LayoutRunAsk, layoutRunKind } from '../src/studies/compare/layout-run.js';
import { simulate } from '../src/world/simulate.js';
import { table } from './measure.js';

const FILE = 'scenarios/kakao-2022.yaml';
const RUNS = 20;
const WORKER = resolve('dist/study-worker.js');

const { otherLayouts: _, ...scenario } = loadScenario(readFileSync(FILE, 'utf8'), { file: FILE });
const seeds = Array.from({ length: RUNS }, (_each, i) => String(i + 1));

const lost: Work<readonly { name: string; of: null }[], unknown> = {
  kind: measuresKind,
  scenarios: [scenario],
  jobs: seeds.map((seed) => ({ scenario: 0, seed, ask: [{ name: 'userHoursLost', of: null }] })),
};
const compared: Work<LayoutRunAsk, unknown> = {
  kind: layoutRunKind,
  scenarios: [scenario],
  jobs: seeds.map((seed) => ({
    scenario: 0,
    seed,
    ask: { measures: COMPARED, subjects: subjectIds(scenario), ofSubjects: OF_SERVICES, parts: 96, judge: false },
  })),
};

function here({
  kind,
  scenarios,
  jobs,
}: {
  kind: { name: string };
  scenarios: readonly (typeof scenario)[];
  jobs: readonly Job[];
}): void {
  for (const job of jobs) doJob(kind.name, scenarios[job.scenario], job, othersOf(scenarios, job));
}

function perSecond(work: () => void): number {
  // Once to warm up the compiler, then the better of two: what disturbs a measurement only ever makes it slower.
  work();
  const took = [0, 1].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return (RUNS * 1000) / Math.min(...took);
}

const rates: [string, number, string][] = [
  ['the run alone', perSecond(() => seeds.forEach((seed) => void simulate(scenario, { seed }))), ''],
  ['and the user-hours lost', perSecond(() => here(lost)), '10'],
  ['and all that compare asks', perSecond(() => here(compared)), '5'],
];
table('Kakao runs a second on one core', [
  ['what is worked out', 'runs/s', 'aim'],
  ...rates.map(([what, rate, aim]) => [what, rate.toFixed(1), aim]),
]);

async function threads(workers: number): Promise<number> {
  const signal = new AbortController().signal;
  const pool: Pool & { close(): Promise<void> } = threadPool({
    workers,
    worker: pathToFileURL(WORKER),
    signal,
    progress: () => {},
  });
  await pool.do(compared, () => {});
  const start = performance.now();
  await pool.do(compared, () => {});
  const took = performance.now() - start;
  await pool.close();
  return (RUNS * 1000) / took;
}

if (existsSync(WORKER)) {
  const [one, two] = [await threads(1), await threads(2)];
  table('The same in threads (build first)', [
    ['threads', 'runs/s', 'speed-up'],
    ['1', one.toFixed(1), '1.00'],
    ['2', two.toFixed(1), (two / one).toFixed(2)],
  ]);
}
