/**
 * What a time not up goes back to, so that it is true: without what is named it would have been shorter, as further runs
 * with the same seed show.
 *
 * The log blames; a run without whom it blames tells. When that is no shorter, another cause stood behind (two faults
 * each of which would do): the log of that run blames the next, until a run is shorter. Of these no more are named than
 * it takes: taking away all but one of them is not enough. Then the same for what is left of it. Left out: roots of the
 * last hundredth, and any after the first that take more than a few runs to find.
 */
import type { RunRecord } from '../../record/record.js';
import { type Interval, secondsWhere } from '../../record/steps.js';
import { type Reading, readRun, type Subject } from '../../results/reading.js';
import { isDown, isUp } from '../../results/thresholds.js';
import { type Root, type Setup, withoutAll } from './root.js';
import { suspects } from './suspects.js';

/** Roots that only together make it shorter (one alone, where one does). */
export interface RootStep {
  readonly roots: readonly Root[];
  /** Seconds of the interval not up, and down, without these and all before them. */
  readonly notUpSeconds: number;
  readonly downSeconds: number;
}

export interface Roots {
  /** As it was. */
  readonly notUpSeconds: number;
  readonly downSeconds: number;
  /** In each less is left than in the one before. */
  readonly steps: readonly RootStep[];
}

export interface RootQuestion {
  readonly setup: Setup;
  readonly reading: Reading;
  readonly subject: Subject;
  /** The time not up, microseconds. */
  readonly interval: Interval;
}

/** Further runs, once something is found; and in all. */
const RUNS_WANTED = 4;
const RUNS_AT_MOST = 60;
/** Shares of the interval: less than that is left needs no root, and a root that makes it shorter by less is none yet. */
const NOTHING = 0.01;
const LEAST = 0.001;

interface Trial {
  readonly reading: Reading;
  readonly subject: Subject;
  readonly notUpSeconds: number;
  readonly downSeconds: number;
}

/** Yields what a run is wanted of, with the seed of the first; gets its record, or null when it cannot be made. */
export function* findRoots(question: RootQuestion): Generator<Setup, Roots, RunRecord | null> {
  const { setup, interval } = question;
  const first = trialOf(question, question.reading);
  const steps: RootStep[] = [];
  const gone: Root[] = [];
  let runs = 0;
  function* without(roots: readonly Root[]): Generator<Setup, Trial | null, RunRecord | null> {
    const changed = withoutAll(setup, roots);
    runs++;
    const record = yield changed;
    return record === null ? null : trialOf(question, readRun(changed.scenario, record));
  }
  const mayTry = (): boolean => runs < (steps.length > 0 ? RUNS_WANTED : RUNS_AT_MOST);

  let now = first;
  while (now.notUpSeconds > NOTHING * first.notUpSeconds && mayTry()) {
    const tried: Root[] = [];
    const untold = new Set<string>();
    let trial = now;
    // Of those who were tried, as many as made it shortest; that may be too little to count.
    let best = { trial: now, tried: 0 };
    let next: readonly Root[] | undefined = [];
    while (trial.notUpSeconds > now.notUpSeconds - LEAST * first.notUpSeconds) {
      const known = new Set([...untold, ...[...gone, ...tried].map(({ key }) => key)]);
      next = mayTry()
        ? suspects(question, trial.reading, trial.subject, interval)
            .map((group) => group.filter(({ key }) => !known.has(key)))
            .find((group) => group.length > 0)
        : undefined;
      if (next === undefined) break;
      const told: Trial | null = yield* without([...gone, ...tried, ...next]);
      if (told === null) {
        for (const { key } of next) untold.add(key);
        continue;
      }
      tried.push(...next);
      trial = told;
      if (trial.notUpSeconds < best.trial.notUpSeconds) best = { trial, tried: tried.length };
    }
    // Nobody is left to suspect, or enough has been tried.
    if (best.tried === 0) break;
    const enough = next === undefined ? 0 : LEAST * first.notUpSeconds;
    let needed: readonly Root[] = tried.slice(0, best.tried);
    let found = best.trial;
    for (const each of needed.length > 1 ? needed : []) {
      const fewer = needed.filter((root) => root !== each);
      if (fewer.length === 0) break;
      const less = yield* without([...gone, ...fewer]);
      if (less === null || less.notUpSeconds >= now.notUpSeconds - enough) continue;
      needed = fewer;
      found = less;
    }
    gone.push(...needed);
    now = found;
    steps.push({ roots: needed, ...amounts(now) });
  }
  return { ...amounts(first), steps };
}

function trialOf({ subject, interval }: RootQuestion, reading: Reading): Trial {
  const same = reading.subjects.find(({ id, kind }) => id === subject.id && kind === subject.kind) as Subject;
  const seconds = (isBad: (share: number) => boolean): number =>
    secondsWhere(same.share, interval.from, interval.to, isBad);
  return { reading, subject: same, notUpSeconds: seconds((share) => !isUp(share)), downSeconds: seconds(isDown) };
}

const amounts = ({ notUpSeconds, downSeconds }: Pick<Trial, 'notUpSeconds' | 'downSeconds'>) => ({
  notUpSeconds,
  downSeconds,
});
