/** Text in, record out: what the worker does, and the page itself where there is no worker. */
import {
  checkScenario,
  failureAlone,
  formatProblem,
  type LoadedScenario,
  type Problem,
  type RunDocument,
  type RunRecord,
  runInSteps,
} from '../library.js';
import { type ByLanguage, byLanguage } from './by-language.js';
import { type RunRequest, textOf } from './run-request.js';

export type RunAnswer =
  /** All that the run says of itself, which is text. */
  | { readonly ok: true; readonly documents: ByLanguage<RunDocument> }
  /** Every mistake of the file, as the command prints it. */
  | {
      readonly ok: false;
      readonly messages: ByLanguage<readonly string[]>;
      readonly problems: readonly Problem[];
    };

export interface RunStep {
  /** Of all work, done: 0..1. */
  readonly share: number;
  /** The run, told once as soon as it is made: it can be watched while it is judged. */
  readonly made: { readonly scenario: LoadedScenario; readonly record: RunRecord } | null;
}

/** The answer in steps of some milliseconds. */
export function* runScenario(request: RunRequest): Generator<RunStep, RunAnswer> {
  const { file, layout, seed, failure, live } = request;
  const { scenario: whole, problems } = checkScenario(textOf(request), { file, layout: layout ?? undefined });
  if (whole === null) {
    const messages = byLanguage((lang) => problems.map((problem) => formatProblem(problem, { lang })));
    return { ok: false, messages, problems };
  }
  const alone = failure ? failureAlone(whole, failure, new Set(live.map(({ id }) => id))) : null;
  if (failure && alone === null) return { ok: false, messages: nothingToFail(failure.id), problems: [] };
  const scenario = alone ?? whole;
  const steps = runInSteps(scenario, { seed: seed ?? undefined });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { ok: true, documents: byLanguage(value.documentIn) };
    const { phase, share, record } = value;
    yield {
      share: phase === 'run' ? share / 2 : 0.5 + share / 2,
      made: record === undefined ? null : { scenario, record },
    };
  }
}

/** A link may be about something that the layout does not have. */
function nothingToFail(id: string): ByLanguage<readonly string[]> {
  return { en: [`There is no "${id}" here that could fail.`], ko: [`여기에는 멈출 수 있는 "${id}" 없음`] };
}
