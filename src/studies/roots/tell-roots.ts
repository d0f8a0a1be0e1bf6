/** The roots of a time not up as numbered sentences: what it would have been without each, and all before it. */
import type { Language } from '../../results/amounts.js';
import type { Say } from '../../results/binding/constraint.js';
import { sayIn } from '../../results/binding/say.js';
import { instantOf } from '../../results/instant.js';
import { lineOf } from '../../results/line-of.js';
import type { Reading } from '../../results/reading.js';
import type { Step } from '../../results/went-down.js';
import type { RootStep, Roots } from './find-roots.js';
import type { Root } from './root.js';

/** `subject` is the fault, intervention, deployment or service that is named; `rule` is `root.` and its kind. */
export interface RootSentence extends Step {
  /**
   * Seconds of the interval not up, and down (success under 50 %), without it and without those named before it; null: it
   * is not enough by itself, only with the next.
   */
  readonly notUpSeconds: number | null;
  readonly downSeconds: number | null;
}

export interface RootsTold {
  /** Of the interval as it was. */
  readonly notUpSeconds: number;
  readonly downSeconds: number;
  readonly steps: readonly RootSentence[];
}

/** @param time the instant asked about, microseconds */
export function tellRoots(reading: Reading, roots: Roots, language: Language, time: number): RootsTold {
  const say = sayIn(reading.scenario, reading.view, language, time);
  const steps: RootSentence[] = [];
  let left = roots.notUpSeconds;
  for (const step of roots.steps) {
    step.roots.forEach((root, i) => {
      const isLast = i === step.roots.length - 1;
      steps.push({
        at: instantOf(reading.record, root.at),
        rule: `root.${root.kind}`,
        subject: root.id,
        text: isLast ? effectText(say, root, step, left, steps.length > 0) : aloneText(say, root, steps.length > 0),
        line: root.path === '' ? null : lineOf(reading.scenario, root.path),
        causes: steps.map((_, place) => place),
        notUpSeconds: isLast ? step.notUpSeconds : null,
        downSeconds: isLast ? step.downSeconds : null,
      });
    });
    left = step.notUpSeconds;
  }
  return { notUpSeconds: roots.notUpSeconds, downSeconds: roots.downSeconds, steps };
}

function aloneText(say: Say, root: Root, isFurther: boolean): string {
  const what = further(say, root, isFurther);
  return say.in(`${what}: not enough by itself`, `${what}: 이것만으로는 줄지 않음`);
}

function effectText(say: Say, root: Root, { notUpSeconds }: RootStep, before: number, isFurther: boolean): string {
  const what = further(say, root, isFurther);
  if (notUpSeconds === 0) return say.in(`${what}: up all that time`, `${what}: 그동안 내내 정상`);
  const [less, rest] = [before - notUpSeconds, notUpSeconds].map((seconds) => say.duration(seconds * 1e6));
  return say.in(`${what}: ${less} shorter, ${rest} left`, `${what}: ${less} 단축, ${rest} 남음`);
}

const further = (say: Say, root: Root, isFurther: boolean): string =>
  isFurther ? say.in(`${root.absence(say)} as well`, `추가로 ${root.absence(say)}`) : root.absence(say);
