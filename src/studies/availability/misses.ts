/** Limits of availability that are not shown to hold: the interval does not lie above them in whole. */
import type { AvailabilityDocument } from './document.js';

/** Of one service or journey; null: of all that have users. */
export interface AvailabilityLimit {
  readonly of: string | null;
  /** 0..1 */
  readonly share: number;
}

export interface AvailabilityMiss {
  readonly layout: string;
  readonly id: string;
  readonly share: number;
  /** The interval lies below in whole. */
  readonly isShown: boolean;
}

/** Layout by layout, in the order of the limits. */
export function availabilityMisses(
  { layouts }: AvailabilityDocument,
  limits: readonly AvailabilityLimit[],
): readonly AvailabilityMiss[] {
  return layouts.flatMap((layout) =>
    limits.flatMap(({ of, share }) =>
      layout.services
        .filter(({ id, hasUsers }) => (of === null ? hasUsers : id === of))
        .flatMap(({ id, availability }): AvailabilityMiss[] => {
          if (availability === null) return [];
          const [low, high] = availability.ci95 ?? [availability.mean, availability.mean];
          return low >= share ? [] : [{ layout: layout.id, id, share, isShown: high < share }];
        }),
    ),
  );
}
