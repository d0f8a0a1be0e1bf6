/**
 * Designs under the cards that were drawn: every design and the unedited base, each card, 20 seeds, and their scores.
 *
 * A card strikes with the faults of its layout, whatever the design. Of a card the median over the seeds counts, of a hand
 * of cards the mean. A time that never came is the length of the run.
 */
import type { Scenario } from '../../scenario/model.js';
import { type LayoutRunAsk, layoutRunKind } from '../../studies/compare/layout-run.js';
import type { Job } from '../../studies/pool/job.js';
import type { Pool } from '../../studies/pool/pool.js';
import type { Design } from '../designs/design.js';
import { type LoadedDesign, loadDesign } from '../designs/load-design.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import { type Score, scoreOf } from './score.js';

export interface Entry {
  readonly design: Design;
  /** Weighted user-hours, a card on average; null: none. */
  readonly predictedLoss: number | null;
}

export interface ChallengeOptions {
  readonly pool: Pool;
  /** Ids of the cards that were drawn. */
  readonly cards: readonly string[];
  /** 20 when left out. */
  readonly seeds?: number;
}

export interface ChallengeResult {
  readonly base: Loss;
  /** In the order of the entries. */
  readonly entries: readonly EntryResult[];
  /** False when it was stopped before the end: then nobody has a score. */
  readonly finished: boolean;
}

export interface EntryResult {
  readonly loaded: LoadedDesign;
  /** Null for a design that cannot be locked, or when it was stopped. */
  readonly loss: Loss | null;
  readonly score: Score | null;
}

export interface Loss {
  readonly cards: readonly CardLoss[];
  /** Means over the cards. */
  readonly userHours: number;
  readonly seconds: number;
}

export interface CardLoss {
  readonly card: string;
  /** Weighted by tier; median over the seeds. */
  readonly userHours: number;
  /** To 95 % of demand; median over the seeds. */
  readonly seconds: number;
}

export const CHALLENGE_SEEDS = 20;
const USUAL_TIER = 1;

export async function playChallenge(
  lesson: LoadedLesson,
  entries: readonly Entry[],
  { pool, cards, seeds = CHALLENGE_SEEDS }: ChallengeOptions,
): Promise<ChallengeResult> {
  // A design that several handed in is played once.
  const designs = new Map<string, LoadedDesign>();
  const keys = entries.map(({ design }) => JSON.stringify(design));
  for (const [i, { design }] of entries.entries())
    if (!designs.has(keys[i])) designs.set(keys[i], loadDesign(lesson, design));
  const playable = [...designs.values()].flatMap(({ scenario, hindrances }) =>
    scenario === null || hindrances.length > 0 ? [] : [scenario],
  );
  const { losses, finished } = await lossesOf(lesson, [lesson.scenario, ...playable], cards, seeds, pool);
  const [ofBase, ...others] = losses;
  return {
    base: ofBase,
    finished,
    entries: keys.map((key, i): EntryResult => {
      const each = designs.get(key) as LoadedDesign;
      if (each.scenario === null || each.hindrances.length > 0) return { loaded: each, loss: null, score: null };
      const loss = others[playable.indexOf(each.scenario)];
      return {
        loaded: each,
        loss: finished ? loss : null,
        score: finished ? score(loss, ofBase, each, entries[i]) : null,
      };
    }),
  };
}

function score(loss: Loss, base: Loss, { price }: LoadedDesign, { predictedLoss }: Entry): Score {
  return scoreOf({
    loss: loss.userHours,
    baseLoss: base.userHours,
    seconds: loss.seconds,
    baseSeconds: base.seconds,
    unspent: price?.pointsLeft ?? 0,
    budget: (price?.points ?? 0) + (price?.pointsLeft ?? 0) || 1,
    predictedLoss,
  });
}

async function lossesOf(
  { lesson, scenario: base, otherLayouts }: LoadedLesson,
  scenarios: readonly Scenario[],
  cards: readonly string[],
  seeds: number,
  pool: Pool,
): Promise<{ readonly losses: readonly Loss[]; readonly finished: boolean }> {
  const tiers = lesson.challenge?.tiers ?? {};
  const subjects = [...base.services, ...base.journeys].filter(({ users }) => users !== null).map(({ id }) => id);
  const ask: LayoutRunAsk = {
    measures: ['served95AfterSeconds'],
    subjects,
    ofSubjects: ['userHoursLost'],
    parts: 1,
    judge: false,
  };
  const faultsOf = (card: string): Scenario['faults'] => {
    const layout = lesson.challenge?.cards[card]?.layout;
    return [base, ...otherLayouts].find((each) => each.layout === layout)?.faults ?? [];
  };
  const jobs = scenarios.flatMap((_, scenario) =>
    cards.flatMap((card) =>
      Array.from({ length: seeds }, (__, seed): Job<LayoutRunAsk> => {
        return { scenario, seed: String(seed + 1), faults: faultsOf(card), ask };
      }),
    ),
  );
  const hours = new Float64Array(jobs.length);
  const seconds = new Float64Array(jobs.length);
  const finished = await pool.do({ kind: layoutRunKind, scenarios, jobs }, (answer, job) => {
    hours[job] = answer.subjects.reduce((sum, [lost], i) => sum + (tiers[subjects[i]] ?? USUAL_TIER) * (lost ?? 0), 0);
    seconds[job] = answer.measures[0] ?? scenarios[jobs[job].scenario].durationSeconds;
  });
  const losses = scenarios.map((_, i) => {
    const of = cards.map((card, j): CardLoss => {
      const from = (i * cards.length + j) * seeds;
      return {
        card,
        userHours: median(hours.subarray(from, from + seeds)),
        seconds: median(seconds.subarray(from, from + seeds)),
      };
    });
    return {
      cards: of,
      userHours: mean(of.map((each) => each.userHours)),
      seconds: mean(of.map((each) => each.seconds)),
    };
  });
  return { losses, finished };
}

function median(values: Float64Array): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
