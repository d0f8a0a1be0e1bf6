/**
 * The stationary queue of c servers with Poisson arrivals and exponential service, M/M/c.
 *
 * Written with the incomplete gamma function, so that the number of servers may be any real number >= some small one:
 * in a deployment it is cores or workers, whichever binds, and falls smoothly as servers are lost.
 * Left out: other shapes of service time (they enter as variance of the response only), finite buffers (the flow
 * cuts the queue at its limit instead).
 */
import { exp, gammaincQ, lgamma, log } from '../../engine/portable-math.js';

const MOST_STEPS = 60;
/** Of what is spare. */
const ACCURACY = 1e-6;

/**
 * Chance that an arrival has to wait (Erlang C), for `servers` c > 0 at utilisation `rho` in [0, 1).
 *
 * With Erlang B, C = B / (1 - rho (1 - B)).
 */
export function erlangC(servers: number, rho: number): number {
  if (rho <= 0) return 0;
  if (rho >= 1) return 1;
  if (servers === 1) return rho;
  const blocked = erlangB(servers, rho);
  return blocked / (1 - rho * (1 - blocked));
}

/** Erlang B by its integral form, B = a^c e^-a / (Gamma(c+1) Q(c+1, a)) with a = c rho (Jagerman 1974). */
function erlangB(servers: number, rho: number): number {
  const offered = servers * rho;
  const pmf = exp(servers * log(offered) - offered - lgamma(servers + 1));
  return pmf / gammaincQ(servers + 1, offered);
}

/** Mean number of waiting requests at utilisation `rho`; Infinity from 1 on. */
export function meanQueue(servers: number, rho: number): number {
  if (rho <= 0) return 0;
  if (rho >= 1) return Number.POSITIVE_INFINITY;
  return (erlangC(servers, rho) * rho) / (1 - rho);
}

/**
 * The utilisation at which `waiting` requests wait on average: the inverse of {@link meanQueue}, to 1e-6 of what is spare.
 *
 * It is the law of the pointwise stationary fluid flow approximation, dx/dt = L - M rho(x)
 * (Tipper and Sundareshan 1990). Newton's method on rho C(rho) - x (1 - rho), from 1 downwards: C is convex in rho (Lee and
 * Cohen 1983), so it never passes the root. dB/da = B (c/a - 1 + B) (Jagerman 1974).
 */
export function utilisationAt(servers: number, waiting: number): number {
  if (waiting <= 0) return 0;
  // Exactly x = rho^2 / (1 - rho).
  if (servers === 1) return (-waiting + Math.sqrt(waiting * waiting + 4 * waiting)) / 2;
  // With everybody waiting (C = 1) the queue is rho / (1 - rho): a lower bound of the utilisation wanted.
  const low = waiting / (1 + waiting);
  let rho = 1;
  for (let i = 0; i < MOST_STEPS; i++) {
    const b = erlangB(servers, rho);
    const slopeOfB = servers * b * (1 / rho - 1 + b);
    const idle = 1 - rho * (1 - b);
    const c = b / idle;
    const slopeOfC = (slopeOfB * (1 - rho) + b * (1 - b)) / (idle * idle);
    const step = (rho * c - waiting * (1 - rho)) / (c + rho * slopeOfC + waiting);
    const next = Math.max(low, rho - step);
    if (rho - next <= ACCURACY * (1 - next)) return next;
    rho = next;
  }
  return rho;
}

/**
 * True where the stationary queue is too short to matter: at the square-root distance (1 - rho) sqrt(c) > 4 less than
 * 0.1 % of arrivals wait (Halfin and Whitt 1981, beta = 4).
 */
export function isQuiet(servers: number, rho: number): boolean {
  const spare = 1 - rho;
  return spare > 0 && spare * spare * servers > 16;
}
