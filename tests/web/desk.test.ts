/** The desk without a browser: runs are made, explained and overtaken as in the worker. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { compare, explain, loadScenario, type RunRecord, run } from '../../src/index.js';
import { hashRecord } from '../../src/record/record-hash.js';
import { createDesk } from '../../web/engine/desk.js';
import type { RunRequest } from '../../web/engine/run-request.js';
import { SLICE_MILLISECONDS } from '../../web/engine/slices.js';

const text = readFileSync(join(import.meta.dirname, '../../scenarios/two-sites.yaml'), 'utf8');
const RUN: RunRequest = { file: 'two-sites.yaml', text, layout: null, seed: null, live: [] };
const nothing = (): void => undefined;

describe('the desk', () => {
  it('explains a run as the library does, in both languages', async () => {
    const desk = createDesk();
    await desk.run(RUN, nothing);
    const answer = await desk.explain({ run: RUN, subject: 'shop', time: 7200e6, further: false }, nothing);
    const scenario = loadScenario(text, { file: 'two-sites.yaml' });
    for (const language of ['en', 'ko'] as const) {
      expect(answer?.documents[language]).toEqual(explain(scenario, 'shop', { at: '2h', changes: 0, language }));
    }
  });

  it('explains the longest time not up where the subject is up', async () => {
    const desk = createDesk();
    await desk.run(RUN, nothing);
    const answer = await desk.explain({ run: RUN, subject: 'shop', time: 0, further: false }, nothing);
    expect(answer?.documents.en.outage).not.toBeNull();
  });

  it('makes a run that it did not keep', async () => {
    const answer = await createDesk().explain({ run: RUN, subject: 'login', time: 7200e6, further: false }, nothing);
    expect(answer?.documents.en.service).toBe('login');
  });

  it('drops a run, and what is being explained, for a run that is asked for later', async () => {
    // Every look at the clock takes longer than a slice, so that none of them is done before the next is asked for.
    let clock = 0;
    const slow = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 2 * SLICE_MILLISECONDS));
    onTestFinished(() => slow.mockRestore());
    const desk = createDesk();
    const first = desk.run(RUN, nothing);
    const explained = desk.explain({ run: RUN, subject: 'shop', time: 7200e6, further: true }, nothing);
    const second = desk.run({ ...RUN, seed: '2' }, nothing);
    expect(await first).toBeNull();
    expect(await explained).toBeNull();
    expect(await second).toMatchObject({ ok: true });
  });

  it('compares two layouts as the library does', async () => {
    const desk = createDesk();
    await desk.run(RUN, nothing);
    const whole = await desk.compare(RUN, ['login-in-both'], nothing);
    const scenario = loadScenario(text, { file: 'two-sites.yaml' });
    const expected = await compare(scenario, { layouts: ['as-it-is', 'login-in-both'], judge: false });
    expect(whole).toEqual(expected);
  });

  it('makes a run beside the one that is looked at', async () => {
    const desk = createDesk();
    await desk.run(RUN, nothing);
    const made = await desk.beside({ ...RUN, layout: 'login-in-both' });
    expect(made?.scenario.layout).toBe('login-in-both');
    expect(hashRecord(made?.record as RunRecord)).toBe(
      run(loadScenario(text, { layout: 'login-in-both' })).document.recordHash,
    );
  });

  it('stops trying changes when it is told to', async () => {
    const desk = createDesk();
    await desk.run(RUN, nothing);
    const phases: string[] = [];
    const explained = desk.explain({ run: RUN, subject: 'shop', time: 7200e6, further: true }, ({ phase }) => {
      phases.push(phase);
      desk.stopExplaining();
    });
    expect(await explained).toBeNull();
    expect(phases.length).toBeGreaterThan(0);
  });
});
