import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashRecord } from '../../src/record/record-hash.js';
import { createRecorder } from '../../src/record/record-writer.js';
import { integral } from '../../src/record/steps.js';
import { product } from '../../src/record/steps-algebra.js';
import { viewRecord } from '../../src/record/view.js';
import { FACTS } from '../unit/record/facts.js';

const QUANTITIES = ['share', 'state', 'wanted'] as const;

/** Writes in order of time: (pause before it, entity, quantity, value from a few, so that values repeat). */
const writes = fc.array(fc.tuple(fc.nat(3), fc.nat(4), fc.constantFrom(...QUANTITIES), fc.constantFrom(0, 0.5, 1)), {
  maxLength: 200,
});

type Writes = readonly (readonly [number, number, (typeof QUANTITIES)[number], number])[];

function record(all: Writes) {
  const recorder = createRecorder();
  for (let i = 0; i < 5; i++) recorder.entity('service', `s${i}`);
  let time = 0;
  for (const [pause, entity, quantity, value] of all) {
    time += pause;
    recorder.level(time, entity, quantity, value);
  }
  return recorder.finish(FACTS);
}

describe('a record of random writes', () => {
  it('tells at every time what replaying the writes tells', () => {
    fc.assert(
      fc.property(writes, (all) => {
        const view = viewRecord(record(all));
        const replay = new Map<string, number>();
        let time = 0;
        all.forEach(([pause, entity, quantity, value], i) => {
          time += pause;
          replay.set(`${entity} ${quantity}`, value);
          // only once all writes of this microsecond are made: of two at one time the last holds
          if (i + 1 < all.length && all[i + 1][0] === 0) return;
          for (const [key, expected] of replay) {
            const [e, q] = key.split(' ');
            expect(view.at(Number(e), q as 'share', time)).toBe(expected);
          }
        });
      }),
    );
  });

  it('has strictly increasing times and no value twice in a row', () => {
    fc.assert(
      fc.property(writes, (all) => {
        for (const track of record(all).tracks) {
          for (let i = 1; i < track.times.length; i++) {
            expect(track.times[i]).toBeGreaterThan(track.times[i - 1]);
            expect(track.values[i]).not.toBe(track.values[i - 1]);
          }
        }
      }),
    );
  });

  it('has the same hash when it is written again', () => {
    fc.assert(
      fc.property(writes, (all) => {
        expect(hashRecord(record(all))).toBe(hashRecord(record(all)));
      }),
    );
  });

  it('has the same hash when writes that say nothing new made the arrays grow further', () => {
    const many: Writes = Array.from({ length: 3000 }, (_, i) => [i % 2, i % 5, QUANTITIES[i % 3], (i * 7) % 11]);
    // Each write comes first with another value at the same microsecond, which needs no place of its own in the end.
    const doubled = many.flatMap(
      ([pause, entity, quantity, value]): Writes => [
        [pause, entity, quantity, value + 1],
        [0, entity, quantity, value],
      ],
    );
    expect(hashRecord(record(doubled))).toBe(hashRecord(record(many)));
  });

  it('integrates a product of tracks to the sum over all microseconds', () => {
    fc.assert(
      fc.property(writes, fc.nat(300), fc.nat(300), (all, a, b) => {
        const view = viewRecord(record(all));
        const [share, wanted] = [view.track(0, 'share'), view.track(0, 'wanted')];
        fc.pre(share !== null && wanted !== null);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        let sum = 0;
        for (let t = from; t < to; t++) sum += (view.at(0, 'share', t) || 0) * (view.at(0, 'wanted', t) || 0);
        expect(integral(product(share as never, wanted as never), from, to)).toBeCloseTo(sum / 1e6, 12);
      }),
      { numRuns: 50 },
    );
  });
});
