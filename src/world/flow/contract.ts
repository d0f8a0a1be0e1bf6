/**
 * What the rest of the world tells the flow, and asks of it.
 *
 * All `set...` calls state a fact of this microsecond and cost nothing; `settle` then finds the new equilibrium once.
 * Indices are those of `Topology`. A place that calls come from is a site's index or USERS_PLACE.
 */
import type { RunRecord, RunWarning } from '../../record/record.js';

export interface FlowControl {
  /**
   * Servers of a deployment that serve now. When none is left, or the deployment cannot be reached, callers meet
   * `failure`: `refuse` (connection refused at once: a crash) or `hang` (nothing comes back: power cut).
   * Servers lost by a power cut take their share of the backlog with them; so do all losses of servers.
   */
  setServing(deployment: number, servers: number, failure: 'refuse' | 'hang'): void;
  /** Multiplies the deployment's service time; 1 is normal. */
  setServiceFactor(deployment: number, factor: number): void;
  /** Whether traffic is sent there at all: active or promoted deployments are routed, standbys are not. */
  setRouted(deployment: number, routed: boolean): void;
  /** What the health checks of callers in `place` say; routing follows it, truth does not. */
  setBelieved(place: number, deployment: number, healthy: boolean): void;
  /** Whether calls between two sites arrive; unreachable is a hang. */
  setReachable(siteA: number, siteB: number, reachable: boolean): void;
  /** Multiplies the latency between two sites. */
  setLatencyFactor(siteA: number, siteB: number, factor: number): void;
  /** Multiplies the demand of a source; 1 is normal. */
  setSurge(source: number, factor: number): void;
  /** Share of arriving requests that a deployment lets in (admission ramp); 1 is normal. */
  setAdmission(deployment: number, share: number): void;
  /** Empties the caches of a deployment (its servers restarted). */
  setCachesCold(deployment: number): void;
  /** Why: events that the next state changes of this deployment's service follow from. Kept until replaced. */
  setReason(deployment: number, event: number): void;

  /** One of the flow's own events has come: a fact of this microsecond, to be followed by `settle`. */
  happen(kind: number, target: number): void;
  /** Brings every integral to the end of the run and gives the ledgers, counters and warnings. */
  finish(): FlowTotals;

  /**
   * Works the equilibrium out anew for whatever was touched, records states and levels, schedules what comes next.
   * False when nothing was touched: whatever can be asked here is as it was.
   */
  settle(): boolean;
  /** Services and journeys (entity numbers) whose success crossed 50 % or 99 % in the last `settle`. */
  readonly crossed: readonly number[];

  /** Share of a request to the service that would succeed now, from the best place; for tools and start-up needs. */
  serviceSuccess(service: number): number;
  /** The same for a journey. */
  journeySuccess(journey: number): number;
  /** Requests waiting at a deployment, and its sent-but-unanswered async work. */
  backlog(deployment: number): number;
  /** Requests a second that a deployment finishes well now, those among them whose answer comes too late for the caller. */
  doneWell(deployment: number): number;
  /** Warmth of a deployment's coldest cache, 0..1; 1 when it has none. */
  warmth(deployment: number): number;
  /** Offered load over capacity; 0 when it has neither. */
  utilisation(deployment: number): number;
}

/** What the flow did in the whole run. */
export interface FlowTotals {
  readonly ledgers: Omit<RunRecord['ledgers'], 'data'>;
  readonly settles: number;
  readonly steps: number;
  readonly visits: number;
  readonly notConverged: number;
  readonly warnings: readonly RunWarning[];
}

/** What the flow asks of the world when it records a bad state. */
export interface RepairView {
  /** True while a task of the service holds a team (`recovering`, design section 2). */
  recovering(service: number): boolean;
  recoveringDeployment(deployment: number): boolean;
  /** True while it serves with cold caches or replicas only (`warming`). */
  warming(service: number): boolean;
  /** True while the deployment's site is without power, entry aside, or it lost servers to it (`site` as a cause). */
  siteLost(deployment: number): boolean;
  /** Latest event that explains the deployment's missing servers; -1 when none are missing. */
  reason(deployment: number): number;
  /** Events of what makes it slow or asks too much of it now, although its servers are there. */
  strains(deployment: number): readonly number[];
  /** Events that cut its site off from another one now. */
  cuts(deployment: number): readonly number[];
  /** More is asked of it than usual now. */
  surged(deployment: number): boolean;
  /** True when an operator's act (an intervention, a drained deployment) is what keeps it from serving. */
  operator(deployment: number): boolean;
}

/** What the flow needs of the engine: its own events come back through `FlowControl.happen`. */
export interface FlowScheduler {
  /** Whole microseconds since the start. */
  now(): number;
  /** `kind` is one of FLOW_EVENTS' numbers; returns a handle for `cancel`. */
  schedule(atMicroseconds: number, kind: number, target: number): number;
  cancel(handle: number): void;
}

/** Kinds of the flow's own events, small numbers from 0; whoever owns the event queue shifts them past its own kinds. */
export const FLOW_EVENTS = {
  queue: 0,
  pool: 1,
  returns: 2,
  cache: 3,
  breaker: 4,
  async: 5,
  demand: 6,
  workers: 7,
} as const;
export const FLOW_EVENT_COUNT = 8;
