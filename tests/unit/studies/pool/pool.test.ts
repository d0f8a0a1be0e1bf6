import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../src/scenario/model.js';
import { doJob } from '../../../../src/studies/pool/do-job.js';
import { inProcessPool } from '../../../../src/studies/pool/in-process-pool.js';
import type { Work } from '../../../../src/studies/pool/job.js';
import { contentKey, jobKeys } from '../../../../src/studies/pool/job-key.js';
import { type AskedMeasure, measuresKind } from '../../../../src/studies/pool/kinds/measures.js';
import { inOrder, type Pool } from '../../../../src/studies/pool/pool.js';
import { bundledScenario } from '../../../support/bundled-scenarios.js';

const scenario = bundledScenario('two-sites');
const ASK: readonly AskedMeasure[] = [
  { name: 'userHoursLost', of: null },
  { name: 'restoredAfterSeconds', of: 'login' },
];
const WORK: Work<readonly AskedMeasure[], readonly (number | null)[]> = {
  kind: measuresKind,
  scenarios: [scenario],
  jobs: ['1', '2', '3', '4'].map((seed) => ({ scenario: 0, seed, ask: ASK })),
};

/** Answers the jobs in a given order; those left out are never answered. */
function poolThatAnswersIn(order: readonly number[]): Pool {
  return {
    async do({ kind, scenarios, jobs }, answered) {
      for (const number of order) {
        const job = jobs[number];
        answered(doJob(kind.name, scenarios[job.scenario], job) as never, number);
      }
      return order.length === jobs.length;
    },
  };
}

async function taken(pool: Pool): Promise<{ places: number[]; values: unknown[]; done: number; finished: boolean }> {
  const places: number[] = [];
  const values: unknown[] = [];
  const { done, finished } = await inOrder(pool, WORK, (answer, job) => {
    places.push(job);
    values.push(answer);
  });
  return { places, values, done, finished };
}

describe('a pool', () => {
  it('hands on the answers in the order of the jobs, whoever was first', async () => {
    const here = await taken(inProcessPool());
    expect(here.places).toEqual([0, 1, 2, 3]);
    expect(here).toMatchObject({ done: 4, finished: true });
    // Four seeds, four lucks.
    expect(new Set(here.values.map((value) => JSON.stringify(value))).size).toBe(4);
    for (const order of [
      [3, 2, 1, 0],
      [1, 0, 3, 2],
    ])
      expect(await taken(poolThatAnswersIn(order))).toEqual(here);
  });

  it('that was stopped gives what is before the first gap', async () => {
    expect(await taken(poolThatAnswersIn([0, 1, 3]))).toMatchObject({ places: [0, 1], done: 2, finished: false });
    expect(await taken(poolThatAnswersIn([3, 2]))).toMatchObject({ places: [], done: 0, finished: false });
  });

  it('in this process asks between its steps whether to go on', async () => {
    const seen: number[] = [];
    const pool = inProcessPool({
      pause: (done) => {
        seen.push(done);
        return done <= 2;
      },
    });
    expect(await taken(pool)).toMatchObject({ places: [0, 1], finished: false });
    expect(seen.every((done, i) => i === 0 || done >= seen[i - 1])).toBe(true);
  });

  it('knows no other kinds of jobs than those of the index', () => {
    expect(() => doJob('dance', scenario, WORK.jobs[0])).toThrow('there is no kind of job "dance"');
  });

  it('runs other faults and another time than the scenario has, where the job says so', () => {
    const fault: Fault = {
      id: 'south',
      order: 0,
      path: 'faults.0',
      kind: 'power-loss',
      atSeconds: 3600,
      untilSeconds: null,
      parameters: { site: 'south' },
    };
    const job = { scenario: 0, seed: '1', ask: ASK };
    const [lost, login] = doJob('measures', scenario, job) as number[];
    // Login stands in North alone: its power is back after 7 h.
    expect(login).toBeGreaterThan(6 * 3600);
    // South has the shop's standby alone.
    expect(doJob('measures', scenario, { ...job, faults: [fault] })).toEqual([0, 0]);
    // Two hours in, it is not back, and less was lost.
    const [early, never] = doJob('measures', scenario, { ...job, durationSeconds: 7200 }) as (number | null)[];
    expect(never).toBeNull();
    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThan(lost);
  });
});

describe('a key of a job', () => {
  it('differs with all that the answer follows from, and with nothing else', () => {
    const [job] = WORK.jobs;
    const keyOf = (jobs: (typeof WORK)['jobs'], scenarios = WORK.scenarios): readonly string[] =>
      jobKeys({ ...WORK, jobs, scenarios });
    const keys = [
      ...jobKeys(WORK),
      ...keyOf([{ ...job, durationSeconds: 7200 }]),
      ...keyOf([{ ...job, faults: [] }]),
      ...keyOf([{ ...job, ask: ASK.slice(1) }]),
      ...keyOf([job], [{ ...scenario, durationSeconds: 7200 }]),
      ...jobKeys({ ...WORK, kind: { ...measuresKind, name: 'other' }, jobs: [job] }),
    ];
    expect(new Set(keys).size).toBe(9);
    expect(keyOf([job], [{ ...scenario, file: 'elsewhere/two-sites.yaml' }])).toEqual(keyOf([job]));
    expect(contentKey(scenario)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells a number without end from nothing', () => {
    const [job] = WORK.jobs;
    const endless = { ...scenario, durationSeconds: Number.POSITIVE_INFINITY };
    const nothing = { ...scenario, durationSeconds: null as unknown as number };
    const keys = jobKeys({ ...WORK, jobs: [job, { ...job, scenario: 1 }], scenarios: [endless, nothing] });
    expect(keys[0]).not.toBe(keys[1]);
  });
});
