/**
 * Random layered service graphs, for tests: as many services as asked for, in five layers from what users call to data.
 *
 * Each service calls one to four of the layers below, mostly of the next one (depth and fan-out of the order seen in
 * Alibaba's traces: Luo et al., SoCC 2021: most call graphs are shallow, with a heavy-tailed fan-out). Machines fit the
 * load that arrives when nothing fails, with 1.3 to 2 times as much capacity and workers to spare. Queues are short (a quarter of a second
 * of work: what does not fit is refused) or long (ten seconds: what comes late hangs, for its caller). Every call is
 * tried three times. A share of the services is halved for nine minutes; a few live alone in a second site that loses
 * its power for as long, so that their callers hang.
 * Left out: caches, breakers, async work (see `random-scenario.ts`), and circles.
 */
import { exponential } from '../../src/engine/distributions.js';
import { type RandomStream, streams } from '../../src/engine/streams.js';
import type { Scenario } from '../../src/scenario/model.js';
import {
  buildScenario,
  type DependencySpec,
  type FaultSpec,
  type ScenarioSpec,
  type ServiceSpec,
} from './scenario-builder.js';

const LAYERS = 5;
/** Of the services: how many there are in each layer, from the users' side. */
const LAYER_SHARES = [0.15, 0.2, 0.25, 0.25, 0.15];

export interface RandomGraphOptions {
  readonly services: number;
  readonly seed: string | number;
  readonly durationSeconds?: number;
  /** Requests a second of all users together; 20 for each service when left out. */
  readonly demand?: number;
  /** Share of the services that is halved; 0.3 when left out. */
  readonly halved?: number;
  /** Share of the services that lives in the site that loses power; 0.03 when left out. */
  readonly hanging?: number;
  readonly faultAtSeconds?: number;
  /** Nine minutes when left out. */
  readonly faultForSeconds?: number;
  /** Ids begin with it, so that several graphs fit in one scenario. */
  readonly prefix?: string;
  /** Id of the users' profile. */
  readonly profile?: string;
}

interface Draft {
  readonly id: string;
  readonly layer: number;
  readonly needs: DependencySpec[];
  /** Own work on one request, and with all calls when nothing fails, seconds. */
  work: number;
  hold: number;
  load: number;
  site: string;
}

export function randomGraph(options: RandomGraphOptions): Scenario {
  return buildScenario(randomGraphSpec(options));
}

export function randomGraphSpec(options: RandomGraphOptions): ScenarioSpec {
  const luck = streams(options.seed).stream('random graph', options.services);
  const drafts = layers(options.services, options.prefix ?? 's');
  const entries = drafts.filter((draft) => draft.layer === 0);
  const demand = options.demand ?? options.services * 20;
  for (const draft of drafts) connect(draft, drafts, luck);
  reachAll(drafts, luck);
  for (const entry of entries) entry.load = demand / entries.length;
  carryLoad(drafts);
  for (const draft of drafts) draft.work = 1 / pick([50, 100, 200], luck);
  carryHold(drafts);

  const halved: string[] = [];
  for (const draft of drafts) {
    const draw = luck.next();
    if (draft.layer === LAYERS - 1 && draw < (options.hanging ?? 0.03) / (LAYER_SHARES[LAYERS - 1] as number))
      draft.site = 'annex';
    else if (luck.next() < (options.halved ?? 0.3)) halved.push(draft.id);
  }
  const holds = new Map(drafts.map((draft) => [draft.id, draft.hold]));
  const services: Record<string, ServiceSpec> = {};
  for (const draft of drafts)
    services[draft.id] = machines(draft, holds, luck, demand / entries.length, options.profile ?? 'flat');

  const at = options.faultAtSeconds ?? 600;
  const until = at + (options.faultForSeconds ?? 540);
  const faults: FaultSpec[] = halved.map((service) => ({
    kind: 'crash',
    atSeconds: at,
    untilSeconds: until,
    parameters: { service, share: 0.5 },
  }));
  const dark = drafts.some((draft) => draft.site === 'annex');
  if (dark) faults.push({ kind: 'power-loss', atSeconds: at, untilSeconds: until, parameters: { site: 'annex' } });
  return {
    id: `graph-${options.services}-${options.seed}`,
    durationSeconds: options.durationSeconds ?? 3600,
    sites: dark ? { main: {}, annex: {} } : { main: {} },
    services,
    faults,
  };
}

function layers(count: number, prefix: string): Draft[] {
  const digits = String(count).length;
  let layer = 0;
  let room = LAYER_SHARES[0] as number;
  return Array.from({ length: count }, (_, i) => {
    while (layer < LAYERS - 1 && i >= Math.max(layer + 1, room * count)) room += LAYER_SHARES[++layer] as number;
    return {
      id: `${prefix}${String(i).padStart(digits, '0')}`,
      layer,
      needs: [],
      work: 0,
      hold: 0,
      load: 0,
      site: 'main',
    };
  });
}

/** One to four callees, three in four of them in the next layer. */
function connect(draft: Draft, drafts: readonly Draft[], luck: RandomStream): void {
  if (draft.layer === LAYERS - 1) return;
  const count = 1 + Math.floor(luck.next() ** 2 * 4);
  const next = drafts.filter((other) => other.layer === draft.layer + 1);
  const below = drafts.filter((other) => other.layer > draft.layer);
  for (let k = 0; k < count; k++) {
    const from = luck.next() < 0.75 ? next : below;
    const callee = from[Math.floor(luck.next() * from.length)] as Draft;
    addNeed(draft, callee, luck);
  }
}

function addNeed(draft: Draft, callee: Draft, luck: RandomStream): void {
  if (draft.needs.some((need) => need.service === callee.id)) return;
  const kind = luck.next() < 0.2 ? 'optional' : 'required';
  const calls = pick([0.2, 0.5, 1, 1, 1, 2], luck);
  draft.needs.push({ service: callee.id, kind, calls, retries: 2 });
}

/** Nobody is left whom nobody calls. */
function reachAll(drafts: readonly Draft[], luck: RandomStream): void {
  for (const draft of drafts) {
    if (draft.layer === 0 || drafts.some((other) => other.needs.some((need) => need.service === draft.id))) continue;
    const above = drafts.filter((other) => other.layer === draft.layer - 1);
    addNeed(above[Math.floor(luck.next() * above.length)] as Draft, draft, luck);
  }
}

/** What arrives at each when nothing fails; callees come after their callers in the list. */
function carryLoad(drafts: readonly Draft[]): void {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  for (const draft of drafts) {
    for (const need of draft.needs) (byId.get(need.service) as Draft).load += draft.load * (need.calls ?? 1);
  }
}

/** How long a worker is held by one request, queues aside; callers come before their callees in the list. */
function carryHold(drafts: readonly Draft[]): void {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  for (const draft of [...drafts].reverse()) {
    draft.hold = draft.work;
    for (const need of draft.needs) draft.hold += (need.calls ?? 1) * (byId.get(need.service) as Draft).hold;
  }
}

function machines(
  draft: Draft,
  holds: ReadonlyMap<string, number>,
  luck: RandomStream,
  demand: number,
  profile: string,
): ServiceSpec {
  const perServer = 1 / draft.work;
  const headroom = 1.3 + 0.7 * luck.next();
  // An even number: half of them is lost.
  const servers = 2 * Math.max(1, Math.ceil((draft.load * headroom) / perServer / 2));
  const long = luck.next() < 0.4;
  // From four times what is held when nothing fails, which a slow callee soon exhausts, to more than it can.
  const workers = Math.max(4, Math.ceil(((draft.load * draft.hold) / servers) * pick([4, 15, 100], luck)));
  return {
    servers,
    capacityPerServer: perServer,
    serviceTime: exponential(draft.work),
    workersPerServer: workers,
    queuePerServer: Math.max(5, Math.round(perServer * (long ? 10 : 0.25))),
    deployments: { [draft.site]: {} },
    needs: draft.needs.map((need) => ({ ...need, timeoutSeconds: patience(holds.get(need.service) as number, luck) })),
    ...(draft.layer === 0 ? { users: { peakPerSecond: demand, timeoutSeconds: 5 + 5 * draft.hold, profile } } : {}),
  };
}

/** A timeout that has nothing to do with what the callee waits for in turn, but is above what it usually takes. */
function patience(hold: number, luck: RandomStream): number {
  return Math.max(pick([0.5, 1, 2], luck), Math.ceil(50 * hold) / 10);
}

function pick<T>(items: readonly T[], luck: RandomStream): T {
  return items[Math.floor(luck.next() * items.length)] as T;
}
