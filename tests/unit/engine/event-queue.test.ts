import { expect, test } from 'vitest';
import { EventQueue, NO_EVENT } from '../../../src/engine/event-queue.js';

function drain(queue: EventQueue): [number, number, number, number][] {
  const events: [number, number, number, number][] = [];
  while (queue.pop()) events.push([queue.time, queue.kind, queue.target, queue.payload]);
  return events;
}

test('events come out by time', () => {
  const queue = new EventQueue();
  queue.push(30, 1, 10, 0.5);
  queue.push(10, 2, 11);
  queue.push(20, 3, -12, -1);
  expect(queue.size).toBe(3);
  expect(queue.peekTime()).toBe(10);
  expect(drain(queue)).toEqual([
    [10, 2, 11, 0],
    [20, 3, -12, -1],
    [30, 1, 10, 0.5],
  ]);
});

test('events of one time come out by kind, then target, then in the order of pushing', () => {
  const queue = new EventQueue();
  const pushed: [number, number, number][] = [
    [2, 5, 0],
    [1, 9, 1],
    [2, 5, 2],
    [2, -3, 3],
    [1, 9, 4],
    [0, 7, 5],
  ];
  for (const [kind, target, payload] of pushed) queue.push(7, kind, target, payload);
  expect(drain(queue).map(([, , , payload]) => payload)).toEqual([5, 1, 4, 3, 0, 2]);
});

test('between a pop and the next push the queue is as it would be at rest', () => {
  const queue = new EventQueue();
  const handles = [1, 2, 3].map((time) => queue.push(time, 0, time));
  queue.pop();
  expect(queue.size).toBe(2);
  expect(queue.cancel(handles[0])).toBe(false);
  expect(queue.cancel(handles[1])).toBe(true);
  expect(queue.peekTime()).toBe(3);
  queue.pop();
  queue.clear();
  expect(queue.size).toBe(0);
  queue.push(5, 0, 5);
  expect(drain(queue)).toEqual([[5, 0, 5, 0]]);
});

test('an empty queue pops nothing and its next time is never', () => {
  const queue = new EventQueue();
  expect(queue.pop()).toBe(false);
  expect(queue.peekTime()).toBe(Number.POSITIVE_INFINITY);
});

test('a cancelled event does not come out, wherever it is in the heap', () => {
  for (let cancelled = 0; cancelled < 9; cancelled++) {
    const queue = new EventQueue();
    const handles = [...Array(9).keys()].map((target) => queue.push(target, 1, target));
    expect(queue.cancel(handles[cancelled])).toBe(true);
    expect(queue.size).toBe(8);
    expect(drain(queue).map(([time]) => time)).toEqual([...Array(9).keys()].filter((time) => time !== cancelled));
  }
});

test('a cancelled event does not disturb the order of those around it that tie with it', () => {
  // Found by comparison with a sorted list, when a cancelled event lost its kind: pushed below it, kind 4 stayed there,
  // and kind 5 above came out first.
  const queue = new EventQueue();
  const handles = [0, 5, 9, 6, 7, 10, 11].map((kind) => queue.push(7, kind, 0));
  queue.cancel(handles[3]);
  for (const kind of [4, 100]) queue.push(7, kind, 0);
  expect(drain(queue).map(([, kind]) => kind)).toEqual([0, 4, 5, 7, 9, 10, 11, 100]);
});

test('cancelling twice, after the event, or what never was, changes nothing and says so', () => {
  const queue = new EventQueue();
  const first = queue.push(1, 1, 1);
  const second = queue.push(2, 1, 2);
  expect(queue.cancel(second)).toBe(true);
  expect(queue.cancel(second)).toBe(false);
  queue.pop();
  expect(queue.cancel(first)).toBe(false);
  for (const never of [NO_EVENT, 5, 1e15, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(queue.cancel(never), String(never)).toBe(false);
  }
  expect(queue.size).toBe(0);
});

test('a handle stays dead when its room is used again, also after clear', () => {
  const queue = new EventQueue(4);
  const old = queue.push(1, 1, 1);
  queue.pop();
  const handles = [...Array(8).keys()].map((target) => queue.push(2, 1, target));
  expect(handles).not.toContain(old);
  expect(queue.cancel(old)).toBe(false);
  queue.clear();
  expect(queue.size).toBe(0);
  queue.push(3, 1, 1);
  expect(handles.some((handle) => queue.cancel(handle))).toBe(false);
  expect(queue.size).toBe(1);
});

test('a queue grows past its first capacity and keeps order and handles', () => {
  const queue = new EventQueue(1);
  const handles = [...Array(1000).keys()].map((i) => queue.push((i * 7919) % 1000, 1, i));
  expect(queue.cancel(handles[500])).toBe(true);
  const times = drain(queue).map(([time]) => time);
  expect(times).toHaveLength(999);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('cancelled events leave no garbage behind beyond the number of live ones', () => {
  // A timeout for each of a million requests, each cancelled by the answer, with ten pending at a time.
  const queue = new EventQueue(256);
  const handles: number[] = [];
  for (let i = 0; i < 1_000_000; i++) {
    handles[i % 10] = queue.push(i + 1e9, 1, i);
    if (i >= 9) queue.cancel(handles[(i + 1) % 10]);
  }
  expect(queue.size).toBe(9);
  // At most live + max(live, 64) nodes, so the first capacity was never outgrown.
  expect(queue.capacity).toBe(256);
});

test('no event is at no time or of no kind', () => {
  const queue = new EventQueue();
  expect(() => queue.push(Number.NaN, 1, 1)).toThrow('no event of kind 1 can be at time NaN');
  for (const kind of [-1, 0x8000, Number.NaN]) expect(() => queue.push(1, kind, 1)).toThrow(`no event of kind ${kind}`);
});
