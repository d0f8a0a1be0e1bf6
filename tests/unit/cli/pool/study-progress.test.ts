import { describe, expect, it } from 'vitest';
import { studyProgress } from '../../../../src/cli/pool/study-progress.js';

/** Lines written to a stream that is no terminal, at the given minutes: [minute, done, of]. */
async function linesAt(
  language: 'en' | 'ko',
  steps: readonly (readonly [number, number, number])[],
): Promise<string[]> {
  const lines: string[] = [];
  const stream = { isTTY: false, write: (line: string) => lines.push(line) } as unknown as NodeJS.WriteStream;
  let minutes = 0;
  const progress = studyProgress(stream, language, () => minutes * 60_000);
  for (const [minute, done, of] of steps) {
    minutes = minute;
    await progress.show(done, of);
  }
  progress.stop();
  return lines;
}

describe('the progress of a study', () => {
  it('is a line a minute where nobody watches, with what remains worked out from what was done', async () => {
    // 30 of 120 in one minute: 2 s each, 90 left: 180 s.
    expect(
      await linesAt('en', [
        [0.5, 10, 120],
        [1, 30, 120],
        [1.5, 60, 120],
        [2, 90, 120],
      ]),
    ).toEqual(['30 of 120 runs, about 3 min left\n', '90 of 120 runs, about 40 s left\n']);
  });

  it('counts a new round anew', async () => {
    // The second round began at minute 5 with nothing done; 10 of 20 after two minutes: two more.
    const lines = await linesAt('en', [
      [4, 40, 40],
      [5, 0, 20],
      [7, 10, 20],
    ]);
    expect(lines.at(-1)).toBe('10 of 20 runs, about 2 min left\n');
  });

  it('speaks Korean, and of hours', async () => {
    // 1 of 200 in one minute: 199 minutes.
    expect(await linesAt('ko', [[1, 1, 200]])).toEqual(['200회 중 1회 실행, 약 3시간 19분 남음\n']);
  });
});
