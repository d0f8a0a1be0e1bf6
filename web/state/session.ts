/**
 * The run that is looked at: the scenario, its record, and what is read from it once. Everything that depends on time
 * is read from the record by time; see clock.ts.
 */
import { batch, computed, signal } from '@preact/signals';
import type { ByLanguage } from '../engine/by-language.js';
import type { Engine } from '../engine/engine.js';
import type { RunRequest } from '../engine/run-request.js';
import type { MadeRun, Redesign, RunStep } from '../engine/run-scenario.js';
import {
  changeTimes,
  type ImpactCurve,
  type Lanes,
  type LoadedScenario,
  layLanes,
  type Marker,
  markersOf,
  markerTimes,
  type Problem,
  type Reading,
  type RunDocument,
  readImpact,
  readRun,
  type StripRow,
  stateTimes,
  stripRows,
} from '../library.js';
import { language } from './preferences.js';

export interface Session {
  readonly request: RunRequest;
  /** The text that was run: the file's, with what was made by hand written into it. */
  readonly text: string;
  /** The same without the faults that were made by hand. */
  readonly layoutText: string;
  /** What was changed of the layout by hand; null: nothing. */
  readonly redesign: Redesign | null;
  readonly scenario: LoadedScenario;
  readonly reading: Reading;
  readonly lanes: Lanes;
  readonly impact: ImpactCurve;
  readonly rows: readonly StripRow[];
  readonly markers: readonly Marker[];
  /** Distinct times of markers, microseconds. */
  readonly times: Float64Array;
  /** When anything that is drawn can change, microseconds. */
  readonly changes: Float64Array;
  /** Of these, when more than a figure can. */
  readonly stateChanges: Float64Array;
}

export type Phase =
  | { readonly name: 'loading' }
  | { readonly name: 'simulating'; readonly what: string; readonly share: number }
  | { readonly name: 'ready' }
  /** Texts that say what is wrong, and the same as data; the request is null when there was none. */
  | {
      readonly name: 'failed';
      readonly messages: ByLanguage<readonly string[]>;
      readonly problems: readonly Problem[];
      readonly request: RunRequest | null;
    };

export const session = signal<Session | null>(null);
export const phase = signal<Phase>({ name: 'loading' });

const documents = signal<ByLanguage<RunDocument> | null>(null);
/** What the run answers, in the language of the page; null while it is being judged. */
export const runDocument = computed(() => documents.value?.[language.value] ?? null);

/** A run that was looked at, to be looked at again. */
export interface Made {
  readonly session: Session;
  readonly documents: ByLanguage<RunDocument> | null;
}

/** What is looked at; null: nothing yet. */
export function kept(): Made | null {
  return session.value === null ? null : { session: session.value, documents: documents.value };
}

/** Looks at a run again; one that is being made is dropped. */
export function showMade(made: Made): void {
  latest++;
  batch(() => {
    documents.value = made.documents;
    session.value = made.session;
    phase.value = { name: 'ready' };
  });
}

let latest = 0;

/**
 * Runs a scenario and makes it the session as soon as there is a record; what the run answers follows. A run that was
 * asked for later wins; on errors the last good one stays.
 *
 * @param onOpened called when it is the session, before anything of it is shown
 */
export async function openRun(engine: Pick<Engine, 'run'>, request: RunRequest, onOpened: () => void): Promise<void> {
  const number = ++latest;
  let madeIt: () => void = () => undefined;
  const made = new Promise<void>((resolve) => {
    madeIt = resolve;
  });
  const tell = (next: Phase): void => {
    if (number === latest) phase.value = next;
  };
  const what = request.file.replace(/^.*[/\\]/, '');
  let answered = false;
  const onStep = ({ share, made: run }: RunStep): void => {
    if (number !== latest) return;
    if (run !== null) {
      documents.value = null;
      session.value = toSession(request, run);
      onOpened();
      madeIt();
    }
    // Steps and answer come by different ways, and the answer may be the faster.
    if (!answered) tell({ name: 'simulating', what, share });
  };
  tell({ name: 'simulating', what, share: 0 });
  try {
    const answer = await engine.run(request, onStep);
    answered = true;
    if (number !== latest || answer === null) return;
    if (!answer.ok) {
      tell({ name: 'failed', messages: answer.messages, problems: answer.problems, request });
      return;
    }
    await made;
    documents.value = answer.documents;
    tell({ name: 'ready' });
  } catch (error) {
    answered = true;
    const message = error instanceof Error ? error.message : String(error);
    tell({ name: 'failed', messages: { en: [message], ko: [message] }, problems: [], request });
  }
}

/** What is read from a run once. */
export function toSession(request: RunRequest, { scenario, record, text, layoutText, redesign }: MadeRun): Session {
  const reading = readRun(scenario, record);
  const markers = markersOf(reading);
  return {
    request,
    text,
    layoutText,
    redesign,
    scenario,
    reading,
    lanes: layLanes(scenario, scenario.otherLayouts),
    impact: readImpact(reading),
    rows: stripRows(reading),
    markers,
    times: markerTimes(markers),
    changes: changeTimes(reading.record),
    stateChanges: stateTimes(reading.record),
  };
}

/** The same run of a file in which all that was made by hand is written. */
export function asWritten({ request, text, redesign, scenario }: Session): RunRequest {
  const layout = redesign === null ? request.layout : scenario.layout;
  return { ...request, text, layout, live: [], edits: [], editedName: undefined };
}

/** The same run, asked for by a text in which the changes of the layout are written. */
export function openInPlace(as: (current: Session) => Pick<RunRequest, 'text' | 'layout'>): void {
  if (session.value === null) return;
  const request = { ...session.value.request, ...as(session.value), edits: [], editedName: undefined };
  session.value = { ...session.value, request, redesign: null };
}
