/**
 * What comes in goes somewhere: the server's ledger of each deployment, the client's of all users, over random
 * scenarios; and no number of a record is out of its range.
 *
 * Server: offered = refused + lost + completed + queued, and no more is completed than the machines can do. Client:
 * wanted = succeeded + failed + pending. Both hold within the solver's tolerance: it stops when nothing moves by more
 * than a few per mille, so that a sum of flows may be off by as much.
 *
 * Each scenario runs once for all tests; what is wrong is listed with the scenario's place in the sequence of
 * `FUZZ_SEED`, which `anyScenario` gives again.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CAUSES, QUANTITIES, type RunRecord, STATES, type Track } from '../../src/record/record.js';
import { integral } from '../../src/record/steps.js';
import { simulateWithin } from '../support/bounded-run.js';
import { randomGraph } from '../support/random-graph.js';
import { anyScenario } from '../support/random-scenario.js';

/** Of all that was offered or wanted, and in requests. */
const SOLVER = 0.02;
const REQUESTS = 2;
const SCENARIOS = 60;
const GRAPHS = 3;
/** Ten minutes of up to eight services; a graph that falls and comes back needs a few thousand. */
const MOST_EVENTS = 30_000;

interface Sample {
  readonly name: string;
  readonly record: RunRecord;
}
const samples: Sample[] = [];
const unsettled: string[] = [];

beforeAll(() => {
  const { seed } = fc.readConfigureGlobal();
  const scenarios = fc.sample(anyScenario, { seed, numRuns: SCENARIOS });
  const graphs = Array.from({ length: GRAPHS }, (_, i) =>
    randomGraph({ services: 30, seed: i + 1, durationSeconds: 2400 }),
  );
  for (const [i, scenario] of [...scenarios, ...graphs].entries()) {
    const name = i < SCENARIOS ? `#${i}` : scenario.id;
    try {
      samples.push({ name, record: simulateWithin(MOST_EVENTS, scenario) });
    } catch (error) {
      unsettled.push(`${name} ${(error as Error).message}`);
    }
  }
}, 300_000);

test('every scenario comes to an end', () => expect(unsettled).toEqual([]));

describe('the ledgers of a run', () => {
  test('of each deployment, what was offered was refused, lost, completed, or still waits', () => {
    const offences = overServers(({ offered, refused, lost, completed, queued }) => {
      if (Math.min(offered, refused, lost, completed, queued) < -1e-6 * offered - 1e-6) return 'less than nothing';
      const rest = offered - refused - lost - completed - queued;
      return Math.abs(rest) > slack(offered) ? `${rest} of ${offered} unaccounted for` : null;
    });
    expect(offences).toEqual([]);
  });

  test('no deployment completes more than its machines can do', () => {
    const offences = overServers(({ entity, offered, completed }, record) => {
      const possible = total(record, entity, 'capacity');
      // Capacity moves with the hold time between two records of it, hence more than the solver's tolerance.
      return completed > possible + 3 * slack(offered) ? `completed ${completed}, possible ${possible}` : null;
    });
    expect(offences).toEqual([]);
  });

  test('of all users, what was wanted succeeded, failed, or is still to be decided', () => {
    const offences = overClients(({ wanted, succeeded, failed, pending }) => {
      if (Math.min(wanted, succeeded, failed, pending) < -1e-6 * wanted - 1e-6) return 'less than nothing';
      if (succeeded > wanted + slack(wanted)) return `succeeded ${succeeded} of ${wanted}`;
      const rest = wanted - succeeded - failed - pending;
      return Math.abs(rest) > slack(wanted) ? `${rest} of ${wanted} unaccounted for` : null;
    });
    expect(offences).toEqual([]);
  });

  test('the tracks tell the same as the ledgers', () => {
    const servers = overServers(({ entity, offered, refused }, record) => {
      const tracks = [total(record, entity, 'offered'), total(record, entity, 'refused')];
      const off = Math.max(Math.abs(tracks[0] - offered), Math.abs(tracks[1] - refused));
      return off > slack(offered) ? `tracks say ${tracks}, ledger ${[offered, refused]}` : null;
    });
    const clients = overClients(({ entity, wanted, succeeded }, record) => {
      const tracks = [total(record, entity, 'wanted'), total(record, entity, 'succeeded')];
      const off = Math.max(Math.abs(tracks[0] - wanted), Math.abs(tracks[1] - succeeded));
      return off > slack(wanted) ? `tracks say ${tracks}, ledger ${[wanted, succeeded]}` : null;
    });
    expect([...servers, ...clients]).toEqual([]);
  });
});

describe('the numbers of a record', () => {
  test('are finite, shares between 0 and 1, codes known, flags 0 or 1, amounts not negative', () => {
    const offences = overTracks(({ quantity, values }) => {
      const [low, high] = rangeOf(quantity);
      const bad = values.find((value) => !(value >= low - 1e-9 && value <= high + 1e-9 && Number.isFinite(value)));
      return bad === undefined ? null : `${quantity} is ${bad}`;
    });
    expect(offences).toEqual([]);
  });

  test('have times that strictly increase, within the run', () => {
    const offences = overTracks(({ quantity, times }, record) => {
      const ordered = times.every((time, i) => Number.isInteger(time) && (i === 0 || time > times[i - 1]));
      const within = times[0] >= 0 && times[times.length - 1] <= record.durationMicroseconds;
      return ordered && within ? null : `${quantity} at ${times.slice(0, 5)} ...`;
    });
    expect(offences).toEqual([]);
  });
});

function slack(all: number): number {
  return SOLVER * all + REQUESTS;
}

/** Applies a check to each row of all samples; gives the offences, named. */
function over<Row extends { readonly entity: number }>(
  rows: (record: RunRecord) => readonly Row[],
  check: (row: Row, record: RunRecord) => string | null,
): string[] {
  const offences: string[] = [];
  for (const { name, record } of samples) {
    for (const row of rows(record)) {
      const offence = check(row, record);
      if (offence !== null) offences.push(`${name} ${record.entities[row.entity].id}: ${offence}`);
    }
  }
  return offences;
}

function overServers(
  check: (row: RunRecord['ledgers']['server'][number], record: RunRecord) => string | null,
): string[] {
  return over((record) => record.ledgers.server, check);
}

function overClients(
  check: (row: RunRecord['ledgers']['client'][number], record: RunRecord) => string | null,
): string[] {
  return over((record) => record.ledgers.client, check);
}

function overTracks(check: (row: Track, record: RunRecord) => string | null): string[] {
  return over((record) => record.tracks, check);
}

function total(record: RunRecord, entity: number, quantity: Track['quantity']): number {
  const track = record.tracks.find((each) => each.entity === entity && each.quantity === quantity);
  return track ? integral(track, 0, record.durationMicroseconds) : 0;
}

function rangeOf(quantity: Track['quantity']): readonly [number, number] {
  if (quantity === 'state') return [0, STATES.length - 1];
  if (quantity === 'cause') return [0, CAUSES.length - 1];
  const unit = QUANTITIES[quantity];
  return [0, unit === 'share' || unit === 'flag' ? 1 : Number.MAX_VALUE];
}
