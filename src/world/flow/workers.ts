/**
 * The workers of each deployment that are held by requests: a state, because to hold them all takes time.
 *
 * When requests begin to be held for longer (a callee has become slow), workers are taken one by one; until the last is
 * taken only cores limit what can be begun. W follows dW/dt = begun - W/T towards begun x hold, T being the mean hold of
 * the requests that hold the most (sum w m^2 / sum w m over the components of the answer). Then workers bind: capacity
 * n k / H (Little 1961). A graph in which slow callees took their callers' workers from one instant to the next would
 * see collapses that never were, for a slowness that is gone after a second.
 * Left out: the spread of holds within a component; workers that are still held as before when holds become shorter.
 */
import { exp, log } from '../../engine/portable-math.js';
import { STRIDE } from './mixture.js';
import { ERROR_PARTS, GOOD_PARTS, type Network } from './network.js';

/** Held this far, all workers count as held. */
const ALL = 0.98;
/** Where cores and workers allow the same within this share, both make the queue. */
const BOTH = 0.05;
/** More or less than this share of the workers makes no difference. */
const SAME = 0.01;

export class Workers {
  private readonly net: Network;
  /** Where the number of held workers goes, how fast, and since when it is known. */
  private readonly goal: Float64Array;
  private readonly span: Float64Array;
  private readonly since: Float64Array;
  /** 1 while more requests are begun than the workers can hold for long. */
  private readonly filling: Uint8Array;

  constructor(net: Network) {
    this.net = net;
    this.goal = new Float64Array(net.nodes);
    this.span = new Float64Array(net.nodes);
    this.since = new Float64Array(net.nodes);
    this.filling = new Uint8Array(net.nodes);
  }

  /** Brings the workers held at node `i` to `now` (seconds). */
  advance(i: number, now: number): void {
    const dt = now - this.since[i];
    this.since[i] = now;
    const gap = this.goal[i] - this.net.busy[i];
    if (dt <= 0 || gap === 0) return;
    const t = this.span[i] > 0 ? dt / this.span[i] : 700;
    this.net.busy[i] = Math.min(this.all(i), t > 40 ? this.goal[i] : this.goal[i] - gap * exp(-t));
  }

  /** A run begins in balance. */
  relax(i: number): void {
    this.net.busy[i] = Math.min(this.net.throughput[i] * this.net.hold[i], this.all(i));
    this.goal[i] = this.net.busy[i];
  }

  /** Takes away the share of workers that are lost with their servers. */
  lose(i: number, share: number): void {
    this.net.busy[i] *= 1 - share;
    this.goal[i] *= 1 - share;
  }

  /**
   * Capacity and channels of node `i` when `load` requests a second want to begin (Infinity where a backlog stands): what
   * cores allow, and workers once all of them are held.
   */
  limit(i: number, load: number): void {
    const { net } = this;
    const n = net.servers[i];
    if (n <= 0) {
      net.capacity[i] = 0;
      this.filling[i] = 0;
      return;
    }
    const cores = n * net.coresPerServer[i];
    const workers = n * net.workersPerServer[i];
    const byCores = cores / (net.workTime[i] * net.factor[i]);
    const byWorkers = workers / Math.max(net.hold[i], 1e-9);
    const bind = byWorkers < byCores;
    this.filling[i] = bind && load > byWorkers && net.busy[i] < ALL * workers ? 1 : 0;
    net.capacity[i] = bind && !this.filling[i] ? byWorkers : byCores;
    net.channels[i] = Math.max(0.5, this.filling[i] ? cores : cores + binding(byWorkers / byCores) * (workers - cores));
  }

  /** After a settle: what is begun from now on; seconds until all workers are held, Infinity where that is not ahead. */
  commit(i: number): number {
    const { net } = this;
    const all = this.all(i);
    const wanted = net.throughput[i] * net.hold[i];
    const goal = Math.min(wanted, all);
    if (!this.filling[i] && Math.abs(goal - net.busy[i]) <= SAME * all) {
      net.busy[i] = goal;
      this.goal[i] = goal;
      return Number.POSITIVE_INFINITY;
    }
    this.goal[i] = this.filling[i] ? wanted : goal;
    this.span[i] = this.longHold(i);
    const left = ALL * all - net.busy[i];
    if (!this.filling[i] || wanted <= ALL * all) return Number.POSITIVE_INFINITY;
    return left <= 0 ? 0 : this.span[i] * log((wanted - net.busy[i]) / (wanted - ALL * all));
  }

  private all(i: number): number {
    return this.net.servers[i] * this.net.workersPerServer[i];
  }

  private longHold(i: number): number {
    const { net } = this;
    let first = 0;
    let second = 0;
    const add = (from: Float64Array, at: number, count: number): void => {
      for (let k = 0; k < count * STRIDE; k += STRIDE) {
        first += from[at + k] * from[at + k + 1];
        second += from[at + k] * from[at + k + 1] * from[at + k + 1];
      }
    };
    add(net.bareGood, i * GOOD_PARTS * STRIDE, net.bareGoodCount[i]);
    add(net.bareError, i * ERROR_PARTS * STRIDE, net.bareErrorCount[i]);
    return first > 0 ? second / first : 0;
  }
}

/** How far workers bind and not cores, 0 to 1, when they allow `ratio` times what cores do. */
function binding(ratio: number): number {
  return Math.min(1, Math.max(0, (1 + BOTH - ratio) / (2 * BOTH)));
}
