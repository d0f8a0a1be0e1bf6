/** What fails in the place of the file's own faults, one thing or two: a cell of the matrix that was opened. */
import { computed } from '@preact/signals';
import { type RunRequest, withLayout } from '../engine/run-request.js';
import { type ContingencyCase, namesOf, type SingleFailure } from '../library.js';
import { seek } from './clock.js';
import { language } from './preferences.js';
import { choose } from './selection.js';
import { session } from './session.js';
import { view } from './view.js';

/** Runs a request and shows it; see main.tsx. */
type Open = (request: RunRequest, keep: boolean, then?: () => void) => void;

export const failing = computed<readonly SingleFailure[]>(() => session.value?.request.failures ?? []);

/** As the scenario names it: `Pangyo`, `Pangyo a1`, `Pangyo + Anyang`. */
export function nameOfFailure(failures: readonly SingleFailure[]): string {
  const { scenario } = session.value ?? {};
  const names = scenario === undefined ? null : namesOf(scenario, language.value);
  return failures.map(({ kind, id }) => names?.({ kind, id, of: [], path: '' }) ?? id).join(' + ');
}

export function failuresOf({ kinds, failed }: Pick<ContingencyCase, 'kinds' | 'failed'>): readonly SingleFailure[] {
  return failed.map((id, i) => ({ kind: kinds[i], id }));
}

/** The run of a case, at its worst moment. */
export function openCase(open: Open, each: ContingencyCase): void {
  const current = session.value;
  if (current === null) return;
  const { layout } = each;
  const failures = failuresOf(each);
  // The one that is looked at may be one that was made by hand.
  const request = layout === current.scenario.layout ? current.request : withLayout(current.request, layout);
  open({ ...request, failures, live: [] }, true, () => {
    view.value = 'both';
    const { impact, reading } = session.value ?? {};
    seek(impact?.peakAt ?? reading?.origin ?? 0);
    const [first] = failures;
    choose(first.kind === 'site' || first.kind === 'service' ? `${first.kind}:${first.id}` : null);
  });
}

export function asTheFileHasIt(open: Open): void {
  if (session.value !== null) open({ ...session.value.request, failures: [] }, true);
}
