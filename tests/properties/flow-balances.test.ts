/**
 * What the flow says of itself at every instant at which it was solved: what is sent arrives, nobody works with more
 * workers or cores than there are, and what becomes of an attempt adds up.
 *
 * An equilibrium that was not found keeps its last values (`not-converged` in the warnings), and they need not balance:
 * such runs are left out, and must be few. Limits: the solver stops when a flow moves by less than a thousandth of
 * itself, and a queue may rest where twice 0.4 % more comes than is served; hence a hundredth for flows. Shares are
 * known to 0.0002 each, and a dozen of them add up to an outcome; hence half a hundredth for their sum.
 *
 * What a caller sends is compared with what it begins on over the whole run: when a queue comes to rest it passes on
 * what comes and no more what it can do, and its callees learn of it at the next event only.
 */
import { beforeAll, expect, test } from 'vitest';
import type { RunRecord } from '../../src/record/record.js';
import { createFlow } from '../../src/world/flow/flow.js';
import { ASYNC, FROM_USERS, type Network } from '../../src/world/flow/network.js';
import { startRun } from '../../src/world/simulate.js';
import { sampleScenarios } from '../support/sample-scenarios.js';

const FLOW = 0.01;
const SHARES = 0.005;
/** All workers count as held from this share on (src/world/flow/workers.ts). */
const ALL_HELD = 0.98;
const REQUESTS = 2;
/** Requests a second that are as good as none. */
const NONE = 1e-6;

/** What is wrong with a number, or null. */
type Offence = string | null;
const RULES = {
  'what arrives at a deployment is what its callers send it': overNodes((net, i) => {
    const sent = callsTo(net, i).reduce((sum, a) => sum + net.arcArrivals[a] + net.arcHopeless[a], 0);
    const offered = net.arrivals[i] + net.hopeless[i];
    return Math.abs(sent - offered) > 1e-9 * offered + NONE ? `${offered} offered, ${sent} sent` : null;
  }),
  'no deployment holds more workers than it has': overNodes((net, i) => {
    if (i >= net.deployments) return null;
    // While the last workers are still being taken, more is begun than they can hold for long; never once all are held.
    const workers = net.servers[i] * net.workersPerServer[i];
    if (net.busy[i] > workers * (1 + 1e-9) + NONE) return `${net.busy[i]} of ${workers} workers held`;
    const held = net.busy[i] < ALL_HELD * workers ? 0 : net.throughput[i] * net.hold[i];
    return held > workers * (1 + FLOW) ? `${held} of ${workers} workers held` : null;
  }),
  'no deployment works on more cores than it has': overNodes((net, i) => {
    if (i >= net.deployments) return null;
    const busy = net.throughput[i] * net.workTime[i] * net.factor[i];
    const cores = net.servers[i] * net.coresPerServer[i];
    return busy > cores * (1 + FLOW) ? `${busy} of ${cores} cores busy` : null;
  }),
  'an attempt is answered in time, fails at once, or is late': overCalls((net, e) => {
    const [p, u, h] = [net.inTime[e], net.atOnce[e], net.late[e]];
    return Math.min(p, u, h) >= 0 && Math.abs(p + u + h - 1) <= SHARES ? null : `${p} + ${u} + ${h}`;
  }),
  'success is a share': overCalls((net, e) =>
    net.success[e] >= 0 && net.success[e] <= 1 + 1e-9 ? null : `success ${net.success[e]}`,
  ),
  'no number of the flow is NaN, and none is negative': (net: Network) =>
    Object.entries(net)
      .filter(([name, values]) => values instanceof Float64Array && !SIGNED.includes(name) && !values.every(isAmount))
      .map(([name]) => name),
} satisfies Record<string, (net: Network) => string[]>;

/** A caller's patience less the way there and back: below zero where the way alone takes too long. */
const SIGNED: readonly string[] = ['arcPatience'];
function isAmount(value: number): boolean {
  return value >= 0;
}

const SENT = 'a caller sends each request that it begins on, once where it does not try again';
const rules = Object.keys(RULES);
const offences = new Map<string, string[]>([SENT, ...rules].map((rule) => [rule, []]));
const runs = new Map<string, RunRecord>();
let settles = 0;

beforeAll(() => {
  for (const [name, scenario] of sampleScenarios()) {
    const found = new Map<string, string>();
    const calls = new SentCalls();
    const watch = (net: Network, seconds: number): void => {
      settles++;
      calls.watch(net, seconds);
      for (const rule of rules) {
        const [first] = found.has(rule) ? [] : RULES[rule as keyof typeof RULES](net);
        if (first !== undefined) found.set(rule, `${name} at ${seconds} s: ${first}`);
      }
    };
    const record = startRun(scenario, {
      seed: '1',
      createFlow: (topology, recorder, scheduler, repair) => createFlow(topology, recorder, scheduler, repair, watch),
    }).finish();
    runs.set(name, record);
    const amiss = calls.offence();
    if (amiss !== null) found.set(SENT, `${name}: ${amiss}`);
    if (record.counters.notConverged > 0) continue;
    for (const [rule, offence] of found) offences.get(rule)?.push(offence);
  }
}, 300_000);

test.each([SENT, ...rules])('%s', (rule) => {
  expect(offences.get(rule)).toEqual([]);
});

test('flows that did not converge are few, and never those of a bundled scenario', () => {
  const given = [...runs].filter(([, { counters }]) => counters.notConverged > 0).map(([name]) => name);
  expect(given.length).toBeLessThan(0.1 * runs.size);
  expect(given.filter((name) => !/^(#|graph)/.test(name))).toEqual([]);
});

test('the flow was watched each time that it settled', () => {
  expect(settles).toBe([...runs.values()].reduce((sum, { counters }) => sum + counters.settles, 0));
});

/**
 * Calls so far: sent, and begun by the caller's requests, each counted once. Left out: how often work that waited is
 * delivered, how often users come back, and requests that are tried again because they failed just here.
 */
class SentCalls {
  private sent: Float64Array = new Float64Array();
  private begun: Float64Array = new Float64Array();
  private sentRate: Float64Array = new Float64Array();
  private begunRate: Float64Array = new Float64Array();
  private since = 0;
  private net: Network | null = null;

  watch(net: Network, seconds: number): void {
    if (this.net === null) {
      this.net = net;
      for (const name of ['sent', 'begun', 'sentRate', 'begunRate'] as const) this[name] = new Float64Array(net.calls);
    }
    for (let e = 0; e < net.calls; e++) {
      this.sent[e] += this.sentRate[e] * (seconds - this.since);
      this.begun[e] += this.begunRate[e] * (seconds - this.since);
      const owner = net.callOwner[e];
      const counts = net.callKind[e] !== ASYNC && net.callKind[e] !== FROM_USERS && net.hopeless[owner] === 0;
      let sent = 0;
      let ways = 0;
      for (let a = net.arcStart[e]; a < net.arcStart[e + 1]; a++) {
        sent += net.arcArrivals[a] + net.arcHopeless[a];
        ways += net.arcReachable[a] ? net.arcWeight[a] : 0;
      }
      this.sentRate[e] = counts ? sent : 0;
      this.begunRate[e] = counts ? net.throughput[owner] * net.reach[e] * net.passing[e] * ways : 0;
    }
    this.since = seconds;
  }

  offence(): Offence {
    for (let e = 0; this.net !== null && e < this.net.calls; e++) {
      const [sent, begun] = [this.sent[e], this.begun[e]];
      const few = sent < begun * (1 - FLOW) - REQUESTS;
      const many = this.net.callRetries[e] === 0 && sent > begun * (1 + FLOW) + REQUESTS;
      if (few || many) return `call ${e}: ${sent} sent, ${begun} begun, ${this.net.callRetries[e]} retries`;
    }
    return null;
  }
}

function overNodes(check: (net: Network, i: number) => Offence): (net: Network) => string[] {
  return (net) =>
    collect(
      net.nodes,
      (i) => check(net, i),
      (i) => `node ${i}`,
    );
}

function overCalls(check: (net: Network, e: number) => Offence): (net: Network) => string[] {
  return (net) =>
    collect(
      net.calls,
      (e) => check(net, e),
      (e) => `call ${e}`,
    );
}

/** The first offence only: one is enough. */
function collect(count: number, check: (index: number) => Offence, name: (index: number) => string): string[] {
  for (let index = 0; index < count; index++) {
    const offence = check(index);
    if (offence !== null) return [`${name(index)}: ${offence}`];
  }
  return [];
}

function callsTo(net: Network, i: number): number[] {
  return Array.from(net.inArcs.subarray(net.inStart[i], net.inStart[i + 1]));
}
