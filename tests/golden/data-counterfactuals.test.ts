/**
 * What would have saved the data: single changes that the log suggests, each run again, against what is worked out by hand.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/library/load-scenario.js';
import { hashRecord } from '../../src/record/record-hash.js';
import { usualMoment } from '../../src/results/explanation.js';
import { readRun, type Subject } from '../../src/results/reading.js';
import { changesFor, effectOf, type SavedBy } from '../../src/studies/saved-by/saved-by.js';
import { simulate } from '../../src/world/simulate.js';

const HOUR = 3600;
const MINUTE = 60;

/** Effects by the ids of the changes; each is also made from the settings that it names, and is the same run. */
function effectsOf(name: string, service: string, layout: string): ReadonlyMap<string, SavedBy> {
  const file = `scenarios/${name}.yaml`;
  const text = readFileSync(file, 'utf8');
  const scenario = loadScenario(text, { file, layout });
  const reading = readRun(scenario, simulate(scenario, { seed: '1' }));
  const subject = reading.subject(service) as Subject;
  const effects = new Map<string, SavedBy>();
  for (const change of changesFor(reading, subject, usualMoment(reading, subject), 1000)) {
    if (change.set.length === 0) continue;
    const changed = change.apply(scenario);
    const record = simulate(changed, { seed: '1' });
    const again = simulate(loadScenario(text, { file, layout, set: change.set }), { seed: '1' });
    expect({ id: change.id, hash: hashRecord(again) }).toEqual({ id: change.id, hash: hashRecord(record) });
    effects.set(change.id, effectOf(reading, subject, change, changed, record, 'en'));
  }
  return effects;
}

describe('three replicas, all of them wrong', () => {
  const effects = effectsOf('corrupted-replica', 'records', 'replicas-only');

  it('are saved by hourly backups in the site without servers: what was written since 10:00 is lost', () => {
    const saved = effects.get('backups:records');
    expect(saved?.set).toEqual(['services.records.data.backups={ every: 1h, at: west }']);
    // Corrupt from 10:30 on, noticed at 11:10: the backup of 10:00 is the newest without it.
    expect(saved?.recoveryPointSeconds).toBe(HOUR + 10 * MINUTE);
    // Four hours for 2 TB at 500 GB an hour; check and start come after it. As it was: to the end of the run.
    expect(saved?.downtimeSeconds).toBeGreaterThan(4 * HOUR);
    expect(saved?.downtimeSeconds).toBeLessThan(6 * HOUR);
  });

  it('are saved, and much faster, by copies that are kept an hour behind: longer than it took to notice', () => {
    const saved = effects.get('data-lag:records');
    expect(saved?.set).toEqual(['services.records.data.lag=1h']);
    expect(saved?.recoveryPointSeconds).toBe(HOUR);
    // Ten minutes to decide, two to promote, and the restore of four hours is not needed.
    expect(saved?.downtimeSeconds).toBeLessThan(HOUR);
  });

  it('are not offered a sync quorum’s help in time down: it carries the mistake at once', () => {
    const saved = effects.get('data-sync:records');
    expect(saved?.downtimeSeconds).toBe(36 * HOUR + 50 * MINUTE);
    expect(saved?.savedSeconds).toBe(0);
  });
});

describe('a backup of each night', () => {
  const effects = effectsOf('corrupted-replica', 'records', 'nightly-backup');

  it('restored twice as fast brings it back two hours sooner: 2 TB at 1 TB an hour instead of 500 GB', () => {
    expect(effects.get('restore:records')?.set).toEqual(['services.records.data.restoreRate=1000GB/h']);
    expect(effects.get('restore:records')?.savedSeconds).toBeCloseTo(2 * HOUR, 3);
  });

  it('taken every six hours takes as long, and loses 5 h 10 min instead of 11 h 10 min', () => {
    const saved = effects.get('backups-every:records');
    expect(saved?.set).toEqual(['services.records.data.backups.every=6h']);
    // At 06:00, and not at midnight; noticed at 11:10.
    expect(saved?.recoveryPointSeconds).toBe(5 * HOUR + 10 * MINUTE);
    expect(saved?.savedSeconds).toBe(0);
  });
});

describe('two sites, one cut cable', () => {
  const effects = effectsOf('split-or-stop', 'orders', 'stop');

  it('a third vote halves what is lost: the north goes on writing, and only the south refuses', () => {
    // 200,000 people for 40 min, of whose requests 30 % write: refused on both sides, or on one.
    const refused = 0.3 * 200_000 * (40 / 60);
    expect(effects.get('witness:orders@third')?.userHoursLost).toBeCloseTo(refused / 2, 0);
  });

  it('sides that write on by themselves are never short of up', () => {
    expect(effects.get('split:orders')?.notUpSeconds).toBe(0);
    expect(effects.get('split:orders')?.writesLost).toBe(0);
  });
});
