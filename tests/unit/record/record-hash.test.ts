import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../../src/record/record.js';
import { hashRecord } from '../../../src/record/record-hash.js';
import { createRecorder } from '../../../src/record/record-writer.js';
import type { RecordFacts } from '../../../src/record/recorder.js';
import { FACTS } from './facts.js';

function smallRecord(
  change: { share?: number; facts?: Partial<RecordFacts>; path?: string; id?: string; run?: string } = {},
): RunRecord {
  const recorder = createRecorder();
  recorder.entity('run', change.run ?? 'kakao-2022');
  const site = recorder.entity('site', 'pangyo', [], change.path ?? 'sites.pangyo');
  const mail = recorder.entity('service', change.id ?? '메일');
  const root = recorder.event(0, 'fault.began', site, []);
  recorder.event(1, 'power.lost', site, [root], 32000);
  recorder.level(0, mail, 'share', 1);
  recorder.level(1, mail, 'share', change.share ?? 0.1 + 0.2);
  return recorder.finish({ ...FACTS, ...change.facts });
}

describe('the hash of a record', () => {
  it('is the same on every machine', () => {
    // A golden of our own: the reference digests in murmur.test.ts vouch for the hash, the tests below for what is in it.
    expect(hashRecord(smallRecord())).toBe('39abca46072c31a1cf73acc3e878a1e2');
  });

  it('changes with the last bit of one value', () => {
    expect(hashRecord(smallRecord({ share: 0.3 }))).not.toBe(hashRecord(smallRecord()));
  });

  it('changes with the name of an entity', () => {
    expect(hashRecord(smallRecord({ id: 'mail' }))).not.toBe(hashRecord(smallRecord()));
  });

  it('changes with what was true at the end', () => {
    expect(hashRecord(smallRecord({ facts: { end: { faultsActive: 1, tasksOpen: 0 } } }))).not.toBe(
      hashRecord(smallRecord()),
    );
  });

  it('does not change with what the file, the layout or the engine are called, nor with where an entity is written', () => {
    const renamed = smallRecord({
      path: 'sites[3]',
      run: 'x',
      facts: { engine: '2.0.0', layout: 'other', seed: '7', scenario: { id: 'x', sha256: '1' } },
    });
    expect(hashRecord(renamed)).toBe(hashRecord(smallRecord()));
  });

  it('is that of the content, whether the columns are views of larger buffers or not', () => {
    const record = smallRecord();
    const copied = {
      ...record,
      tracks: record.tracks.map((track) => ({ ...track, times: track.times.slice(), values: track.values.slice() })),
    };
    expect(hashRecord(copied)).toBe(hashRecord(record));
  });
});
