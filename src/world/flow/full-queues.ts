/**
 * The acceptance of a full queue depends on itself, through the retries and the haste of its callers: a secant step towards the
 * value that reproduces itself, from the last two tries. After some visits smaller, certain steps: others move as well, and
 * what was learned of the slope is theirs, too.
 *
 * Left out: full queues that are coupled, solved as a set.
 */
import type { Network } from './network.js';

/** Visits after which a full queue is accelerated, its steps are halved, and they no longer follow the slope. */
const ACCELERATED_AFTER = 4;
const HALVED_AFTER = 24;
const CERTAIN_AFTER = 36;
const MOST_SLOPE = 0.8;
const LEAST_SLOPE = 10;

export class FullQueues {
  private readonly net: Network;
  /** By node: the settle of the last try, what was tried, and what it gave. */
  private readonly triedAt: Float64Array;
  private readonly lastTried: Float64Array;
  private readonly lastGot: Float64Array;

  constructor(net: Network) {
    this.net = net;
    this.triedAt = new Float64Array(net.nodes).fill(-1);
    this.lastTried = new Float64Array(net.nodes);
    this.lastGot = new Float64Array(net.nodes);
  }

  /** Sets the acceptance to try next, `tried` having given the present one, at the given visit of the given settle. */
  step(i: number, tried: number, visit: number, settle: number): void {
    const { net } = this;
    const got = net.acceptance[i];
    if (visit > ACCELERATED_AFTER && this.triedAt[i] === settle) {
      const run = tried - this.lastTried[i];
      const slope = Math.abs(run) > 1e-7 ? (got - this.lastGot[i]) / run : 0;
      const bounded = Math.min(MOST_SLOPE, Math.max(-LEAST_SLOPE, slope));
      let next = tried + (got - tried) / (1 - bounded);
      if (visit > HALVED_AFTER) next = tried + 0.5 * (next - tried);
      if (visit > CERTAIN_AFTER) next = tried + 0.5 * (got - tried);
      net.acceptance[i] = next;
    }
    net.acceptance[i] = Math.min(net.admission[i], Math.max(0, net.acceptance[i]));
    this.triedAt[i] = settle;
    this.lastTried[i] = tried;
    this.lastGot[i] = got;
  }
}
