/**
 * The pending events of a run, soonest first.
 *
 * A binary heap (Williams, 1964), ordered by (time, kind, target, order of scheduling): a total order, so that the same
 * pushes give the same pops everywhere, and what happens at one time happens by kind and target, not by who came first.
 * Typed arrays because this is the hottest loop of all: no operation makes garbage, and an event takes 30 bytes, so that
 * a hundred thousand of them nearly fit a core's cache.
 * A cancelled event stays in the heap as a tombstone and is dropped when it surfaces; the heap is rebuilt when more
 * than half of it is tombstones, so memory stays within twice the live events and a cancel costs O(1) on average.
 * Left out: changing an event's time (cancel and push), and iteration.
 */

/** Names one pushed event for {@link EventQueue.cancel}: a whole number, meaningless to others, never used twice. */
export type EventHandle = number;

/** A handle that no event ever has. */
export const NO_EVENT: EventHandle = -1;

const CELL_LIMIT = 0x100_0000;
const ORDER_MASK = 0x1fff_ffff;
const MAX_PUSHES = 0x1_0000_0000;
const MAX_KIND = 0x7fff;
const FREE = -1;
const MIN_TOMBSTONES = 64;

export class EventQueue {
  /** Time, kind, target and payload of the event that the last {@link pop} took out. */
  time = 0;
  kind = 0;
  target = 0;
  payload = 0;

  /** The heap: node i is the event of cell `cellOf[i]`, at `times[i]`. Past its length, `cellOf` lists the free cells. */
  private times: Float64Array;
  private cellOf: Int32Array;
  private length = 0;
  private tombstones = 0;
  /** After a pop the root stays vacant: mostly the event schedules its successor, which takes it at half the cost. */
  private vacant = false;

  /** By cell, where an event stays while its node moves through the heap; a tombstone's kind k is kept as ~k, below 0. */
  private kinds: Int16Array;
  private targets: Int32Array;
  private payloads: Float64Array;
  private orders: Uint32Array;
  private scheduled = 0;

  /** @param capacity events to make room for at first; it grows as needed, to 2^24 pending events. */
  constructor(capacity = 1024) {
    const room = Math.max(4, Math.min(Math.ceil(capacity), CELL_LIMIT));
    this.times = new Float64Array(room);
    this.cellOf = Int32Array.from({ length: room }, (_, cell) => cell);
    this.kinds = new Int16Array(room).fill(FREE);
    this.targets = new Int32Array(room);
    this.payloads = new Float64Array(room);
    this.orders = new Uint32Array(room);
  }

  /** Events pending, cancelled ones not counted. */
  get size(): number {
    return this.length - this.tombstones - (this.vacant ? 1 : 0);
  }

  /** Events that fit, tombstones among them, before it grows. */
  get capacity(): number {
    return this.times.length;
  }

  /**
   * Schedules an event.
   *
   * @param time any number but NaN; runs use whole microseconds
   * @param kind 0 to 32,767; the smallest comes first among events of one time
   * @param target a 32-bit integer, what it happens to; the smallest comes first among events of one time and kind
   * @param payload any number, given back by pop
   * @throws RangeError for a NaN time, a kind out of range, more than 2^24 pending events or 2^32 in all
   */
  push(time: number, kind: number, target: number, payload = 0): EventHandle {
    if (!(kind >= 0 && kind <= MAX_KIND) || Number.isNaN(time)) {
      throw new RangeError(`no event of kind ${kind} can be at time ${time}`);
    }
    if (this.length === this.times.length) this.grow();
    const order = this.scheduled++;
    if (order === MAX_PUSHES) throw new RangeError(`more than ${MAX_PUSHES} events were scheduled`);
    const vacant = this.vacant;
    const node = vacant ? 0 : this.length++;
    const cell = this.cellOf[node];
    this.kinds[cell] = kind;
    this.targets[cell] = target;
    this.payloads[cell] = payload;
    this.orders[cell] = order;
    if (vacant) this.siftDown(node, time, cell);
    else this.siftUp(node, time, cell);
    this.vacant = false;
    return (order & ORDER_MASK) * CELL_LIMIT + cell;
  }

  /** Takes out the first event, into {@link time}, {@link kind}, {@link target} and {@link payload}; false if empty. */
  pop(): boolean {
    if (this.vacant || this.tombstones > 0) this.settleRoot();
    if (this.length === 0) return false;
    const cell = this.cellOf[0];
    this.time = this.times[0];
    this.kind = this.kinds[cell];
    this.target = this.targets[cell];
    this.payload = this.payloads[cell];
    this.kinds[cell] = FREE;
    this.vacant = true;
    return true;
  }

  /** When the next {@link pop} will be; Infinity if empty. */
  peekTime(): number {
    if (this.vacant || this.tombstones > 0) this.settleRoot();
    return this.length === 0 ? Number.POSITIVE_INFINITY : this.times[0];
  }

  /** Takes a pending event back. False if it has happened, was cancelled before, or never was. */
  cancel(handle: EventHandle): boolean {
    const cell = handle % CELL_LIMIT;
    // False too for a tombstone, and for what is no cell at all.
    if (!(this.kinds[cell] >= 0)) return false;
    if ((this.orders[cell] & ORDER_MASK) !== (handle - cell) / CELL_LIMIT) return false;
    this.kinds[cell] = ~this.kinds[cell];
    this.tombstones++;
    if (this.tombstones > MIN_TOMBSTONES && this.tombstones * 2 > this.length) this.rebuild();
    return true;
  }

  /** Takes all events back. Their handles stay dead. */
  clear(): void {
    for (let node = 0; node < this.length; node++) this.kinds[this.cellOf[node]] = FREE;
    this.length = 0;
    this.tombstones = 0;
    this.vacant = false;
  }

  /** Among events of one time. A tombstone keeps its place in the order, or those around it would lose theirs. */
  private before(a: number, b: number): boolean {
    const { kinds, targets } = this;
    const kindA = kinds[a] < 0 ? ~kinds[a] : kinds[a];
    const kindB = kinds[b] < 0 ? ~kinds[b] : kinds[b];
    if (kindA !== kindB) return kindA < kindB;
    if (targets[a] !== targets[b]) return targets[a] < targets[b];
    return this.orders[a] < this.orders[b];
  }

  private siftUp(start: number, time: number, cell: number): void {
    const { times, cellOf } = this;
    let node = start;
    while (node > 0) {
      const parent = (node - 1) >> 1;
      const parentTime = times[parent];
      if (parentTime < time || (parentTime === time && !this.before(cell, cellOf[parent]))) break;
      times[node] = parentTime;
      cellOf[node] = cellOf[parent];
      node = parent;
    }
    times[node] = time;
    cellOf[node] = cell;
  }

  private siftDown(start: number, time: number, cell: number): void {
    const { times, cellOf } = this;
    const length = this.length;
    const half = length >> 1;
    let node = start;
    while (node < half) {
      const left = 2 * node + 1;
      const right = left + 1 < length ? left + 1 : left;
      const leftTime = times[left];
      const rightTime = times[right];
      let child = left + +(rightTime < leftTime);
      if (leftTime === rightTime && this.before(cellOf[right], cellOf[left])) child = right;
      const childTime = times[child];
      if (time < childTime || (time === childTime && this.before(cell, cellOf[child]))) break;
      times[node] = childTime;
      cellOf[node] = cellOf[child];
      node = child;
    }
    times[node] = time;
    cellOf[node] = cell;
  }

  /** Makes the root a live event, if there is one. */
  private settleRoot(): void {
    if (this.vacant) {
      this.vacant = false;
      this.removeRoot();
    }
    while (this.tombstones > 0 && this.kinds[this.cellOf[0]] < 0) {
      this.tombstones--;
      this.removeRoot();
    }
  }

  /** Puts the last node in the root's place, and the root's cell among the free ones. */
  private removeRoot(): void {
    const { cellOf } = this;
    const freed = cellOf[0];
    const last = --this.length;
    if (last > 0) this.siftDown(0, this.times[last], cellOf[last]);
    cellOf[last] = freed;
  }

  /** Keeps the live nodes and makes a heap of them again (Floyd, 1964): O(n), paid for by the n/2 cancels before. */
  private rebuild(): void {
    const { times, cellOf, kinds } = this;
    let live = 0;
    for (let node = 0; node < this.length; node++) {
      const cell = cellOf[node];
      if (kinds[cell] < 0) continue;
      times[live] = times[node];
      cellOf[node] = cellOf[live];
      cellOf[live++] = cell;
    }
    this.length = live;
    this.tombstones = 0;
    this.vacant = false;
    for (let node = (live - 2) >> 1; node >= 0; node--) this.siftDown(node, times[node], cellOf[node]);
  }

  private grow(): void {
    const from = this.times.length;
    const room = Math.min(from * 2, CELL_LIMIT);
    if (room === from) throw new RangeError(`more than ${CELL_LIMIT} events are pending`);
    const { times, cellOf, kinds, targets, payloads, orders } = this;
    this.times = new Float64Array(room);
    this.cellOf = Int32Array.from({ length: room }, (_, cell) => cell);
    this.kinds = new Int16Array(room).fill(FREE);
    this.targets = new Int32Array(room);
    this.payloads = new Float64Array(room);
    this.orders = new Uint32Array(room);
    this.times.set(times);
    this.cellOf.set(cellOf);
    this.kinds.set(kinds);
    this.targets.set(targets);
    this.payloads.set(payloads);
    this.orders.set(orders);
  }
}
