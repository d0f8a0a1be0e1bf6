/** Which of the changes that were tried are worth telling: what a person would call shorter, or less lost. */
import type { SavedBy } from './saved-by.js';

/** What it was without any change, of an explanation. */
export interface AsItWas {
  readonly downtimeSeconds: number;
  readonly notUpSeconds: number;
  readonly recoveryPointSeconds: number | null;
  readonly savedBy: readonly SavedBy[];
}

/** By what a change helps: the time down or, where that stays, the time not up; and less data lost. */
export interface Help {
  readonly by: 'down' | 'notUp' | null;
  readonly lessLost: boolean;
}

/** Seconds that nobody would call an effect. */
const NOTHING = 60;

/** Those that make it shorter by more than a minute, or lose fewer writes in the same time, and the rest; in their order. */
export function helpingChanges(asItWas: AsItWas): {
  readonly best: readonly SavedBy[];
  readonly rest: readonly SavedBy[];
} {
  const isBetter = (each: SavedBy): boolean =>
    isShorter(asItWas.downtimeSeconds, each.downtimeSeconds) ||
    (each.downtimeSeconds <= asItWas.downtimeSeconds &&
      (isShorter(asItWas.notUpSeconds, each.notUpSeconds) ||
        (each.notUpSeconds <= asItWas.notUpSeconds &&
          isShorter(asItWas.recoveryPointSeconds ?? 0, each.recoveryPointSeconds ?? 0))));
  return { best: asItWas.savedBy.filter(isBetter), rest: asItWas.savedBy.filter((each) => !isBetter(each)) };
}

export function helpOf(asItWas: AsItWas, each: SavedBy): Help {
  const lessLost = isShorter(asItWas.recoveryPointSeconds ?? 0, each.recoveryPointSeconds ?? 0);
  if (isShorter(asItWas.downtimeSeconds, each.downtimeSeconds)) return { by: 'down', lessLost };
  return { by: isShorter(asItWas.notUpSeconds, each.notUpSeconds) ? 'notUp' : null, lessLost };
}

const isShorter = (before: number, after: number): boolean => before - after > Math.min(NOTHING, before / 10);
