/**
 * Judges the expectations that one run cannot tell, by runs of their own: `survives`, and `vulnerable` (1 when the run
 * is metastable, or would be with every fault a tenth larger). For `JudgeOptions.withRuns`; runs only what is asked.
 */
import type { RunRecord } from '../record/record.js';
import type { Language } from '../results/amounts.js';
import type { Judgement } from '../results/expectations.js';
import { judgementText } from '../results/judgement-texts.js';
import { textIn } from '../results/names.js';
import type { StabilityVerdict } from '../results/stability.js';
import type { FaultKind } from '../scenario/fault-kind.js';
import type { Expectation, Scenario } from '../scenario/model.js';
import type { Simulate } from './simulate-contract.js';
import { judgeSurvival } from './survives.js';
import { judgeStability } from './vulnerable.js';

export interface RunsAtHand {
  readonly simulate: Simulate;
  readonly seed: string;
  readonly kinds: readonly FaultKind[];
  readonly language?: Language;
  /** Where it is known already; else it is worked out when an expectation asks. */
  readonly stability?: StabilityVerdict;
}

export function judgeWithRuns(
  scenario: Scenario,
  record: RunRecord,
  runs: RunsAtHand,
): (expectation: Expectation) => Judgement | null {
  const { simulate, seed, kinds, language = 'en' } = runs;
  const survival = judgeSurvival(scenario, simulate, seed, language);
  let stability = runs.stability ?? null;
  return (expectation) => {
    if (expectation.measure !== 'vulnerable') return survival(expectation);
    stability ??= judgeStability(scenario, record, simulate, seed, kinds);
    return judgeVulnerable(scenario, stability, expectation, language);
  };
}

function judgeVulnerable(
  scenario: Scenario,
  { stability, stuck, enlarged }: StabilityVerdict,
  expectation: Expectation,
  language: Language,
): Judgement {
  const actual = stability === 'stable' ? 0 : 1;
  const limit = expectation.atMost ?? 0;
  const all = [...scenario.services, ...scenario.journeys];
  const names = stuck.map(({ id }) => textIn(all.find((each) => each.id === id)?.name, language, id)).join(', ');
  const key = actual === 0 ? 'stays-good' : enlarged.length === 0 ? 'stays-bad' : 'stays-bad-larger';
  const because = judgementText(key, language, { names, enlarged: enlarged.join(', ') });
  return { verdict: actual <= limit ? 'met' : 'failed', actual, limit, because };
}
