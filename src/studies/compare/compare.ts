/**
 * Layouts side by side under the same luck: every layout runs with every seed, and is compared with the first seed by seed.
 *
 * Runs go seed by seed through all layouts, so that what is stopped early has whole seeds to tell of. All is summed as it comes;
 * kept are two numbers of each run, and the worst twentieth of each measure (`tally.ts`). Left out: a correction for looking at
 * many measures at once (see `statistics/paired.ts`).
 */
import type { Language } from '../../results/amounts.js';
import type { Scenario } from '../../scenario/model.js';
import { ENGINE_VERSION } from '../../world/simulate.js';
import type { Job } from '../pool/job.js';
import { inOrder, type Pool } from '../pool/pool.js';
import { COMPARED, OF_SERVICES, subjectIds } from './compared-measures.js';
import type { CompareDocument } from './comparison.js';
import { type Divergence, divergenceKind } from './divergence.js';
import { layoutComparisons, type Tallied } from './layout-comparisons.js';
import { type LayoutRunAnswer, type LayoutRunAsk, layoutRunKind } from './layout-run.js';
import { rankedPairs } from './ranked-pairs.js';
import { tally } from './tally.js';

export interface CompareLayoutsOptions {
  readonly seeds: number;
  readonly pool: Pool;
  /** Of the sentences that say why; English when left out. */
  readonly language?: Language;
  /** Whether expectations are judged; true when left out. */
  readonly judge?: boolean;
}

/** Into how many parts the run's time is cut for the people affected. */
const PARTS = 96;

/** @param layouts of one file, the baseline first; at least one */
export async function compareLayouts(
  layouts: readonly Scenario[],
  { seeds, pool, language = 'en', judge = true }: CompareLayoutsOptions,
): Promise<CompareDocument> {
  const [baseline] = layouts;
  const ask: LayoutRunAsk = {
    measures: COMPARED,
    subjects: subjectIds(baseline),
    ofSubjects: OF_SERVICES,
    parts: PARTS,
    judge: judge && baseline.expectations.length > 0,
  };
  const tallied: Tallied[] = layouts.map((scenario) => ({ scenario, tally: tally(ask, seeds) }));
  const done = await runAll(layouts, seeds, ask, pool, tallied);
  const divergences = done < seeds ? [] : await whereTheyPart(layouts, language, pool);
  const compared = layoutComparisons(tallied, divergences);
  return {
    format: 'firebreak.compare/1',
    scenario: { id: baseline.id, title: baseline.title, sha256: baseline.sha256 },
    engine: ENGINE_VERSION,
    baseline: baseline.layout,
    seeds: done,
    seedsAsked: seeds,
    partial: done < seeds,
    currency: baseline.currency,
    frequencyPerYear: baseline.frequencyPerYear,
    layouts: compared.layouts,
    front: compared.front,
    ranking: rankedPairs(compared.choices),
    affectedAtSeconds: Array.from({ length: PARTS + 1 }, (_, i) => (baseline.durationSeconds * i) / PARTS),
  };
}

/** So many seeds were done in all layouts. */
async function runAll(
  layouts: readonly Scenario[],
  seeds: number,
  ask: LayoutRunAsk,
  pool: Pool,
  tallied: readonly Tallied[],
): Promise<number> {
  const places = layouts.map((_, place) => place);
  const jobs: Job<LayoutRunAsk>[] = Array.from({ length: seeds }, (_, seed) =>
    places.map((scenario) => ({
      scenario,
      others: ask.judge ? places.filter((place) => place !== scenario) : [],
      seed: String(seed + 1),
      ask,
    })),
  ).flat();
  let seed: LayoutRunAnswer[] = [];
  let done = 0;
  await inOrder(pool, { kind: layoutRunKind, scenarios: layouts, jobs }, (answer) => {
    seed.push(answer);
    if (seed.length < layouts.length) return;
    seed.forEach((each, place) => {
      tallied[place].tally.add(each, place === 0 ? null : seed[0]);
    });
    seed = [];
    done++;
  });
  return done;
}

/** By layout; the baseline, which comes first, parts from nothing. */
async function whereTheyPart(
  layouts: readonly Scenario[],
  language: Language,
  pool: Pool,
): Promise<readonly (Divergence | null)[]> {
  const found: (Divergence | null)[] = [null];
  const jobs = layouts.slice(1).map((_, i) => ({ scenario: i + 1, others: [0], seed: '1', ask: { language } }));
  await inOrder(pool, { kind: divergenceKind, scenarios: layouts, jobs }, (answer) => found.push(answer));
  return found;
}
