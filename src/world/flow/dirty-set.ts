/**
 * Nodes that wait to be worked out, by depth: a binary heap without repeats. It holds each node's place in the order of
 * all, so that two are compared as integers, in the hot loop.
 */
export class DirtySet {
  private readonly heap: Int32Array;
  private readonly present: Uint8Array;
  /** By node: its place; and back. */
  private readonly placeOf: Int32Array;
  private readonly nodeAt: Int32Array;
  private count = 0;

  /** @param key the smallest comes first; among equals the smaller index. */
  constructor(key: Int32Array) {
    this.nodeAt = Int32Array.from(key.keys()).sort((a, b) => key[a] - key[b] || a - b);
    this.placeOf = new Int32Array(key.length);
    for (let place = 0; place < key.length; place++) this.placeOf[this.nodeAt[place]] = place;
    this.heap = new Int32Array(key.length);
    this.present = new Uint8Array(key.length);
  }

  get size(): number {
    return this.count;
  }

  add(item: number): void {
    if (this.present[item]) return;
    this.present[item] = 1;
    const { heap } = this;
    const place = this.placeOf[item];
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent] < place) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = place;
  }

  /** Takes out the first; only when `size` > 0. */
  take(): number {
    const { heap } = this;
    const first = this.nodeAt[heap[0]];
    this.present[first] = 0;
    const count = --this.count;
    const place = heap[count];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      if (child + 1 < count && heap[child + 1] < heap[child]) child++;
      if (place < heap[child]) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = place;
    return first;
  }
}
