import { expect, test } from 'vitest';
import { fittedParameters, gridOf } from '../../../validation/calibrate.js';
import { freeParameters, timesFactor } from '../../../validation/free-parameters.js';
import { kakao } from '../../../validation/kakao.js';

const parameters = new Map(freeParameters(kakao).map((each) => [each.name, each]));
const named = (name: string) => {
  const found = parameters.get(name);
  if (found === undefined) throw new Error(`no parameter ${name}`);
  return found;
};

test('are those of the file’s header: 13 tasks, 5 quorums, 3 works by hand, 7 teams and the people of a promotion', () => {
  const count = (pattern: RegExp): number => [...parameters.keys()].filter((name) => pattern.test(name)).length;
  expect(count(/^classes\..*\.duration$/)).toBe(13);
  expect(count(/^classes\..*\.people$/)).toBe(13);
  expect(count(/quorum$/)).toBe(5);
  expect(count(/^(classes\.\w+|failover)\.byHand$/)).toBe(3);
  expect(count(/^recovery\.teams/)).toBe(7);
  expect(count(/^failover\.people$/)).toBe(1);
  expect(count(/^servers of class/)).toBe(5);
});

test('each reads back what it writes, and writes nothing else', () => {
  for (const parameter of parameters.values()) {
    const value = timesFactor(parameter, 0.5);
    const changed = parameter.with(kakao, value);
    // Written back, the scenario is as it was; servers of a class are whole, so their halves do not come back exactly.
    if (parameter.name.startsWith('servers ')) continue;
    const again = freeParameters(changed).find(({ name }) => name === parameter.name);
    if (value > 0 && !(parameter.name.endsWith('byHand') && value === 1)) {
      expect(again?.value, parameter.name).toBeCloseTo(value, 9);
    }
    const others = (scenario: typeof kakao) =>
      freeParameters(scenario).filter(({ name }) => name !== parameter.name && !name.endsWith('byHand'));
    expect(
      others({ ...kakao, ...changed }).map(({ value: other }) => other),
      parameter.name,
    ).toEqual(others(kakao).map(({ value: other }) => other));
  }
});

test('people are whole, at least one, and a share is at most all', () => {
  // 5 x 0.5 = 2.5 -> 3; 1 x 0.5 -> 1; quorum 60 % x 2 -> 100 %.
  expect(timesFactor(named('recovery.teams.service.people'), 0.5)).toBe(3);
  expect(timesFactor(named('classes.front.start.people'), 0.5)).toBe(1);
  expect(timesFactor(named('classes.stateful.quorum'), 2)).toBe(1);
});

test('a duration keeps the ratio of its p95 to its median: 40m and 1h doubled are 80m and 2h', () => {
  const changed = named('classes.stateful.check.duration').with(kakao, 80 * 60);
  const duration = changed.classes.find(({ id }) => id === 'stateful')?.check?.duration;
  expect(duration).toEqual({ kind: 'log-normal', median: 4800, p95: 7200 });
});

test('a zone’s share is taken from its half of the building', () => {
  const zones = named('sites.pangyo.zones.a1')
    .with(kakao, 0.4)
    .sites.find(({ id }) => id === 'pangyo')?.zones;
  const shares = new Map(zones?.map(({ id, share }) => [id, share]));
  expect(shares.get('a1')).toBe(0.4);
  expect(shares.get('a2')).toBeCloseTo(0.1, 12);
  expect(shares.get('b3')).toBe(0.28);
});

test('the calibration keeps what has a source: 1,200 to 1,600 servers an hour of 16 people, 36 minutes at least to decide', () => {
  const grid = (name: string) => gridOf(fittedParameters(kakao).find((each) => each.name === name) ?? named(name));
  expect(grid('recovery.boot.byHand')).toEqual([75, 100]);
  // 90m x 0.5 = 45m, and no less than 36m would be.
  expect(grid('failover.decide.max')[0]).toBe(45 * 60);
  expect(fittedParameters(kakao).map(({ name }) => name)).not.toContain('recovery.teams.hands.people');
});
