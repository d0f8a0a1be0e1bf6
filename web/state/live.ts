/**
 * What is done while one watches: a fault at the time that is shown, made part of the scenario's text, and the run made
 * anew. The past is the same; the future that would have been stays as a ghost (branches.ts), and one step leads back to it.
 *
 * Left out: the end of a fault before the one that was chosen with it, and going on from the present: a run is made from its
 * start, since the world keeps no copies of itself on the way.
 */
import { computed, signal } from '@preact/signals';
import { t } from '../i18n/translate.js';
import type { AddedFault } from '../library.js';
import { branchTo, latestRequest } from './branches.js';
import { time } from './clock.js';
import { choice } from './selection.js';
import { session } from './session.js';
import type { Verb } from './verbs.js';
import { notice } from './view.js';

/** How long what is done next lasts, seconds; null: until it is repaired. */
export const lasting = signal<number | null>(null);

export const made = computed<readonly AddedFault[]>(() => session.value?.request.live ?? []);

/** Does it to what is chosen, or to what is named, at the time that is shown. */
export async function inject(verb: Verb, id: string | undefined = choice.value?.id): Promise<void> {
  const request = latestRequest();
  if (session.value === null || request === null || id === undefined) return;
  const { reading, scenario } = session.value;
  // Whole seconds: as one would write it, and never before what is shown.
  const atSeconds = Math.ceil(time.value / 1e6);
  if (atSeconds * 1e6 >= reading.end) {
    notice.value = t('live.tooLate');
    return;
  }
  const ids = new Set([...scenario.faults, ...request.live].map((fault) => fault.id));
  let number = request.live.length + 1;
  while (ids.has(`live-${number}`)) number++;
  const untilSeconds = lasting.value === null ? null : atSeconds + lasting.value;
  const fault = { id: `live-${number}`, atSeconds, untilSeconds, ...verb.fault(id) };
  notice.value = null;
  await branchTo({ ...request, live: [...request.live, fault] });
}

/** As if it had never been done; the others stay, whatever came after it. Their ids are those that a link gives them. */
export async function takeBack(id: string): Promise<void> {
  const request = latestRequest();
  if (request === null) return;
  const live = request.live.filter((fault) => fault.id !== id).map((fault, i) => ({ ...fault, id: `live-${i + 1}` }));
  if (live.length < request.live.length) await branchTo({ ...request, live });
}
