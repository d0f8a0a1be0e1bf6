import type { RecordFacts } from '../../../src/record/recorder.js';

const SECOND = 1e6;

/** What only the end of a run knows, for records that a test writes by hand: an hour from 15 October 2022 15:19 in Korea. */
export const FACTS: RecordFacts = {
  engine: 'test',
  scenario: { id: 'synthetic', sha256: '0'.repeat(64) },
  layout: 'base',
  seed: '1',
  startEpochMilliseconds: 1_665_814_740_000,
  offsetMinutes: 540,
  durationMicroseconds: 3600 * SECOND,
  originMicroseconds: 0,
  ledgers: { server: [], client: [], data: [], work: [] },
  counters: { events: 0, settles: 0, steps: 0, visits: 0, notConverged: 0 },
  end: { faultsActive: 0, tasksOpen: 0 },
};
