/** Naver against Kakao: the same building, cuts, classes, teams and boot rates, held by a test; only the topology differs. */
import { readFileSync } from 'node:fs';
import { loadScenario } from '../../src/library/load-scenario.js';
import { measure } from '../../src/results/measures.js';
import { milestones } from '../../src/results/milestones.js';
import { median } from '../../src/results/rank-correlation.js';
import { readRun } from '../../src/results/reading.js';
import type { Scenario } from '../../src/scenario/model.js';
import { simulate } from '../../src/world/simulate.js';
import { kakao, layoutOfKakao, SEEDS } from '../kakao.js';
import { fixed, hours, table } from '../markdown.js';

const FILE = 'scenarios/naver-2022.yaml';
const text = readFileSync(FILE, 'utf8');
const naver = (layout?: string): Scenario => loadScenario(text, { file: FILE, layout });

const CASES: readonly (readonly [name: string, scenario: Scenario])[] = [
  ['Kakao', kakao],
  ['Kakao, tools in another building', layoutOfKakao('tools-elsewhere')],
  ['Naver', naver()],
  ['Naver, its tools where Kakao had them', naver('tools-in-pangyo')],
];

export function naverSection(): string {
  return table(
    [
      'median of the seeds',
      'services',
      'of them down',
      'first restored, h',
      'last at full function, h',
      'user-hours lost, million',
    ],
    CASES.map(([name, scenario]) => {
      const seen = SEEDS.map((seed) => outcome(scenario, seed));
      const middle = (of: (each: Outcome) => number): number | null => median(seen.map(of));
      return [
        name,
        fixed(
          middle(({ services }) => services),
          0,
        ),
        fixed(
          middle(({ down }) => down),
          0,
        ),
        hours(middle(({ first }) => first)),
        hours(middle(({ last }) => last)),
        fixed(
          middle(({ userHours }) => userHours / 1e6),
          2,
        ),
      ];
    }),
  );
}

interface Outcome {
  readonly services: number;
  readonly down: number;
  /** Seconds from T+0. */
  readonly first: number;
  readonly last: number;
  readonly userHours: number;
}

function outcome(scenario: Scenario, seed: number): Outcome {
  const reading = readRun(scenario, simulate(scenario, { seed: String(seed) }));
  const asked = reading.subjects.filter(({ users }) => users !== null);
  const hit = asked.map((subject) => milestones(reading, subject)).filter(({ down }) => down !== null);
  const sinceOrigin = (at: number | null): number =>
    at === null ? Number.POSITIVE_INFINITY : (at - reading.origin) / 1e6;
  return {
    services: asked.length,
    down: hit.length,
    first: Math.min(...hit.map(({ restored }) => sinceOrigin(restored))),
    last: Math.max(...hit.map(({ fullFunction, restored }) => sinceOrigin(fullFunction ?? restored))),
    userHours: measure(reading, 'userHoursLost', null)?.value ?? Number.NaN,
  };
}
