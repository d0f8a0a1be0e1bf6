import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../../src/record/record.js';
import { createRecorder } from '../../../src/record/record-writer.js';
import { ruleNumber } from '../../../src/record/rules.js';
import { FACTS } from './facts.js';

function samples(record: RunRecord): unknown[] {
  return record.tracks.map((track) => [track.entity, track.quantity, [...track.times], [...track.values]]);
}

describe('a recorder', () => {
  it('gives one number to one entity, however often it is registered', () => {
    const recorder = createRecorder();
    const site = recorder.entity('site', 'pangyo', [], 'sites.pangyo');
    expect(recorder.entity('zone', 'pangyo/a1', [site])).toBe(1);
    expect(recorder.entity('site', 'pangyo')).toBe(site);
    expect(recorder.entityAt(site)).toEqual({ kind: 'site', id: 'pangyo', of: [], path: 'sites.pangyo' });
  });

  it('keeps the last of two values that are set at one time', () => {
    const recorder = createRecorder();
    const mail = recorder.entity('service', 'mail');
    recorder.level(0, mail, 'share', 1);
    recorder.level(10, mail, 'share', 0.5);
    recorder.level(10, mail, 'share', 0.25);
    expect(recorder.current(mail, 'share')).toBe(0.25);
    expect(samples(recorder.finish(FACTS))).toEqual([[mail, 'share', [0, 10], [1, 0.25]]]);
  });

  it('leaves out a sample that came to equal the one before it', () => {
    const recorder = createRecorder();
    const mail = recorder.entity('service', 'mail');
    recorder.level(0, mail, 'share', 1);
    recorder.level(10, mail, 'share', 0.5);
    recorder.level(10, mail, 'share', 1);
    recorder.level(20, mail, 'share', 1);
    expect(samples(recorder.finish(FACTS))).toEqual([[mail, 'share', [0], [1]]]);
  });

  it('writes no negative zero: equal values have equal bytes', () => {
    const recorder = createRecorder();
    const mail = recorder.entity('service', 'mail');
    recorder.level(0, mail, 'share', -0);
    recorder.level(10, mail, 'share', 1);
    recorder.level(20, mail, 'share', 0.5);
    recorder.level(20, mail, 'share', -0);
    recorder.level(0, mail, 'backlog', -0);
    const zeros = recorder.finish(FACTS).tracks.flatMap((track) => [...track.values].filter((value) => value === 0));
    expect(zeros).toHaveLength(3);
    expect(zeros.every((value) => Object.is(value, 0))).toBe(true);
  });

  it('sorts tracks by entity and then by quantity, whatever order they were opened in', () => {
    const recorder = createRecorder();
    const a = recorder.entity('service', 'a');
    const b = recorder.entity('service', 'b');
    recorder.level(0, b, 'wanted', 1);
    recorder.level(0, b, 'state', 0);
    recorder.level(0, a, 'wanted', 2);
    expect(samples(recorder.finish(FACTS))).toEqual([
      [a, 'wanted', [0], [2]],
      [b, 'state', [0], [0]],
      [b, 'wanted', [0], [1]],
    ]);
  });

  it('says not a number for a track that was never set', () => {
    const recorder = createRecorder();
    expect(recorder.current(recorder.entity('service', 'a'), 'share')).toBeNaN();
  });

  it('leaves out negative and repeated causes', () => {
    const recorder = createRecorder();
    const site = recorder.entity('site', 'pangyo');
    const root = recorder.event(0, 'fault.began', site, []);
    const cut = recorder.event(5, 'power.lost', site, [root, -1, root], 32000);
    recorder.event(5, 'servers.lost', site, [cut, root], 800, 0);
    const { events } = recorder.finish(FACTS);
    expect([...events.causesStart]).toEqual([0, 0, 1, 3]);
    expect([...events.causes]).toEqual([root, cut, root]);
    expect([...events.rule]).toEqual([ruleNumber('fault.began'), ruleNumber('power.lost'), ruleNumber('servers.lost')]);
    expect([...events.numbersStart]).toEqual([0, 0, 1, 3]);
    expect([...events.numbers]).toEqual([32000, 800, 0]);
    expect(recorder.lastEvent(site)).toBe(2);
  });

  it('refuses what cannot be true', () => {
    const recorder = createRecorder();
    const mail = recorder.entity('service', 'mail');
    recorder.event(10, 'fault.began', mail, []);
    recorder.level(10, mail, 'share', 1);
    expect(() => recorder.event(9, 'fault.ended', mail, [])).toThrow(
      'fault.ended is recorded at 9 µs, after an event at 10 µs',
    );
    expect(() => recorder.event(11, 'fault.ended', mail, [1])).toThrow('has not happened yet');
    expect(() => recorder.event(11, 'state.changed', mail, [], 0, 3)).toThrow(
      'state.changed takes 3 numbers (from, to, share), not 2',
    );
    expect(() => recorder.event(11, 'fault.stepped', mail, [], Number.NaN)).toThrow('a number that is not one');
    expect(() => recorder.level(9, mail, 'share', 0)).toThrow('before its last change at 10 µs');
    expect(() => recorder.level(11, mail, 'share', Number.NaN)).toThrow('is not a number');
    expect(() => recorder.level(11, 7, 'share', 0)).toThrow('there is no entity 7; 1 are registered');
  });
});
