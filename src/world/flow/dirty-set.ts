/** Nodes that wait to be worked out, by depth: a binary heap of small integers without repeats. */
export class DirtySet {
  private readonly heap: Int32Array;
  private readonly present: Uint8Array;
  private readonly key: Int32Array;
  private count = 0;

  /** @param key the smallest comes first; among equals the smaller index. */
  constructor(key: Int32Array) {
    this.key = key;
    this.heap = new Int32Array(key.length);
    this.present = new Uint8Array(key.length);
  }

  get size(): number {
    return this.count;
  }

  add(item: number): void {
    if (this.present[item]) return;
    this.present[item] = 1;
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(item, this.heap[parent])) break;
      this.heap[at] = this.heap[parent];
      at = parent;
    }
    this.heap[at] = item;
  }

  /** Takes out the first; only when `size` > 0. */
  take(): number {
    const first = this.heap[0];
    this.present[first] = 0;
    const item = this.heap[--this.count];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.count) break;
      if (child + 1 < this.count && this.before(this.heap[child + 1], this.heap[child])) child++;
      if (!this.before(this.heap[child], item)) break;
      this.heap[at] = this.heap[child];
      at = child;
    }
    this.heap[at] = item;
    return first;
  }

  private before(a: number, b: number): boolean {
    return this.key[a] === this.key[b] ? a < b : this.key[a] < this.key[b];
  }
}
