/**
 * The transcendental functions, the same to the last bit in every JavaScript engine.
 *
 * The language leaves the last bits of `Math.exp`, `log`, `pow` and the rest to each engine, so a record that went
 * through them could differ between Node and a browser. These are pure-JavaScript ports of fdlibm (Sun, 1993),
 * Cephes (Moshier) and Boost (Maddock) by the stdlib authors: only + - * / and bit patterns, all fixed by IEEE 754.
 * `Math.sqrt`, `abs`, `floor`, `min`, `max` and the like are exact by the standard and are used as they are.
 * Left out: trigonometry, which nothing here needs.
 */
import stdlibErfc from '@stdlib/math-base-special-erfc';
import stdlibErfcinv from '@stdlib/math-base-special-erfcinv';
import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibExpm1 from '@stdlib/math-base-special-expm1';
import stdlibGammainc from '@stdlib/math-base-special-gammainc';
import stdlibGammaln from '@stdlib/math-base-special-gammaln';
import stdlibLn from '@stdlib/math-base-special-ln';
import stdlibLog1p from '@stdlib/math-base-special-log1p';
import stdlibPow from '@stdlib/math-base-special-pow';

/** e^x; Infinity above 709.78, 0 below -745.13, NaN for NaN. Error below 1 unit in the last place. */
export const exp: (x: number) => number = stdlibExp;

/** Natural logarithm; -Infinity at 0, NaN below. Error below 1 unit in the last place. */
export const log: (x: number) => number = stdlibLn;

/** ln(1 + x), exact also where x is tiny; -Infinity at -1, NaN below. */
export const log1p: (x: number) => number = stdlibLog1p;

/** e^x - 1, exact also where x is tiny. */
export const expm1: (x: number) => number = stdlibExpm1;

/** base^exponent, with the special cases of IEEE 754-2008 `pow` as in `Math.pow`. For small whole exponents multiply. */
export const pow: (base: number, exponent: number) => number = stdlibPow;

/** Complementary error function, 2/sqrt(pi) times the integral of e^(-t^2) from x to infinity; 2 to 0. */
export const erfc: (x: number) => number = stdlibErfc;

/** ln of the gamma function for x > 0: `lgamma(n + 1)` is ln(n!). */
export const lgamma: (x: number) => number = stdlibGammaln;

/** The share of a standard normal distribution at or below x. */
export function normalCdf(x: number): number {
  return 0.5 * stdlibErfc(-x * Math.SQRT1_2);
}

/** The x with `normalCdf(x) === p`, for 0 < p < 1; -Infinity at 0, Infinity at 1, NaN outside. */
export function normalQuantile(p: number): number {
  return -Math.SQRT2 * stdlibErfcinv(2 * p);
}

/**
 * Regularised lower incomplete gamma function P(shape, x), 0 to 1: the distribution function at x of the sum of `shape`
 * unit exponentials (Erlang) and, with real shape, of the gamma distribution of unit scale.
 *
 * @param shape > 0
 * @param x >= 0; Infinity gives 1
 * @returns NaN where an argument is out of range
 */
export function gammaincP(shape: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return shape > 0 ? 1 : Number.NaN;
  return stdlibGammainc(x, shape, true, false);
}

/** 1 - P(shape, x) without the loss of digits where it is small: the chance that `shape` unit exponentials sum past x. */
export function gammaincQ(shape: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return shape > 0 ? 0 : Number.NaN;
  return stdlibGammainc(x, shape, true, true);
}
