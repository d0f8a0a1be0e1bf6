/** The causes that losses are put down to, and amounts by cause. */
import { CAUSES } from '../record/record.js';

/** The causes that results speak of; what is lost while nothing is wrong enough to have a cause counts as `own`. */
export const LOSS_CAUSES = ['own', 'site', 'dependency', 'overload', 'operator', 'shared'] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];
export type ByCause = Readonly<Record<LossCause, number>>;

/** Place in LOSS_CAUSES by the code that cause tracks hold. */
export const LOSS_CAUSE_OF_CODE: readonly number[] = CAUSES.map((cause) =>
  Math.max(0, (LOSS_CAUSES as readonly string[]).indexOf(cause)),
);

/** A value for each cause; `compute` gets its place in LOSS_CAUSES. */
export function eachCause<Value>(compute: (place: number) => Value): Record<LossCause, Value> {
  return Object.fromEntries(LOSS_CAUSES.map((cause, place) => [cause, compute(place)])) as Record<LossCause, Value>;
}

export function sumByCause(all: readonly ByCause[]): ByCause {
  return eachCause((place) => all.reduce((sum, each) => sum + each[LOSS_CAUSES[place]], 0));
}

/** The causes added up: what was lost in all. */
export function total(byCause: ByCause): number {
  return LOSS_CAUSES.reduce((sum, cause) => sum + byCause[cause], 0);
}
