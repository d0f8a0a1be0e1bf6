/**
 * Why, of what is chosen at the time that is shown. The worker answers; what needs further runs is made on demand.
 *
 * While the clock moves, one question at a time is asked, and always the newest. The further runs are about one time
 * that it was not up: they stay true wherever in it the clock stands.
 */
import { computed, effect, signal } from '@preact/signals';
import type { ByLanguage } from '../engine/by-language.js';
import type { Engine } from '../engine/engine.js';
import type { ExplainRequest } from '../engine/explain-run.js';
import { type ExplainDocument, type ExplainProgress, type LitStep, litSteps } from '../library.js';
import { playing, slowTime, time } from './clock.js';
import { language } from './preferences.js';
import { choice } from './selection.js';
import { session } from './session.js';

interface Explained {
  /** Of which run and of what. */
  readonly request: ExplainRequest;
  readonly documents: ByLanguage<ExplainDocument>;
}

const explained = signal<Explained | null>(null);
const furtherRuns = signal<Explained | null>(null);
/** The further runs, while they are being made. */
export const trying = signal<ExplainProgress | null>(null);
/** Why it could not be told; null: it could. */
export const troubleExplaining = signal<string | null>(null);

/** Of what is chosen; null while it is not known. */
export const explanationShown = computed(() => documentOf(explained.value));
/** The same with what the further runs told; null: they were not made for this time that it was not up. */
export const furtherShown = computed(() => {
  const further = documentOf(furtherRuns.value);
  return further !== null && further.outage?.fromAt === explanationShown.value?.outage?.fromAt ? further : null;
});

function documentOf(about: Explained | null): ExplainDocument | null {
  if (about === null || about.request.run !== session.value?.request) return null;
  return about.request.subject === choice.value?.id ? about.documents[language.value] : null;
}

/** The part of an explanation that is lit on the stage and the timeline. */
export const PATHS = ['wentDown', 'stillDown', 'pathBack'] as const;
export type Path = (typeof PATHS)[number];
export const litPath = signal<Path | null>(null);

/** The steps that are lit: of the constraints that bind, those that bind longest, which is the one chain among them. */
export const lit = computed<readonly LitStep[]>(() => {
  const document = explanationShown.value;
  if (litPath.value === null || document === null || session.value === null) return [];
  const { reading } = session.value;
  const all = litSteps(reading, document[litPath.value]);
  return litPath.value === 'stillDown' ? all.filter((_, i) => document.stillDown[i].lastsLongest) : all;
});

let engine: Pick<Engine, 'explain' | 'stopExplaining'> | null = null;
let wanted: ExplainRequest | null = null;
let busy = false;

export function startExplaining(by: Pick<Engine, 'explain' | 'stopExplaining'>): void {
  engine = by;
  effect(() => {
    const chosen = choice.value;
    const now = playing.value ? slowTime.value : time.value;
    if (session.value === null || chosen === null || chosen.kind === 'site') {
      wanted = null;
      litPath.value = null;
      stopTrying();
      return;
    }
    if (trying.peek() !== null && furtherFor !== chosen.id) stopTrying();
    wanted = { run: session.value.request, subject: chosen.id, time: Math.floor(now), further: false };
    void askNext();
  });
}

async function askNext(): Promise<void> {
  // A question would end the further runs, which take longer.
  if (busy || wanted === null || engine === null || trying.peek() !== null) return;
  const request = wanted;
  wanted = null;
  busy = true;
  const answer = await told(() => engine?.explain(request, () => undefined));
  busy = false;
  if (answer !== null) explained.value = { request, documents: answer.documents };
  void askNext();
}

let furtherFor: string | null = null;

/** Makes the further runs for what is shown. */
export async function tryChanges(): Promise<void> {
  const now = explained.value;
  if (now === null || engine === null || trying.value !== null) return;
  const request = { ...now.request, further: true };
  furtherFor = request.subject;
  trying.value = { phase: 'root', share: 0 };
  const answer = await told(() =>
    engine?.explain(request, (step) => {
      if (trying.value !== null && furtherFor === request.subject) trying.value = step;
    }),
  );
  if (furtherFor !== request.subject) return;
  furtherFor = null;
  trying.value = null;
  if (answer !== null) furtherRuns.value = { request, documents: answer.documents };
  void askNext();
}

export function stopTrying(): void {
  if (furtherFor === null) return;
  furtherFor = null;
  trying.value = null;
  engine?.stopExplaining();
  void askNext();
}

async function told<Answer>(question: () => Promise<Answer | null> | undefined): Promise<Answer | null> {
  try {
    const answer = (await question()) ?? null;
    troubleExplaining.value = null;
    return answer;
  } catch (error) {
    troubleExplaining.value = error instanceof Error ? error.message : String(error);
    return null;
  }
}
