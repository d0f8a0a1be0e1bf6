/**
 * Many runs of the Kakao fire: how many a second one core makes, and what a second thread gains.
 *
 * Aims: five runs a second and core with all that `compare` asks (causes among it), ten where the people lost are asked
 * alone. Every run records its causes; what differs is what is worked out from them.
 *
 * What a second thread gains is told beside what a second process gains: no pool can do better than two programs that
 * share nothing. "CPU ms a run" is of all cores, helper threads of V8 among them, and hardly moves on a busy machine; where
 * one thread's is well above its time by the clock, it was working on two cores already.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { threadPool } from '../src/cli/pool/thread-pool.js';
import { doJob, inOrder, type Job, loadScenario, measuresKind, othersOf, type Pool, type Work } from '../src/index.js';
import { COMPARED, OF_SERVICES, subjectIds } from '../src/studies/compare/compared-measures.js';
import { type LayoutRunAnswer, type LayoutRunAsk, layoutRunKind } from '../src/studies/compare/layout-run.js';
import { tally } from '../src/studies/compare/tally.js';
import { simulate } from '../src/world/simulate.js';
import { table } from './measure.js';

const FILE = 'scenarios/kakao-2022.yaml';
const RUNS = 20;
const ROUNDS = 3;
const WORKER = resolve('dist/study-worker.js');
/** How this file starts itself as a process of its own. */
const ALONE = 'alone';
const [, , alone, runsAlone] = process.argv;

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

function rates(): void {
  const all: [string, number, string][] = [
    ['the run alone', perSecond(() => seeds.forEach((seed) => void simulate(scenario, { seed }))), ''],
    ['and the user-hours lost', perSecond(() => here(lost)), '10'],
    ['and all that compare asks', perSecond(() => here(compared)), '5'],
  ];
  table('Kakao runs a second on one core', [
    ['what is worked out', 'runs/s', 'aim'],
    ...all.map(([what, rate, aim]) => [what, rate.toFixed(1), aim]),
  ]);
}

/** What some runs took: by the clock, and of all cores together. */
interface Took {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
}

const SEEDS_IN_THREADS = 40;
const many: typeof compared = {
  ...compared,
  jobs: Array.from({ length: SEEDS_IN_THREADS }, (_, i) => ({ ...compared.jobs[0], seed: String(i + 1) })),
};

async function threads(workers: number): Promise<Took> {
  const signal = new AbortController().signal;
  const pool: Pool & { close(): Promise<void> } = threadPool({
    workers,
    worker: pathToFileURL(WORKER),
    signal,
    progress: () => {},
  });
  await pool.do(compared, () => {});
  const took = await timed(async () => void (await pool.do(many, () => {})));
  await pool.close();
  return took;
}

/** So many processes at once that know nothing of each other, each with half of the runs: what the machine itself can do. */
async function processes(count: number): Promise<Took> {
  const all = Array.from({ length: count }, () => fork(process.argv[1], [ALONE, String(SEEDS_IN_THREADS / count)]));
  const told = all.map((child) => messagesOf(child));
  await Promise.all(told.map((next) => next()));
  const start = performance.now();
  for (const child of all) child.send('go');
  const cpu = (await Promise.all(told.map((next) => next()))) as number[];
  return { milliseconds: performance.now() - start, cpuMilliseconds: cpu.reduce((sum, each) => sum + each, 0) };
}

function messagesOf(child: ChildProcess): () => Promise<unknown> {
  const come: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  child.on('message', (message) => {
    const wanted = waiting.shift();
    if (wanted === undefined) come.push(message);
    else wanted(message);
  });
  return () => new Promise((resolve) => (come.length > 0 ? resolve(come.shift()) : waiting.push(resolve)));
}

/** A process of its own: warms up, waits for the word, does its runs. */
function beAlone(runs: number): void {
  here(compared);
  process.once('message', () => {
    void timed(async () => here({ ...many, jobs: many.jobs.slice(0, runs) })).then(({ cpuMilliseconds }) =>
      process.send?.(cpuMilliseconds, () => process.disconnect()),
    );
  });
  process.send?.('ready');
}

async function timed(work: () => Promise<void>): Promise<Took> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, cpuMilliseconds: (user + system) / 1000 };
}

/** By turns, and the best of the rounds: what disturbs a measurement only ever makes it slower. */
async function speedUps(): Promise<void> {
  const best = new Map<string, Took>();
  const ways = {
    '1 process': () => processes(1),
    '2 processes': () => processes(2),
    '1 thread': () => threads(1),
    '2 threads': () => threads(2),
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const took = await way();
      const before = best.get(name);
      if (before === undefined || took.milliseconds < before.milliseconds) best.set(name, took);
    }
  }
  const of = (name: string): Took => best.get(name) as Took;
  const row = (name: string, than: string): string[] => [
    name,
    ((SEEDS_IN_THREADS * 1000) / of(name).milliseconds).toFixed(1),
    (of(than).milliseconds / of(name).milliseconds).toFixed(2),
    (of(name).cpuMilliseconds / SEEDS_IN_THREADS).toFixed(0),
  ];
  table('Two at once (build first): processes that share nothing are what this machine can do at best', [
    ['', 'runs/s', 'speed-up', 'CPU ms a run'],
    row('1 process', '1 process'),
    row('2 processes', '1 process'),
    row('1 thread', '1 thread'),
    row('2 threads', '1 thread'),
  ]);
}

/** What a study keeps of its runs: the heap after so many seeds, each answered at once with one and the same answer. */
async function memory(): Promise<void> {
  const answer = doJob(layoutRunKind.name, scenario, compared.jobs[0], []);
  const pool: Pool = {
    async do({ jobs }, answered) {
      jobs.forEach((_, i) => {
        answered(answer as never, i);
      });
      return true;
    },
  };
  const heap = (): number => {
    global.gc?.();
    return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  };
  const rows = [];
  // The first is not told: the garbage of what was before goes with it.
  for (const runs of [4000, 1000, 4000, 16_000]) {
    const before = heap();
    const jobs = Array.from({ length: runs }, (_, i) => ({ ...compared.jobs[0], seed: String(i + 1) }));
    const tallied = tally(compared.jobs[0].ask, runs);
    await inOrder(pool, { ...compared, jobs }, (each) =>
      tallied.add(each as LayoutRunAnswer, answer as LayoutRunAnswer),
    );
    jobs.length = 0;
    const kept = heap() - before;
    rows.push([String(runs), (kept / 2 ** 20).toFixed(1), (kept / runs / 1000).toFixed(1)]);
    if (tallied.affected().length === 0) throw new Error('nothing was tallied');
  }
  table('What compare keeps of a layout of Kakao (the worst twentieth of each measure; no run)', [
    ['runs', 'MB', 'kB a run'],
    ...rows.slice(1),
  ]);
}

if (alone === ALONE) {
  beAlone(Number(runsAlone));
} else {
  rates();
  await memory();
  if (existsSync(WORKER)) await speedUps();
}
