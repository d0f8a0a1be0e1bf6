/**
 * Which picture of a run it is: another text only when another has to be painted. While nothing happens, time passes without.
 *
 * A change of state is painted at once. While one plays, figures and arcs follow as calmly as the words beside them: no eye
 * reads sixty of them a second.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { countUpTo, dayText } from '../library.js';
import { calmTime, playing, time } from './clock.js';
import type { Session } from './session.js';

type Changes = Pick<Session, 'changes' | 'stateChanges' | 'reading'>;

const known = new WeakMap<Changes, ReadonlySignal<string>>();

/** Never empty. */
export function pictureOf(run: Changes): string {
  const before = known.get(run);
  if (before !== undefined) return before.value;
  const { changes, stateChanges, reading } = run;
  const made = computed(() => {
    const figures = countUpTo(changes, playing.value ? calmTime.value : time.value);
    // A date is part of the picture.
    return `${countUpTo(stateChanges, time.value)} ${figures} ${dayText(reading, time.value, 'en')}`;
  });
  known.set(run, made);
  return made.value;
}
