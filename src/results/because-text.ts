/**
 * The sentence that says why an expectation does not hold: its number, and the chain of causes behind it; in full, or with
 * whole steps left out of the middle of the chain. A step is never cut.
 */
import type { Language } from './amounts.js';
import { judgementText } from './judgement-texts.js';

const ARROW = ' → ';

/** "Mail: restored after 30 min, limit 10 min, because Pangyo lost power → Mail: up → down". */
export function becauseText(text: string, steps: readonly string[], language: Language): string {
  return steps.length === 0 ? text : judgementText('because', language, { text, chain: steps.join(ARROW) });
}

export interface ChainedReason {
  readonly because: string;
  readonly becauseSteps: readonly string[];
}

/** What stands before the first step: `Mail: restored after 30 min, limit 10 min, because `; all of it where there is no step. */
export function beforeSteps({ because, becauseSteps: steps }: ChainedReason): string {
  return steps.length === 0 ? because : because.slice(0, because.length - steps.join(ARROW).length);
}

/**
 * With as few steps left out as `fits` asks for. The first and the last stay, so it may be longer than wished for.
 *
 * @param fits whether a text is short enough
 */
export function shortBecause(
  { because, becauseSteps: steps }: ChainedReason,
  language: Language,
  fits: (text: string) => boolean,
): string {
  if (steps.length < 3 || fits(because)) return because;
  const head = beforeSteps({ because, becauseSteps: steps });
  for (let left = 1; ; left++) {
    const kept = steps.length - left;
    const begin = steps.slice(0, Math.ceil(kept / 2));
    const end = steps.slice(steps.length - Math.floor(kept / 2));
    const more = judgementText('more-steps', language, { count: String(left) });
    const text = head + [...begin, more, ...end].join(ARROW);
    if (kept <= 2 || fits(text)) return text;
  }
}
