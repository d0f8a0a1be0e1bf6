/** A system's life over a span of years: what went wrong, and what it cost, in a few sums. For `availability`. */
import { integral, intervalsWhere } from '../../../record/steps.js';
import { availability } from '../../../results/measures/availability.js';
import { measure } from '../../../results/measures.js';
import { type Reading, readRun, type Subject } from '../../../results/reading.js';
import { isDown, isUp } from '../../../results/thresholds.js';
import { chancesOf, drawLife } from '../../availability/chances.js';
import { episode } from '../../availability/episode.js';
import { simulateInSteps } from '../../simulate-in-steps.js';
import type { JobKind } from '../job.js';

export interface LifeAsk {
  readonly spanSeconds: number;
  /** Services and journeys by id. */
  readonly subjects: readonly string[];
}

export interface LifeAnswer {
  /** By subject. */
  readonly subjects: readonly LifeOfSubject[];
  readonly userHoursLost: number;
  /** Null: the file does not state what it takes. */
  readonly moneyLost: number | null;
  /** How often each of the scenario's chances came, in their order. */
  readonly faults: readonly number[];
  readonly episodes: number;
  /** Of these, how many were not over after the longest time that is waited for. */
  readonly unfinished: number;
  /** Simulated, of the span. */
  readonly simulatedSeconds: number;
}

export interface LifeOfSubject {
  /** Requests that would have been made over the span, and those of them that did not succeed. */
  readonly wanted: number;
  readonly failed: number;
  readonly downSeconds: number;
  readonly notUpSeconds: number;
  /** Times that it went down. */
  readonly outages: number;
}

const DAY = 86_400;

/** The job's seed is that of the life. */
export const lifeKind: JobKind<LifeAsk, LifeAnswer> = {
  name: 'life',
  *work(scenario, { seed, ask }) {
    const life = drawLife(scenario, seed, ask.spanSeconds);
    const chances = chancesOf(scenario);
    // Demand is the same every day, so a day without faults tells what is wanted in all.
    const quiet = { ...scenario, faults: [], durationSeconds: DAY, expectations: [], history: null };
    const oneDay = readRun(quiet, yield* simulateInSteps(quiet, { seed }));
    const sums = ask.subjects.map((id) => ({ ...NOTHING, wanted: (ask.spanSeconds / DAY) * wantedOf(oneDay, id) }));
    let [userHoursLost, episodes, unfinished, simulated] = [0, 0, 0, 0];
    let moneyLost: number | null = 0;
    for (let next = 0; next < life.length; ) {
      const steps = episode(scenario, life, next, ask.spanSeconds, seed);
      let step = steps.next();
      for (; !step.done; step = steps.next()) yield (next + step.value) / life.length;
      const { reading, count, gaveUp } = step.value;
      ask.subjects.forEach((id, i) => {
        sums[i] = plus(sums[i], reading, reading.subject(id));
      });
      userHoursLost += measure(reading, 'userHoursLost', null)?.value ?? 0;
      const money: number | null = measure(reading, 'moneyLost', null)?.value ?? null;
      moneyLost = moneyLost === null || money === null ? null : moneyLost + money;
      simulated += reading.end / 1e6;
      episodes++;
      if (gaveUp) unfinished++;
      next += count;
    }
    return {
      subjects: sums,
      userHoursLost,
      moneyLost,
      faults: chances.map(({ id }) => life.filter(({ chance }) => chance.id === id).length),
      episodes,
      unfinished,
      simulatedSeconds: simulated,
    };
  },
};

const NOTHING: LifeOfSubject = { wanted: 0, failed: 0, downSeconds: 0, notUpSeconds: 0, outages: 0 };

function wantedOf(reading: Reading, id: string): number {
  const subject = reading.subject(id);
  return subject === null ? 0 : integral(subject.wanted, 0, reading.end);
}

function plus(sum: LifeOfSubject, reading: Reading, subject: Subject | null): LifeOfSubject {
  if (subject === null) return sum;
  const { share, wanted } = subject;
  const down = intervalsWhere(share, 0, reading.end, isDown);
  const notUp = intervalsWhere(share, 0, reading.end, (value) => !isUp(value));
  const seconds = (spans: typeof down): number => spans.reduce((all, { from, to }) => all + to - from, 0) / 1e6;
  return {
    ...sum,
    failed: sum.failed + integral(wanted, 0, reading.end) * (1 - (availability(reading, subject) ?? 1)),
    downSeconds: sum.downSeconds + seconds(down),
    notUpSeconds: sum.notUpSeconds + seconds(notUp),
    outages: sum.outages + down.length,
  };
}
