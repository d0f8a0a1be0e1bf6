/**
 * The stationary queue of c servers with Poisson arrivals and exponential service, M/M/c.
 *
 * Written with the incomplete gamma function, so that the number of servers may be any real number >= some small one:
 * in a deployment it is cores or workers, whichever binds, and falls smoothly as servers are lost.
 * Left out: other shapes of service time (they enter as variance of the response only), finite buffers (the flow
 * cuts the queue at its limit instead).
 */
import { exp, gammaincQ, lgamma, log } from '../../engine/portable-math.js';

/**
 * Chance that an arrival has to wait (Erlang C), for `servers` c > 0 at utilisation `rho` in [0, 1).
 *
 * Erlang B by its integral form, B = a^c e^-a / (Gamma(c+1) Q(c+1, a)) with a = c rho (Jagerman 1974), then
 * C = B / (1 - rho (1 - B)).
 */
export function erlangC(servers: number, rho: number): number {
  if (rho <= 0) return 0;
  if (rho >= 1) return 1;
  if (servers === 1) return rho;
  const offered = servers * rho;
  const pmf = exp(servers * log(offered) - offered - lgamma(servers + 1));
  const blocked = pmf / gammaincQ(servers + 1, offered);
  return blocked / (1 - rho * (1 - blocked));
}

/** Mean number of waiting requests at utilisation `rho`; Infinity from 1 on. */
export function meanQueue(servers: number, rho: number): number {
  if (rho <= 0) return 0;
  if (rho >= 1) return Number.POSITIVE_INFINITY;
  return (erlangC(servers, rho) * rho) / (1 - rho);
}

/**
 * The utilisation at which `waiting` requests wait on average: the inverse of {@link meanQueue}, to 1e-6.
 *
 * It is the law of the pointwise stationary fluid flow approximation, dx/dt = L - M rho(x)
 * (Tipper and Sundareshan 1990).
 */
export function utilisationAt(servers: number, waiting: number): number {
  if (waiting <= 0) return 0;
  // With everybody waiting (C = 1) the queue is rho / (1 - rho): a lower bound of the utilisation wanted.
  let low = waiting / (1 + waiting);
  let high = 1;
  if (servers === 1) {
    // Exactly x = rho^2 / (1 - rho).
    return (-waiting + Math.sqrt(waiting * waiting + 4 * waiting)) / 2;
  }
  for (let i = 0; i < 60 && high - low > 1e-6 * (1 - low); i++) {
    const middle = (low + high) / 2;
    if (meanQueue(servers, middle) < waiting) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * True where the stationary queue is too short to matter: at the square-root distance (1 - rho) sqrt(c) > 4 less than
 * 0.1 % of arrivals wait (Halfin and Whitt 1981, beta = 4).
 */
export function isQuiet(servers: number, rho: number): boolean {
  const spare = 1 - rho;
  return spare > 0 && spare * spare * servers > 16;
}
