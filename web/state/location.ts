/**
 * What is shown, in the fragment of the address: never sent to a server, and the only part that a page opened from a
 * disk may change. `#lang=ko&scenario=kakao-2022&t=T%2B03:12:40&view=3&select=service:mail`.
 */

import type { Packed } from '../files/packed-text.js';
import {
  type AddedFault,
  type Edit,
  FAILURE_KINDS,
  LANGUAGES,
  type Language,
  type SingleFailure,
  THEMES,
  type Theme,
} from '../library.js';
import { readEditText, writeEdits } from './edit-text.js';
import { type Learning, readLearning, writeLearning } from './learning.js';
import { readLive, writeLive } from './live-text.js';

export const VIEWS = ['stage', 'strip', 'both', 'table', 'matrix', 'sweep'] as const;
export type View = (typeof VIEWS)[number];

export interface Place {
  readonly language: Language | null;
  readonly theme: Theme | null;
  /** Where in the workshop one is; all else is then its own. */
  readonly learn: Learning | null;
  readonly scenario: string | null;
  readonly layout: string | null;
  readonly seed: string | null;
  /** Seconds since T+0, as a number in text. */
  readonly seconds: number | null;
  readonly view: View | null;
  readonly select: string | null;
  /** What is varied, as for `firebreak sweep --vary`; null: nothing. */
  readonly vary: string | null;
  /** Layouts that it is compared with. */
  readonly compare: readonly string[];
  /** What fails in the place of the file's faults. */
  readonly failures: readonly SingleFailure[];
  /** Faults made by hand. */
  readonly live: readonly AddedFault[];
  /** Changes of the layout made by hand. */
  readonly edits: readonly Edit[];
  /** A scenario that is neither built in nor handed over: its text, or that it was too long for a link. */
  readonly carried: { readonly file: string; readonly packed: Packed } | 'elsewhere' | null;
  /** First digits of the record's hash. */
  readonly run: string | null;
}

export function readLocation(): Place {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const seconds = fragment.get('t') === null ? Number.NaN : Number(fragment.get('t'));
  return {
    language: LANGUAGES.find((each) => each === fragment.get('lang')) ?? null,
    theme: THEMES.find((each) => each === fragment.get('theme')) ?? null,
    learn: readLearning(fragment.get('learn')),
    scenario: fragment.get('scenario'),
    layout: fragment.get('layout'),
    seed: fragment.get('seed'),
    seconds: Number.isFinite(seconds) ? seconds : null,
    view: VIEWS.find((each) => each === fragment.get('view')) ?? null,
    select: fragment.get('select'),
    vary: fragment.get('vary'),
    compare: (fragment.get('compare') ?? '').split(',').filter((each) => each !== ''),
    failures: readFailures(fragment.get('fails')),
    live: readLive(fragment.get('live')),
    edits: readEditText(fragment.get('edits')),
    carried: readCarried(fragment),
    run: fragment.get('run'),
  };
}

/** `site:pangyo`, `zone:pangyo/a1`, and two that fail together with a comma. */
function readFailures(text: string | null): readonly SingleFailure[] {
  return (text ?? '').split(',').flatMap((each) => {
    const [name, ...rest] = each.split(':');
    const kind = FAILURE_KINDS.find((known) => known === name);
    return kind === undefined ? [] : [{ kind, id: rest.join(':') }];
  });
}

function readCarried(fragment: URLSearchParams): Place['carried'] {
  if (fragment.get('text') === 'elsewhere') return 'elsewhere';
  const sum = fragment.get('sum');
  // Cut off right after its checksum it has no text, and must say so.
  if (sum === null) return null;
  return { file: fragment.get('file') ?? 'shared.yaml', packed: { sum, data: fragment.get('z') ?? '' } };
}

/** Replaces the fragment without a step in the history: going back should leave the page. */
export function writeLocation(place: Place): void {
  const fragment = new URLSearchParams();
  const entries = [
    ['lang', place.language],
    ['theme', place.theme],
    ['learn', place.learn === null ? null : writeLearning(place.learn)],
    ['scenario', place.scenario],
    ['layout', place.layout],
    ['seed', place.seed],
    ['t', place.seconds === null ? null : String(Math.round(place.seconds * 1000) / 1000)],
    ['view', place.view],
    ['select', place.select],
    ['vary', place.vary],
    ['compare', place.compare.length === 0 ? null : place.compare.join(',')],
    ['fails', place.failures.length === 0 ? null : place.failures.map(({ kind, id }) => `${kind}:${id}`).join(',')],
    ['live', place.live.length === 0 ? null : writeLive(place.live)],
    ['edits', place.edits.length === 0 ? null : writeEdits(place.edits)],
    ['run', place.run],
    ['text', place.carried === 'elsewhere' ? 'elsewhere' : null],
    // Last, since what is cut off a link is its end.
    ...(place.carried === null || place.carried === 'elsewhere'
      ? []
      : ([
          ['file', place.carried.file],
          ['sum', place.carried.packed.sum],
          ['z', place.carried.packed.data],
        ] as const)),
  ] as const;
  for (const [key, value] of entries) if (value !== null) fragment.set(key, value);
  history.replaceState(null, '', `#${fragment}`);
}
