/** Lays the topology out as the arrays of `network.ts`, once before a run. */
import { mean, variance } from '../../engine/distributions.js';
import type { Breaker, Cache, Dependency } from '../../scenario/model.js';
import { type Topology, USERS_PLACE } from '../topology.js';
import { depthOfServices } from './depth.js';
import { STRIDE } from './mixture.js';
import {
  ASYNC,
  CALL_FAIL_PARTS,
  CALL_GOOD_PARTS,
  ERROR_PARTS,
  FROM_USERS,
  GOOD_PARTS,
  type Network,
  OPTIONAL,
  REQUIRED,
} from './network.js';

export function compileNetwork(topology: Topology): Network {
  const D = topology.deployments.length;
  const N = D + topology.journeys.length;
  const calls: CallPlan[] = [];
  const callStart = new Int32Array(N + 1);
  for (let i = 0; i < N; i++) {
    callStart[i] = calls.length;
    const indices = i < D ? topology.services[topology.deployments[i].service].calls : topology.journeys[i - D].calls;
    for (const d of indices) calls.push(dependencyCall(topology, i, d));
  }
  callStart[N] = calls.length;
  for (const source of topology.sources) calls.push(usersCall(topology, source.index, D));

  const C = calls.length;
  const arcStart = new Int32Array(C + 1);
  const arcCallList: number[] = [];
  const arcTargetList: number[] = [];
  const arcLatencyList: number[] = [];
  calls.forEach((call, e) => {
    arcStart[e] = arcCallList.length;
    for (const target of call.targets) {
      arcCallList.push(e);
      arcTargetList.push(target);
      arcLatencyList.push(latencyBetween(topology, call.owner, target));
    }
  });
  arcStart[C] = arcCallList.length;
  const A = arcCallList.length;
  const { inStart, inArcs } = incoming(N, arcTargetList);
  const serviceDepth = depthOfServices(topology);
  const roundStart = new Int32Array(C + 1);
  for (let e = 0; e < C; e++) roundStart[e + 1] = roundStart[e] + calls[e].retries + 1;

  const f = (n: number): Float64Array => new Float64Array(n);
  const network: Network = {
    topology,
    nodes: N,
    deployments: D,
    calls: C,
    arcs: A,
    nodeService: Int32Array.from({ length: N }, (_, i) => (i < D ? topology.deployments[i].service : -1)),
    nodeSite: Int32Array.from({ length: N }, (_, i) => (i < D ? topology.deployments[i].site : USERS_PLACE)),
    nodeDepth: Int32Array.from({ length: N }, (_, i) => (i < D ? serviceDepth[topology.deployments[i].service] : 0)),
    callStart,
    inStart,
    inArcs,
    servers: f(N),
    failure: new Uint8Array(N),
    routed: new Uint8Array(N),
    admission: f(N).fill(1),
    coresPerServer: f(N),
    workersPerServer: f(N),
    queuePerServer: f(N),
    workTime: f(N),
    workVariance: f(N),
    factor: f(N).fill(1),
    hold: f(N),
    busy: f(N),
    capacity: f(N),
    channels: f(N).fill(1),
    acceptance: f(N).fill(1),
    arrivals: f(N),
    sure: f(N),
    hopeless: f(N),
    hopelessServed: f(N),
    stuckError: f(N),
    errorMemory: f(N),
    throughput: f(N),
    waitChance: f(N),
    waitMean: f(N),
    waitVariance: f(N),
    bareGood: f(N * GOOD_PARTS * STRIDE),
    bareGoodCount: new Uint8Array(N),
    bareError: f(N * ERROR_PARTS * STRIDE),
    bareErrorCount: new Uint8Array(N),
    good: f(N * GOOD_PARTS * STRIDE),
    goodCount: new Uint8Array(N),
    error: f(N * ERROR_PARTS * STRIDE),
    errorCount: new Uint8Array(N),
    callOwner: Int32Array.from(calls, (c) => c.owner),
    callSource: Int32Array.from(calls, (c) => c.source),
    callDependency: Int32Array.from(calls, (c) => c.dependency),
    callService: Int32Array.from(calls, (c) => c.service),
    callKind: Uint8Array.from(calls, (c) => c.kind),
    callCount: Float64Array.from(calls, (c) => c.count),
    callTimeout: Float64Array.from(calls, (c) => c.timeout),
    callRetries: Int32Array.from(calls, (c) => c.retries),
    callBackoff: Float64Array.from(calls, (c) => c.backoff),
    callBudget: Float64Array.from(calls, (c) => c.budget),
    callParallel: Int32Array.from(calls, (c) => c.parallel),
    callCache: calls.map((c) => c.cache),
    callBreaker: calls.map((c) => c.breaker),
    callDependencySpec: calls.map((c) => c.spec),
    arcStart,
    inTime: f(C).fill(1),
    atOnce: f(C),
    late: f(C),
    atOnceTime: f(C),
    success: f(C).fill(1),
    again: f(C),
    allowed: f(C).fill(1),
    stuckFails: f(C),
    failMemory: f(C),
    nextCalls: f(C),
    nextSuccess: f(C).fill(1),
    roundStart,
    retryFresh: f(roundStart[C]),
    retryStuck: f(roundStart[C]),
    retryWins: f(roundStart[C]),
    callGood: f(C * CALL_GOOD_PARTS * STRIDE),
    callGoodCount: new Uint8Array(C),
    callFail: f(C * CALL_FAIL_PARTS * STRIDE),
    callFailCount: new Uint8Array(C),
    reach: f(C),
    firstRate: f(C),
    roundRate: f(C),
    passing: f(C).fill(1),
    miss: f(C).fill(1),
    arcCall: Int32Array.from(arcCallList),
    arcTarget: Int32Array.from(arcTargetList),
    arcLatency: Float64Array.from(arcLatencyList),
    arcWeight: f(A),
    arcReachable: new Uint8Array(A).fill(1),
    arcRefused: f(A),
    arcError: f(A),
    arcInTime: f(A),
    arcStuck: f(A),
    arcMoved: f(A),
    arcNext: f(A),
    arcArrivals: f(A),
    arcSure: f(A),
    arcHopeless: f(A),
    arcPatience: Float64Array.from(arcCallList, (e, a) => calls[e].timeout - 2 * arcLatencyList[a]),
  };
  topology.deployments.forEach((node, i) => {
    const service = topology.services[node.service].spec;
    const work = mean(service.serviceTime);
    network.servers[i] = node.spec.servers;
    network.routed[i] = node.spec.role === 'active' ? 1 : 0;
    network.coresPerServer[i] = node.spec.capacityPerServer * work;
    network.workersPerServer[i] = node.spec.workersPerServer;
    network.queuePerServer[i] = service.queuePerServer;
    network.workTime[i] = work;
    network.workVariance[i] = variance(service.serviceTime);
  });
  for (let i = D; i < N; i++) {
    network.servers[i] = 1;
    network.routed[i] = 1;
    network.queuePerServer[i] = Number.POSITIVE_INFINITY;
  }
  return network;
}

interface CallPlan {
  readonly owner: number;
  readonly source: number;
  readonly dependency: number;
  readonly service: number;
  readonly kind: number;
  readonly count: number;
  readonly timeout: number;
  readonly retries: number;
  readonly backoff: number;
  readonly budget: number;
  readonly parallel: number;
  readonly cache: Cache | null;
  readonly breaker: Breaker | null;
  readonly spec: Dependency | null;
  readonly targets: readonly number[];
}

function dependencyCall(topology: Topology, owner: number, index: number): CallPlan {
  const edge = topology.dependencies[index];
  const spec = edge.spec;
  return {
    owner,
    source: -1,
    dependency: index,
    service: edge.callee,
    kind: spec.kind === 'required' ? REQUIRED : spec.kind === 'optional' ? OPTIONAL : ASYNC,
    count: spec.calls,
    timeout: spec.timeoutSeconds,
    retries: spec.retries,
    backoff: spec.backoffSeconds,
    budget: spec.retryBudget ?? Number.POSITIVE_INFINITY,
    parallel: spec.parallel ?? -1,
    cache: spec.cache,
    breaker: spec.breaker,
    spec,
    targets: topology.services[edge.callee].deployments,
  };
}

function usersCall(topology: Topology, index: number, deployments: number): CallPlan {
  const source = topology.sources[index];
  const users = source.users;
  return {
    owner: -1,
    source: index,
    dependency: -1,
    service: source.service,
    kind: FROM_USERS,
    count: 1,
    timeout: users.timeoutSeconds,
    retries: users.retries,
    backoff: users.backoffSeconds,
    budget: users.retryBudget ?? Number.POSITIVE_INFINITY,
    parallel: -1,
    cache: null,
    breaker: null,
    spec: null,
    targets: source.service >= 0 ? topology.services[source.service].deployments : [deployments + source.journey],
  };
}

/** One way, seconds; users are everywhere, so their way counts as none. */
function latencyBetween(topology: Topology, owner: number, target: number): number {
  if (owner < 0 || owner >= topology.deployments.length || target >= topology.deployments.length) return 0;
  const from = topology.deployments[owner].site;
  return topology.latency[from * topology.sites.length + topology.deployments[target].site];
}

function incoming(nodes: number, targets: readonly number[]): { inStart: Int32Array; inArcs: Int32Array } {
  const inStart = new Int32Array(nodes + 1);
  for (const target of targets) inStart[target + 1]++;
  for (let i = 0; i < nodes; i++) inStart[i + 1] += inStart[i];
  const next = inStart.slice();
  const inArcs = new Int32Array(targets.length);
  targets.forEach((target, arc) => {
    inArcs[next[target]++] = arc;
  });
  return { inStart, inArcs };
}
