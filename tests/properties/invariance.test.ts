import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../src/record/record.js';
import { hashRecord } from '../../src/record/record-hash.js';
import { ruleNumber } from '../../src/record/rules.js';
import { simulate } from '../../src/world/simulate.js';
import * as systems from '../support/model-systems.js';
import { stretchScenario } from '../support/stretch-scenario.js';

const SYSTEMS = {
  'a queue of four': () => systems.queueOfFour(32, 60),
  'a store halved, three retries': () => systems.halvedStore({ queuePerServer: 1000, users: { retries: 3 } }),
  'a slow dependency': () => systems.slowDependency({ kind: 'optional', calls: 0.5, retries: 2 }, true, {}),
  'a closed loop': () => systems.closedLoop(20),
  'failover by refusal': () => systems.failoverByRefusal(2),
  'a store that hangs': () => systems.hangingStore(),
  'a cold cache': () => systems.coldCache(100, 0),
  'returning users': () => systems.returningUsers(),
  'failover by hanging': () => systems.failoverByHanging(50),
  'asynchronous mail': () => systems.asyncMail(30),
};

/** State changes as (entity, new state, seconds). */
function changes(record: RunRecord): { entity: number; to: number; seconds: number }[] {
  const { events } = record;
  const wanted = ruleNumber('state.changed');
  return [...events.rule.keys()]
    .filter((i) => events.rule[i] === wanted)
    .map((i) => ({
      entity: events.entity[i],
      to: events.numbers[events.numbersStart[i] + 1],
      seconds: events.time[i] / 1e6,
    }));
}

describe.each(Object.entries(SYSTEMS))('%s', (_name, build) => {
  test('runs twice to the same record', () => {
    const first = hashRecord(simulate(build(), { seed: '1' }));
    simulate(systems.halvedStore({ queuePerServer: 50 }), { seed: '2' });
    expect(hashRecord(simulate(build(), { seed: '1' }))).toBe(first);
  });

  // Nothing in the model knows how long a second is: what is twice as slow goes the same way, at twice the times.
  // Whole microseconds round differently: steps of the flow are a millisecond at the shortest, and a thousandth of such
  // a step is lost or won, so times agree to a millisecond and a ten-thousandth of themselves.
  test('with all durations doubled and all rates halved goes the same way at twice the times', () => {
    const usual = changes(simulate(build(), { seed: '1' }));
    const slow = changes(simulate(stretchScenario(build(), 2), { seed: '1' }));
    expect(slow.map(({ entity, to }) => [entity, to])).toEqual(usual.map(({ entity, to }) => [entity, to]));
    usual.forEach(({ seconds }, i) => {
      expect(Math.abs(slow[i].seconds - 2 * seconds)).toBeLessThan(1e-3 + 1e-4 * seconds);
    });
  });
});
