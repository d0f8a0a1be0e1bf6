/**
 * The checked scenario: plain, readonly data, every default filled in, every reference known to exist.
 *
 * What a file says becomes this and nothing else reaches the world. Every collection is sorted by id, so that the
 * order of keys in a file changes nothing; `order` keeps the place in the file for those who draw or list.
 * Times are seconds from the scenario's `start`; rates are per second; shares are 0..1.
 * Whatever has a `path` can be found in the file: `positions[path]`, see {@link Scenario.positions}.
 */
import type { Distribution } from '../engine/distributions.js';

/** A name or title in the languages of the project. At least one is present. */
export interface Text {
  readonly en?: string;
  readonly ko?: string;
}

/** A wall-clock instant with the offset it was written in (minutes east of UTC). */
export interface Instant {
  readonly epochMilliseconds: number;
  readonly offsetMinutes: number;
}

export interface Scenario {
  readonly format: 1;
  /** File stem, for example `kakao-2022`. */
  readonly id: string;
  /** File name as given by the caller, for messages and `file` in JSON. */
  readonly file: string;
  /** SHA-256 (hex) of the file's text as read. */
  readonly sha256: string;
  readonly title: Text;
  readonly purpose: Text | null;
  readonly start: Instant;
  readonly durationSeconds: number;
  /** The layout that this scenario is; the first of `layouts` (or `base`) when none was asked for. */
  readonly layout: string;
  /** Names of all layouts of the file, in the file's order; `['base']` when it has none. */
  readonly layouts: readonly string[];
  /** What the layout changes against the file without it, in plan notation (`+ ~ -`). */
  readonly changes: readonly string[];
  readonly sites: readonly Site[];
  readonly links: readonly Link[];
  readonly profiles: readonly Profile[];
  readonly populations: readonly Population[];
  readonly classes: readonly ServiceClass[];
  readonly services: readonly Service[];
  readonly journeys: readonly Journey[];
  readonly substitutes: readonly Substitute[];
  readonly faults: readonly Fault[];
  /** What goes wrong by chance; no run of its own makes it, `studies/availability` draws from it. */
  readonly rates: readonly FaultRate[];
  readonly recovery: Recovery;
  readonly expectations: readonly Expectation[];
  readonly history: History | null;
  readonly currency: string | null;
  readonly prices: Prices;
  /** How often a year what the file tells is expected to happen; null: not stated. */
  readonly frequencyPerYear: number | null;
  readonly merchants: readonly Merchants[];
  readonly terms: readonly Terms[];
  /** What repair costs; null: not stated. */
  readonly restoration: Restoration | null;
  /** Tolerances of the flow solver; see docs/flow.md. */
  readonly solver: SolverSettings;
  /** Value path -> where it comes from. */
  readonly provenance: Readonly<Record<string, Provenance>>;
  /** Paths of values that were filled in by a default. */
  readonly defaulted: readonly string[];
  /** Value path -> [line, column] in `file`, both counted from 1. */
  readonly positions: Readonly<Record<string, readonly [line: number, column: number]>>;
}

export interface Provenance {
  readonly source?: string;
  readonly assumed?: string;
}

/** A data centre. */
export interface Site {
  readonly id: string;
  readonly order: number;
  readonly path: string;
  readonly name: Text;
  /** Latitude, longitude in degrees; null when not stated. */
  readonly at: readonly [number, number] | null;
  /** Servers of this tenant in the site; at least the sum of its deployments. */
  readonly servers: number;
  /** At least one; shares of the tenant's servers, they sum to 1. */
  readonly zones: readonly Zone[];
  /** Servers free for rebuilding other sites' services. */
  readonly spareServers: number;
  /** Cost a month, in the scenario's currency. */
  readonly cost: number;
}

export interface Zone {
  readonly id: string;
  readonly path: string;
  readonly share: number;
}

/** A connection between two sites. Sites without a stated link reach each other by a default one. */
export interface Link {
  readonly id: string;
  readonly path: string;
  readonly between: readonly [string, string];
  readonly latencySeconds: number;
  readonly cost: number;
}

/** Daily shape of demand: `steps` values per day from 00:00 local time, each a share of the peak (0..1). */
export interface Profile {
  readonly id: string;
  readonly steps: readonly number[];
}

/** People who may use several services; counted once in totals. */
export interface Population {
  readonly id: string;
  readonly people: number;
}

/** People (or machines) who ask; the source of all demand. */
export interface Users {
  readonly path: string;
  /** Id of the population; a service that states a number has one of its own, named after the service. */
  readonly population: string;
  /** Share of that population who use this at the profile's peak. */
  readonly share: number;
  readonly peakPerSecond: number;
  readonly profile: string;
  /** How long a user waits for one attempt. */
  readonly timeoutSeconds: number;
  /** Immediate attempts of the client after the first. */
  readonly retries: number;
  readonly backoffSeconds: number;
  /** Retries at most this share of first attempts; null: no budget. */
  readonly retryBudget: number | null;
  /** Of those refused for good: who comes back, after how long on average. */
  readonly comeBack: { readonly probability: number; readonly afterSeconds: number };
  /** Cached addresses: how long users go on calling a site that is known to be dead. */
  readonly dnsTtlSeconds: number;
  /** Of those refused for good: who puts it off until it works, and how long after that they come on average. */
  readonly putOff: { readonly probability: number; readonly afterSeconds: number };
  /** Substitutes to which users leave, sorted by id, with the share of the leavers that each gets; they sum to 1. */
  readonly substitutes: readonly { readonly id: string; readonly share: number }[];
  readonly leave: Leave;
  /** Money that one successful request brings, in the scenario's currency. */
  readonly revenuePerRequest: number;
}

/** Users who leave while it is out, and return; the law is in docs/model.md. */
export interface Leave {
  /** Share of the users there who leave per hour as the outage begins, when everything fails. */
  readonly hazardPerHour: number;
  /** What each hour of outage adds to that, per hour. */
  readonly growthPerHour: number;
  /** Of those who left, how many return. */
  readonly returnShare: number;
  /** How long after it is back, on average. */
  readonly returnAfterSeconds: number;
}

export interface Substitute {
  readonly id: string;
  readonly name: Text;
}

export type Role = 'active' | 'hot-standby' | 'warm-standby' | 'cold-standby';
export type DependencyKind = 'required' | 'optional' | 'async' | 'startup' | 'operate';
export type Routing = 'nearest' | 'spill' | 'spread';

/** What users or other services call. */
export interface Service {
  readonly id: string;
  readonly order: number;
  readonly path: string;
  readonly name: Text;
  /** Group for drawing and listing; null when none. */
  readonly domain: string | null;
  /** Id of its recovery class. */
  readonly class: string;
  readonly users: Users | null;
  readonly routing: Routing;
  /** Own work on one request, seconds; its shape is the distribution's. */
  readonly serviceTime: Distribution;
  /** Waiting requests at most, per serving server. */
  readonly queuePerServer: number;
  readonly health: { readonly intervalSeconds: number; readonly threshold: number };
  readonly failover: Failover;
  readonly data: DataPlacement | null;
  /** What it lets in when it comes back: its own plan, else its class's; null: everybody at once. */
  readonly admission: AdmissionPlan | null;
  /** Sorted by site id. */
  readonly deployments: readonly Deployment[];
  /** In the order of the calls: a list as written; a map by `order`, then id. */
  readonly needs: readonly Dependency[];
}

/** What a user does: demand and needs, no servers. */
export interface Journey {
  readonly id: string;
  readonly order: number;
  readonly path: string;
  readonly name: Text;
  readonly users: Users;
  readonly needs: readonly Dependency[];
}

/** One service in one site. */
export interface Deployment {
  readonly site: string;
  readonly path: string;
  readonly role: Role;
  readonly servers: number;
  /** Servers by zone; they sum to `servers`. A zone without servers is left out. */
  readonly zones: readonly { readonly zone: string; readonly servers: number }[];
  /** Requests a second that one server can do when it waits for nobody: cores / mean service time. */
  readonly capacityPerServer: number;
  /** Requests that one server holds at once (threads, connections). */
  readonly workersPerServer: number;
  readonly costPerServer: number;
}

export interface Dependency {
  /** Id of the service that is called. */
  readonly service: string;
  readonly path: string;
  readonly kind: DependencyKind;
  /** Calls per request: up to 1 the share of requests that call, above it calls one after another. */
  readonly calls: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly backoffSeconds: number;
  readonly retryBudget: number | null;
  /** Calls with the same group number are made at the same time; null: in sequence. */
  readonly parallel: number | null;
  readonly breaker: Breaker | null;
  readonly cache: Cache | null;
  /** Async only: work older than this is lost; null: never. */
  readonly ageLimitSeconds: number | null;
  /** Async only: backlog is sent at this many times the normal flow. */
  readonly catchUp: number;
  /** Start-up and operate: what breaking the need by hand costs; null: it cannot be broken. */
  readonly byHand: Distribution | null;
}

export interface Breaker {
  /** Opens when this share of attempts fails over the window. */
  readonly failureShare: number;
  readonly windowSeconds: number;
  /** Stays open this long before it probes. */
  readonly openSeconds: number;
}

/** A cache in front of a dependency: hits do not call it. Warms by successful fills. */
export interface Cache {
  readonly entries: number;
  /** Share of requests that a warm cache answers. */
  readonly hits: number;
  readonly coldAtStart: boolean;
}

/** How a standby of the service comes to serve when the active deployments are believed dead. */
export interface Failover {
  /** null: the health check detects; else a person notices, after this long. */
  readonly noticed: Distribution | null;
  /** null: automatic; else a person decides, after this long. */
  readonly decide: Distribution | null;
  readonly promote: Distribution;
  /** Chance that a promotion fails and becomes repair work. */
  readonly failChance: number;
  /** Without its tools (`operate` needs): this many times slower by hand; null: it waits for the tools. */
  readonly byHandFactor: number | null;
  readonly team: string | null;
  readonly people: number;
  /** Back to the original site once it is healthy. */
  readonly failback: boolean;
}

/** What a service keeps, where its copies are and how they are kept alike; see docs/model.md. */
export interface DataPlacement {
  readonly path: string;
  /** Sites that have a copy, as written. */
  readonly copies: readonly string[];
  readonly replication: 'none' | 'async' | 'sync';
  /** How far a copy may be behind: each async one, and a sync one that need not acknowledge. */
  readonly lagSeconds: number;
  /** Votes (copies, and the witness) without which nothing is written; 1 unless sync. */
  readonly quorum: number;
  /** Site of a vote without data; null: none. */
  readonly witness: string | null;
  /** What sides do that do not reach each other when none has a quorum, or (async) when one has not the lead. */
  readonly onSplit: 'stop' | 'split';
  /** What it costs that both sides wrote: work on each write, and the share of them that no work saves. */
  readonly merge: { readonly secondsPerWrite: number; readonly lostShare: number };
  /** Share of requests that write. */
  readonly writes: number;
  /** Null: not stated; then a restore takes no time beyond the check. */
  readonly sizeBytes: number | null;
  readonly restoreBytesPerHour: number;
  /** Share of the servers that hold a copy which may be destroyed before the copy is lost. */
  readonly tolerates: number;
  readonly backups: Backups | null;
}

/** Backups at whole multiples of the interval from the scenario's start, the first at the start itself. */
export interface Backups {
  readonly everySeconds: number;
  readonly site: string;
  /** The newest so many are kept; null: all. */
  readonly keep: number | null;
}

/** A service that comes back lets in a part of the requests at first, and more in steps. */
export interface AdmissionPlan {
  /** Share of each step, ascending; after the last everybody is let in. At least one. */
  readonly shares: readonly number[];
  /** How long a step lasts. */
  readonly eachSeconds: number;
  /** A step ends only once what it lets in has been served well for that long without a break. */
  readonly untilWell: boolean;
}

/**
 * How services of one kind are brought back: durations belong to classes, never to one service.
 * A stage that a class does not have has a null duration.
 */
export interface ServiceClass {
  readonly id: string;
  readonly path: string;
  readonly name: Text;
  /** Data check or restore before (or, with `serveFirst`, after) it serves. */
  readonly check: TaskPlan | null;
  /** Configuration and start of the software once the servers are up. */
  readonly start: TaskPlan | null;
  /** Verification after which it is at full function. */
  readonly verify: TaskPlan | null;
  /** Serves before its check is done: first function and full function differ. */
  readonly serveFirst: boolean;
  /** Share of a deployment's servers that must be up before the next stages begin. */
  readonly quorum: number;
  /** Rebuilding it from nothing on another site's spare servers; null: cannot be. */
  readonly rebuild: TaskPlan | null;
  /** Without the tools that it needs: this many times slower; null: the task waits for them. */
  readonly byHandFactor: number | null;
  /** What its services let in when they come back; null: everybody at once. */
  readonly admission: AdmissionPlan | null;
}

export interface TaskPlan {
  readonly duration: Distribution;
  readonly team: string;
  readonly people: number;
}

/** A fault as written; what its parameters mean is the fault kind's, see `FaultKind`. */
export interface Fault {
  readonly id: string;
  readonly order: number;
  readonly path: string;
  readonly kind: string;
  readonly atSeconds: number;
  /** When it ends by itself; null: when it is repaired, or never. */
  readonly untilSeconds: number | null;
  /** Checked against the kind's parameter table; ids exist, units are SI. */
  readonly parameters: Readonly<Record<string, FaultValue>>;
}

/** A fault that comes by chance, without memory, again and again. */
export interface FaultRate {
  readonly id: string;
  readonly order: number;
  readonly path: string;
  readonly kind: string;
  /** Above 0; counted over the time in which it is not there. */
  readonly perYear: number;
  /** Null: until it is repaired, or never. */
  readonly lasts: Distribution | null;
  readonly parameters: Readonly<Record<string, FaultValue>>;
}

export type FaultValue = number | string | boolean | readonly string[];

/** A rule, or ids of services: these first, in this order. */
export type RecoveryOrder = 'scenario' | 'users' | 'dependency' | 'critical-path' | readonly string[];

export interface Recovery {
  /** When power is back, by zone. A zone without an entry is back when its fault ends; null there: never. */
  readonly power: readonly {
    readonly site: string;
    readonly zone: string;
    readonly atSeconds: number;
    readonly path: string;
  }[];
  readonly teams: readonly Team[];
  readonly order: RecoveryOrder;
  /** `wait` for the site, `rebuild` elsewhere, or whichever is `first`. */
  readonly strategy: 'wait' | 'rebuild' | 'first';
  /** Lower bound: as if there were always people enough. */
  readonly unlimitedPeople: boolean;
  readonly boot: BootPlan;
  /** No task is begun between these local hours (0..24); null: none. */
  readonly nightPause: { readonly fromHour: number; readonly toHour: number } | null;
}

export interface Team {
  readonly id: string;
  readonly path: string;
  readonly name: Text;
  /** All of them; the sum of its groups. */
  readonly people: number;
  /** Its own people first, then those of a skill or in reserve, by id. */
  readonly groups: readonly TeamGroup[];
  /** Local work needs entry to the site. */
  readonly onSite: boolean;
}

/** What repair work is, where it matters who does it. A restart is a start; a failback is a promotion. */
export const TASK_STAGES = [
  'boot',
  'restore',
  'check',
  'start',
  'verify',
  'rebuild',
  'promote',
  'merge',
  'repair',
] as const;
export type TaskStage = (typeof TASK_STAGES)[number];

/** People of a team who can do the same things and come at the same time. */
export interface TeamGroup {
  /** Empty for the team's own people. */
  readonly id: string;
  readonly path: string;
  readonly people: number;
  /** They work only on services of these classes, and so neither boot nor repair servers; null: on everything. */
  readonly classes: readonly string[] | null;
  /** They do only this; null: everything. */
  readonly stages: readonly TaskStage[] | null;
  /** They do not work before this. */
  readonly fromSeconds: number;
  /** They come this long after work that they could do first had to wait for people; null: without a call. */
  readonly called: Distribution | null;
}

/** Servers come back in waves. */
export interface BootPlan {
  readonly team: string | null;
  /** Servers an hour and person by hand, and (per site) with the boot tools alive. */
  readonly byHandPerHour: number;
  readonly byToolPerHour: number;
  /** Tools that make it fast; service ids. */
  readonly tools: readonly string[];
  /** Share of servers that are dead after a power loss and need repair. */
  readonly casualties: number;
  readonly repair: TaskPlan | null;
  /** Servers in one wave. */
  readonly wave: number;
}

/** What must hold. Short forms in a file expand to this. */
export interface Expectation {
  readonly name: Text;
  readonly path: string;
  /** A name of the measure registry, for example `restoredAfterSeconds`; `survives` for the studies. */
  readonly measure: string;
  /** Service, site or journey id; `any-site` and the like for `survives`; null: the whole run. */
  readonly of: string | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** The limit is a share of another layout's value; null: absolute. */
  readonly relativeTo: string | null;
  /** With `survives`: time allowed to come back. */
  readonly withinSeconds: number | null;
  readonly untouchedPasses: boolean;
}

export interface History {
  readonly sinceSeconds: number;
  readonly rows: readonly HistoryRow[];
}

export interface HistoryRow {
  readonly id: string;
  readonly order: number;
  readonly path: string;
  readonly service: string;
  readonly milestone: 'firstFunction' | 'restored' | 'fullFunction';
  /** Last moment at which it is known not to be so, seconds from `start`; null: unknown (listed, not scored). */
  readonly afterSeconds: number | null;
  readonly bySeconds: number | null;
  readonly source: string | null;
}

export interface SolverSettings {
  /** Multiplies every tolerance of the flow solver; 1 by default. */
  readonly tolerance: number;
}

/** What a layout is made of costs so much a month, in the scenario's currency; 0: not stated. */
export interface Prices {
  /** Already in `costPerServer` of deployments that state none; spare servers cost this. */
  readonly perServer: number;
  /** Already in the sites and links that state none. */
  readonly perSite: number;
  readonly perLink: number;
  /** Of all teams. */
  readonly perPerson: number;
}

/** People who live off a service; money is in the scenario's currency. */
export interface Merchants {
  readonly id: string;
  readonly order: number;
  readonly path: string;
  readonly name: Text;
  /** Service or journey through which their customers come. */
  readonly service: string;
  readonly number: number;
  /** Bookings of one of them a second, whichever way they come. */
  readonly bookingsPerSecond: number;
  /** Share of those that arrive through the service. */
  readonly through: number;
  readonly valuePerBooking: number;
  /** Of the bookings that were lost, how many are made up later. */
  readonly caughtUp: number;
  /** What one of them pays a second and gets nothing for while the service fails (advertisements, fees). */
  readonly costs: readonly { readonly id: string; readonly perSecond: number }[];
}

/** What the provider owes those who pay for some services. */
export interface Terms {
  readonly id: string;
  readonly order: number;
  readonly path: string;
  readonly name: Text;
  /** Services and journeys that it is about, sorted by id. */
  readonly services: readonly string[];
  /** People who pay, and what each pays a month for each of the services. */
  readonly paidUsers: number;
  readonly pricePerMonth: number;
  /** Downtime of a service up to which nothing is due. */
  readonly thresholdSeconds: number;
  readonly refund: Refund;
  /** Most that is due, as a share of the price of a month. */
  readonly mostShare: number;
  readonly excludes: {
    /** Ids of faults that count as force majeure: what they alone caused is not paid. */
    readonly forceMajeure: readonly string[];
    readonly indirect: boolean;
  };
}

/** So many times the price of the time that it was down, or a share of the month's price by how long that was. */
export type Refund =
  | { readonly kind: 'multiple'; readonly factor: number }
  | { readonly kind: 'tiers'; readonly tiers: readonly { readonly fromSeconds: number; readonly share: number }[] };

/** Prices of repair, in the scenario's currency. */
export interface Restoration {
  readonly perPersonHour: number;
  /** A server that was found dead after a power loss. */
  readonly perServerRepaired: number;
  /** A server that was destroyed and has to be bought anew. */
  readonly perServerReplaced: number;
  /** A server that was set up on another site. */
  readonly perServerRebuilt: number;
}
