/** Text in, record out: what the worker does, and the page itself where there is no worker. */
import {
  addFaults,
  checkScenario,
  type EditedScenario,
  editScenario,
  failureAlone,
  formatProblem,
  type LayoutReview,
  type LoadedScenario,
  type Problem,
  type RunDocument,
  type RunRecord,
  reviewLayout,
  runInSteps,
  type SingleFailure,
} from '../library.js';
import { type ByLanguage, byLanguage } from './by-language.js';
import type { RunRequest } from './run-request.js';

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
  readonly made: MadeRun | null;
}

export interface MadeRun {
  readonly scenario: LoadedScenario;
  readonly record: RunRecord;
  /** The text that was run: the file's, with what was made by hand written into it. */
  readonly text: string;
  /** The same without the faults that were made by hand. */
  readonly layoutText: string;
  /** What was changed of the layout by hand; null: nothing. */
  readonly redesign: Redesign | null;
}

export interface Redesign extends Pick<EditedScenario, 'steps' | 'changes'> {
  /** Held against the layout that was changed. */
  readonly review: ByLanguage<LayoutReview>;
}

/** The answer in steps of some milliseconds. */
export function* runScenario(request: RunRequest): Generator<RunStep, RunAnswer> {
  const { file, seed, failures = [], live, edits = [], editedName: name } = request;
  const edited = edits.length === 0 ? null : editScenario(request.text, edits, { layout: request.layout, name });
  const layout = edited?.layout ?? request.layout;
  const layoutText = edited?.text ?? request.text;
  const text = addFaults(layoutText, layout, live);
  const { scenario: whole, problems } = checkScenario(text, { file, layout: layout ?? undefined });
  if (whole === null) {
    const messages = byLanguage((lang) => problems.map((problem) => formatProblem(problem, { lang })));
    return { ok: false, messages, problems };
  }
  const redesign = edited === null ? null : redesignOf(edited, whole, request.layout);
  const keep = new Set(live.map(({ id }) => id));
  const alone = failures.length === 0 ? whole : failureAlone(whole, failures, keep);
  if (alone === null) return { ok: false, messages: nothingToFail(failures), problems: [] };
  const scenario = alone;
  const steps = runInSteps(scenario, { seed: seed ?? undefined });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { ok: true, documents: byLanguage(value.documentIn) };
    const { phase, share, record } = value;
    yield {
      share: phase === 'run' ? share / 2 : 0.5 + share / 2,
      made: record === undefined ? null : { scenario, record, text, layoutText, redesign },
    };
  }
}

/** A link may be about something that the layout does not have. */
function nothingToFail(failures: readonly SingleFailure[]): ByLanguage<readonly string[]> {
  const id = failures.map((each) => each.id).join(' + ');
  return { en: [`There is no "${id}" here that could fail.`], ko: [`여기에는 멈출 수 있는 "${id}" 없음`] };
}

function redesignOf({ steps, changes }: EditedScenario, after: LoadedScenario, layout: string | null): Redesign {
  const name = layout ?? after.layouts[0];
  const before = after.otherLayouts.find((each) => each.layout === name) ?? after;
  return { steps, changes, review: byLanguage((language) => reviewLayout(before, after, changes, language)) };
}
