/**
 * What comes in goes somewhere: the server's ledger of each deployment, the client's of all users, over random and
 * bundled scenarios; and no number of a record is out of its range.
 *
 * Server: offered = refused + lost + completed + queued, and no more is completed than the machines can do. Client:
 * wanted = succeeded + failed + pending. Both hold to the rounding of their sums. What succeeded was completed; the rest is
 * waste. What is held against the record's tracks, or the machines, holds within the solver's tolerance: it stops when nothing
 * moves by more than a few per mille; what waits to be tried again is known to 2 % of the flow for as long as it waits.
 * Of those, failed has what users who left never asked, and pending what is put off; users are here or away.
 * Random scenarios are also stopped at any second, while faults last and retries wait: nobody is lost in between.
 *
 * Each scenario runs once for all tests; what is wrong is listed with its name in `sample-scenarios.ts`.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { CAUSES, QUANTITIES, type RunRecord, STATES, type Track } from '../../src/record/record.js';
import { integral, valueAt } from '../../src/record/steps.js';
import { product } from '../../src/record/steps-algebra.js';
import type { Scenario, Users } from '../../src/scenario/model.js';
import { simulateWithin } from '../support/bounded-run.js';
import { sampleScenarios } from '../support/sample-scenarios.js';

/** Of all that was offered or wanted, and in requests. */
const SOLVER = 0.02;
const REQUESTS = 2;
/** Of all that was wanted: sums of many rounded numbers. */
const ROUNDING = 1e-9;
/** Ten minutes of up to eight services; a graph that falls and comes back needs a few thousand. */
const MOST_EVENTS = 30_000;

type ClientLine = RunRecord['ledgers']['client'][number];

interface Sample {
  readonly name: string;
  readonly scenario: Scenario;
  readonly record: RunRecord;
}
const samples: Sample[] = [];
const unsettled: string[] = [];

beforeAll(() => {
  for (const [name, scenario] of sampleScenarios()) {
    try {
      samples.push({ name, scenario, record: simulateWithin(MOST_EVENTS, scenario) });
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

  test('of all users, what was wanted succeeded, failed, or is still to be decided, to the last request', () => {
    const offences = overClients((line, record, scenario) => {
      const { wanted, succeeded, failed, pending } = line;
      if (Math.min(wanted, succeeded, failed, pending) < -1e-6 * wanted - 1e-6) return 'less than nothing';
      const most = slackOfUsers(line, usersOf(record, scenario, line.entity), record);
      if (succeeded > wanted + most) return `succeeded ${succeeded} of ${wanted}`;
      const rest = wanted - succeeded - failed - pending;
      return Math.abs(rest) > ROUNDING * wanted ? `${rest} of ${wanted} unaccounted for` : null;
    });
    expect(offences).toEqual([]);
  });

  test('what users got was completed for them, or waits and will be', () => {
    const offences = overClients(({ entity, succeeded, wanted }, record) => {
      if (record.entities[entity].kind !== 'service') return null;
      const own = record.ledgers.server.filter((line) => record.entities[line.entity].of[0] === entity);
      const done = own.reduce((sum, { completed, queued }) => sum + completed + queued, 0);
      return succeeded > done + slack(wanted) ? `${succeeded} succeeded, ${done} were completed or wait` : null;
    });
    expect(offences).toEqual([]);
  });

  test('the tracks tell the same as the ledgers', () => {
    const servers = overServers(({ entity, offered, refused }, record) => {
      const tracks = [before(record, entity) + total(record, entity, 'offered'), total(record, entity, 'refused')];
      const off = Math.max(Math.abs(tracks[0] - offered), Math.abs(tracks[1] - refused));
      return off > slack(offered) ? `tracks say ${tracks}, ledger ${[offered, refused]}` : null;
    });
    const clients = overClients((line, record, scenario) => {
      const { entity, wanted, succeeded } = line;
      const tracks = [total(record, entity, 'wanted'), total(record, entity, 'succeeded')];
      const off = Math.max(Math.abs(tracks[0] - wanted), Math.abs(tracks[1] - succeeded));
      const most = slackOfUsers(line, usersOf(record, scenario, entity), record);
      return off > most ? `tracks say ${tracks}, ledger ${[wanted, succeeded]}` : null;
    });
    expect([...servers, ...clients]).toEqual([]);
  });

  // The ledger's completed is what the others leave, so this is where a queue shows that grows by itself.
  test('a deployment completes at the rates that the run shows', () => {
    const offences = overServers(({ entity, offered, completed }, record) => {
      const shown = total(record, entity, 'completed');
      return Math.abs(shown - completed) > slack(offered) ? `completed ${completed}, the track says ${shown}` : null;
    });
    expect(offences).toEqual([]);
  });
});

describe('the users of a run', () => {
  test('are here or away, and those who are away left and did not return', () => {
    const offences = overClients(({ entity, left, returned, notAsked, failed, deferred, pending }, record) => {
      const away = record.tracks.find((track) => track.entity === entity && track.quantity === 'away');
      if (away === undefined) return left + returned + notAsked === 0 ? null : 'somebody left although nobody may';
      const last = away.values[away.values.length - 1];
      if (Math.abs(left - returned - last) > 1e-9) return `${left} left, ${returned} returned, ${last} are away`;
      if (away.values.some((value) => value < 0 || value > 1 + 1e-12)) return 'more than all are away';
      if (notAsked > failed * (1 + 1e-9) + 1e-9) return `${notAsked} were not asked of ${failed} that failed`;
      return deferred > pending * (1 + 1e-9) + 1e-9 ? `${deferred} put off of ${pending} pending` : null;
    });
    expect(offences).toEqual([]);
  });

  test('who are away do not ask: what is missing is the away share of what was wanted, to a step of demand', () => {
    const offences = overClients(({ entity, notAsked, wanted }, record) => {
      const track = (quantity: Track['quantity']): Track | undefined =>
        record.tracks.find((each) => each.entity === entity && each.quantity === quantity);
      const [away, asks] = [track('away'), track('wanted')];
      if (away === undefined || asks === undefined) return notAsked === 0 ? null : `${notAsked} not asked`;
      const missing = integral(product(away, asks), 0, record.durationMicroseconds);
      // Both demand and the track of those who are away move in steps of 2 % of all users.
      return Math.abs(notAsked - missing) > 0.04 * wanted + REQUESTS
        ? `${notAsked}, not ${missing}, of ${wanted}`
        : null;
    });
    expect(offences).toEqual([]);
  });
});

describe('the numbers of a record', () => {
  test('are numbers, wherever they stand', () => {
    const offences = samples.flatMap(({ name, record }) => notNumbers(record, name));
    expect(offences).toEqual([]);
  });

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

/** Where there is a NaN or an infinity, by path. */
function notNumbers(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (ArrayBuffer.isView(value)) {
    const numbers = value as unknown as readonly number[];
    return numbers.every(Number.isFinite) ? [] : [`${path} has ${numbers.find((each) => !Number.isFinite(each))}`];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => notNumbers(each, `${path}.${key}`));
}

function slack(all: number): number {
  return SOLVER * all + REQUESTS;
}

/** Of all that users asked for, returns included, and of what may wait to be tried again at one time. */
function slackOfUsers({ wanted, failed }: ClientLine, users: Users, record: RunRecord): number {
  const { probability, afterSeconds } = users.comeBack;
  const returned = probability < 1 ? (failed * probability) / (1 - probability) : 0;
  const waitsSeconds = users.retries * (users.timeoutSeconds + users.backoffSeconds) + afterSeconds;
  return slack(wanted + returned + (wanted * waitsSeconds * 1e6) / record.durationMicroseconds);
}

function usersOf(record: RunRecord, { services, journeys }: Scenario, entity: number): Users {
  const { kind, id } = record.entities[entity];
  return (kind === 'service' ? services : journeys).find((each) => each.id === id)?.users as Users;
}

/** Applies a check to each row of all samples; gives the offences, named. */
function over<Row extends { readonly entity: number }>(
  rows: (record: RunRecord) => readonly Row[],
  check: (row: Row, record: RunRecord, scenario: Scenario) => string | null,
): string[] {
  const offences: string[] = [];
  for (const { name, record, scenario } of samples) {
    for (const row of rows(record)) {
      const offence = check(row, record, scenario);
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

function overClients(check: (row: ClientLine, record: RunRecord, scenario: Scenario) => string | null): string[] {
  return over((record) => record.ledgers.client, check);
}

function overTracks(check: (row: Track, record: RunRecord) => string | null): string[] {
  return over((record) => record.tracks, check);
}

/** What waited when the run began: it came before. */
function before(record: RunRecord, entity: number): number {
  const backlog = record.tracks.find((each) => each.entity === entity && each.quantity === 'backlog');
  return backlog ? valueAt(backlog, 0) : 0;
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
