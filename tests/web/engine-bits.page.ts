/** Runs in the page, and in Node: what the engine computes, bit for bit, as one number a function. */
import { exponential, logNormal, sample, uniform } from '../../src/engine/distributions.js';
import * as portable from '../../src/engine/portable-math.js';
import { streams } from '../../src/engine/streams.js';

const POINTS = 20_000;

/** A hash of the bits of all values (FNV-1a over 32-bit words). */
function hash(values: readonly number[]): number {
  const words = new Uint32Array(Float64Array.from(values).buffer);
  return words.reduce((sum, word) => Math.imul(sum ^ word, 0x0100_0193) >>> 0, 0x811c_9dc5);
}

export function bits(): Record<string, number> {
  const luck = streams('bits').stream('points');
  const points = Array.from({ length: POINTS }, () => luck.next());
  const of = (f: (u: number) => number) => hash(points.map(f));
  const draws = (distribution: Parameters<typeof sample>[0]) => {
    const stream = streams('bits').stream('draws', distribution.kind);
    return hash(points.map(() => sample(distribution, stream)));
  };
  return {
    points: hash(points),
    exp: of((u) => portable.exp(60 * u - 40)),
    log: of((u) => portable.log(u)),
    log1p: of((u) => portable.log1p(-u)),
    expm1: of((u) => portable.expm1(2 * u - 1)),
    pow: of((u) => portable.pow(10 * u, 7 * u - 3)),
    erfc: of((u) => portable.erfc(8 * u - 4)),
    lgamma: of((u) => portable.lgamma(100 * u)),
    normalQuantile: of((u) => portable.normalQuantile(u)),
    gammaincP: of((u) => portable.gammaincP(30 * u, 15)),
    gammaincQ: of((u) => portable.gammaincQ(3, 15 * u)),
    uniform: draws(uniform(5, 20)),
    exponential: draws(exponential(4)),
    logNormal: draws(logNormal(45, 180)),
  };
}
