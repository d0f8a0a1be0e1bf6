/** A linear axis from nothing to a round number that holds all values, and its ticks. */
export interface ValueAxis {
  readonly top: number;
  /** From 0 to `top`. */
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** @param most the greatest value; nothing, or less, gives an axis to 1 @param count ticks above 0 at most */
export function valueAxis(most: number, count = 5): ValueAxis {
  const wanted = most > 0 && Number.isFinite(most) ? most / count : 1 / count;
  let decade = 1;
  while (decade > wanted) decade /= 10;
  while (decade * 10 <= wanted) decade *= 10;
  const step = (STEPS.find((each) => each * decade >= wanted) as number) * decade;
  const steps = Math.max(1, Math.ceil((most > 0 ? most : 1) / step - 1e-9));
  return { top: steps * step, ticks: Array.from({ length: steps + 1 }, (_, i) => i * step) };
}
