/**
 * The pending events of a run, soonest first.
 *
 * A 4-ary heap (Johnson, 1975) in typed arrays, ordered by (time, rank, order of scheduling): a total order, so that
 * the same pushes give the same pops everywhere. Typed arrays because this is the hottest loop of all: no operation
 * makes garbage, four children share a cache line, and so does all that is known of one event.
 * A cancelled event stays in the heap as a tombstone and is dropped when it surfaces; the heap is rebuilt when more
 * than half of it is tombstones, so memory stays within twice the live events and a cancel costs O(1) on average.
 * Left out: changing an event's time (cancel and push), and iteration.
 */

/** Names one pushed event for {@link EventQueue.cancel}: a whole number, meaningless to others, never used twice. */
export type EventHandle = number;

/** A handle that no event ever has. */
export const NO_EVENT: EventHandle = -1;

/** An event's cell: rank, order and payload as float64, then kind and target as int32 in the fourth word. */
const CELL = 4;
const RANK = 0;
const ORDER = 1;
const PAYLOAD = 2;
const KIND = 6;
const TARGET = 7;

const CELL_LIMIT = 0x100_0000;
const ORDER_MASK = 0x1fff_ffff;
const TOMBSTONE = -1;
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

  /** The cells, twice over one buffer: an event stays in its cell while its node moves through the heap. */
  private numbers: Float64Array;
  private words: Int32Array;
  private scheduled = 0;

  /** @param capacity events to make room for at first; it grows as needed, to 2^24 pending events. */
  constructor(capacity = 1024) {
    const room = Math.max(4, Math.min(Math.ceil(capacity), CELL_LIMIT));
    this.times = new Float64Array(room);
    this.cellOf = Int32Array.from({ length: room }, (_, cell) => cell);
    this.numbers = new Float64Array(room * CELL);
    this.words = new Int32Array(this.numbers.buffer);
  }

  /** Events pending, cancelled ones not counted. */
  get size(): number {
    return this.length - this.tombstones;
  }

  /**
   * Schedules an event.
   *
   * @param time any number but NaN; runs use whole microseconds
   * @param kind 0 to 2^31 - 1
   * @param target a 32-bit integer: what it happens to
   * @param payload any number, given back by pop
   * @param rank decides among events of one time, smallest first; among equal ranks, the order of pushing
   * @throws RangeError for a NaN time, a negative kind or more than 2^24 pending events
   */
  push(time: number, kind: number, target: number, payload = 0, rank = 0): EventHandle {
    if (!(kind >= 0) || Number.isNaN(time)) throw new RangeError(`no event of kind ${kind} can be at time ${time}`);
    if (this.length === this.times.length) this.grow();
    const node = this.length++;
    const cell = this.cellOf[node];
    const order = this.scheduled++;
    const { numbers, words } = this;
    numbers[cell * CELL + RANK] = rank;
    numbers[cell * CELL + ORDER] = order;
    numbers[cell * CELL + PAYLOAD] = payload;
    words[cell * CELL * 2 + KIND] = kind;
    words[cell * CELL * 2 + TARGET] = target;
    this.siftUp(node, time, cell);
    return (order & ORDER_MASK) * CELL_LIMIT + cell;
  }

  /** Takes out the first event, into {@link time}, {@link kind}, {@link target} and {@link payload}; false if empty. */
  pop(): boolean {
    if (this.tombstones > 0) this.dropTombstones();
    if (this.length === 0) return false;
    const cell = this.cellOf[0];
    const { numbers, words } = this;
    this.time = this.times[0];
    this.kind = words[cell * CELL * 2 + KIND];
    this.target = words[cell * CELL * 2 + TARGET];
    this.payload = numbers[cell * CELL + PAYLOAD];
    this.removeFirst();
    return true;
  }

  /** When the next {@link pop} will be; Infinity if empty. */
  peekTime(): number {
    if (this.tombstones > 0) this.dropTombstones();
    return this.length === 0 ? Number.POSITIVE_INFINITY : this.times[0];
  }

  /** Takes a pending event back. False if it has happened, was cancelled before, or never was. */
  cancel(handle: EventHandle): boolean {
    const cell = handle % CELL_LIMIT;
    if (!(cell >= 0 && cell < this.times.length)) return false;
    const { words, numbers } = this;
    if (words[cell * CELL * 2 + KIND] === TOMBSTONE) return false;
    if ((numbers[cell * CELL + ORDER] & ORDER_MASK) !== (handle - cell) / CELL_LIMIT) return false;
    words[cell * CELL * 2 + KIND] = TOMBSTONE;
    this.tombstones++;
    if (this.tombstones > MIN_TOMBSTONES && this.tombstones * 2 > this.length) this.rebuild();
    return true;
  }

  /** Takes all events back. Their handles stay dead. */
  clear(): void {
    for (let node = 0; node < this.length; node++) this.words[this.cellOf[node] * CELL * 2 + KIND] = TOMBSTONE;
    this.length = 0;
    this.tombstones = 0;
  }

  /** Among events of one time. */
  private before(cellA: number, cellB: number): boolean {
    const { numbers } = this;
    const rankA = numbers[cellA * CELL + RANK];
    const rankB = numbers[cellB * CELL + RANK];
    return rankA === rankB ? numbers[cellA * CELL + ORDER] < numbers[cellB * CELL + ORDER] : rankA < rankB;
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

  /** Takes the first node out of the heap and frees its cell. */
  private removeFirst(): void {
    const { cellOf } = this;
    const freed = cellOf[0];
    const last = --this.length;
    this.words[freed * CELL * 2 + KIND] = TOMBSTONE;
    if (last > 0) this.siftDown(0, this.times[last], cellOf[last]);
    cellOf[last] = freed;
  }

  private dropTombstones(): void {
    while (this.tombstones > 0 && this.words[this.cellOf[0] * CELL * 2 + KIND] === TOMBSTONE) {
      this.tombstones--;
      this.removeFirst();
    }
  }

  /** Keeps the live nodes and makes a heap of them again (Floyd, 1964): O(n), paid for by the n/2 cancels before. */
  private rebuild(): void {
    const { times, cellOf, words } = this;
    let live = 0;
    for (let node = 0; node < this.length; node++) {
      const cell = cellOf[node];
      if (words[cell * CELL * 2 + KIND] === TOMBSTONE) continue;
      times[live] = times[node];
      cellOf[node] = cellOf[live];
      cellOf[live++] = cell;
    }
    this.length = live;
    this.tombstones = 0;
    for (let node = (live - 2) >> 1; node >= 0; node--) this.siftDown(node, times[node], cellOf[node]);
  }

  private grow(): void {
    const from = this.times.length;
    const room = Math.min(from * 2, CELL_LIMIT);
    if (room === from) throw new RangeError(`more than ${CELL_LIMIT} events are pending`);
    const { times, cellOf, numbers } = this;
    this.times = new Float64Array(room);
    this.times.set(times);
    this.cellOf = Int32Array.from({ length: room }, (_, cell) => cell);
    this.cellOf.set(cellOf);
    this.numbers = new Float64Array(room * CELL);
    this.numbers.set(numbers);
    this.words = new Int32Array(this.numbers.buffer);
  }
}
