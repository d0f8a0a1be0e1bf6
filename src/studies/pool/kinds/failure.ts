/** What a failure does to a scenario: a run with it alone, told in a few numbers and ids. For `contingency`. */
import { microseconds } from '../../../engine/time.js';
import { bucketMeans } from '../../../record/steps.js';
import { affectedInAll } from '../../../results/affected.js';
import type { Verdict } from '../../../results/expectations.js';
import { timesBad } from '../../../results/explanation.js';
import { measure } from '../../../results/measures.js';
import { type Reading, readRun } from '../../../results/reading.js';
import type { Scenario } from '../../../scenario/model.js';
import { expectedDownSeconds } from '../../contingency/expected-down.js';
import type { Failure } from '../../contingency/failures.js';
import { judgedAlone } from '../../judged-alone.js';
import { type CaseResult, caseHorizon, caseResult, casesOf, timeAllowed } from '../../survives.js';
import { type JobKind, runOf } from '../job.js';

export interface FailureAsk {
  readonly failure: Failure;
  /** Into how many equal parts the run's time is cut for the people affected; 0: not asked for. */
  readonly parts: number;
}

export interface FailureEffect {
  /** Whether it took effect on anything. */
  readonly touched: boolean;
  readonly userHoursLost: number;
  /** People affected on average in each part of the run's time. */
  readonly affected: readonly number[];
  /** Services and journeys with users (all, where nobody has) that were down, longest first. */
  readonly down: readonly { readonly id: string; readonly downtimeSeconds: number }[];
  /** Of those, what one would not expect to be down so long. */
  readonly unexpected: FailureEffect['down'];
  /** In the order of the scenario's expectations; null: not judged by a run of this failure. */
  readonly verdicts: readonly (Verdict | null)[];
  /** Of `survives` expectations that are about this very failure, by their place among the expectations. */
  readonly survived: readonly { readonly place: number; readonly result: Omit<CaseResult, 'failure'> }[];
}

export const failureKind: JobKind<FailureAsk, FailureEffect> = {
  name: 'failure',
  *work(scenario, job) {
    const { seen, record } = yield* runOf(scenario, job);
    const reading = readRun(seen, record);
    const down = downIn(reading);
    const { failure, parts } = job.ask;
    const expected = expectedDownSeconds(scenario, failure);
    const survived = survivals(scenario, reading, failure);
    return {
      touched: record.originMicroseconds !== null,
      userHoursLost: measure(reading, 'userHoursLost', null)?.value ?? 0,
      affected: parts === 0 ? [] : bucketMeans(affectedInAll(reading).all, 0, reading.end, parts),
      down,
      unexpected: down.filter(
        ({ id, downtimeSeconds }) => downtimeSeconds > (expected.get(id) ?? Number.POSITIVE_INFINITY),
      ),
      verdicts: verdictsOf(scenario, reading, survived),
      survived,
    };
  },
};

function downIn(reading: Reading): FailureEffect['down'] {
  const withUsers = reading.subjects.filter(({ users }) => users !== null);
  return (withUsers.length > 0 ? withUsers : reading.subjects)
    .map((subject) => ({ id: subject.id, downtimeSeconds: timesBad(reading, subject).downtimeSeconds }))
    .filter(({ downtimeSeconds }) => downtimeSeconds > 0)
    .sort((a, b) => b.downtimeSeconds - a.downtimeSeconds || (a.id < b.id ? -1 : 1));
}

/** The same run, looked at as far as the expectation looks: what a run of its own would give (`survives.ts`). */
function survivals(scenario: Scenario, reading: Reading, failure: Failure): FailureEffect['survived'] {
  if (failure.length !== 1) return [];
  const [{ kind, id, faults }] = failure;
  return scenario.expectations.flatMap((expectation, place) => {
    if (expectation.measure !== 'survives') return [];
    if (!casesOf(scenario, expectation).some((each) => each.kind === kind && each.id === id)) return [];
    const within = timeAllowed(expectation);
    const durationMicroseconds = microseconds(caseHorizon(scenario, { faults }, within));
    const seen = readRun(scenario, { ...reading.record, durationMicroseconds });
    return [{ place, result: caseResult(seen, { faults }, within) }];
  });
}

function verdictsOf(
  scenario: Scenario,
  reading: Reading,
  survived: FailureEffect['survived'],
): FailureEffect['verdicts'] {
  const alone = judgedAlone(reading);
  return scenario.expectations.map((_, place) => {
    const found = survived.find((each) => each.place === place)?.result;
    if (found === undefined) return alone[place];
    return found.touched ? (found.survived ? 'met' : 'failed') : 'inconclusive';
  });
}
