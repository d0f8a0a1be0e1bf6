/** Studies on helpers: whoever does the jobs, and whoever dies of them, the answers are the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Remote } from 'comlink';
import { describe, expect, it } from 'vitest';
import { compare, doJob, inProcessPool, loadScenario, measuresKind } from '../../src/index.js';
import { Hands } from '../../web/engine/hands.js';
import { createHelper, type Helper } from '../../web/engine/helper.js';
import { helperPool } from '../../web/engine/helper-pool.js';
import { remembering } from '../../web/engine/remembering-pool.js';

const text = readFileSync(join(import.meta.dirname, '../../scenarios/two-sites.yaml'), 'utf8');
const scenario = loadScenario(text, { file: 'two-sites.yaml' });
const WORK = {
  kind: measuresKind,
  scenarios: [scenario],
  jobs: ['1', '2', '3', '4', '5'].map((seed) => ({ scenario: 0, seed, ask: [{ name: 'userHoursLost', of: null }] })),
};
const EXPECTED = WORK.jobs.map((job) => doJob('measures', scenario, job));
const nothing = (): void => undefined;

/** As over a channel: the question is a copy, and the answer comes later. */
function remote(helper: Helper): Remote<Helper> {
  const over = (call: (...values: never[]) => unknown) =>
    (async (...values: never[]) => structuredClone(await call(...structuredClone(values)))) as never;
  return {
    know: over(helper.know),
    forget: over(helper.forget),
    work: over(helper.work),
    stop: over(helper.stop),
  } as unknown as Remote<Helper>;
}

async function answers(hands: Hands, signal = new AbortController().signal) {
  const given: unknown[] = [];
  const finished = await helperPool(hands, signal, nothing).do(WORK, (answer, number) => {
    given[number] = answer;
  });
  return { given, finished };
}

describe('the pool of the page', () => {
  it('gives the same answers without helpers, with one and with three', async () => {
    for (const count of [0, 1, 3]) {
      const hands = new Hands();
      for (let i = 0; i < count; i++) hands.add(remote(createHelper()));
      expect(await answers(hands)).toEqual({ given: EXPECTED, finished: true });
    }
  });

  it('has what a helper was doing when it died done by another or, after the last, by the desk', async () => {
    for (const others of [1, 0]) {
      const hands = new Hands();
      const dying: Remote<Helper> = { ...remote(createHelper()), work: () => new Promise(nothing) } as never;
      const number = hands.add(dying);
      for (let i = 0; i < others; i++) hands.add(remote(createHelper()));
      const all = answers(hands);
      hands.lose(number);
      expect(await all).toEqual({ given: EXPECTED, finished: true });
    }
  });

  it('stops when it is told to, with what is done', async () => {
    const hands = new Hands();
    const helper = createHelper();
    hands.add(remote(helper));
    const controller = new AbortController();
    const given: number[] = [];
    const finished = await helperPool(hands, controller.signal, nothing).do(WORK, (_, number) => {
      given.push(number);
      controller.abort();
    });
    expect({ given, finished }).toEqual({ given: [0], finished: false });
    // The helper is there for the next study.
    expect((await answers(hands)).finished).toBe(true);
  });

  it('hands on what a job throws', async () => {
    const hands = new Hands();
    hands.add(remote(createHelper()));
    const unknown = { ...WORK, kind: { ...measuresKind, name: 'dance' } };
    await expect(helperPool(hands, new AbortController().signal, nothing).do(unknown, nothing)).rejects.toThrow(
      'no kind of job "dance"',
    );
  });

  it('remembers: a study that is asked for again runs nothing', async () => {
    const remember = remembering();
    const options = { seeds: 2, judge: false } as const;
    const first = await compare(scenario, { ...options, pool: remember(inProcessPool()) });
    const none = { do: async (work: { jobs: readonly unknown[] }) => work.jobs.length === 0 };
    expect(await compare(scenario, { ...options, pool: remember(none) })).toEqual(first);
  });
});
