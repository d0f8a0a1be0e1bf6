/**
 * Availability over years: many lives of a system, each with its own luck of faults by rate, and what they cost on average.
 *
 * A life is a job. The error is that of the mean over independent lives, by Student's t; with few outages in all lives it is too small,
 * so their number stands beside it, and where there was none at all, the rule of three says how rare they may be (Hanley and
 * Lippman-Hand, JAMA, 1983). Left out: `leavesOut`, printed with the numbers.
 */
import type { Language } from '../../results/amounts.js';
import type { Scenario } from '../../scenario/model.js';
import { ENGINE_VERSION } from '../../world/simulate.js';
import { measureNamed, subjectIds } from '../compare/compared-measures.js';
import { type LifeAnswer, type LifeAsk, type LifeOfSubject, lifeKind } from '../pool/kinds/life.js';
import { inOrder, type Pool } from '../pool/pool.js';
import { moments } from '../statistics/moments.js';
import { interval, paired } from '../statistics/paired.js';
import { sample } from '../statistics/sample.js';
import { chancesOf, YEAR_SECONDS } from './chances.js';
import type { AvailabilityDocument, AvailabilityLayout, AvailabilityOf, Estimate } from './document.js';
import { leavesOut } from './leaves-out.js';

export interface AvailabilityOptions {
  readonly years: number;
  readonly seeds: number;
  readonly pool: Pool;
  /** Of what is left out; English when left out. */
  readonly language?: Language;
}

/** @param layouts of one file, at least one, each with something that goes wrong by chance */
export async function availabilityOf(
  layouts: readonly Scenario[],
  { years, seeds, pool, language = 'en' }: AvailabilityOptions,
): Promise<AvailabilityDocument> {
  const [first] = layouts;
  const ask: LifeAsk = { spanSeconds: years * YEAR_SECONDS, subjects: subjectIds(first) };
  const jobs = Array.from({ length: seeds }, (_, seed) =>
    layouts.map((_each, scenario) => ({ scenario, seed: String(seed + 1), ask })),
  ).flat();
  const lives: LifeAnswer[][] = layouts.map(() => []);
  let round: LifeAnswer[] = [];
  await inOrder(pool, { kind: lifeKind, scenarios: layouts, jobs }, (answer) => {
    round.push(answer);
    if (round.length < layouts.length) return;
    round.forEach((each, place) => void lives[place].push(each));
    round = [];
  });
  const done = lives[0].length;
  return {
    format: 'firebreak.availability/1',
    scenario: { id: first.id, title: first.title, sha256: first.sha256 },
    engine: ENGINE_VERSION,
    years,
    seeds: done,
    seedsAsked: seeds,
    partial: done < seeds,
    currency: first.currency,
    layouts: layouts.map((scenario, place) => layoutOf(scenario, lives[place], lives[0], ask, years)),
    leavesOut: leavesOut(language),
  };
}

function layoutOf(
  scenario: Scenario,
  lives: readonly LifeAnswer[],
  base: readonly LifeAnswer[],
  { subjects, spanSeconds }: LifeAsk,
  years: number,
): AvailabilityLayout {
  const perYear = (value: (life: LifeAnswer) => number): Estimate =>
    estimate(
      lives.map((life) => value(life) / years),
      0,
    );
  const withoutLoss = lives.filter(({ subjects: all }) => all.every(({ failed }) => failed < LEAST)).length;
  return {
    id: scenario.layout,
    chances: chancesOf(scenario).map(({ id, perYear: rate }, i) => ({
      id,
      perYear: rate,
      began: lives.reduce((sum, { faults }) => sum + faults[i], 0),
      expected: rate * years * lives.length,
    })),
    services: subjects.flatMap((id, i) =>
      ofSubject(
        scenario,
        id,
        lives.map((life) => life.subjects[i]),
        years,
      ),
    ),
    userHoursLostPerYear: perYear((life) => life.userHoursLost),
    moneyLostPerYear: lives.every(({ moneyLost }) => moneyLost !== null)
      ? perYear((life) => life.moneyLost ?? 0)
      : null,
    episodes: lives.reduce((sum, life) => sum + life.episodes, 0),
    unfinished: lives.reduce((sum, life) => sum + life.unfinished, 0),
    simulatedShare:
      lives.length === 0
        ? 0
        : lives.reduce((sum, life) => sum + life.simulatedSeconds, 0) / (spanSeconds * lives.length),
    livesWithoutLoss: withoutLoss,
    rarerThanOnceInYears:
      lives.length > 0 && withoutLoss === lives.length ? (lives.length * years) / RULE_OF_THREE : null,
    against: lives === base ? null : against(base, lives, years),
  };
}

/** Fewer requests are none: sums over years have last bits. */
const LEAST = 0.5;

/** -ln(5 %): so many are expected where none is seen in one of twenty cases. */
const RULE_OF_THREE = 3;

function ofSubject(scenario: Scenario, id: string, lives: readonly LifeOfSubject[], years: number): AvailabilityOf[] {
  const service = scenario.services.find((each) => each.id === id);
  const found = service ?? scenario.journeys.find((each) => each.id === id);
  // A layout may have taken it away.
  if (found === undefined) return [];
  const perYear = (value: (life: LifeOfSubject) => number): Estimate =>
    estimate(
      lives.map((life) => value(life) / years),
      0,
    );
  const isWanted = lives.length > 0 && lives.every(({ wanted }) => wanted > 0);
  return [
    {
      id,
      name: found.name,
      kind: service === undefined ? 'journey' : 'service',
      hasUsers: found.users !== null,
      availability: isWanted
        ? estimate(
            lives.map(({ wanted, failed }) => 1 - failed / wanted),
            0,
            1,
          )
        : null,
      downSecondsPerYear: perYear(({ downSeconds }) => downSeconds),
      notUpSecondsPerYear: perYear(({ notUpSeconds }) => notUpSeconds),
      outagesPerYear: perYear(({ outages }) => outages),
      outages: lives.reduce((sum, { outages }) => sum + outages, 0),
    },
  ];
}

function estimate(values: readonly number[], least: number, most = Number.POSITIVE_INFINITY): Estimate {
  const { count, mean, sd } = moments(values);
  const ci95 = interval(count, mean, sd);
  return {
    mean: mean ?? 0,
    standardError: sd === null ? null : sd / Math.sqrt(count),
    ci95: ci95 === null ? null : [Math.max(least, ci95[0]), Math.min(most, ci95[1])],
  };
}

function against(
  base: readonly LifeAnswer[],
  other: readonly LifeAnswer[],
  years: number,
): AvailabilityLayout['against'] {
  const hours = (lives: readonly LifeAnswer[]) => sample(lives.map(({ userHoursLost }) => userHoursLost / years));
  const { difference, ci95, better, worse, shown } = paired(hours(base), hours(other), measureNamed('userHoursLost'));
  return { difference, ci95, betterIn: better, worseIn: worse, shown };
}
