/** The session without a browser: what comes from where runs are made, in whatever order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Engine } from '../../web/engine/engine.js';
import type { RunRequest } from '../../web/engine/run-request.js';
import { type RunAnswer, type RunStep, runScenario } from '../../web/engine/run-scenario.js';
import { openRun, phase, runDocument, session } from '../../web/state/session.js';

// Preferences are the browser's.
vi.mock('../../web/state/preferences.js', () => ({ language: { value: 'en' } }));

const text = readFileSync(join(import.meta.dirname, '../../scenarios/two-sites.yaml'), 'utf8');
const REQUEST: RunRequest = { file: 'some/folder/two-sites.yaml', text, layout: null, seed: null, live: [] };

/** All steps of the run, and its answer. */
function stepsOf(request: RunRequest): { steps: RunStep[]; answer: RunAnswer } {
  const steps: RunStep[] = [];
  const running = runScenario(request);
  for (;;) {
    const { done, value } = running.next();
    if (done) return { steps, answer: value };
    steps.push(value);
  }
}

it('is ready once the run is answered, also when steps are told after the answer', async () => {
  const { steps, answer } = stepsOf(REQUEST);
  const engine: Pick<Engine, 'run'> = {
    async run(_, onStep) {
      const last = steps.findIndex(({ made }) => made !== null);
      steps.slice(0, last + 1).forEach(onStep);
      setTimeout(() =>
        steps
          .slice(last)
          .map((step) => ({ ...step, made: null }))
          .forEach(onStep),
      );
      return answer;
    },
  };
  await openRun(engine, REQUEST, () => undefined);
  await new Promise((resolve) => setTimeout(resolve));
  expect(phase.value).toEqual({ name: 'ready' });
  expect(session.value?.request).toBe(REQUEST);
  expect(runDocument.value?.layout).toBe('as-it-is');
});

it('names the file that is simulated without its folder', async () => {
  const { steps, answer } = stepsOf(REQUEST);
  const told: unknown[] = [];
  const engine: Pick<Engine, 'run'> = {
    async run(_, onStep) {
      told.push(phase.value);
      steps.forEach(onStep);
      return answer;
    },
  };
  await openRun(engine, REQUEST, () => undefined);
  expect(told).toEqual([{ name: 'simulating', what: 'two-sites.yaml', share: 0 }]);
});
