/**
 * The graph of flow in typed arrays: nodes (deployments, then journeys), calls (one caller node -> one called service)
 * and arcs (one call -> one deployment of it).
 *
 * This is the memory of the solver; the laws are in the files beside it. Typed arrays because a solve touches
 * thousands of these numbers, again and again. Indices: node i < deployments is that deployment, else a journey;
 * users' own calls come last and have owner -1.
 */
import type { Breaker, Cache, Dependency } from '../../scenario/model.js';
import type { Topology } from '../topology.js';

/** Components kept of a node's answers (good ones, errors) and of a call's. */
export const GOOD_PARTS = 4;
export const ERROR_PARTS = 3;
export const CALL_GOOD_PARTS = 3;
export const CALL_FAIL_PARTS = 2;

export const REFUSE = 0;
export const HANG = 1;

/** What a call is to its caller. */
export const REQUIRED = 0;
export const OPTIONAL = 1;
export const ASYNC = 2;
export const FROM_USERS = 3;

export interface Network {
  readonly topology: Topology;
  readonly nodes: number;
  readonly deployments: number;
  readonly calls: number;
  readonly arcs: number;

  // ---- nodes
  readonly nodeService: Int32Array;
  readonly nodeSite: Int32Array;
  /** Larger is nearer to the data: callees have a greater depth than callers, but in circles. */
  readonly nodeDepth: Int32Array;
  readonly callStart: Int32Array;
  readonly inStart: Int32Array;
  readonly inArcs: Int32Array;
  readonly servers: Float64Array;
  readonly failure: Uint8Array;
  readonly routed: Uint8Array;
  readonly admission: Float64Array;
  readonly coresPerServer: Float64Array;
  readonly workersPerServer: Float64Array;
  readonly queuePerServer: Float64Array;
  readonly workTime: Float64Array;
  readonly workVariance: Float64Array;
  readonly factor: Float64Array;
  /** Time that a worker is held by one request, on average. */
  readonly hold: Float64Array;
  /** Workers held now; at most servers x workersPerServer. */
  readonly busy: Float64Array;
  readonly capacity: Float64Array;
  /** Servers of the queueing formula: cores or workers, whichever binds. */
  readonly channels: Float64Array;
  /** Share of arrivals let in. */
  readonly acceptance: Float64Array;
  readonly arrivals: Float64Array;
  /** Of the arrivals, those that come on the heels of an answer from here: they find the room that it left. */
  readonly sure: Float64Array;
  /** Immediate retries arriving that will fail again as they did: and how many of them are served. */
  readonly hopeless: Float64Array;
  readonly hopelessServed: Float64Array;
  /** Share of the errors that an immediate retry through this node meets again, and how fast that is forgotten, 1/s. */
  readonly stuckError: Float64Array;
  readonly errorMemory: Float64Array;
  /** Requests begun a second. */
  readonly throughput: Float64Array;
  /** Chance and mean, variance of the wait of those who wait. */
  readonly waitChance: Float64Array;
  readonly waitMean: Float64Array;
  readonly waitVariance: Float64Array;
  /** Answers without the wait, and with it: good and errors. */
  readonly bareGood: Float64Array;
  readonly bareGoodCount: Uint8Array;
  readonly bareError: Float64Array;
  readonly bareErrorCount: Uint8Array;
  readonly good: Float64Array;
  readonly goodCount: Uint8Array;
  readonly error: Float64Array;
  readonly errorCount: Uint8Array;

  // ---- calls
  readonly callOwner: Int32Array;
  readonly callSource: Int32Array;
  readonly callDependency: Int32Array;
  readonly callService: Int32Array;
  readonly callKind: Uint8Array;
  readonly callCount: Float64Array;
  readonly callTimeout: Float64Array;
  readonly callRetries: Int32Array;
  readonly callBackoff: Float64Array;
  readonly callBudget: Float64Array;
  readonly callParallel: Int32Array;
  readonly callCache: readonly (Cache | null)[];
  readonly callBreaker: readonly (Breaker | null)[];
  readonly callDependencySpec: readonly (Dependency | null)[];
  readonly arcStart: Int32Array;
  /** Outcome of one attempt: in time, failed at once, late; and the mean time of a failure at once. */
  readonly inTime: Float64Array;
  readonly atOnce: Float64Array;
  readonly late: Float64Array;
  readonly atOnceTime: Float64Array;
  /** With retries: success, attempts' ratios (see Chain), and times. */
  readonly success: Float64Array;
  readonly again: Float64Array;
  readonly allowed: Float64Array;
  /** Of the failures at once that are left after all retries, the share that is stuck, and how fast it is forgotten. */
  readonly stuckFails: Float64Array;
  readonly failMemory: Float64Array;
  /** Calls of several in a row: further calls that follow a first one, and their success. */
  readonly nextCalls: Float64Array;
  readonly nextSuccess: Float64Array;
  /** By round of a call (0 .. retries), from `roundStart`: immediate retries per attempt, fresh and stuck, and what they win. */
  readonly roundStart: Int32Array;
  readonly retryFresh: Float64Array;
  readonly retryStuck: Float64Array;
  readonly retryWins: Float64Array;
  readonly callGood: Float64Array;
  readonly callGoodCount: Uint8Array;
  readonly callFail: Float64Array;
  readonly callFailCount: Uint8Array;
  /** Share of served requests that make the call, times how often: first attempts per request begun. */
  readonly reach: Float64Array;
  /** First attempts a second; all rounds of attempts a second. */
  readonly firstRate: Float64Array;
  readonly roundRate: Float64Array;
  /** Share of calls let through by the breaker (1 closed, 0 open). */
  readonly passing: Float64Array;
  /** Share of requests that miss the cache. */
  readonly miss: Float64Array;

  // ---- arcs
  readonly arcCall: Int32Array;
  readonly arcTarget: Int32Array;
  readonly arcLatency: Float64Array;
  readonly arcWeight: Float64Array;
  readonly arcReachable: Uint8Array;
  /** Share of the arc's attempts that fail at once, refused ones and errors. */
  readonly arcRefused: Float64Array;
  readonly arcError: Float64Array;
  readonly arcInTime: Float64Array;
  /** Per retry of a stuck failure: hopeless ones that come here, and ordinary ones (stuck elsewhere). */
  readonly arcStuck: Float64Array;
  readonly arcMoved: Float64Array;
  /** Share of the call's further calls that come here and find room for sure. */
  readonly arcNext: Float64Array;
  /** Attempts arriving a second, without the immediate retries that will fail again as they did; of them, the sure ones; and the hopeless. */
  readonly arcArrivals: Float64Array;
  readonly arcSure: Float64Array;
  readonly arcHopeless: Float64Array;
  /** The most waiting time that matters to the caller: its timeout less the way. */
  readonly arcPatience: Float64Array;
}
