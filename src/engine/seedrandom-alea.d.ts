/** The one generator that is used, without the package's main file, which would reach for Node's crypto. */
declare module 'seedrandom/lib/alea.js' {
  /** Whole multiples of 2^-32 in [0, 1). */
  export default function alea(seed: string): () => number;
}
