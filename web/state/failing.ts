/** One thing that fails in the place of the file's own faults: a cell of the matrix that was opened. */
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

export const failing = computed<SingleFailure | null>(() => session.value?.request.failure ?? null);

/** As the scenario names it: `Pangyo`, `Pangyo a1`. */
export function nameOfFailure({ kind, id }: SingleFailure): string {
  if (session.value === null) return id;
  return namesOf(session.value.scenario, language.value)({ kind, id, of: [], path: '' });
}

/** The run of a case, at its worst moment. */
export function openCase(open: Open, { layout, kinds, failed }: ContingencyCase): void {
  const current = session.value;
  if (current === null) return;
  const failure = { kind: kinds[0], id: failed[0] };
  // The one that is looked at may be one that was made by hand.
  const request = layout === current.scenario.layout ? current.request : withLayout(current.request, layout);
  open({ ...request, failure, live: [] }, true, () => {
    view.value = 'both';
    const { impact, reading } = session.value ?? {};
    seek(impact?.peakAt ?? reading?.origin ?? 0);
    choose(failure.kind === 'site' || failure.kind === 'service' ? `${failure.kind}:${failure.id}` : null);
  });
}

export function asTheFileHasIt(open: Open): void {
  if (session.value !== null) open({ ...session.value.request, failure: null }, true);
}
