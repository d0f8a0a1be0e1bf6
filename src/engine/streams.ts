/**
 * Named random streams: every draw comes from a stream named by what it is for.
 *
 * One draw more, a new service or another layout moves no draw of another name, so that two layouts meet the same luck
 * and can be compared (common random numbers; Law, Simulation Modeling and Analysis, 2015, section 11.2).
 * The generator is Alea (Baagoe, 2010) from seedrandom, seeded with the stream's full name: unlike xorshift7, xor128 and
 * xorwow, streams whose names differ in one letter are uncorrelated in it, which a test holds.
 * Left out: jumping ahead, and saving a stream's place; a replay starts from the name.
 */
import alea from 'seedrandom/lib/alea.js';

/** A sequence of random numbers with a name; asking for the same name again starts the same sequence anew. */
export interface RandomStream {
  /** The full name, seed included, for messages. */
  readonly name: string;
  /** The next number, uniform over the open interval (0, 1): one of 2^32 equidistant values, neither 0 nor 1. */
  next(): number;
}

/** All the streams of one seed. Holds no state: whoever needs the second draw keeps the stream. */
export interface Streams {
  /**
   * The stream named by `parts`, by custom site, service, purpose and a number: `stream('pangyo', 'talk', 'boot', 3)`.
   * A number is the same part as its decimal text. Different lists of parts are different names, whatever they contain.
   */
  stream(...parts: readonly (string | number)[]): RandomStream;
}

/** Alea gives k / 2^32 for k = 0 ... 2^32 - 1; half a step more opens the interval at 0 and centres it on 1/2. */
const HALF_STEP = 1 / 0x2_0000_0000;

/** @param seed what the run's user chose; a number is the same seed as its decimal text. */
export function streams(seed: string | number): Streams {
  return {
    stream(...parts) {
      const name = [seed, ...parts].map(escapePart).join('/');
      const draw = alea(name);
      return { name, next: () => draw() + HALF_STEP };
    },
  };
}

/** As in JSON Pointer (RFC 6901, 2013): with "~" as "~0" and "/" as "~1" no part can pass for two. */
function escapePart(part: string | number): string {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1');
}
