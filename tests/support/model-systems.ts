/**
 * The systems with known answers, as scenarios: those of the model cases, and those of the comparison of the fluid
 * engine with the request simulation. What each must show is derived in the tests.
 */
import { constant, exponential } from '../../src/engine/distributions.js';
import type { Scenario } from '../../src/scenario/model.js';
import {
  buildScenario,
  type DependencySpec,
  type ScenarioSpec,
  type ServiceSpec,
  type UsersSpec,
} from './scenario-builder.js';

/** A check that never finds out within these runs: callers go on calling what is dead. */
const BLIND: ServiceSpec['health'] = { intervalSeconds: 10_000, threshold: 1 };

/** Four servers of one core, 0.1 s a request, and users who wait half a second. */
export function queueOfFour(perSecond: number, durationSeconds: number): Scenario {
  return buildScenario({
    durationSeconds,
    services: {
      desk: {
        servers: 4,
        capacityPerServer: 10,
        queuePerServer: 1e6,
        users: { peakPerSecond: perSecond, timeoutSeconds: 0.5 },
      },
    },
  });
}

/** A service that is dead for its callers at once, and users who try again: attempts succeed with chance `p`. */
export function retriesAtChance(p: number, retries: number, retryBudget: number | null): Scenario {
  return buildScenario({
    durationSeconds: 300,
    services: {
      // Constant work of 10 ms or 10 s by the luck of an optional call: the attempt is in time with chance p.
      shop: {
        servers: 100,
        capacityPerServer: 1000,
        workersPerServer: 1000,
        serviceTime: constant(0.01),
        users: { peakPerSecond: 400, timeoutSeconds: 1, retries, retryBudget },
        needs: [{ service: 'slow', kind: 'optional', calls: 1 - p, timeoutSeconds: 20 }],
      },
      slow: { servers: 100, capacityPerServer: 1000, workersPerServer: 100_000, serviceTime: constant(10) },
    },
  });
}

export interface StoreOptions {
  readonly queuePerServer: number;
  readonly users?: Partial<UsersSpec>;
  readonly durationSeconds?: number;
}

/** 800/s on a store of 1,000/s (ten servers, 10 ms), halved from 60 s to 120 s. Users wait a second. */
export function halvedStore({ queuePerServer, users, durationSeconds }: StoreOptions): Scenario {
  return buildScenario({
    durationSeconds: durationSeconds ?? 300,
    services: {
      store: {
        servers: 10,
        capacityPerServer: 100,
        queuePerServer,
        users: { peakPerSecond: 800, timeoutSeconds: 1, ...users },
      },
    },
    faults: [{ kind: 'crash', atSeconds: 60, untilSeconds: 120, parameters: { service: 'store', share: 0.5 } }],
  });
}

/** 800/s, 400 workers, own work 2 ms, one dependency of 2 s a request with room for all. */
export function slowDependency(need: Partial<DependencySpec>, exact: boolean, users: Partial<UsersSpec>): Scenario {
  return buildScenario({
    durationSeconds: 180,
    services: {
      shop: {
        servers: 10,
        capacityPerServer: 1000,
        workersPerServer: 40,
        queuePerServer: 10,
        serviceTime: exponential(0.002),
        users: { peakPerSecond: 800, ...users },
        needs: [{ service: 'slow', timeoutSeconds: 1, ...need }],
      },
      slow: {
        servers: 40,
        capacityPerServer: 100,
        workersPerServer: 1000,
        serviceTime: exact ? constant(2) : exponential(2),
      },
    },
  });
}

/** 800/s on a web tier whose `workers` (in all) wait for a store of 500/s with a queue of 2,500. */
export function closedLoop(workers: number): Scenario {
  return buildScenario({
    durationSeconds: 300,
    services: {
      web: {
        servers: 10,
        capacityPerServer: 1000,
        serviceTime: exponential(0.002),
        workersPerServer: workers / 10,
        queuePerServer: 10,
        users: { peakPerSecond: 800, timeoutSeconds: 10 },
        needs: [{ service: 'store', timeoutSeconds: 5 }],
      },
      store: { servers: 5, capacityPerServer: 100, queuePerServer: 500 },
    },
  });
}

/** 800/s served by `east` (1,000/s), which crashes from 60 s to 120 s; `west` has half of that and a short queue. */
export function failoverByRefusal(retries: number): Scenario {
  return buildScenario({
    durationSeconds: 240,
    sites: { east: {}, west: {} },
    links: [{ between: ['east', 'west'], latencySeconds: 0.002 }],
    services: {
      web: {
        servers: 20,
        capacityPerServer: 500,
        deployments: { east: {} },
        users: { peakPerSecond: 800, timeoutSeconds: 5 },
        needs: [{ service: 'store', timeoutSeconds: 1, retries }],
      },
      store: {
        capacityPerServer: 100,
        queuePerServer: 50,
        deployments: { east: { servers: 10 }, west: { servers: 5 } },
      },
    },
    faults: [
      { kind: 'crash', atSeconds: 60, untilSeconds: 120, parameters: { service: 'store', site: 'east', share: 1 } },
    ],
  });
}

/** A store of 1,000/s that loses power, so that its 800/s of users hang, from 60 s to 180 s; long queue, two retries. */
export function hangingStore(): Scenario {
  return buildScenario({
    durationSeconds: 360,
    services: {
      store: {
        servers: 10,
        capacityPerServer: 100,
        queuePerServer: 1000,
        health: BLIND,
        users: { peakPerSecond: 800, timeoutSeconds: 1, retries: 2 },
      },
    },
    faults: [{ kind: 'power-loss', atSeconds: 60, untilSeconds: 180, parameters: { site: 'here' } }],
  });
}

/** 2,000/s behind a cold cache of 100,000 entries that answers 95 % when warm; the store does 400/s. */
export function coldCache(storeQueue: number, retries: number): Scenario {
  return buildScenario({
    durationSeconds: 360,
    services: {
      shop: {
        servers: 40,
        capacityPerServer: 1000,
        serviceTime: exponential(0.001),
        workersPerServer: 10_000,
        users: { peakPerSecond: 2000, timeoutSeconds: 10 },
        needs: [
          { service: 'store', timeoutSeconds: 1, retries, cache: { entries: 100_000, hits: 0.95, coldAtStart: true } },
        ],
      },
      store: { servers: 4, capacityPerServer: 100, queuePerServer: storeQueue / 4 },
    },
  });
}

/** 700/s on 1,000/s, out from 60 s to 180 s; nine of ten of those refused come back after 20 s on average. */
export function returningUsers(): Scenario {
  return buildScenario({
    durationSeconds: 420,
    services: {
      ticket: {
        servers: 10,
        capacityPerServer: 100,
        queuePerServer: 10,
        health: BLIND,
        users: { peakPerSecond: 700, timeoutSeconds: 2, comeBack: { probability: 0.9, afterSeconds: 20 } },
      },
    },
    faults: [{ kind: 'crash', atSeconds: 60, untilSeconds: 180, parameters: { service: 'ticket', share: 1 } }],
  });
}

/** Two required dependencies in order; the first one is dead from 30 s on. */
export function firstOfTwoDead(): Scenario {
  return buildScenario({
    durationSeconds: 120,
    services: {
      web: {
        servers: 10,
        capacityPerServer: 500,
        users: { peakPerSecond: 800, timeoutSeconds: 2 },
        needs: [{ service: 'first' }, { service: 'second' }],
      },
      first: { servers: 10 },
      second: { servers: 10 },
    },
    faults: [{ kind: 'crash', atSeconds: 30, untilSeconds: 1000, parameters: { service: 'first', share: 1 } }],
  });
}

/** 800/s on 500/s whose queue takes exactly as long as users wait. */
export function waitEqualsTimeout(): Scenario {
  return buildScenario({
    durationSeconds: 240,
    services: {
      store: {
        servers: 5,
        capacityPerServer: 100,
        queuePerServer: 100,
        users: { peakPerSecond: 800, timeoutSeconds: 1 },
      },
    },
  });
}

/** Ten calls one after another for each of 150 requests a second, on a store of 1,000/s with a short queue. */
export function tenCalls(): Scenario {
  return buildScenario({
    durationSeconds: 180,
    services: {
      web: {
        servers: 10,
        capacityPerServer: 100,
        users: { peakPerSecond: 150, timeoutSeconds: 10 },
        needs: [{ service: 'store', calls: 10 }],
      },
      store: { servers: 10, capacityPerServer: 100, queuePerServer: 10 },
    },
  });
}

/**
 * 1,200/s of users, who try three times, through a web tier with 10 ms of work on two stores of 1,000/s with short queues:
 * by the time that a retry comes to a store again, its queue is another.
 */
export function retriesThroughTier(): Scenario {
  return buildScenario({
    durationSeconds: 120,
    services: {
      web: {
        servers: 100,
        capacityPerServer: 100,
        users: { peakPerSecond: 1200, timeoutSeconds: 10, retries: 2 },
        needs: [{ service: 'first' }, { service: 'second' }],
      },
      first: { servers: 10, capacityPerServer: 100, queuePerServer: 5 },
      second: { servers: 10, capacityPerServer: 100, queuePerServer: 5 },
    },
  });
}

/**
 * 800/s on 600 workers; three in ten requests wait five seconds for a store that takes ten, for `seconds`: every second
 * 240 workers more are held.
 */
export function briefSlowness(seconds: number): Scenario {
  return buildScenario({
    durationSeconds: 120,
    services: {
      web: {
        servers: 10,
        capacityPerServer: 1000,
        workersPerServer: 60,
        queuePerServer: 5,
        users: { peakPerSecond: 800, timeoutSeconds: 10 },
        needs: [{ service: 'store', calls: 0.3, timeoutSeconds: 5 }],
      },
      store: { servers: 1000, capacityPerServer: 100, serviceTime: constant(0.01) },
    },
    faults: [
      { kind: 'slow', atSeconds: 60, untilSeconds: 60 + seconds, parameters: { service: 'store', factor: 1000 } },
    ],
  });
}

export interface TierOptions {
  /** Timeouts of users, of web on api, of api on store. */
  readonly timeouts: readonly [number, number, number];
  readonly retries: number;
  readonly queuePerServer: number;
  readonly need?: Partial<DependencySpec>;
  readonly faults?: ScenarioSpec['faults'];
  readonly durationSeconds?: number;
}

/** Users -> web -> api -> store, 800/s; the store does 1,000/s and is halved from 60 s to 120 s. */
export function threeTiers({
  timeouts,
  retries,
  queuePerServer,
  need,
  faults,
  durationSeconds,
}: TierOptions): Scenario {
  return buildScenario({
    durationSeconds: durationSeconds ?? 300,
    services: {
      web: {
        servers: 20,
        capacityPerServer: 500,
        workersPerServer: 2000,
        users: { peakPerSecond: 800, timeoutSeconds: timeouts[0] },
        needs: [{ service: 'api', timeoutSeconds: timeouts[1], retries }],
      },
      api: {
        servers: 40,
        capacityPerServer: 200,
        workersPerServer: 1000,
        needs: [{ service: 'store', timeoutSeconds: timeouts[2], retries, ...need }],
      },
      store: { servers: 10, capacityPerServer: 100, queuePerServer },
    },
    faults: faults ?? [
      { kind: 'crash', atSeconds: 60, untilSeconds: 120, parameters: { service: 'store', share: 0.5 } },
    ],
  });
}

/**
 * 800/s of callers in `front` on a store in `east` (1,000/s), which loses power from 60 s to 180 s, and has a twin in
 * `west`. Until the loss is believed, 3 s later, callers hang.
 */
export function failoverByHanging(queuePerServer: number): Scenario {
  return buildScenario({
    durationSeconds: 300,
    sites: { front: {}, east: {}, west: {} },
    links: [
      { between: ['east', 'front'], latencySeconds: 0.001 },
      { between: ['front', 'west'], latencySeconds: 0.004 },
    ],
    services: {
      web: {
        servers: 20,
        capacityPerServer: 500,
        workersPerServer: 2000,
        deployments: { front: {} },
        users: { peakPerSecond: 800, timeoutSeconds: 10 },
        needs: [{ service: 'store', timeoutSeconds: 1, retries: 2 }],
      },
      // Thirty checks in three seconds: found out late enough for all three attempts of a request to hang. Found out
      // after two, it would be decided by a tenth of a second whether the twin's queue passes the timeout.
      store: {
        servers: 10,
        capacityPerServer: 100,
        queuePerServer,
        health: { intervalSeconds: 0.1, threshold: 30 },
        deployments: { east: {}, west: {} },
      },
    },
    faults: [{ kind: 'power-loss', atSeconds: 60, untilSeconds: 180, parameters: { site: 'east' } }],
  });
}

/** 800/s of callers in `front`, two retries, on a long-queued store in `back` that loses power from 60 s to 120 s. */
export function guardedByBreaker(breaker: DependencySpec['breaker']): Scenario {
  return buildScenario({
    durationSeconds: 300,
    sites: { front: {}, back: {} },
    services: {
      web: {
        servers: 20,
        capacityPerServer: 500,
        workersPerServer: 2000,
        deployments: { front: {} },
        users: { peakPerSecond: 800, timeoutSeconds: 10 },
        needs: [{ service: 'store', timeoutSeconds: 1, retries: 2, breaker }],
      },
      store: { servers: 10, capacityPerServer: 100, queuePerServer: 1000, health: BLIND, deployments: { back: {} } },
    },
    faults: [{ kind: 'power-loss', atSeconds: 60, untilSeconds: 120, parameters: { site: 'back' } }],
  });
}

/** 300/s on a store of 1,000/s that refuses everything from 60 s to 70 s; three retries, each after `backoffSeconds`. */
export function shortOutage(backoffSeconds: number): Scenario {
  return buildScenario({
    durationSeconds: 180,
    services: {
      store: {
        servers: 10,
        capacityPerServer: 100,
        queuePerServer: 50,
        health: BLIND,
        users: { peakPerSecond: 300, timeoutSeconds: 1, retries: 3, backoffSeconds },
      },
    },
    faults: [{ kind: 'crash', atSeconds: 60, untilSeconds: 70, parameters: { service: 'store', share: 1 } }],
  });
}

/** 200/s that each leave a message for a mailer of 500/s, which refuses everything from 60 s to 120 s. */
export function asyncMail(ageLimitSeconds: number | null): Scenario {
  return buildScenario({
    durationSeconds: 300,
    services: {
      shop: {
        servers: 4,
        users: { peakPerSecond: 200, timeoutSeconds: 1 },
        needs: [{ service: 'mailer', kind: 'async', ageLimitSeconds, catchUp: 2 }],
      },
      mailer: { servers: 5, health: BLIND },
    },
    faults: [{ kind: 'crash', atSeconds: 60, untilSeconds: 120, parameters: { service: 'mailer', share: 1 } }],
  });
}

/** 400/s that call two stores at the same time; one of them is slowed to a tenth from 60 s to 120 s. */
export function parallelCalls(kind: DependencySpec['kind']): Scenario {
  return buildScenario({
    durationSeconds: 240,
    services: {
      web: {
        servers: 20,
        capacityPerServer: 100,
        workersPerServer: 100,
        users: { peakPerSecond: 400, timeoutSeconds: 3 },
        needs: [
          { service: 'left', kind, parallel: 1, timeoutSeconds: 1 },
          { service: 'right', parallel: 1, timeoutSeconds: 1 },
        ],
      },
      left: { servers: 10, queuePerServer: 10 },
      right: { servers: 10, queuePerServer: 10 },
    },
    faults: [{ kind: 'slow', atSeconds: 60, untilSeconds: 120, parameters: { service: 'left', factor: 10 } }],
  });
}
