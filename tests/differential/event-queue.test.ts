/**
 * The heap against the plainest queue there is: a list that is sorted before each pop.
 * Times are few, so that most events tie; cancels are many, so that tombstones surface, and the heap is rebuilt.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from '../../src/engine/event-queue.js';

class SortedList implements Queue {
  #events: { readonly key: readonly number[]; readonly payload: number; readonly handle: number }[] = [];
  #scheduled = 0;

  push(time: number, kind: number, target: number, payload: number): number {
    this.#events.push({ key: [time, kind, target, this.#scheduled], payload, handle: this.#scheduled });
    return this.#scheduled++;
  }

  pop(): readonly number[] | undefined {
    this.#events.sort((a, b) => {
      const differs = a.key.findIndex((value, i) => value !== b.key[i]);
      return a.key[differs] < b.key[differs] ? -1 : 1;
    });
    const first = this.#events.shift();
    return first && [...first.key.slice(0, 3), first.payload];
  }

  peekTime(): number {
    return Math.min(...this.#events.map(({ key }) => key[0]));
  }

  cancel(handle: number): boolean {
    const index = this.#events.findIndex((event) => event.handle === handle);
    if (index >= 0) this.#events.splice(index, 1);
    return index >= 0;
  }

  clear(): void {
    this.#events = [];
  }

  get size(): number {
    return this.#events.length;
  }
}

type Operation =
  | {
      readonly do: 'push';
      readonly time: number;
      readonly kind: number;
      readonly target: number;
      readonly payload: number;
    }
  | { readonly do: 'pop' | 'peek' | 'clear' }
  | { readonly do: 'cancel'; readonly which: number };

const time = fc.oneof(fc.nat(5), fc.maxSafeNat(), fc.constant(Number.POSITIVE_INFINITY));
const push = fc.record({
  do: fc.constant('push' as const),
  time,
  kind: fc.oneof(fc.nat(2), fc.nat(32_767)),
  target: fc.oneof(fc.nat(3), fc.integer()),
  payload: fc.double({ noNaN: true }),
});
const cancel = fc.record({ do: fc.constant('cancel' as const), which: fc.nat() });
const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.oneof(
    { weight: 300, arbitrary: push },
    { weight: 200, arbitrary: fc.constant({ do: 'pop' as const }) },
    { weight: 150, arbitrary: cancel },
    { weight: 100, arbitrary: fc.constant({ do: 'peek' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'clear' as const }) },
  ),
  { maxLength: 300, size: 'max' },
);

/** What each operation answered, then all that was left, then how many handles were given twice. */
interface Queue {
  push(time: number, kind: number, target: number, payload: number): number;
  pop(): readonly number[] | undefined;
  peekTime(): number;
  cancel(handle: number): boolean;
  clear(): void;
  readonly size: number;
}

function answers(queue: Queue, sequence: readonly Operation[]): unknown[] {
  const handles: number[] = [];
  const log: unknown[] = [];
  for (const operation of sequence) {
    switch (operation.do) {
      case 'push':
        handles.push(queue.push(operation.time, operation.kind, operation.target, operation.payload));
        break;
      case 'pop':
        log.push(queue.pop());
        break;
      case 'peek':
        log.push(queue.peekTime());
        break;
      case 'cancel':
        log.push(queue.cancel(handles[operation.which % handles.length] ?? -1));
        break;
      case 'clear':
        queue.clear();
        break;
    }
    log.push(queue.size);
  }
  while (queue.size > 0) log.push(queue.pop());
  log.push(handles.length - new Set(handles).size);
  return log;
}

function compare(sequence: readonly Operation[]): void {
  expect(answers(heap(), sequence)).toEqual(answers(new SortedList(), sequence));
}

function heap(): Queue {
  const queue = new EventQueue(4);
  return {
    push: (time, kind, target, payload) => queue.push(time, kind, target, payload),
    pop: () => (queue.pop() ? [queue.time, queue.kind, queue.target, queue.payload] : undefined),
    peekTime: () => queue.peekTime(),
    cancel: (handle) => queue.cancel(handle),
    clear: () => queue.clear(),
    get size() {
      return queue.size;
    },
  };
}

test('over random operations the heap answers as a sorted list does, ties and cancellations included', () => {
  fc.assert(fc.property(operations, compare), { numRuns: 300 });
});

test('after many cancellations at once, which rebuild the heap, it still answers as a sorted list does', () => {
  const bursts = fc.array(fc.tuple(fc.nat(400), fc.nat(100), fc.infiniteStream(fc.nat(20))), { maxLength: 4 });
  fc.assert(
    fc.property(bursts, (rounds) => {
      const sequence: Operation[] = [];
      for (const [pushes, pops, times] of rounds) {
        for (let i = 0; i < pushes; i++) {
          sequence.push({ do: 'push', time: times.next().value as number, kind: 0, target: i % 5, payload: i });
        }
        for (let i = 0; i < pushes * 0.8; i++) sequence.push({ do: 'cancel', which: sequence.length * 31 + i * 7 });
        for (let i = 0; i < pops; i++) sequence.push({ do: 'pop' });
      }
      compare(sequence);
    }),
    { numRuns: 40 },
  );
});
