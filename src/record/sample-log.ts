/**
 * All step functions of a run while it is written: one growing log of (track, time, value), split by track at the end.
 *
 * Why one log: a run has up to 100,000 tracks, most of them with a handful of samples. One buffer a track would be
 * 100,000 small allocations; a log is three arrays, and a write is O(1) and allocates nothing between doublings.
 * At the end the log is sorted by track (a counting sort, one pass): all tracks then share two buffers.
 */
import { QUANTITIES, type Quantity, type Track } from './record.js';

const QUANTITY_NAMES = Object.keys(QUANTITIES) as Quantity[];
const WIDTH = QUANTITY_NAMES.length;
const PLACE: ReadonlyMap<string, number> = new Map(QUANTITY_NAMES.map((name, place) => [name, place]));

const FIRST_CAPACITY = 4096;
const FIRST_TRACKS = 256;

export class SampleLog {
  #count = 0;
  #track = new Int32Array(FIRST_CAPACITY);
  #time = new Float64Array(FIRST_CAPACITY);
  #value = new Float64Array(FIRST_CAPACITY);

  #tracks = 0;
  /** Track number + 1 by entity x WIDTH + place of the quantity; 0: no such track yet. */
  #slots = new Int32Array(FIRST_TRACKS);
  /** By track: its last sample's place in the log, time and value. */
  #lastPlace = new Int32Array(FIRST_TRACKS);
  #lastTime = new Float64Array(FIRST_TRACKS);
  #lastValue = new Float64Array(FIRST_TRACKS);

  /** @throws RangeError for NaN, for a time that is no number, and for a time before the track's last. */
  set(time: number, entity: number, quantity: Quantity, value: number): void {
    const slot = entity * WIDTH + placeOf(quantity);
    const track = slot < this.#slots.length ? this.#slots[slot] - 1 : -1;
    if (track >= 0) {
      this.setAt(time, track, value);
      return;
    }
    if (Number.isNaN(value)) throw new RangeError(`${named(slot)} at ${time} µs is not a number`);
    if (!(time >= 0)) throw new RangeError(`${named(slot)} is set at ${time} µs`);
    this.#append(this.#open(slot), time, value);
  }

  /** The same for a track that is there, by its number. */
  setAt(time: number, track: number, value: number): void {
    const lastTime = this.#lastTime[track];
    if (this.#lastValue[track] === value && time >= lastTime) return;
    if (Number.isNaN(value)) throw new RangeError(`${this.#named(track)} at ${time} µs is not a number`);
    if (time > lastTime) this.#append(track, time, value);
    else if (time === lastTime) {
      this.#value[this.#lastPlace[track]] = value + 0;
      this.#lastValue[track] = value;
    } else {
      throw new RangeError(`${this.#named(track)} is set at ${time} µs, before its last change at ${lastTime} µs`);
    }
  }

  /** Number of a track; -1 before its first `set`. */
  track(entity: number, quantity: Quantity): number {
    const slot = entity * WIDTH + placeOf(quantity);
    return slot < this.#slots.length ? this.#slots[slot] - 1 : -1;
  }

  /** NaN before the first `set`. */
  current(entity: number, quantity: Quantity): number {
    const track = this.track(entity, quantity);
    return track < 0 ? Number.NaN : this.#lastValue[track];
  }

  /** Sorted by entity, then by the quantity's place. A sample that came to equal the one before it is left out. */
  split(): Track[] {
    const sizes = new Int32Array(this.#tracks);
    for (let i = 0; i < this.#count; i++) sizes[this.#track[i]]++;
    const from = new Int32Array(this.#tracks);
    const order: number[] = [];
    let place = 0;
    for (let slot = 0; slot < this.#slots.length; slot++) {
      const track = this.#slots[slot];
      if (track === 0) continue;
      order.push(slot);
      from[track - 1] = place;
      place += sizes[track - 1];
    }
    const times = new Float64Array(this.#count);
    const values = new Float64Array(this.#count);
    const to = from.slice();
    for (let i = 0; i < this.#count; i++) {
      const track = this.#track[i];
      const end = to[track];
      if (end > from[track] && values[end - 1] === this.#value[i]) continue;
      times[end] = this.#time[i];
      values[end] = this.#value[i];
      to[track] = end + 1;
    }
    return order.map((slot) => {
      const track = this.#slots[slot] - 1;
      return {
        entity: Math.floor(slot / WIDTH),
        quantity: QUANTITY_NAMES[slot % WIDTH],
        times: times.subarray(from[track], to[track]),
        values: values.subarray(from[track], to[track]),
      };
    });
  }

  #named(track: number): string {
    return named(this.#slots.indexOf(track + 1));
  }

  #append(track: number, time: number, value: number): void {
    const place = this.#count;
    if (place === this.#time.length) {
      this.#track = grown(this.#track, new Int32Array(place * 2));
      this.#time = grown(this.#time, new Float64Array(place * 2));
      this.#value = grown(this.#value, new Float64Array(place * 2));
    }
    this.#track[place] = track;
    this.#time[place] = time;
    this.#value[place] = value + 0; // -0 becomes 0: equal values have equal bytes
    this.#lastPlace[track] = place;
    this.#lastTime[track] = time;
    this.#lastValue[track] = value;
    this.#count = place + 1;
  }

  #open(slot: number): number {
    if (slot >= this.#slots.length)
      this.#slots = grown(this.#slots, new Int32Array(Math.max(slot + 1, this.#slots.length * 2)));
    const track = this.#tracks;
    if (track === this.#lastPlace.length) {
      this.#lastPlace = grown(this.#lastPlace, new Int32Array(track * 2));
      this.#lastTime = grown(this.#lastTime, new Float64Array(track * 2));
      this.#lastValue = grown(this.#lastValue, new Float64Array(track * 2));
    }
    this.#slots[slot] = track + 1;
    this.#tracks = track + 1;
    return track;
  }
}

function named(slot: number): string {
  return `${QUANTITY_NAMES[slot % WIDTH]} of entity ${Math.floor(slot / WIDTH)}`;
}

function placeOf(quantity: Quantity): number {
  const place = PLACE.get(quantity);
  if (place === undefined) throw new RangeError(`there is no quantity "${quantity}"`);
  return place;
}

/** Copies `old` to the start of `larger` and gives `larger`. */
export function grown<A extends Int32Array | Uint32Array | Uint16Array | Float64Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}
