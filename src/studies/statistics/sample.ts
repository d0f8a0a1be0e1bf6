/**
 * One number of each run of a study, in the order of the seeds: eight bytes a run, and nothing else of it.
 *
 * A run that has no such number (it never came back) keeps its place, so that runs of one seed stay pairs. For measures that any
 * two layouts, or neighbouring values, are compared in; others are summed as they come (`runningSummary`, `runningPair`).
 */
export interface Sample {
  readonly length: number;
  /** How many have no number. */
  readonly missing: number;
  /** Null: no number. */
  at(place: number): number | null;
  add(value: number | null): void;
  /** Those that have a number, in their order. */
  known(): Float64Array;
}

const FIRST_ROOM = 32;

export function sample(values: Iterable<number | null> = []): Sample {
  let all = new Float64Array(FIRST_ROOM);
  let length = 0;
  let missing = 0;
  const it: Sample = {
    get length() {
      return length;
    },
    get missing() {
      return missing;
    },
    at: (place) => (place < length && !Number.isNaN(all[place]) ? all[place] : null),
    add(value) {
      if (length === all.length) {
        const wider = new Float64Array(2 * length);
        wider.set(all);
        all = wider;
      }
      const has = value !== null && Number.isFinite(value);
      all[length++] = has ? value : Number.NaN;
      if (!has) missing++;
    },
    known: () => all.subarray(0, length).filter((value) => !Number.isNaN(value)),
  };
  for (const value of values) it.add(value);
  return it;
}
