/** A run in slices, so that Ctrl-C is heard and a bar can move while it lasts. */
import { type LoadedScenario, type RunOptions, type RunProgress, type RunResult, runInSteps } from '../index.js';
import type { Language } from './output/terminal.js';
import { catchInterrupt } from './process-signals.js';
import { progressOn } from './progress.js';

/** Short enough to feel immediate, long enough to cost nothing. */
const SLICE_MILLISECONDS = 50;

const PHASES: Readonly<Record<RunProgress['phase'], Readonly<Record<Language, string>>>> = {
  run: { en: 'simulating', ko: '모의 실행 중' },
  judge: { en: 'judging', ko: '판정 중' },
};

/** @throws Interrupted after Ctrl-C */
export async function pace(scenario: LoadedScenario, options: RunOptions, language: Language): Promise<RunResult> {
  const interruption = catchInterrupt();
  const progress = progressOn(process.stderr);
  const steps = runInSteps(scenario, options);
  try {
    let sliceEnd = performance.now() + SLICE_MILLISECONDS;
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (performance.now() < sliceEnd) continue;
      await progress.show(value.share, PHASES[value.phase][language]);
      await new Promise((resolve) => setImmediate(resolve));
      interruption.check();
      sliceEnd = performance.now() + SLICE_MILLISECONDS;
    }
  } finally {
    progress.stop();
    interruption.release();
  }
}
