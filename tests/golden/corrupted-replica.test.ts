/**
 * Replication is no backup: the same corruption under four kinds of protection.
 *
 * The records go wrong at 10:30 of the second day, and it is noticed 40 minutes later.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadScenario, type RunDocument, run } from '../../src/index.js';

const FILE = 'scenarios/corrupted-replica.yaml';
const text = readFileSync(FILE, 'utf8');
const HOUR = 3600;
const MINUTE = 60;

function play(layout: string): RunDocument {
  return run(loadScenario(text, { file: FILE, layout }), { seed: 1 }).document;
}

const verdicts = ({ expectations }: RunDocument) => expectations.map(({ verdict }) => verdict);

it('with replicas only everything is lost, and the records never come back', () => {
  const document = play('replicas-only');
  expect(verdicts(document)).toEqual(['failed', 'failed']);
  expect(document.services[0].restoredAfterSeconds).toBeNull();
  // All of the run up to the notice: 34 h 30 min and 40 min.
  expect(document.services[0].recoveryPointSeconds).toBe(35 * HOUR + 10 * MINUTE);
  expect(document.warnings.map(({ code }) => code)).toContain('waits-for-ever');
});

it('with a backup of each night the day is lost, with one of each hour what was written since 10:00', () => {
  const nightly = play('nightly-backup');
  const hourly = play('hourly-backup');
  expect(verdicts(nightly)).toEqual(['met', 'failed']);
  expect(verdicts(hourly)).toEqual(['met', 'met']);
  expect(nightly.services[0].recoveryPointSeconds).toBe(11 * HOUR + 10 * MINUTE);
  expect(hourly.services[0].recoveryPointSeconds).toBe(HOUR + 10 * MINUTE);
  // Noticed after 40 min, 4 h for 2 TB at 500 GB an hour, and the check and the start after it.
  for (const { services } of [nightly, hourly])
    expect(services[0].restoredAfterSeconds).toBeGreaterThan(4 * HOUR + 40 * MINUTE);
});

it('with copies that are kept an hour behind, the next site takes over with what is an hour old', () => {
  const document = play('delayed-copies');
  expect(verdicts(document)).toEqual(['met', 'met']);
  expect(document.services[0].recoveryPointSeconds).toBe(HOUR);
  expect(document.services[0].restoredAfterSeconds).toBeLessThan(HOUR);
});

it('loses, in writes, what was written in that time: the profile’s demand, of which a tenth writes', () => {
  // Office hours: 100 % of 400/s from 10:00, 96 % from 11:00.
  const writes = 0.1 * (3600 * 400 + 600 * 384);
  expect(play('hourly-backup').totals.writesLost).toBeCloseTo(writes, 3);
});
