import type { Quantity } from '../../record/record.js';
import type { Recorder } from '../../record/recorder.js';

/**
 * One quantity of many entities on its way to the record: what has not changed since is not even sent. Most levels of
 * most settles have not.
 */
export class LevelCache {
  private readonly last: Float64Array;
  private readonly recorder: Recorder;
  private readonly quantity: Quantity;

  constructor(recorder: Recorder, quantity: Quantity, count: number) {
    this.recorder = recorder;
    this.quantity = quantity;
    this.last = new Float64Array(count).fill(Number.NaN);
  }

  /** True when the value is another than before. */
  set(time: number, index: number, entity: number, value: number): boolean {
    if (this.last[index] === value) return false;
    this.last[index] = value;
    this.recorder.level(time, entity, this.quantity, value);
    return true;
  }

  /** NaN before the first. */
  get(index: number): number {
    return this.last[index];
  }
}
