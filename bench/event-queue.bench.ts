/**
 * The event queue against flatqueue (no order among ties, no cancel) and heap-js (objects and a comparator).
 *
 * Hold model (Jones, 1986): take the first of n pending events and schedule it again, exponentially later. With
 * cancellation every hold also sets a timeout and takes one back, as each answered request does; the two others get it
 * by a mark that they look at when the event comes out, which is what their users would write.
 */
import FlatQueue from 'flatqueue';
import { Heap } from 'heap-js';
import { EventQueue } from '../src/engine/event-queue.js';
import { log } from '../src/engine/portable-math.js';
import { streams } from '../src/engine/streams.js';
import { type Measured, measure, millions, table, type Work } from './measure.js';

const HOLDS = 500_000;
const TARGETS: Readonly<Record<string, number>> = { flatqueue: 0.7, 'heap-js': 4 };
const KIND = 1;

/** Exponential spans of mean one minute in whole microseconds, drawn beforehand: they are not what is measured. */
const spans = Float64Array.from({ length: 1 << 16 }, () => 0);
const luck = streams(1).stream('bench', 'spans');
for (let i = 0; i < spans.length; i++) spans[i] = Math.round(-60e6 * log(luck.next()));
let drawn = 0;
const span = () => spans[drawn++ & 0xffff];

interface Pending {
  time: number;
  order: number;
  target: number;
  cancelled: boolean;
}
const byTime = (a: Pending, b: Pending) => a.time - b.time || a.order - b.order;

function ours(pending: number): Work {
  const queue = new EventQueue();
  for (let i = 0; i < pending; i++) queue.push(span(), KIND, i);
  return (count) => {
    for (let i = 0; i < count; i++) {
      queue.pop();
      queue.push(queue.time + span(), KIND, queue.target);
    }
    return queue.target;
  };
}

function flatqueue(pending: number): Work {
  const queue = new FlatQueue<number>();
  for (let i = 0; i < pending; i++) queue.push(i, span());
  return (count) => {
    let target = 0;
    for (let i = 0; i < count; i++) {
      const time = queue.peekValue() as number;
      target = queue.pop() as number;
      queue.push(target, time + span());
    }
    return target;
  };
}

function heapJs(pending: number): Work {
  const queue = new Heap<Pending>(byTime);
  let order = 0;
  for (let i = 0; i < pending; i++) queue.push({ time: span(), order: order++, target: i, cancelled: false });
  return (count) => {
    let target = 0;
    for (let i = 0; i < count; i++) {
      const event = queue.pop() as Pending;
      target = event.target;
      queue.push({ time: event.time + span(), order: order++, target, cancelled: false });
    }
    return target;
  };
}

/** How many timeouts are open at a time: the oldest is taken back when a new one is set. */
const OPEN = 64;
const TIMEOUT = 180e6;

function oursCancelling(pending: number): Work {
  const queue = new EventQueue();
  for (let i = 0; i < pending; i++) queue.push(span(), KIND, i);
  const open = new Float64Array(OPEN).fill(-1);
  return (count) => {
    for (let i = 0; i < count; i++) {
      queue.pop();
      const { time, target } = queue;
      queue.push(time + span(), KIND, target);
      queue.cancel(open[i % OPEN]);
      open[i % OPEN] = queue.push(time + TIMEOUT, KIND, target);
    }
    return queue.size;
  };
}

function flatqueueCancelling(pending: number): Work {
  const queue = new FlatQueue<number>();
  let next = 0;
  const cancelled = new Set<number>();
  for (; next < pending; next++) queue.push(next, span());
  const open = new Float64Array(OPEN).fill(-1);
  return (count) => {
    for (let i = 0; i < count; i++) {
      let time = queue.peekValue() as number;
      let id = queue.pop() as number;
      while (cancelled.delete(id)) {
        time = queue.peekValue() as number;
        id = queue.pop() as number;
      }
      queue.push(next++, time + span());
      if (open[i % OPEN] >= 0) cancelled.add(open[i % OPEN]);
      open[i % OPEN] = next;
      queue.push(next++, time + TIMEOUT);
    }
    return queue.length;
  };
}

function heapJsCancelling(pending: number): Work {
  const queue = new Heap<Pending>(byTime);
  let order = 0;
  for (let i = 0; i < pending; i++) queue.push({ time: span(), order: order++, target: i, cancelled: false });
  const open: (Pending | undefined)[] = new Array(OPEN).fill(undefined);
  return (count) => {
    for (let i = 0; i < count; i++) {
      let event = queue.pop() as Pending;
      while (event.cancelled) event = queue.pop() as Pending;
      queue.push({ time: event.time + span(), order: order++, target: event.target, cancelled: false });
      const old = open[i % OPEN];
      if (old) old.cancelled = true;
      const timeout = { time: event.time + TIMEOUT, order: order++, target: event.target, cancelled: false };
      open[i % OPEN] = timeout;
      queue.push(timeout);
    }
    return queue.length;
  };
}

function report(title: string, results: readonly Measured[]): void {
  const own = results[0].nanoseconds;
  table(title, [
    ['queue', 'M holds/s', 'ours is', 'target'],
    ...results.map(({ name, nanoseconds }) => [
      name,
      millions(nanoseconds),
      `${(nanoseconds / own).toFixed(2)}x`,
      TARGETS[name] ? `>= ${TARGETS[name]}x` : '',
    ]),
  ]);
}

for (const pending of [1000, 100_000]) {
  report(
    `Event queue, hold, ${pending} pending`,
    measure({ ours: ours(pending), flatqueue: flatqueue(pending), 'heap-js': heapJs(pending) }, HOLDS),
  );
}
for (const pending of [1000, 100_000]) {
  report(
    `Event queue, hold and a timeout set and taken back, ${pending} pending`,
    measure(
      {
        ours: oursCancelling(pending),
        flatqueue: flatqueueCancelling(pending),
        'heap-js': heapJsCancelling(pending),
      },
      HOLDS,
    ),
  );
}
