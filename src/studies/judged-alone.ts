/** Verdicts of the expectations that one run can judge; null for those that need other runs or another layout. */
import { judgeExpectations, NEEDS_RUNS, type Verdict } from '../results/expectations.js';
import type { Reading } from '../results/reading.js';

/** In the order of the file. */
export function judgedAlone(reading: Reading): readonly (Verdict | null)[] {
  const { scenario } = reading;
  const plain = scenario.expectations.filter(
    ({ measure, relativeTo }) => !NEEDS_RUNS.has(measure) && relativeTo === null,
  );
  const results = judgeExpectations({ ...reading, scenario: { ...scenario, expectations: plain } });
  return scenario.expectations.map((expectation) => {
    const place = plain.indexOf(expectation);
    return place < 0 ? null : results[place].verdict;
  });
}
