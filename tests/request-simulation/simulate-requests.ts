/**
 * A checked scenario run request by request: the yardstick of the fluid engine, for tests only.
 *
 * What a request does. This is the definition that both simulations answer to.
 *
 * 1. Users' first attempts are a Poisson process. A user waits `timeout`, tries `retries` times more, and after the
 *    last failure comes back with a probability, exponentially later, as a new request. A journey is a place without
 *    servers: it begins at once and only calls.
 * 2. A request that reaches a deployment meets a truth: no power, or cut off: nothing ever comes back (*hang*);
 *    crashed, so that no server is left: an error at once (*refused*); as many requests waiting as
 *    `queuePerServer` x serving servers: refused. Else it joins one first-come-first-served queue per deployment.
 * 3. It begins when both a core and a worker are free. Both are pooled over the deployment's servers: cores = servers
 *    x capacity x mean service time, workers = servers x workers. It takes the core for a drawn service time, and the
 *    worker until it ends, all its calls, timeouts and back-offs included.
 * 4. After its own work it calls, in order, one dependency after another. `calls` up to 1 is the chance that it calls
 *    at all, drawn anew at every attempt, for a server remembers nothing of the attempt before; above 1 it is that many
 *    calls one after another (a broken part of a call by chance), the rest left out after the first failure. Calls of
 *    one parallel group, repeated ones too, begin together, and it goes on when all have ended. A cache may answer in no time.
 * 5. A required call that fails ends the request with an error, answered at once; later calls are not made. An
 *    optional one does not. An async one is handed over and not waited for; what fails is kept, oldest first, and sent
 *    again as later messages succeed, `catchUp` - 1 old ones for each, until it is older than its limit.
 * 6. A call is a first attempt and up to `retries` more, after `backoff` or at once, each with the full timeout, each
 *    routed anew; the budget is a token bucket. An attempt fails when it is refused (routing `spill` first goes to the
 *    next place within the same attempt), answered with an error, not answered within the timeout (counted from the
 *    sending, both ways included), stopped by the caller's open breaker, or when no place is believed healthy.
 * 7. A caller that has given up is not waited for, yet the callee does not know: it does all of the work (*waste*).
 * 8. Servers that are lost take with them their share of the waiting and of the working requests, chosen by chance. A
 *    crash breaks the connection (an error at once), a power cut does not (the caller waits for its timeout).
 * 9. Callers believe what health checks told their site: what `threshold` checks in a row have seen, one every interval;
 *    users hear of it a DNS TTL later.
 *
 * Left out: what `facts.ts` leaves out; jitter; admission ramps; users who defer or leave.
 */
import { quantile } from '../../src/engine/distributions.js';
import { EventQueue, NO_EVENT } from '../../src/engine/event-queue.js';
import { type RandomStream, streams } from '../../src/engine/streams.js';
import type { Scenario } from '../../src/scenario/model.js';
import { Beliefs } from './beliefs.js';
import { EntryCache, RetryTokens, WindowBreaker } from './caller-policies.js';
import { emptyCounts, type PlaceCounts, type RequestCounts, type SourceCounts } from './counts.js';
import { Facts } from './facts.js';
import { Outbox } from './outbox.js';
import { type PlacePlan, type Plan, planRequests, type RoutePlan } from './plan.js';
import { Call, Job, Pool } from './pool.js';

export interface RequestOptions {
  readonly seed?: string | number;
  /** 1 when left out. */
  readonly windowSeconds?: number;
}

export function simulateRequests(scenario: Scenario, options: RequestOptions = {}): RequestCounts {
  const plan = planRequests(scenario);
  const counts = emptyCounts(plan, options.windowSeconds ?? 1);
  new RequestRun(plan, counts, options.seed ?? 1).run();
  return counts;
}

/** Answers, as the caller hears them. */
const WELL = 0;
const ERROR = 1;
const REFUSED = 2;

/** Kinds of events. A target is a source, a job, a call or a route, whichever the kind says. */
const ARRIVE = 0;
const REACH = 1;
const WORKED = 2;
const ANSWER = 3;
const TIMEOUT = 4;
const RETRY = 5;
const RETURN = 6;
const FACT = 7;
const BELIEF = 8;
const WINDOW = 9;

class Place {
  readonly plan: PlacePlan;
  readonly counts: PlaceCounts;
  readonly luck: RandomStream;
  cores = 0;
  workers = 0;
  limit = 0;
  /** Makes up for cores that are no whole number: the capacity is exact. */
  readonly stretch: number;
  busyCores = 0;
  busyWorkers = 0;
  waiting = 0;
  head: Job | null = null;
  tail: Job | null = null;

  constructor(plan: PlacePlan, counts: PlaceCounts, luck: RandomStream) {
    this.plan = plan;
    this.counts = counts;
    this.luck = luck;
    const exact = plan.servers * plan.coresPerServer;
    this.stretch = exact > 0 ? Math.max(1, Math.round(exact)) / exact : 1;
  }
}

class Route {
  readonly plan: RoutePlan;
  readonly luck: RandomStream;
  readonly cache: EntryCache | null;
  readonly tokens: RetryTokens;
  readonly breaker: WindowBreaker | null;
  readonly outbox: Outbox;

  constructor(plan: RoutePlan, luck: RandomStream) {
    this.plan = plan;
    this.luck = luck;
    this.cache = plan.dependency?.cache ? new EntryCache(plan.dependency.cache) : null;
    this.tokens = new RetryTokens(plan.budget);
    this.breaker = plan.dependency?.breaker ? new WindowBreaker(plan.dependency.breaker) : null;
    this.outbox = new Outbox(plan.dependency?.ageLimitSeconds ?? null);
  }
}

class RequestRun {
  private readonly plan: Plan;
  private readonly counts: RequestCounts;
  private readonly queue = new EventQueue(1 << 14);
  private readonly facts: Facts;
  private readonly beliefs: Beliefs;
  private readonly places: readonly Place[];
  private readonly routes: readonly Route[];
  private readonly sources: readonly SourceCounts[];
  private readonly arrivals: readonly RandomStream[];
  private readonly nextArrival: number[];
  private readonly demand: number[];
  private readonly jobs = new Pool((id) => new Job(id));
  private readonly calls = new Pool((id) => new Call(id));
  private now = 0;
  private window = 0;

  constructor(plan: Plan, counts: RequestCounts, seed: string | number) {
    const luck = streams(seed);
    this.plan = plan;
    this.counts = counts;
    this.facts = new Facts(plan);
    this.beliefs = new Beliefs(plan, this.facts, luck);
    this.places = plan.places.map((place, i) => new Place(place, counts.places[i], luck.stream('place', place.id)));
    this.routes = plan.routes.map((route) => new Route(route, luck.stream('route', route.index)));
    this.sources = counts.sources;
    this.arrivals = plan.sources.map((source) => luck.stream('arrivals', source.id));
    this.nextArrival = plan.sources.map(() => NO_EVENT);
    this.demand = plan.sources.map(() => 0);
  }

  run(): void {
    const { queue, counts } = this;
    const end = this.plan.scenario.durationSeconds;
    for (const time of this.facts.times) queue.push(time, FACT, 0);
    for (let w = 1; w <= counts.windows; w++) queue.push(w * counts.windowSeconds, WINDOW, w);
    while (queue.pop() && queue.time <= end) {
      this.now = queue.time;
      counts.events++;
      this.happen(queue.kind, queue.target, queue.payload);
    }
  }

  private happen(kind: number, target: number, payload: number): void {
    switch (kind) {
      case ARRIVE:
        this.nextArrival[target] = this.scheduleArrival(target);
        this.sources[target].wanted[this.window]++;
        this.beginUserRequest(target);
        break;
      case REACH:
        this.reach(this.jobs.items[target]);
        break;
      case WORKED:
        this.worked(this.jobs.items[target]);
        break;
      case ANSWER: {
        const call = this.calls.items[target];
        if (call.attempt === Math.floor(payload / 4)) this.answered(call, payload % 4);
        break;
      }
      case TIMEOUT:
        this.attemptFailed(this.calls.items[target]);
        break;
      case RETRY:
        this.attempt(this.calls.items[target]);
        break;
      case RETURN:
        this.beginUserRequest(target);
        break;
      case FACT:
        this.learnFacts();
        break;
      case BELIEF:
        this.beliefs.update(target, payload);
        break;
      default:
        this.closeWindow(target);
    }
  }

  // ------------------------------------------------------------------ users

  private scheduleArrival(source: number): number {
    const rate = this.demand[source];
    if (rate <= 0) return NO_EVENT;
    return this.queue.push(this.now + exponential(this.arrivals[source]) / rate, ARRIVE, source);
  }

  private beginUserRequest(source: number): void {
    const call = this.newCall(this.routes[this.plan.sources[source].route], null);
    this.firstAttempt(call);
  }

  private userRequestEnded(source: number, well: boolean, sentAt: number): void {
    const counts = this.sources[source];
    if (well) {
      counts.succeeded[Math.floor(sentAt / this.counts.windowSeconds)]++;
      return;
    }
    const { comeBack } = this.plan.sources[source].users;
    const luck = this.arrivals[source];
    if (comeBack.probability > 0 && luck.next() < comeBack.probability) {
      this.queue.push(this.now + exponential(luck) * comeBack.afterSeconds, RETURN, source);
    } else counts.failed[this.window]++;
  }

  // ------------------------------------------------------------------ calls: the caller's side

  private newCall(route: Route, job: Job | null): Call {
    const call = this.calls.take();
    call.route = route.plan.index;
    call.job = job;
    call.tries = 0;
    call.entry = -1;
    call.since = this.now;
    return call;
  }

  private firstAttempt(call: Call): void {
    this.routes[call.route].tokens.first();
    this.attempt(call);
  }

  private attempt(call: Call): void {
    const route = this.routes[call.route];
    call.attempt++;
    call.probe = false;
    if (route.breaker) {
      const admits = route.breaker.admits(this.now);
      if (admits === 'no') {
        this.attemptFailed(call);
        return;
      }
      call.probe = admits === 'probe';
    }
    call.sent = true;
    call.sentAt = this.now;
    call.nth = 0;
    call.timer = this.queue.push(this.now + route.plan.timeout, TIMEOUT, call.id);
    this.send(call, route);
  }

  private send(call: Call, route: Route): void {
    const k = this.beliefs.choose(route.plan, call.nth, route.luck);
    if (k < 0) {
      this.attemptFailed(call);
      return;
    }
    const { place, latency } = route.plan.targets[k];
    this.counts.attempts++;
    if (!this.facts.reaches(route.plan.fromSite, this.places[place].plan.site)) return;
    const job = this.jobs.take();
    job.begin(place, call, call.attempt, latency);
    if (latency > 0) this.queue.push(this.now + latency, REACH, job.id);
    else this.reach(job);
  }

  private answered(call: Call, answer: number): void {
    const route = this.routes[call.route];
    if (answer !== WELL) {
      if (answer === REFUSED && route.plan.routing === 'spill' && call.nth + 1 < route.plan.targets.length) {
        call.nth++;
        this.send(call, route);
        return;
      }
      this.attemptFailed(call);
      return;
    }
    this.endAttempt(call, route, true);
    this.callEnded(call, true);
  }

  private attemptFailed(call: Call): void {
    const route = this.routes[call.route];
    this.endAttempt(call, route, false);
    call.attempt++;
    if (call.tries >= route.plan.retries || !route.tokens.take()) {
      this.callEnded(call, false);
      return;
    }
    call.tries++;
    if (route.plan.backoff > 0) call.retry = this.queue.push(this.now + route.plan.backoff, RETRY, call.id);
    else this.attempt(call);
  }

  private endAttempt(call: Call, route: Route, well: boolean): void {
    if (!call.sent) return;
    call.sent = false;
    this.queue.cancel(call.timer);
    if (route.breaker) route.breaker.ended(this.now, well, call.probe);
  }

  /** For good: the answer goes to the request, the user or the outbox that called. */
  private callEnded(call: Call, well: boolean): void {
    const route = this.routes[call.route];
    const { job, entry, since } = call;
    if (well && entry >= 0) route.cache?.fill(entry);
    call.attempt++;
    this.calls.give(call);
    if (route.plan.source >= 0) this.userRequestEnded(route.plan.source, well, call.sentAt);
    else if (route.plan.kind === 'async') this.messageEnded(route, since, well);
    else if (job) {
      if (!well) job.left = 0;
      this.stepEnded(job, well || route.plan.kind === 'optional');
    }
  }

  private messageEnded(route: Route, since: number, well: boolean): void {
    if (!well) {
      route.outbox.keep(since);
      return;
    }
    const more = (route.plan.dependency?.catchUp ?? 1) - 1;
    for (let old = route.outbox.release(this.now, more); old >= 0; old = route.outbox.release(this.now, 0)) {
      const message = this.newCall(route, null);
      message.since = old;
      this.firstAttempt(message);
    }
  }

  // ------------------------------------------------------------------ requests: the callee's side

  private reach(job: Job): void {
    const place = this.places[job.place];
    if (!place.plan.service) {
      job.state = Job.CALLING;
      this.nextStep(job);
      return;
    }
    const w = this.window;
    place.counts.offered[w]++;
    if (this.facts.servers[job.place] <= 0) {
      place.counts.refused[w]++;
      if (this.facts.hangs[job.place] === 1) this.jobs.give(job);
      else this.reply(job, REFUSED);
    } else if (place.head === null && place.busyCores < place.cores && place.busyWorkers < place.workers) {
      job.arrivedAt = this.now;
      this.beginWork(job, place);
    } else if (place.waiting >= place.limit) {
      place.counts.refused[w]++;
      this.reply(job, REFUSED);
    } else {
      job.state = Job.WAITING;
      job.arrivedAt = this.now;
      if (place.tail) place.tail.next = job;
      else place.head = job;
      place.tail = job;
      place.waiting++;
    }
  }

  private beginWork(job: Job, place: Place): void {
    place.busyCores++;
    place.busyWorkers++;
    place.counts.begun[this.window]++;
    place.counts.waited[this.window] += this.now - job.arrivedAt;
    job.state = Job.WORKING;
    const service = place.plan.service as NonNullable<PlacePlan['service']>;
    const time = quantile(service.serviceTime, place.luck.next()) * this.facts.slowness[job.place] * place.stretch;
    job.timer = this.queue.push(this.now + time, WORKED, job.id);
  }

  /** Own work is done: the core is free, the worker is not. */
  private worked(job: Job): void {
    const place = this.places[job.place];
    place.busyCores--;
    job.state = Job.CALLING;
    job.timer = NO_EVENT;
    // Its calls first: if they end at once, the worker is free for the same waiting request as the core.
    this.nextStep(job);
    this.startWaiting(place);
  }

  private startWaiting(place: Place): void {
    while (place.head && place.busyCores < place.cores && place.busyWorkers < place.workers) {
      const job = place.head;
      place.head = job.next;
      if (!place.head) place.tail = null;
      job.next = null;
      place.waiting--;
      this.beginWork(job, place);
    }
  }

  /** Makes the next call, or group of parallel calls; ends the request when there is none. */
  private nextStep(job: Job): void {
    const { calls } = this.places[job.place].plan;
    for (;;) {
      if (job.left > 0) {
        job.left--;
        if (this.start(job, this.routes[calls[job.step - 1]])) return;
        continue;
      }
      if (job.step === calls.length) {
        this.finish(job, true);
        return;
      }
      const route = this.routes[calls[job.step++]];
      if (route.plan.kind === 'async') {
        if (this.callsOf(route) > 0) this.firstAttempt(this.newCall(route, null));
      } else if (route.plan.parallel !== null) {
        if (this.startGroup(job, calls, route)) return;
      } else job.left = this.callsOf(route);
    }
  }

  /** How often this request makes the call: a whole number. */
  private callsOf(route: Route): number {
    const { calls } = route.plan;
    if (calls === 1) return 1;
    const whole = Math.floor(calls);
    return whole + (calls > whole && route.luck.next() < calls - whole ? 1 : 0);
  }

  /** Makes one call; false when a cache has answered it. */
  private start(job: Job, route: Route): boolean {
    let entry = -1;
    if (route.cache) {
      entry = route.cache.look(route.luck.next(), route.luck.next());
      if (entry < 0) return false;
    }
    const call = this.newCall(route, job);
    call.entry = entry;
    job.open++;
    this.firstAttempt(call);
    return true;
  }

  /** Starts all calls of a parallel group; false when nothing had to be called. */
  private startGroup(job: Job, calls: readonly number[], first: Route): boolean {
    let route = first;
    // Held open until all have begun: the first ones may end at once.
    job.open++;
    for (;;) {
      for (let n = this.callsOf(route); n > 0; n--) this.start(job, route);
      const next = job.step < calls.length ? this.routes[calls[job.step]] : null;
      if (!next || next.plan.parallel !== first.plan.parallel || next.plan.kind === 'async') break;
      route = next;
      job.step++;
    }
    job.open--;
    if (job.open > 0) return true;
    if (!job.failed) return false;
    this.finish(job, false);
    return true;
  }

  /** A call of the request has ended; goes on when it was the last of its step. */
  private stepEnded(job: Job, well: boolean): void {
    job.open--;
    if (!well) job.failed = true;
    if (job.open > 0) return;
    if (job.failed) this.finish(job, false);
    else this.nextStep(job);
  }

  private finish(job: Job, well: boolean): void {
    const place = this.places[job.place];
    if (place.plan.service) {
      place.busyWorkers--;
      place.counts.completed[this.window]++;
    }
    this.startWaiting(place);
    this.reply(job, well ? WELL : ERROR);
  }

  /** Sends the answer back, to whoever may still wait for it. */
  private reply(job: Job, answer: number): void {
    const { call, attempt, latency } = job;
    const from = this.places[job.place].plan.site;
    this.jobs.give(job);
    if (!call || call.attempt !== attempt) return;
    if (latency > 0) {
      const reaches = this.facts.reaches(this.routes[call.route].plan.fromSite, from);
      if (reaches) this.queue.push(this.now + latency, ANSWER, call.id, attempt * 4 + answer);
    } else this.answered(call, answer);
  }

  // ------------------------------------------------------------------ the world

  private learnFacts(): void {
    const before = this.facts.servers.slice();
    this.facts.at(this.now);
    for (const place of this.places)
      this.setServers(place, before[place.plan.index], this.facts.servers[place.plan.index]);
    for (let s = 0; s < this.demand.length; s++) {
      const rate = this.facts.demand(s, this.now);
      if (rate === this.demand[s]) continue;
      this.demand[s] = rate;
      this.queue.cancel(this.nextArrival[s]);
      this.nextArrival[s] = this.scheduleArrival(s);
    }
    this.beliefs.learn(this.now, (row, delay, token) => this.queue.push(this.now + delay, BELIEF, row, token));
  }

  private setServers(place: Place, before: number, servers: number): void {
    const { plan } = place;
    if (!plan.service) return;
    place.cores = Math.round(servers * plan.coresPerServer);
    if (servers > 0 && place.cores === 0) place.cores = 1;
    place.workers = Math.round(servers * plan.workersPerServer);
    place.limit = Math.round(servers * plan.queuePerServer);
    if (servers < before) this.loseRequests(place, 1 - servers / before, this.facts.hangs[plan.index] === 1);
    this.startWaiting(place);
  }

  private loseRequests(place: Place, share: number, silently: boolean): void {
    const { waiting, working } = this.requestsAt(place);
    place.head = null;
    place.tail = null;
    place.waiting = 0;
    const lost = new Set<Job>();
    for (const job of waiting) {
      if (place.luck.next() < share || place.waiting >= place.limit) {
        lost.add(job);
        continue;
      }
      job.next = null;
      if (place.tail) place.tail.next = job;
      else place.head = job;
      place.tail = job;
      place.waiting++;
    }
    for (const job of working) {
      if (place.luck.next() >= share) continue;
      place.busyWorkers--;
      if (job.state === Job.WORKING) {
        place.busyCores--;
        this.queue.cancel(job.timer);
      }
      lost.add(job);
    }
    place.counts.lost[this.window] += lost.size;
    this.abandonCalls(lost);
    for (const job of lost) {
      if (silently) this.jobs.give(job);
      else this.reply(job, ERROR);
    }
  }

  /** All requests of a place, the waiting ones in order. Looks at every request there is: losses are rare. */
  private requestsAt(place: Place): { waiting: Job[]; working: Job[] } {
    const waiting: Job[] = [];
    for (let job = place.head; job; job = job.next) waiting.push(job);
    const busy = (job: Job) =>
      job.place === place.plan.index && (job.state === Job.WORKING || job.state === Job.CALLING);
    return { waiting, working: this.jobs.items.filter(busy) };
  }

  private abandonCalls(of: ReadonlySet<Job>): void {
    for (const call of this.calls.items) {
      if (!call.job || !of.has(call.job)) continue;
      this.queue.cancel(call.sent ? call.timer : call.retry);
      call.attempt++;
      this.calls.give(call);
    }
  }

  private closeWindow(number: number): void {
    for (const place of this.places) {
      place.counts.queued[this.window] = place.waiting;
      place.counts.working[this.window] = place.busyWorkers;
    }
    for (const route of this.routes) {
      if (!route.cache) continue;
      const name = `${this.places[route.plan.from].plan.id}->${route.plan.dependency?.service}`;
      (this.counts.warmth.get(name) as Float64Array)[this.window] = route.cache.warmth;
    }
    this.window = number;
  }
}

function exponential(stream: RandomStream): number {
  return -Math.log(stream.next());
}
