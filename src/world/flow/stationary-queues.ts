/**
 * The stationary queue of each node, and back from a queue to the utilisation at which it would be stationary. What was
 * worked out last is kept by node: each costs an integral, and is asked for more than once in a visit.
 */
import { erlangC, isQuiet, meanQueue, utilisationAt } from './erlang.js';
import type { Network } from './network.js';

export class StationaryQueues {
  private readonly net: Network;
  /** The queue and channels that utilisation and chance are of. */
  private readonly queue: Float64Array;
  private readonly queueFor: Float64Array;
  private readonly rho: Float64Array;
  /** NaN: not worked out yet. */
  private readonly waits: Float64Array;
  /** The utilisation and channels that the length is of. */
  private readonly loaded: Float64Array;
  private readonly loadedFor: Float64Array;
  private readonly mean: Float64Array;

  constructor(net: Network) {
    this.net = net;
    const n = net.nodes;
    this.queue = new Float64Array(n).fill(Number.NaN);
    this.queueFor = new Float64Array(n);
    this.rho = new Float64Array(n);
    this.waits = new Float64Array(n).fill(Number.NaN);
    this.loaded = new Float64Array(n).fill(Number.NaN);
    this.loadedFor = new Float64Array(n);
    this.mean = new Float64Array(n);
  }

  /** Utilisation at which `waiting` requests would be the stationary queue of node `i`. */
  utilisation(i: number, waiting: number): number {
    const channels = this.net.channels[i];
    if (this.queue[i] !== waiting || this.queueFor[i] !== channels) {
      this.queue[i] = waiting;
      this.queueFor[i] = channels;
      this.rho[i] = utilisationAt(channels, waiting);
      this.waits[i] = Number.NaN;
    }
    return this.rho[i];
  }

  /** Chance that an arrival has to wait while `waiting` requests are the stationary queue. */
  chance(i: number, waiting: number): number {
    const rho = this.utilisation(i, waiting);
    if (Number.isNaN(this.waits[i])) this.waits[i] = erlangC(this.net.channels[i], rho);
    return this.waits[i];
  }

  /** Mean stationary queue under `load` requests a second; Infinity from capacity on, 0 where it is too short to matter. */
  length(i: number, load: number): number {
    const channels = this.net.channels[i];
    const rho = load / this.net.capacity[i];
    if (this.loaded[i] !== rho || this.loadedFor[i] !== channels) {
      this.loaded[i] = rho;
      this.loadedFor[i] = channels;
      this.mean[i] = rho >= 1 ? Number.POSITIVE_INFINITY : isQuiet(channels, rho) ? 0 : meanQueue(channels, rho);
    }
    return this.mean[i];
  }
}
