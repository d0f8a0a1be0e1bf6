/**
 * What a scenario that says nothing gets: every default in one place, each with its source or the word `assumed`.
 *
 * Two kinds. Quantities of the world (a timeout, a queue) have an ordinary value, and the scenario lists where it was
 * used (`defaulted`). Mechanisms (retries, users who leave) are off until the file turns them on: nothing happens that
 * was not written. Durations of recovery are those of the classes, see `default-classes.ts`.
 */
import { type Distribution, exponential, uniform } from '../engine/distributions.js';
import type { Text } from './model.js';

export interface Default<T> {
  readonly value: T;
  /** As a file would say it. */
  readonly written: string;
  /** Source, or `assumed` and the reason. */
  readonly why: string;
}

function of<T>(value: T, written: string, why: string): Default<T> {
  return { value, written, why };
}

/** A server that does fewer requests a second than this one's 100 has one core and a longer service time. */
const SERVICE_TIME_SECONDS = 0.01;

export const DEFAULTS = {
  serviceTime: of<Distribution>(
    exponential(SERVICE_TIME_SECONDS),
    '{ mean: 10ms }',
    'assumed: a small request; 1 / capacity where a server does fewer than 100 a second, as it has one core at least',
  ),
  workers: of(200, '200', "Tomcat's default maxThreads"),
  queue: of(100, '100', "Tomcat's default acceptCount"),
  callTimeout: of(1, '1s', 'assumed: an ordinary limit between services'),
  userTimeout: of(10, '10s', 'the limit of attention (Nielsen, Usability Engineering, 1993)'),
  dnsTtl: of(60, '60s', 'what Amazon Route 53 advises for failover records'),
  healthInterval: of(10, '10s', "Kubernetes' default periodSeconds"),
  healthThreshold: of(3, '3', "Kubernetes' default failureThreshold"),
  linkLatency: of(0.001, '1ms', 'assumed: fibre within a metropolitan area'),
  lag: of(5, '5s', 'assumed'),
  writes: of(0.05, '5%', 'YCSB workload B: 95 % reads, 5 % writes (Cooper et al., SoCC 2010)'),
  restoreRate: of(1e12, '1TB/h', 'assumed: some 280 MB a second, one array or one fast link'),
  tolerates: of(0.05, '5%', 'assumed: in 2022 Pangyo lost 3 % of its servers for good, and Kakao no data'),
  mergePerWrite: of(0.01, '10ms', 'assumed: a program compares most of them, people look at a few'),
  promote: of<Distribution>(
    uniform(60, 120),
    '{ min: 60s, max: 120s }',
    'Amazon RDS Multi-AZ: typically 60 to 120 seconds',
  ),
  breakerFailures: of(0.5, '50%', "Hystrix' default errorThresholdPercentage"),
  breakerWindow: of(10, '10s', "Hystrix' default rolling window"),
  breakerOpen: of(5, '5s', "Hystrix' default sleepWindow"),
  cacheHits: of(0.9, '90%', 'assumed'),
  catchUp: of(2, '2', 'assumed: the backlog is sent beside the normal flow, as fast again'),
  comeBackAfter: of(60, '60s', 'assumed'),
  putOffAfter: of(3600, '1h', 'assumed: they look again when they have time'),
  returnAfter: of(86_400, '24h', 'assumed: a habit is taken up again the day after'),
  mostRefund: of(1, '1', "assumed: nobody gets more than a month's price back, as cloud providers' credits"),
  bootByHand: of(30, '30/h', 'assumed: two minutes a server and person at a console'),
  bootByTool: of(1200, '1200/h', 'assumed: one wave in five minutes'),
  bootWave: of(100, '100', 'assumed: a few racks at a time, so that the inrush does not trip breakers'),
  admissionEach: of(300, '5m', 'assumed: somebody looks at the graphs for five minutes before letting more in'),
  untestedFails: of(
    0.5,
    '50%',
    'assumed: a standby that nobody has tried works or does not; Kakao tried only traffic peaks, never the loss of a site',
  ),
  repairTime: of<Distribution>(
    uniform(3600, 86400),
    '{ min: 1h, max: 24h }',
    'assumed: spare parts are on site or a day away',
  ),
  teamPeople: of(4, '4', 'assumed: who is on call when a file names no team'),
} as const;

/** The team of a file that names none. */
export const DEFAULT_TEAM = 'operations';

/** What a team is called that the file gives no name, by the ids that are usual. */
export const TEAM_NAMES: Readonly<Record<string, Text>> = {
  operations: { en: 'operations', ko: '운영 인력' },
  service: { en: 'service engineers', ko: '서비스 담당' },
  platform: { en: 'platform engineers', ko: '플랫폼 담당' },
  data: { en: 'data and storage', ko: '데이터·저장소 담당' },
  hands: { en: 'hands in the building', ko: '현장 담당' },
};

/** The zone of a site that names none: all of it shares one power feed. */
export const DEFAULT_ZONE = 'all';

/** Services with data need a check that services without do not. */
export const DEFAULT_CLASS = { withData: 'stateful', withoutData: 'stateless' } as const;
