/**
 * What to change next: by runs, greedily, to a budget or until an aim is met.
 *
 * In each round the changes that the present run suggests are tried alone and in pairs, under the same seeds (`best-change.ts`). A pair
 * is taken only when it gains more for its cost than the best single change: two keys to one door. With an aim, what counts is the
 * way to it; once it is met, every step without which it is met as well is left out again, the dearest first. Left out: three that
 * only help together, any better order of leaving out, and what a change costs once.
 */
import type { Language } from '../../results/amounts.js';
import { sayIn } from '../../results/binding/say.js';
import { textIn } from '../../results/names.js';
import type { Expectation, Scenario } from '../../scenario/model.js';
import { ENGINE_VERSION } from '../../world/simulate.js';
import type { Pool } from '../pool/pool.js';
import { moments } from '../statistics/moments.js';
import type { Sample } from '../statistics/sample.js';
import type { AdviseDocument, AdviseStep, SameEverywhere } from './advice.js';
import { isReached } from './aim.js';
import { bestChange, costOf, savedBy, type Tried } from './best-change.js';
import { layoutBetween } from './layout-between.js';
import { sameEverywhere } from './same-everywhere.js';
import { type Tries, triesBy } from './tries.js';
import { type Now, withoutNeedless } from './without-needless.js';

export interface AdviseLayoutOptions {
  /** A month, in the scenario's currency; without an end only with an aim. */
  readonly budget: number;
  readonly seeds: number;
  readonly pool: Pool;
  /** What is to hold, each with a limit that one run can judge; empty: as much as the budget saves. */
  readonly aims?: readonly Expectation[];
  readonly language?: Language;
  readonly mostSteps?: number;
}

const MOST_STEPS = 12;
/** Fewer user-hours are nothing to save. */
const LEAST = 1;

/** @param scenario states prices */
export async function adviseLayout(scenario: Scenario, options: AdviseLayoutOptions): Promise<AdviseDocument> {
  const { budget, seeds, pool, aims = [], language = 'en', mostSteps = MOST_STEPS } = options;
  const tries = triesBy(pool, seeds, aims);
  const [first] = (await tries.outcomes([scenario])) ?? [];
  const taken: Tried[] = [];
  const steps: AdviseStep[] = [];
  let now: Now | null = first === undefined ? null : { scenario, outcome: first, spent: 0 };
  let ended: AdviseDocument['ended'] | null = first === undefined ? 'interrupted' : null;
  while (ended === null && now !== null) {
    if (aims.length > 0 && isReached(now.outcome.short)) ended = 'aim-met';
    else if (steps.length === mostSteps) ended = 'most-steps';
    else if (aims.length === 0 && meanOf(now.outcome.lost) < LEAST) ended = 'nothing-lost';
    else {
      const aimedAt = aims.flatMap(({ of }) => of ?? []);
      const found = await bestChange({ ...now, budget: budget - now.spent, aimedAt }, tries);
      if (typeof found === 'string') ended = found;
      else {
        now = { scenario: found.scenario, outcome: found.outcome, spent: now.spent + found.cost };
        taken.push(found);
        steps.push(stepOf(found, now.spent, language));
      }
    }
  }
  const kept =
    ended === 'aim-met' && now !== null
      ? await withoutNeedless(
          scenario,
          now,
          taken.flatMap(({ changes }) => changes),
          tries,
        )
      : null;
  const last = kept?.now ?? now;
  const spent = last?.spent ?? 0;
  const left = last === null ? 0 : meanOf(last.outcome.lost);
  const instead = ended === 'interrupted' ? null : await everywhere(scenario, spent, left, tries);
  return {
    format: 'firebreak.advise/1',
    scenario: { id: scenario.id, title: scenario.title, sha256: scenario.sha256 },
    engine: ENGINE_VERSION,
    layout: scenario.layout,
    seeds,
    currency: scenario.currency,
    budget: Number.isFinite(budget) ? budget : null,
    cost: costOf(scenario),
    userHoursLost: first === undefined ? 0 : meanOf(first.lost),
    aims: aims.map(({ name, path }) => textIn(name, language, path)),
    aimMet: aims.length === 0 ? null : ended === 'aim-met',
    steps: steps.map((step) => ({
      ...step,
      changes: step.changes.map((change) => ({ ...change, needed: kept?.needless.has(change.id) !== true })),
    })),
    asLayout: last === null ? {} : layoutBetween(scenario, last.scenario),
    spent,
    userHoursLeft: left,
    runs: tries.runs(),
    ended: ended ?? 'interrupted',
    sameEverywhere: instead,
  };
}

function stepOf(tried: Tried, spent: number, language: Language): AdviseStep {
  const { changes, cost, outcome, lost, savedAlone, before } = tried;
  const say = sayIn(before.scenario, before.view, language, before.origin);
  return {
    changes: changes.map((change) => {
      const { id, kind, text, set, layout } = change;
      const alone = costOf(change.apply(before.scenario)) - costOf(before.scenario);
      return { id, kind, text: text(say), set, layout, cost: alone === 0 ? null : alone, needed: true };
    }),
    cost,
    spent,
    userHoursLost: meanOf(outcome.lost),
    saved: savedBy(tried),
    ci95: lost.ci95 === null ? null : [-lost.ci95[1], -lost.ci95[0]],
    betterIn: lost.better,
    savedPerCost: cost <= 0 ? null : savedBy(tried) / cost,
    savedAlone,
  };
}

async function everywhere(
  scenario: Scenario,
  spent: number,
  advised: number,
  tries: Tries,
): Promise<SameEverywhere | null> {
  const instead = sameEverywhere(scenario, spent);
  const [outcome] = instead === null ? [] : ((await tries.outcomes([instead.scenario])) ?? []);
  if (instead === null || outcome === undefined) return null;
  return {
    factor: instead.factor,
    cost: costOf(instead.scenario) - costOf(scenario),
    userHoursLost: meanOf(outcome.lost),
    timesAdvice: advised < LEAST ? null : meanOf(outcome.lost) / advised,
  };
}

function meanOf(values: Sample): number {
  return moments(values.known()).mean ?? 0;
}
