/** What to change next, by runs, to a budget: `firebreak.advise/1`. The pool is handed in; without one all is done here. */
import type { Language } from '../results/amounts.js';
import { layoutCost } from '../results/layout-cost.js';
import type { AdviseDocument } from '../studies/advise/advice.js';
import { adviseLayout } from '../studies/advise/advise.js';
import { inProcessPool } from '../studies/pool/in-process-pool.js';
import type { Pool } from '../studies/pool/pool.js';
import type { LoadedScenario } from './load-scenario.js';

export interface AdviseOptions {
  /** What may be spent more a month, in the scenario's currency. */
  readonly budget: number;
  /** Runs of each try; 5 when left out. */
  readonly seeds?: number;
  readonly pool?: Pool;
  readonly language?: Language;
  /** 12 when left out. */
  readonly mostSteps?: number;
}

const USUAL_TRIES = 5;

/** A scenario that cannot be advised on: for people, complete. */
export class AdviseError extends Error {
  override name = 'AdviseError';
  readonly code = 'no-prices';
  /** In Korean. */
  readonly messageKo = '가격이 없어 예산을 쓸 수 없습니다. `prices`에 적으십시오 (예: prices: { perServer: 300 })';

  constructor() {
    super(
      'the file states no prices, so there is nothing to spend: write them in `prices`, for example { perServer: 300 }',
    );
  }
}

/** @throws AdviseError without prices; what a run or the pool throws */
export async function advise(scenario: LoadedScenario, options: AdviseOptions): Promise<AdviseDocument> {
  const { otherLayouts: _, ...own } = scenario;
  if (layoutCost(own) === null) throw new AdviseError();
  const { budget, seeds = USUAL_TRIES, pool = inProcessPool(), language, mostSteps } = options;
  return adviseLayout({ ...own, expectations: [] }, { budget, seeds, pool, language, mostSteps });
}
