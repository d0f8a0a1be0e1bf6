import { describe, expect, it } from 'vitest';
import { STATES } from '../../../src/record/record.js';
import type { RecordFacts } from '../../../src/record/recorder.js';
import { stuckServices } from '../../../src/results/stability.js';
import { reading, scenario, service, users } from './synthetic.js';

const SECOND = 1e6;

/** A store crashes at 60 s and its fault ends at 120 s; what its success is then, the test says. Ends at 3600 s. */
function stuck(share: readonly (readonly [number, number])[], facts: Partial<RecordFacts> = {}): string[] {
  const all = scenario({ services: [service('store', { users: users() })] });
  const run = reading(all, { store: { share } }, { originMicroseconds: 60 * SECOND, ...facts }, (recorder) => {
    const store = recorder.entity('service', 'store');
    recorder.event(60 * SECOND, 'fault.began', store, []);
    recorder.event(120 * SECOND, 'fault.ended', store, []);
  });
  return stuckServices(run).map(({ subject }) => subject.id);
}

describe('a run', () => {
  it('is metastable when a service stays bad after all faults are over', () => {
    expect(
      stuck([
        [0, 1],
        [60, 0],
      ]),
    ).toEqual(['store']);
  });

  it('is not when the service comes back', () => {
    expect(
      stuck([
        [0, 1],
        [60, 0],
        [600, 1],
      ]),
    ).toEqual([]);
    // half of the quiet time is left to queues that drain: 120 + 3480 / 2 = 1860 s
    expect(
      stuck([
        [0, 1],
        [60, 0],
        [1860, 1],
      ]),
    ).toEqual([]);
  });

  it('is when the service is bad for nine tenths of the second half of the quiet time', () => {
    // 1860 to 3600 s: up for 174 s of 1740 s is one tenth, for 180 s is more
    expect(
      stuck([
        [0, 1],
        [60, 0],
        [2000, 1],
        [2174, 0],
      ]),
    ).toEqual(['store']);
    expect(
      stuck([
        [0, 1],
        [60, 0],
        [2000, 1],
        [2180, 0],
      ]),
    ).toEqual([]);
  });

  it('is not while a fault lasts, a repair is under way, or nothing was hit', () => {
    expect(
      stuck(
        [
          [0, 1],
          [60, 0],
        ],
        { end: { faultsActive: 1, tasksOpen: 0 } },
      ),
    ).toEqual([]);
    expect(
      stuck(
        [
          [0, 1],
          [60, 0],
        ],
        { end: { faultsActive: 0, tasksOpen: 1 } },
      ),
    ).toEqual([]);
    expect(
      stuck(
        [
          [0, 1],
          [60, 0],
        ],
        { originMicroseconds: null },
      ),
    ).toEqual([]);
  });

  it('is not while caches still warm at its end', () => {
    const all = scenario({ services: [service('store', { users: users() })] });
    const levels = {
      share: [
        [0, 1],
        [60, 0.5],
      ],
      state: [
        [0, 0],
        [60, STATES.indexOf('warming')],
      ],
    } as const;
    expect(stuckServices(reading(all, { store: levels }, { originMicroseconds: 60 * SECOND }))).toEqual([]);
  });

  it('is not when the service was bad before the fault', () => {
    expect(
      stuck([
        [0, 0.9],
        [60, 0],
        [120, 0.9],
      ]),
    ).toEqual([]);
  });
});
