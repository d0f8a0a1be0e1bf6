/** Threads, of the built worker: the same answers as without, and what happens to a thread that dies. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ThreadPool, threadPool } from '../../src/cli/pool/thread-pool.js';
import { inProcessPool } from '../../src/studies/pool/in-process-pool.js';
import type { Work } from '../../src/studies/pool/job.js';
import { type AskedMeasure, measuresKind } from '../../src/studies/pool/kinds/measures.js';
import type { Pool } from '../../src/studies/pool/pool.js';
import { bundledScenario } from '../support/bundled-scenarios.js';
import { temporaryFolder } from './process.js';

type Answer = readonly (number | null)[];

const WORKER = pathToFileURL(resolve('dist/study-worker.js'));
const WORK: Work<readonly AskedMeasure[], Answer> = {
  kind: measuresKind,
  scenarios: [bundledScenario('two-sites')],
  jobs: Array.from({ length: 8 }, (_, i) => ({
    scenario: 0,
    seed: String(i),
    ask: [{ name: 'userHoursLost', of: null }],
  })),
};

function open(
  worker = WORKER,
  signal = new AbortController().signal,
  progress: (done: number) => void = () => {},
): ThreadPool {
  return threadPool({ workers: 2, worker, signal, progress });
}

async function answersOf(pool: Pool, work = WORK): Promise<{ answers: Answer[]; finished: boolean }> {
  const answers: Answer[] = [];
  const finished = await pool.do(work, (answer, job) => {
    expect(answers[job]).toBeUndefined();
    answers[job] = answer;
  });
  return { answers, finished };
}

/** A worker that first does what `code` says; `order` is what it was given, `once(name)` is true the first time only. */
function workerThat(code: string): URL {
  const folder = temporaryFolder();
  const file = join(folder.path, 'worker.mjs');
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs';
     import reply from ${JSON.stringify(WORKER.href)};
     const once = (name) => {
       try { writeFileSync(${JSON.stringify(folder.path)} + '/' + name, '', { flag: 'wx' }); return true; } catch { return false; }
     };
     export default function (order) { ${code}; return reply(order); }`,
  );
  return pathToFileURL(file);
}

describe('a pool of threads', () => {
  it('gives the answers that this process gives, and tells how far it is', async () => {
    const told: number[] = [];
    const pool = open(WORKER, undefined, (done) => told.push(done));
    const here = await answersOf(inProcessPool());
    expect(await answersOf(pool)).toEqual(here);
    // The same pool takes more work.
    expect(await answersOf(pool, { ...WORK, jobs: WORK.jobs.slice(0, 1) })).toEqual({
      answers: here.answers.slice(0, 1),
      finished: true,
    });
    await pool.close();
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1]);
  });

  it('replaces a thread that dies, and has its job done again', async () => {
    const dying = workerThat(`if (order.job.seed === '3' && once('death')) process.exit(1);
      if (order.job.seed === '5' && once('throw')) { setTimeout(() => { throw new Error('loose'); }); return new Promise(() => {}); }`);
    const pool = open(dying);
    expect(await answersOf(pool)).toEqual(await answersOf(inProcessPool()));
    await pool.close();
  });

  it('gives up over a job that kills its thread three times, and says which it is', async () => {
    const pool = open(workerThat(`if (order.job.seed === '3') process.exit(7)`));
    await expect(answersOf(pool)).rejects.toMatchObject({
      name: 'JobFailed',
      layout: 'as-it-is',
      seed: '3',
      message: expect.stringMatching(
        /^a worker died 3 times over the same run: worker exited with code: 7 \(layout as-it-is, seed 3\)$/,
      ),
    });
    await pool.close();
  });

  it('hands on what a run throws, with all that it says, and does not try again', async () => {
    const thrown = `if (order.job.seed === '2') { if (!once('try')) process.exit(9); return { error: { name: 'EventError', message: 'two flows', time: 7e6, kind: 'settle', target: 4 } } }`;
    const pool = open(workerThat(thrown));
    await expect(answersOf(pool)).rejects.toMatchObject({
      message: 'two flows (layout as-it-is, seed 2)',
      cause: { name: 'EventError', message: 'two flows', time: 7e6, kind: 'settle', target: 4 },
    });
    await pool.close();
  });

  it('stops when it is told to, with the answers that it had', async () => {
    const stop = new AbortController();
    const pool = open(workerThat(`if (order.job.seed === '5') for (;;);`), stop.signal, (done) => {
      if (done === 5) stop.abort();
    });
    const { answers, finished } = await answersOf(pool);
    await pool.close();
    expect(finished).toBe(false);
    expect(answers.filter((each) => each !== undefined)).toHaveLength(5);
  });

  it('whose worker cannot be loaded says so', async () => {
    const pool = open(pathToFileURL('/no/such/worker.js'));
    await expect(answersOf(pool)).rejects.toThrow(/\/no\/such\/worker\.js/);
    await pool.close();
  });
});
