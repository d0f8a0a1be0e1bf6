/** Small integers that wait for attention, each once, taken in order: so that no result depends on who came first. */
export class DirtyList {
  private readonly marked: Uint8Array;
  private items: number[] = [];

  constructor(size: number) {
    this.marked = new Uint8Array(size);
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  add(item: number): void {
    if (this.marked[item]) return;
    this.marked[item] = 1;
    this.items.push(item);
  }

  /** All of them in ascending order; the list is empty afterwards. */
  take(): readonly number[] {
    if (this.items.length === 0) return NOTHING;
    const taken = this.items.sort((a, b) => a - b);
    this.items = [];
    for (const item of taken) this.marked[item] = 0;
    return taken;
  }
}

const NOTHING: readonly number[] = [];
