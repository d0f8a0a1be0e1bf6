/**
 * What comes in goes somewhere: the server's ledger of each deployment, the client's of all users, over random
 * scenarios; and no number of a record is out of its range.
 *
 * Server: offered = refused + lost + completed + queued, and no more is completed than the machines can do. Client:
 * wanted = succeeded + failed + pending. Both hold within the solver's tolerance: it stops when nothing moves by more
 * than a few per mille, so that a sum of flows may be off by as much.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUSES, QUANTITIES, type RunRecord, STATES, type Track } from '../../src/record/record.js';
import { integral } from '../../src/record/steps.js';
import type { Scenario } from '../../src/scenario/model.js';
import { simulate } from '../../src/world/simulate.js';
import { randomGraph } from '../support/random-graph.js';
import { anyScenario } from '../support/random-scenario.js';

/** Of all that was offered or wanted, and in requests. */
const SOLVER = 0.01;
const REQUESTS = 1;
const RUNS = 150;

const graphs: readonly Scenario[] = [1, 2, 3].map((seed) => randomGraph({ services: 30, seed, durationSeconds: 2400 }));

function everyRecord(check: (record: RunRecord) => void): void {
  fc.assert(
    fc.property(anyScenario, (scenario) => check(simulate(scenario, { seed: '1' }))),
    { numRuns: RUNS },
  );
  for (const scenario of graphs) check(simulate(scenario, { seed: '1' }));
}

function trackOf(record: RunRecord, entity: number, quantity: Track['quantity']): Track | undefined {
  return record.tracks.find((track) => track.entity === entity && track.quantity === quantity);
}

function total(record: RunRecord, entity: number, quantity: Track['quantity']): number {
  const track = trackOf(record, entity, quantity);
  return track ? integral(track, 0, record.durationMicroseconds) : 0;
}

describe('the ledgers of a run', () => {
  test('of each deployment, what was offered was refused, lost, completed, or still waits', () => {
    everyRecord((record) => {
      for (const { entity, offered, refused, lost, completed, queued } of record.ledgers.server) {
        const name = record.entities[entity].id;
        const slack = SOLVER * offered + REQUESTS;
        for (const part of [offered, refused, lost, completed, queued])
          expect(part, name).toBeGreaterThanOrEqual(-1e-6 * offered - 1e-6);
        expect(Math.abs(offered - refused - lost - completed - queued), name).toBeLessThanOrEqual(slack);
        expect(refused, name).toBeLessThanOrEqual(offered + slack);
      }
    });
  });

  test('no deployment completes more than its machines can do', () => {
    everyRecord((record) => {
      for (const { entity, offered, completed } of record.ledgers.server) {
        const possible = total(record, entity, 'capacity');
        // Capacity moves with the hold time between two records of it, hence five times the solver's tolerance.
        expect(completed, record.entities[entity].id).toBeLessThanOrEqual(
          possible + 5 * SOLVER * offered + 5 * REQUESTS,
        );
      }
    });
  });

  test('of all users, what was wanted succeeded, failed, or is still to be decided', () => {
    everyRecord((record) => {
      for (const { entity, wanted, succeeded, failed, pending } of record.ledgers.client) {
        const name = record.entities[entity].id;
        for (const part of [wanted, succeeded, failed, pending])
          expect(part, name).toBeGreaterThanOrEqual(-1e-6 * wanted - 1e-6);
        expect(Math.abs(wanted - succeeded - failed - pending), name).toBeLessThanOrEqual(SOLVER * wanted + REQUESTS);
        expect(succeeded, name).toBeLessThanOrEqual(wanted * (1 + SOLVER) + REQUESTS);
      }
    });
  });

  test('the tracks tell the same as the ledgers', () => {
    everyRecord((record) => {
      for (const { entity, offered, refused } of record.ledgers.server) {
        expect(Math.abs(total(record, entity, 'offered') - offered)).toBeLessThanOrEqual(SOLVER * offered + REQUESTS);
        expect(Math.abs(total(record, entity, 'refused') - refused)).toBeLessThanOrEqual(SOLVER * offered + REQUESTS);
      }
      for (const { entity, wanted, succeeded } of record.ledgers.client) {
        expect(Math.abs(total(record, entity, 'wanted') - wanted)).toBeLessThanOrEqual(SOLVER * wanted + REQUESTS);
        expect(Math.abs(total(record, entity, 'succeeded') - succeeded)).toBeLessThanOrEqual(
          SOLVER * wanted + REQUESTS,
        );
      }
    });
  });
});

describe('the numbers of a record', () => {
  test('are finite, shares between 0 and 1, codes known, flags 0 or 1, amounts not negative', () => {
    everyRecord((record) => {
      for (const { entity, quantity, values } of record.tracks) {
        const [low, high] = rangeOf(quantity);
        const bad = values.findIndex(
          (value) => !(value >= low - 1e-9 && value <= high + 1e-9 && Number.isFinite(value)),
        );
        expect(bad < 0 ? 'in range' : `${record.entities[entity].id} ${quantity} is ${values[bad]}`).toBe('in range');
      }
    });
  });

  test('have times that strictly increase, within the run', () => {
    everyRecord((record) => {
      for (const { times } of record.tracks) {
        expect(times.every((time, i) => Number.isInteger(time) && (i === 0 || time > times[i - 1]))).toBe(true);
        expect(times[0] >= 0 && times[times.length - 1] <= record.durationMicroseconds).toBe(true);
      }
    });
  });
});

function rangeOf(quantity: Track['quantity']): readonly [number, number] {
  if (quantity === 'state') return [0, STATES.length - 1];
  if (quantity === 'cause') return [0, CAUSES.length - 1];
  const unit = QUANTITIES[quantity];
  return [0, unit === 'share' || unit === 'flag' ? 1 : Number.MAX_VALUE];
}
