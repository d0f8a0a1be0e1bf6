/**
 * What goes wrong in the life of a system, drawn: each rate of the file by itself, and the file's own disaster as one more.
 *
 * Each is off for a time without memory (exponential, its mean one over the frequency), then on for as long as it lasts, then off
 * again: an alternating renewal process, so that alone it is off for MTBF / (MTBF + MTTR) of the time (Ross, Introduction to
 * Probability Models, section 7.5). What has no stated length is off again at once and may come again while it is being repaired.
 * Left out: wear, seasons, and faults that follow from one another; what fails together is one fault, or the file's own disaster.
 */
import { exponential, sample } from '../../engine/distributions.js';
import { streams } from '../../engine/streams.js';
import type { Fault, FaultRate, Scenario } from '../../scenario/model.js';

/** The file's own faults, which come together with its `frequency`. */
export const DISASTER = 'disaster';

/** A Julian year, as `/y` in a file. */
export const YEAR_SECONDS = 31_557_600;

/** Something that goes wrong again and again. */
export interface Chance {
  /** Of the rate in the file; `disaster` for the file's own faults. */
  readonly id: string;
  readonly perYear: number;
  /** Null: the file's own faults. */
  readonly rate: FaultRate | null;
}

/** One time that it did. */
export interface Occurrence {
  readonly chance: Chance;
  /** Seconds since the life began. */
  readonly atSeconds: number;
  /** When it is known to end by itself; its begin where that is not known. */
  readonly endSeconds: number;
  /** At those times. */
  readonly faults: readonly Fault[];
  /** Power comes back as the file says, so long after this. */
  readonly powerAsPlanned: boolean;
}

export function chancesOf({ rates, faults, frequencyPerYear }: Scenario): readonly Chance[] {
  const own = rates.map((rate): Chance => ({ id: rate.id, perYear: rate.perYear, rate }));
  if (frequencyPerYear === null || faults.length === 0) return own;
  return [...own, { id: DISASTER, perYear: frequencyPerYear, rate: null }];
}

/** Everything that begins within the span, in the order of time. The same luck for every layout. */
export function drawLife(scenario: Scenario, seed: string, spanSeconds: number): readonly Occurrence[] {
  const luck = streams(seed);
  const all = chancesOf(scenario).flatMap((chance) => {
    const [until, lasts] = ['off', 'on'].map((what) => luck.stream('rates', chance.id, what));
    const off = exponential(YEAR_SECONDS / chance.perYear);
    const found: Occurrence[] = [];
    for (let time = sample(off, until); time < spanSeconds; time += sample(off, until)) {
      const length = chance.rate?.lasts == null ? null : sample(chance.rate.lasts, lasts);
      found.push(
        chance.rate === null
          ? disasterAt(scenario, chance, time, found.length)
          : faultAt(chance, chance.rate, time, length, found.length),
      );
      time = found[found.length - 1].endSeconds;
    }
    return found;
  });
  return all.sort((a, b) => a.atSeconds - b.atSeconds || (a.chance.id < b.chance.id ? -1 : 1));
}

function faultAt(chance: Chance, rate: FaultRate, at: number, length: number | null, number: number): Occurrence {
  const end = length === null ? null : at + length;
  const fault: Fault = {
    id: `${rate.id}-${number}`,
    order: 0,
    path: rate.path,
    kind: rate.kind,
    atSeconds: at,
    untilSeconds: end,
    parameters: rate.parameters,
  };
  return { chance, atSeconds: at, endSeconds: end ?? at, faults: [fault], powerAsPlanned: end === null };
}

function disasterAt({ faults }: Scenario, chance: Chance, at: number, number: number): Occurrence {
  const first = Math.min(...faults.map(({ atSeconds }) => atSeconds));
  const moved = faults.map((fault) => ({
    ...fault,
    id: `${DISASTER}-${number}-${fault.id}`,
    atSeconds: at + fault.atSeconds - first,
    untilSeconds: fault.untilSeconds === null ? null : at + fault.untilSeconds - first,
  }));
  const ends = moved.map(({ atSeconds, untilSeconds }) => untilSeconds ?? atSeconds);
  return { chance, atSeconds: at, endSeconds: Math.max(...ends), faults: moved, powerAsPlanned: true };
}
