/**
 * What a test compared, kept in the test's report: docs/validation.md shows these numbers, so that they are the ones that
 * were tested and nobody types them.
 */
import { TestRunner } from 'vitest';

export interface Figure {
  /** What it is of, where the test's titles do not say it in full. */
  readonly of?: string;
  readonly got: number;
  /** By a closed form, or by the request simulation. */
  readonly expected: number;
  /** How far apart they may be, in the unit of both. */
  readonly allowed: number;
}

declare module '@vitest/runner' {
  interface TaskMeta {
    figures?: Figure[];
  }
}

export function noteFigure(figure: Figure): void {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) throw new Error('a figure is noted outside of a test');
  test.meta.figures = [...(test.meta.figures ?? []), figure];
}
