import type { Quantity } from '../../record/record.js';
import type { Recorder } from '../../record/recorder.js';

/**
 * One quantity of many entities on its way to the record: what has not changed since is not even sent. Most levels of
 * most settles have not.
 */
export class LevelCache {
  private readonly last: Float64Array;
  /** Numbers of their tracks; -1 before the first. */
  private readonly track: Int32Array;
  private readonly recorder: Recorder;
  private readonly quantity: Quantity;

  constructor(recorder: Recorder, quantity: Quantity, count: number) {
    this.recorder = recorder;
    this.quantity = quantity;
    this.last = new Float64Array(count).fill(Number.NaN);
    this.track = new Int32Array(count).fill(-1);
  }

  /** True when the value is another than before. */
  set(time: number, index: number, entity: number, value: number): boolean {
    if (this.last[index] === value) return false;
    this.last[index] = value;
    const track = this.track[index];
    if (track >= 0) this.recorder.levelAt(time, track, value);
    else {
      this.recorder.level(time, entity, this.quantity, value);
      this.track[index] = this.recorder.track(entity, this.quantity);
    }
    return true;
  }

  /** NaN before the first. */
  get(index: number): number {
    return this.last[index];
  }
}

/** One cache for each of several quantities. */
export type Levels<Q extends Quantity> = Readonly<Record<Q, LevelCache>>;

export function levels<Q extends Quantity>(recorder: Recorder, quantities: readonly Q[], count: number): Levels<Q> {
  return Object.fromEntries(quantities.map((q) => [q, new LevelCache(recorder, q, count)])) as Levels<Q>;
}
