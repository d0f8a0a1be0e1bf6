import { expect, test } from 'vitest';
import { Engine, EventError } from '../../../src/engine/engine.js';
import { EventStormError } from '../../../src/engine/storm-guard.js';
import { microseconds } from '../../../src/engine/time.js';

const second = microseconds(1);

/** An engine that writes down what it does: `name:target@time` for facts, `settle@time`. */
function logging(names: readonly string[], limit?: number) {
  const log: string[] = [];
  const engine: Engine = new Engine({
    kinds: names.map((name) => ({
      name,
      apply: (target, _payload, time) => log.push(`${name}:${target}@${time / second}`),
    })),
    settle: (time) => log.push(`settle@${time / second}`),
    maxEventsPerSecond: limit,
  });
  return { engine, log };
}

test('all facts of an instant are applied before it is settled, once', () => {
  const { engine, log } = logging(['power']);
  engine.schedule(microseconds(2), 0, 1);
  engine.schedule(second, 0, 1);
  engine.schedule(microseconds(2), 0, 0);
  engine.runUntil(microseconds(5));
  expect(log).toEqual(['power:1@1', 'settle@1', 'power:0@2', 'power:1@2', 'settle@2']);
  expect(engine.now).toBe(microseconds(5));
  expect(engine.events).toBe(3);
});

test('facts of an instant are applied by kind, then target, in whatever order they were scheduled', () => {
  const facts: [number, number][] = [
    [1, 1],
    [0, 2],
    [0, -3],
    [1, 0],
  ];
  for (const order of [facts, [...facts].reverse()]) {
    const { engine, log } = logging(['power', 'boot']);
    for (const [kind, target] of order) engine.schedule(second, kind, target);
    engine.runUntil(second);
    expect(log).toEqual(['power:-3@1', 'power:2@1', 'boot:0@1', 'boot:1@1', 'settle@1']);
  }
});

test('what settle schedules for the same instant is applied and settled before time moves on', () => {
  const log: string[] = [];
  const engine: Engine = new Engine({
    kinds: [{ name: 'step', apply: (target) => log.push(`step ${target}`) }],
    settle: (time) => {
      log.push('settle');
      if (log.length < 4) engine.schedule(time, 0, log.length);
    },
  });
  engine.schedule(second, 0, 0);
  engine.runUntil(second);
  expect(log).toEqual(['step 0', 'settle', 'step 2', 'settle']);
});

test('a fact can take back another of the same instant that was not applied yet', () => {
  const log: number[] = [];
  const engine: Engine = new Engine({
    kinds: [
      {
        name: 'cut',
        apply: (target) => {
          log.push(target);
          expect(engine.cancel(handles[1])).toBe(true);
        },
      },
      { name: 'boot', apply: (target) => log.push(target) },
    ],
  });
  const handles = [engine.schedule(second, 0, 7), engine.schedule(second, 1, 8)];
  engine.runUntil(microseconds(9));
  expect(log).toEqual([7]);
});

test('a run in pieces is the run in one', () => {
  const whole = logging(['tick']);
  const pieces = logging(['tick']);
  for (const { engine } of [whole, pieces]) for (let i = 0; i < 10; i++) engine.schedule(microseconds(i), 0, i);
  whole.engine.runUntil(microseconds(20));
  for (const end of [0.5, 1, 1, 4.2, 20]) pieces.engine.runUntil(microseconds(end));
  expect(pieces.log).toEqual(whole.log);
  expect(whole.engine.step()).toBe(false);
  expect(whole.engine.nextTime).toBe(Number.POSITIVE_INFINITY);
});

test('an event in the past, between microseconds, of no kind or to no target is refused', () => {
  const { engine } = logging(['tick']);
  engine.runUntil(second);
  const at = (time: number) => () => engine.schedule(time as typeof second, 0, 3);
  expect(at(999_999)).toThrow('tick of 3 cannot be at 999999 us: it is 1000000 us');
  expect(at(1_000_000.5)).toThrow('cannot be at 1000000.5 us');
  expect(at(Number.NaN)).toThrow(RangeError);
  expect(() => engine.schedule(second, 1, 3)).toThrow('there is no kind of event 1');
  expect(() => engine.schedule(second, 0, 0.5)).toThrow('tick cannot happen to 0.5');
});

test('the millionth event of one simulated second passes, the next ends the run and names who is at it', () => {
  let left = 1_000_000;
  const engine: Engine = new Engine({
    kinds: [
      {
        name: 'breaker.opened',
        apply: (target, _payload, time) => {
          if (--left > 0) engine.schedule(time, 0, target);
        },
      },
      { name: 'power.lost', apply: () => {} },
    ],
  });
  engine.schedule(second, 0, 42);
  engine.runUntil(microseconds(1.5));
  expect(engine.events).toBe(1_000_000);
  engine.schedule(microseconds(1.5), 1, 3);
  let caught: unknown;
  try {
    engine.runUntil(microseconds(3));
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(EventStormError);
  const storm = caught as EventStormError;
  expect(storm.message).toBe(
    'more than 1000000 events in one simulated second, at 1.5 s; ' +
      'the last: breaker.opened of 42 (10000), power.lost of 3 (1)',
  );
  expect(storm.culprits[0]).toEqual({ kind: 'breaker.opened', target: 42, count: 10_000 });
});

test('many events are no storm when simulated time passes', () => {
  const { engine } = logging(['tick'], 10);
  for (let i = 0; i < 100; i++) engine.schedule(microseconds(i / 10), 0, i);
  engine.runUntil(microseconds(20));
  expect(engine.events).toBe(100);
});

test('an error in a handler or in settle comes out with time, kind, target and cause', () => {
  const cause = new Error('share is 1.2');
  const engine: Engine = new Engine({
    kinds: [
      {
        name: 'power.lost',
        apply: () => {
          throw cause;
        },
      },
    ],
  });
  engine.schedule(microseconds(90), 0, 4);
  expect(() => engine.runUntil(microseconds(100))).toThrow(
    expect.objectContaining({ message: 'power.lost of 4 at 90 s: share is 1.2', kind: 'power.lost', target: 4, cause }),
  );
  const settling = new Engine({
    kinds: [{ name: 'power.lost', apply: () => {} }],
    settle: () => {
      throw cause;
    },
  });
  settling.schedule(microseconds(90), 0, 4);
  expect(() => settling.runUntil(microseconds(100))).toThrow(EventError);
  expect(() => settling.runUntil(microseconds(100))).not.toThrow();
});
